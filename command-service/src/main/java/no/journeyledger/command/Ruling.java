package no.journeyledger.command;

import java.util.List;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.AccessEvent.ForgedParticipationRefused;

/**
 * What a policy decides about a command, given the state and the circumstances. Pure: nothing is recorded until an
 * aggregate enacts it.
 *
 * @param <R> the rejections of the capability
 */
public sealed interface Ruling<R extends Rejection> {

    /** What is recorded. */
    List<LedgerEvent> events();

    /** What the asker is told. */
    Outcome<R> outcome();

    /** It is done: these events happened. */
    record Accepted<R extends Rejection>(List<LedgerEvent> events, Created created) implements Ruling<R> {
        @Override
        public Outcome<R> outcome() {
            return new Outcome.Done<>(created);
        }
    }

    /** It is not done; the refusal itself may have to be recorded. */
    record Refused<R extends Rejection>(R rejection, List<LedgerEvent> events) implements Ruling<R> {
        @Override
        public Outcome<R> outcome() {
            return new Outcome.Rejected<>(rejection);
        }
    }

    /** Accepted, with nothing new to name. */
    static <R extends Rejection> Ruling<R> accepted(LedgerEvent event) {
        return accepted(event, new Created.Nothing());
    }

    /** Accepted, naming what was made. */
    static <R extends Rejection> Ruling<R> accepted(LedgerEvent event, Created created) {
        return new Accepted<>(List.of(event), created);
    }

    /** Rejected, with nothing to record unless somebody tried to speak in a person's place. */
    static <R extends Rejection> Ruling<R> rejected(R rejection) {
        return new Refused<>(
                rejection,
                rejection instanceof SpeaksForAnother attempt
                        ? List.of(new ForgedParticipationRefused(rejection.code(), attempt.inPlaceOf()))
                        : List.of());
    }
}
