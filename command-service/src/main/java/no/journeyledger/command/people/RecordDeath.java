package no.journeyledger.command.people;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that a person died. When nobody enrolled is left, the journey closes.
 *
 * @param journey the journey
 * @param person who died
 * @param on the day, never in the future
 */
public record RecordDeath(@TargetAggregateIdentifier UUID journey, UUID person, LocalDate on)
        implements AboutOneJourney {}
