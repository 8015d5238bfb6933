package no.journeyledger.command.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records what another authority decided about people of the household. It allocates nothing.
 *
 * @param journey the journey
 * @param external its id
 * @param authority who decided; not personal
 * @param persons whom it is about, at least one
 * @param on the day it was decided
 * @param legalBasis the statute it rests on; not personal
 * @param what what was decided
 */
public record RecordExternalDecision(
        @TargetAggregateIdentifier UUID journey,
        UUID external,
        String authority,
        List<UUID> persons,
        LocalDate on,
        @Nullable String legalBasis,
        Sealed what)
        implements AboutOneJourney {}
