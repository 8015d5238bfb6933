package no.journeyledger.command.plan;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Gathers a plan that some service already has for a person into this one.
 *
 * @param journey the journey
 * @param gathered its id here
 * @param person whose plan it is
 * @param service the service that made it
 * @param reference what it is and where it is kept, in words
 */
public record GatherPlan(UUID journey, UUID gathered, UUID person, UUID service, Sealed reference)
        implements PlanCommand {

    @Override
    public Ruling<PlanRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PlanPolicy.gather(state, this, circumstances);
    }
}
