package no.journeyledger.command.plan;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.Undertaking;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the next version of the plan. Ids of goals and measures are kept from version to version.
 *
 * @param journey the journey
 * @param situation the situation in words
 * @param goals its goals, at least one
 * @param measures its measures
 * @param undertakings what each party will do
 * @param expectedBenefits what is expected to be gained, in words
 */
public record DraftPlan(
        UUID journey,
        Sealed situation,
        List<Goal> goals,
        List<Measure> measures,
        List<Undertaking> undertakings,
        @Nullable Sealed expectedBenefits)
        implements PlanCommand {

    @Override
    public Ruling<PlanRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PlanPolicy.draft(state, this, circumstances);
    }
}
