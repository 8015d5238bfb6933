package no.journeyledger.command.people;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.capture.CaptureState.Member;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.Affairs;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak for whom on a day, outside decisions (which ask the same of those they concern): a person from the age of
 * their own say for themselves; before, a holder of parental responsibility in the household; and a guardian or attorney
 * within their scope and before their expiry.
 *
 * @param state the journey
 * @param day the day it is asked about
 * @param birthDates opens the birth dates it needs
 */
public record WhoHasASay(JourneyState state, LocalDate day, BirthDates birthDates) {

    /** Whether the person speaks for themselves in these affairs. */
    public boolean ownSay(UUID person, Affairs affairs) {
        return AgeTable.inForceOn(day).hasOwnSay(birthDate(person), affairs, day);
    }

    /** Whether somebody may act for a person: themselves at any age, or whoever speaks for them. */
    public boolean mayActFor(UUID actor, UUID person, Affairs affairs) {
        return actor.equals(person) || speaksFor(actor, person, affairs);
    }

    /** Whether somebody may bind a person in these affairs: themselves from the age of their own say, or whoever speaks for them. */
    public boolean mayBind(UUID actor, UUID person, Affairs affairs) {
        return actor.equals(person) ? ownSay(person, affairs) : speaksFor(actor, person, affairs);
    }

    private boolean speaksFor(UUID actor, UUID person, Affairs affairs) {
        return state.people().represents(actor, person, affairs, day)
                || (state.capture().holdsParentalResponsibility(actor, person) && !ownSay(person, affairs));
    }

    private @Nullable LocalDate birthDate(UUID person) {
        Member member = state.capture().household().get(person);
        return member == null ? null : birthDates.open(member.birthDate()).orElse(null);
    }
}
