package no.journeyledger.command.people;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A person moves out of the household. They are concerned by nothing more here, and may enter another journey.
 *
 * @param journey the journey
 * @param person who moves out; never the citizen, whose household it is
 * @param on the day, never in the future
 */
public record MoveOut(@TargetAggregateIdentifier UUID journey, UUID person, LocalDate on) implements AboutOneJourney {}
