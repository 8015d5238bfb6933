package no.journeyledger.command.emergency;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that the hearing date of an emergency measure passed with somebody unheard. The ledger asks itself.
 *
 * @param journey the journey
 * @param emergency the emergency measure
 */
public record MarkHearingOverdue(@TargetAggregateIdentifier UUID journey, UUID emergency) implements AboutOneJourney {}
