package no.journeyledger.command.plan;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.Undertaking;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
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
        @TargetAggregateIdentifier UUID journey,
        Sealed situation,
        List<Goal> goals,
        List<Measure> measures,
        List<Undertaking> undertakings,
        @Nullable Sealed expectedBenefits) {}
