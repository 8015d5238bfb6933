package no.journeyledger.command.access;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a journey to the worker who asks, without the person's consent.
 *
 * @param journey the journey
 * @param opening the opening's id
 * @param statute the statute, a code of the list in force
 * @param reason why, in words
 * @param minutes for how long, {@code null} for the standard of the list
 */
public record OpenUnderStatute(
        @TargetAggregateIdentifier UUID journey,
        UUID opening,
        String statute,
        Sealed reason,
        @Nullable Integer minutes) implements AboutOneJourney {}
