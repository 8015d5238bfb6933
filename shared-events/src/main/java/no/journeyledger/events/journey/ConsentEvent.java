package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * Consent to cooperate: which service may learn what about a person, why and until when. It is not the legal basis for
 * the casework itself, and withdrawing it never ends a right to services.
 */
public sealed interface ConsentEvent extends JourneyEvent {

    /**
     * A person opened information about themselves to a service.
     *
     * @param consent its id
     * @param person whom the information is about
     * @param service who may have it
     * @param information the kind of information, a code such as {@code health}
     * @param purpose what it may be used for
     * @param until the last day it holds, {@code null} when until withdrawn
     */
    @LogicalType("journey.consent-given")
    record ConsentGiven(
            UUID consent,
            UUID person,
            UUID service,
            @NotPersonal("a code") String information,

            @NotPersonal("what it may be used for; the API says: never about a person")
            String purpose,

            @Nullable LocalDate until)
            implements ConsentEvent {}

    /** The person took a consent back; it holds no longer from this moment. */
    @LogicalType("journey.consent-withdrawn")
    record ConsentWithdrawn(UUID consent) implements ConsentEvent {}
}
