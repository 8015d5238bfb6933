package no.journeyledger.economics.benefit;

import static no.journeyledger.economics.Arithmetic.requireText;

/** Whether the gain is money somebody can spend on something else. */
public sealed interface Cashable {

    /**
     * A budget was, or will be, cut by it.
     *
     * @param budgetCut which budget, decided where
     */
    record ByBudgetCut(String budgetCut) implements Cashable {
        /** Refuses cash that no budget shows. */
        public ByBudgetCut {
            requireText(budgetCut, "The budget that is cut");
        }
    }

    /**
     * It is money without a budget being cut: a tax, a wage, a bill that does not come.
     *
     * @param reason how it reaches the purse
     */
    record Directly(String reason) implements Cashable {
        /** Refuses cash without a way. */
        public Directly {
            requireText(reason, "How the money reaches the purse");
        }
    }

    /**
     * It is not money.
     *
     * @param reason what it is instead
     */
    record NotCash(String reason) implements Cashable {
        /** Refuses silence. */
        public NotCash {
            requireText(reason, "Why the benefit is not cash");
        }
    }
}
