package no.journeyledger.events.journey;

import java.time.Instant;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** Who was let into a journey without the person's consent, and who tried to speak in a person's place. */
public sealed interface AccessEvent extends JourneyEvent {

    /**
     * A worker opened the journey to themselves under a statute, for a short while. The citizen sees it at once.
     *
     * @param opening its id
     * @param worker to whom it is open
     * @param service the worker's service
     * @param statute the statute, a code of the list of statutes in force
     * @param reason why, in words
     * @param until the moment from which it is closed again
     */
    @LogicalType("journey.opened-under-statute")
    record OpenedUnderStatute(
            UUID opening,
            UUID worker,
            UUID service,
            @NotPersonal("a code of a list") String statute,
            Sealed reason,
            Instant until)
            implements AccessEvent {}

    /**
     * Somebody tried to take part in a person's place, or to be their own witness, and was refused. Who tried stands beside
     * every event.
     *
     * @param attempt what was tried, the name of the rejection
     * @param about whose participation it would have been, {@code null} when it was several persons'
     */
    @LogicalType("journey.forged-participation-refused")
    record ForgedParticipationRefused(
            @NotPersonal("a code of a list") String attempt,
            @Nullable UUID about) implements AccessEvent {}
}
