package no.journeyledger.command.closing;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A person leaves the programme. It takes effect at once, for that person; when nobody is left the journey closes.
 *
 * @param journey the journey
 * @param person who leaves
 * @param ownWords in their own words
 */
public record LeaveProgramme(
        @TargetAggregateIdentifier UUID journey,
        UUID person,
        @Nullable Sealed ownWords) implements AboutOneJourney {}
