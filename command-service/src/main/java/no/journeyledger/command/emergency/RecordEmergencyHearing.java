package no.journeyledger.command.emergency;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.HearingOutcome;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody an emergency measure concerns was heard, in time or too late.
 *
 * @param journey the journey
 * @param emergency the emergency measure
 * @param person who was heard
 * @param on the day
 * @param outcome heard, or did not wish to speak; that nobody asked is no hearing
 * @param objects whether they object
 * @param view what they say
 */
public record RecordEmergencyHearing(
        @TargetAggregateIdentifier UUID journey,
        UUID emergency,
        UUID person,
        LocalDate on,
        HearingOutcome outcome,
        boolean objects,
        @Nullable Sealed view)
        implements AboutOneJourney {}
