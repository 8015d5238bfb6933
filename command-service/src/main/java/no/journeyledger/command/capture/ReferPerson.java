package no.journeyledger.command.capture;

import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Door;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a journey for a person: no title and no case number, a door and a person.
 *
 * @param journey the journey
 * @param person the person's random id
 * @param name their name, sealed with their key
 * @param birthDate their birth date in ISO-8601, sealed with their key
 * @param door where they came in
 * @param wish what they hope for, in their own words
 */
public record ReferPerson(
        @TargetAggregateIdentifier UUID journey,
        UUID person,
        Sealed name,
        Sealed birthDate,
        Door door,
        @Nullable Sealed wish) {}
