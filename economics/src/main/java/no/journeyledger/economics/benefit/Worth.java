package no.journeyledger.economics.benefit;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.util.List;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Role;

/** What a benefit is worth: in kroner, or in words that weigh the same. Without a price is never a price of nothing. */
public sealed interface Worth {

    /**
     * It has a price.
     *
     * @param effects what it does to the parties when the target is fully reached; benefits, with their adjustments
     */
    record Priced(List<Effect> effects) implements Worth {

        /**
         * Copies the effects.
         *
         * @throws CannotBeCalculated when there are none, or one is a cost
         */
        public Priced {
            effects = List.copyOf(effects);
            if (effects.isEmpty()) {
                throw new CannotBeCalculated("A priced benefit has at least one effect on a party.");
            }
            for (Effect effect : effects) {
                if (!(effect.role() instanceof Role.Benefit)) {
                    throw new CannotBeCalculated("Effect " + effect.id()
                            + " on a benefit card is a cost of the plan: keep costs with the measures.");
                }
            }
        }
    }

    /**
     * It has no price.
     *
     * @param consequence from -4 (very large harm) over -1 and +1 to +4 (very large gain): significance times extent, as the
     *     plus-minus method of Norwegian guidance has it
     * @param explanation what changes, for whom, and why that much
     */
    record InWords(int consequence, String explanation) implements Worth {

        private static final int MOST = 4;

        /**
         * Checks the consequence.
         *
         * @throws CannotBeCalculated when it is 0 or beyond 4, or nothing is explained
         */
        public InWords {
            requireText(explanation, "The explanation of a benefit without a price");
            if (consequence == 0 || Math.abs(consequence) > MOST) {
                throw new CannotBeCalculated("A benefit without a price is weighed from -4 to +4 and is never nothing; "
                        + consequence + " is no such weight.");
            }
        }

        /** The weight as signs: {@code +++} or {@code --}. */
        public String signs() {
            return (consequence > 0 ? "+" : "-").repeat(Math.abs(consequence));
        }
    }
}
