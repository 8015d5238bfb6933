package no.journeyledger.command.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * A unit head delegates to a team member what they may decide on the unit's behalf. The unit head is the actor.
 *
 * @param journey the journey
 * @param mandate its id
 * @param worker to whom; never the unit head themselves
 * @param service the paying service, the unit head's own
 * @param ceilingOre the most one decision may commit of this service's money, in whole øre
 * @param budgetYears the budget years it covers, at least one
 * @param from the first day it is in force
 * @param until the last day it is in force
 * @param beyondTheYear whether a pledge beyond the current budget year is allowed
 */
public record DelegateMandate(
        UUID journey,
        UUID mandate,
        UUID worker,
        UUID service,
        long ceilingOre,
        List<Integer> budgetYears,
        LocalDate from,
        LocalDate until,
        boolean beyondTheYear)
        implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.delegate(state, this, circumstances);
    }
}
