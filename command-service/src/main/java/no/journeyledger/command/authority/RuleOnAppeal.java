package no.journeyledger.command.authority;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AppealOutcome;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what came of an appeal.
 *
 * @param journey the journey
 * @param appeal the appeal
 * @param outcome what came of it
 * @param body who ruled; not personal
 * @param on the day of the ruling
 * @param grounds why
 */
public record RuleOnAppeal(
        @TargetAggregateIdentifier UUID journey,
        UUID appeal,
        AppealOutcome outcome,
        String body,
        LocalDate on,
        Sealed grounds)
        implements AboutOneJourney {}
