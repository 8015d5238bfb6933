package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** The investment plan: drafted, agreed to by version, its measures finished. */
public sealed interface PlanEvent extends JourneyEvent {

    /**
     * A version of the plan was drafted. Agreement is to a version, so adjusting a plan drafts the next.
     *
     * @param version 1 for the first, then one more each time
     * @param situation the situation in words
     * @param goals its goals
     * @param measures its measures
     * @param undertakings what each party will do
     * @param expectedBenefits what the citizen, the municipality and society are expected to gain, in words
     * @param contentHash SHA-256 over everything above in canonical order, base64url: what a PLAN decision is about
     */
    @LogicalType("journey.plan-drafted")
    record PlanDrafted(
            int version,
            Sealed situation,
            List<Goal> goals,
            List<Measure> measures,
            List<Undertaking> undertakings,
            @Nullable Sealed expectedBenefits,
            @NotPersonal("a hash over commitments") String contentHash)
            implements PlanEvent {}

    /**
     * A version of the plan was agreed by a decision; with the first, the phase is {@link Phase#MAINTAIN}.
     *
     * @param version the version
     * @param decision the PLAN decision
     */
    @LogicalType("journey.plan-agreed")
    record PlanAgreed(int version, UUID decision) implements PlanEvent {}

    /** A measure of the agreed plan was carried out. */
    @LogicalType("journey.measure-finished")
    record MeasureFinished(UUID measure, @Nullable Sealed outcome) implements PlanEvent {}

    /**
     * Work on a measure of the agreed plan began.
     *
     * @param measure which one
     * @param on the day it began
     */
    @LogicalType("journey.measure-started")
    record MeasureStarted(UUID measure, LocalDate on) implements PlanEvent {}

    /**
     * A measure that a newer agreed plan leaves out was dropped.
     *
     * @param measure which one
     * @param reason why
     */
    @LogicalType("journey.measure-dropped")
    record MeasureDropped(UUID measure, Sealed reason) implements PlanEvent {}

    /**
     * A plan that some service already had for a person was gathered into this one.
     *
     * @param gathered its id here
     * @param person whose plan it is
     * @param service the service that made it
     * @param reference what it is and where it is kept, in words
     */
    @LogicalType("journey.individual-plan-gathered")
    record IndividualPlanGathered(UUID gathered, UUID person, UUID service, Sealed reference) implements PlanEvent {}
}
