package no.journeyledger.query.replay;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A moment on both clocks.
 *
 * @param knownAt what was recorded up to and including this; {@code null} for everything
 * @param effectiveAt what took effect up to and including this; {@code null} for everything
 */
record Moment(@Nullable Instant knownAt, @Nullable Instant effectiveAt) {

    /** Days are the municipality's days. */
    static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    /** A caller's clock may run a little ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private static final int LONGEST = 40;

    /** Everything that is known now. */
    static final Moment NOW = new Moment(null, null);

    /** The day that is asked about: what was in force is what was in force on it. */
    LocalDate day(Clock clock) {
        Instant asked = effectiveAt != null ? effectiveAt : knownAt;
        return dayOf(asked != null ? asked : clock.instant());
    }

    /** The municipality's day an instant is on. */
    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Whether this was recorded by then. */
    boolean knows(RecordedEvent event) {
        return knownAt == null || !event.recordedAt().isAfter(knownAt);
    }

    /** Whether this had taken effect by then. */
    boolean hasSeen(RecordedEvent event) {
        return effectiveAt == null || !event.metadata().effectiveAt().isAfter(effectiveAt);
    }

    /**
     * Reads a moment: an ISO instant with its offset, or a day, which stands for the end of that day.
     *
     * @throws TurnedAway when it is neither, or lies ahead
     */
    static @Nullable Instant read(String parameter, @Nullable String text, Clock clock) {
        if (text == null) {
            return null;
        }
        Instant now = clock.instant();
        Instant moment;
        try {
            if (text.length() > LONGEST) {
                throw new DateTimeException("too long");
            } else if (text.indexOf('T') > 0) {
                // In an address a plus means a space, so an offset east of Greenwich arrives as one.
                moment = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } else {
                LocalDate day = LocalDate.parse(text);
                if (!day.isAfter(LocalDate.ofInstant(now, ZONE))) {
                    return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1);
                }
                moment = day.atStartOfDay(ZONE).toInstant();
            }
        } catch (DateTimeException e) {
            throw new TurnedAway(AskingProblem.MALFORMED_MOMENT, Map.of("parameter", parameter));
        }
        if (moment.isAfter(now.plus(TOLERANCE))) {
            throw new TurnedAway(AskingProblem.MOMENT_AHEAD, Map.of("parameter", parameter));
        }
        return moment;
    }
}
