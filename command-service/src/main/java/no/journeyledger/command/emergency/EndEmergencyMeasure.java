package no.journeyledger.command.emergency;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends an emergency measure before its last day.
 *
 * @param journey the journey
 * @param emergency the emergency measure
 * @param on the last day it lasted
 */
public record EndEmergencyMeasure(@TargetAggregateIdentifier UUID journey, UUID emergency, LocalDate on)
        implements AboutOneJourney {}
