package no.journeyledger.events.journey;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** How a journey ends: a person leaves of their own wish, or the journey closes. No exit refuses a service. */
public sealed interface ClosingEvent extends JourneyEvent {

    /** A person left the programme. It is their wish, not a decision, and took effect at once. */
    @LogicalType("journey.person-left")
    record PersonLeft(UUID person, @Nullable Sealed ownWords) implements ClosingEvent {}

    /**
     * The journey closed.
     *
     * @param reason why
     * @param decision the CLOSE decision, {@code null} when everybody left of their own wish
     */
    @LogicalType("journey.journey-closed")
    record JourneyClosed(CloseReason reason, @Nullable UUID decision) implements ClosingEvent {}

    /**
     * A closed journey was opened again.
     *
     * @param decision the REOPEN decision
     * @param persons who is enrolled in it now
     */
    @LogicalType("journey.journey-reopened")
    record JourneyReopened(UUID decision, List<UUID> persons) implements ClosingEvent {}
}
