package no.journeyledger.command.people;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Records what a person needs in order to take part on their own terms; what was recorded before no longer holds.
 *
 * @param journey the journey
 * @param person who needs it
 * @param interpreter whether they need an interpreter
 * @param language the language, a BCP 47 tag
 * @param otherHelp other help: signs, pictures, easy words, more time
 */
public record RecordInterpreterNeed(
        UUID journey,
        UUID person,
        boolean interpreter,
        @Nullable Sealed language,
        @Nullable Sealed otherHelp) implements PeopleCommand {

    @Override
    public Ruling<PeopleRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PeoplePolicy.interpreterNeed(state, this, circumstances, birthDates);
    }
}
