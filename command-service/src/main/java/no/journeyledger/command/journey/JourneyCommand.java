package no.journeyledger.command.journey;

import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;

/**
 * A command about one journey and nothing beside it. It knows the policy that rules on it, so that nothing but its capability
 * has to know the command: each capability has a sealed family of these, named in {@link Routing}.
 *
 * @param <R> the rejections of its capability
 */
public interface JourneyCommand<R extends Rejection> extends AboutOneJourney {

    /**
     * What its policy decides.
     *
     * @param birthDates opens birth dates, for rules that ask for an age
     */
    Ruling<R> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates);
}
