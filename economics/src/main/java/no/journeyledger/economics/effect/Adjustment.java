package no.journeyledger.economics.effect;

import static no.journeyledger.economics.Arithmetic.requireShare;
import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;

/** A share by which a benefit is reduced. One that is left out is a stated nothing, with the reason. */
public sealed interface Adjustment {

    /** From 0 to 1. */
    BigDecimal share();

    /** Why it is that share. */
    String reason();

    /**
     * A share that was estimated.
     *
     * @param share from 0 to 1
     * @param reason what it rests on
     */
    record Estimated(BigDecimal share, String reason) implements Adjustment {
        /** Refuses what is no share and what has no reason. */
        public Estimated {
            requireShare(share, "An adjustment");
            requireText(reason, "What an adjustment rests on");
        }
    }

    /**
     * No reduction.
     *
     * @param reason why none is needed
     */
    record NoneAssumed(String reason) implements Adjustment {
        /** Refuses a silent nothing. */
        public NoneAssumed {
            requireText(reason, "The reason why a benefit is not adjusted");
        }

        @Override
        public BigDecimal share() {
            return BigDecimal.ZERO;
        }
    }
}
