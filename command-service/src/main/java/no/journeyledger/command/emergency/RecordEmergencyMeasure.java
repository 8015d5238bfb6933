package no.journeyledger.command.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that a service acted at once. What it may cost is reserved in the fund in the same append.
 *
 * @param journey the journey
 * @param emergency its id
 * @param persons whom it concerns, at least one
 * @param what what was done and why it could not wait
 * @param legalBasis the statute that allows it
 * @param approver who approved it, never the one who records it
 * @param fund the fund that pays
 * @param payingService the service whose money it is
 * @param year the budget year
 * @param ceilingOre the most it may cost, in whole øre
 * @param until the last day it lasts
 * @param hearBy the last day on which those it concerns are heard
 */
public record RecordEmergencyMeasure(
        @TargetAggregateIdentifier UUID journey,
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
        LocalDate hearBy)
        implements AboutOneJourney {}
