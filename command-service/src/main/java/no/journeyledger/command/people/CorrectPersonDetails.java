package no.journeyledger.command.people;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Corrects a name or birth date that was recorded wrongly. The wrong one stays in the history.
 *
 * @param journey the journey
 * @param person whose
 * @param name the right name, {@code null} when it was right
 * @param birthDate the right birth date in ISO-8601, {@code null} when it was right
 * @param reason how the mistake was found
 */
public record CorrectPersonDetails(
        UUID journey,
        UUID person,
        @Nullable Sealed name,
        @Nullable Sealed birthDate,
        Sealed reason) implements PeopleCommand {

    @Override
    public Ruling<PeopleRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PeoplePolicy.correct(state, this, circumstances);
    }
}
