package no.journeyledger.economics.parameters;

import java.time.LocalDate;
import no.journeyledger.economics.CannotBeCalculated;
import org.jspecify.annotations.Nullable;

/**
 * When a number applies.
 *
 * @param from the first day
 * @param until the first day on which it no longer applies, {@code null} while no end is known
 */
public record InForce(LocalDate from, @Nullable LocalDate until) {

    /**
     * Checks the order.
     *
     * @throws CannotBeCalculated when it ends before it begins
     */
    public InForce {
        if (until != null && !until.isAfter(from)) {
            throw new CannotBeCalculated("In force from " + from + " until " + until + " is never in force.");
        }
    }

    /** From a day on, with no known end. */
    public static InForce from(LocalDate day) {
        return new InForce(day, null);
    }

    /** Whether it applies on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
