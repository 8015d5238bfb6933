package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A person chooses somebody they trust, who may attend anything with them.
 *
 * @param journey the journey
 * @param person who chooses
 * @param trusted the chosen one's random id
 * @param name the chosen one's name, sealed with the choosing person's key
 */
public record NameTrustedPerson(@TargetAggregateIdentifier UUID journey, UUID person, UUID trusted, Sealed name) {}
