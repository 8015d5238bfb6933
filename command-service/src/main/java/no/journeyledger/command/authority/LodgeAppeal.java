package no.journeyledger.command.authority;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that a party appeals. An appeal that comes late is recorded as such; whether it is heard is ruled with it.
 *
 * @param journey the journey
 * @param appeal its id
 * @param decision the decision appealed against
 * @param party who appeals
 * @param on the day they did
 * @param ownWords what they say
 */
public record LodgeAppeal(
        @TargetAggregateIdentifier UUID journey,
        UUID appeal,
        UUID decision,
        UUID party,
        LocalDate on,
        @Nullable Sealed ownWords)
        implements AboutOneJourney {}
