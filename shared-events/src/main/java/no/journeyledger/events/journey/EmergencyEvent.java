package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What the law lets a service do at once, before anybody could be asked. It is no decision of this programme and is never called
 * one: whoever it concerns is heard afterwards, and when that does not happen in time the ledger says so.
 */
public sealed interface EmergencyEvent extends JourneyEvent {

    /**
     * A service acted at once.
     *
     * @param emergency its id; in the fund it is also the reservation, and stands for decision, measure and goal
     * @param persons whom it concerns, at least one
     * @param what what was done and why it could not wait
     * @param legalBasis the statute that allows it
     * @param approver who approved it, never the one who recorded it
     * @param fund the fund that pays
     * @param payingService the service whose money it is
     * @param year the budget year
     * @param ceilingOre the most it may cost, in øre, reserved in the same append
     * @param until the last day it lasts
     * @param hearBy the last day on which those it concerns are heard
     * @param policyVersion the version of the policy table that says how late that may be
     */
    @LogicalType("journey.emergency-measure-recorded")
    record EmergencyMeasureRecorded(
            UUID emergency,
            List<UUID> persons,
            Sealed what,
            String legalBasis,
            UUID approver,
            UUID fund,
            UUID payingService,
            int year,
            long ceilingOre,
            LocalDate until,
            LocalDate hearBy,
            String policyVersion)
            implements EmergencyEvent {}

    /**
     * Somebody it concerns was heard.
     *
     * @param emergency the emergency measure
     * @param person who was heard
     * @param on the day
     * @param outcome heard, or did not wish to speak
     * @param objects whether they object to what was done
     * @param view what they say
     */
    @LogicalType("journey.emergency-hearing-recorded")
    record EmergencyHearingRecorded(
            UUID emergency,
            UUID person,
            LocalDate on,
            HearingOutcome outcome,
            boolean objects,
            @Nullable Sealed view) implements EmergencyEvent {}

    /**
     * The hearing date passed and somebody was not heard. Recorded by the ledger itself, once.
     *
     * @param emergency the emergency measure
     * @param unheard who was not heard by then
     */
    @LogicalType("journey.emergency-hearing-overdue")
    record EmergencyHearingOverdue(UUID emergency, List<UUID> unheard) implements EmergencyEvent {}

    /**
     * The emergency measure ended before its last day; what is left of its money may be released.
     *
     * @param emergency the emergency measure
     * @param persons whom it concerned
     * @param on the last day it lasted
     */
    @LogicalType("journey.emergency-measure-ended")
    record EmergencyMeasureEnded(UUID emergency, List<UUID> persons, LocalDate on) implements EmergencyEvent {}
}
