package no.journeyledger.economics.appraisal;

import no.journeyledger.economics.Amount;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.PartyAmounts;
import no.journeyledger.economics.parameters.TaxFundingCost;

/**
 * Whose gain is asked about. Figures of different perspectives are different types; no method adds them.
 *
 * <p>The two purses count money only: saved time is not cash until a budget is cut. Citizen and society count what is in
 * kind too. The cost of tax funding exists in society only.
 */
public sealed interface Perspective {

    /** The name in the API. */
    String code();

    /** What a figure in this perspective may be called. Only one of the four is social value. */
    String label();

    /** What these effects of one year are worth in this perspective. */
    Amount worth(PartyAmounts effects, TaxFundingCost taxFundingCost);

    /** The municipality's own purse. */
    record Municipality() implements Perspective {
        @Override
        public String code() {
            return "municipality";
        }

        @Override
        public String label() {
            return "The municipality's own purse, not social value";
        }

        @Override
        public Amount worth(PartyAmounts effects, TaxFundingCost taxFundingCost) {
            return effects.cashOf(Party.MUNICIPALITY);
        }
    }

    /** All public purses. */
    record Fiscal() implements Perspective {
        @Override
        public String code() {
            return "fiscal";
        }

        @Override
        public String label() {
            return "All public purses, not social value";
        }

        @Override
        public Amount worth(PartyAmounts effects, TaxFundingCost taxFundingCost) {
            return effects.publicBudgets();
        }
    }

    /** The citizen. */
    record Citizen() implements Perspective {
        @Override
        public String code() {
            return "citizen";
        }

        @Override
        public String label() {
            return "The citizen's own gain, not social value";
        }

        @Override
        public Amount worth(PartyAmounts effects, TaxFundingCost taxFundingCost) {
            return effects.of(Party.CITIZEN);
        }
    }

    /** Everybody: the resource effect, and the cost of tax funding on the net public budget effect, either sign. */
    record Society() implements Perspective {
        @Override
        public String code() {
            return "society";
        }

        @Override
        public String label() {
            return "Social value";
        }

        @Override
        public Amount worth(PartyAmounts effects, TaxFundingCost taxFundingCost) {
            return effects.sum().plus(effects.publicBudgets().times(taxFundingCost.perKrone()));
        }
    }
}
