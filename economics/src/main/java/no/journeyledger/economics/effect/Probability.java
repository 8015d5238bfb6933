package no.journeyledger.economics.effect;

import static no.journeyledger.economics.Arithmetic.requireShare;
import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;

/** How likely a benefit is to come about. */
public sealed interface Probability {

    /** From 0 to 1. */
    BigDecimal share();

    /** Why it is that likely. */
    String reason();

    /**
     * A probability that was estimated.
     *
     * @param share from 0 to 1
     * @param reason what it rests on
     */
    record Estimated(BigDecimal share, String reason) implements Probability {
        /** Refuses what is no share and what has no reason. */
        public Estimated {
            requireShare(share, "A probability");
            requireText(reason, "What a probability rests on");
        }
    }

    /**
     * Nothing is taken off for doubt.
     *
     * @param reason why not, e.g. because it was measured
     */
    record TakenAsCertain(String reason) implements Probability {
        /** Refuses silent certainty. */
        public TakenAsCertain {
            requireText(reason, "The reason why a benefit is taken as certain");
        }

        @Override
        public BigDecimal share() {
            return BigDecimal.ONE;
        }
    }
}
