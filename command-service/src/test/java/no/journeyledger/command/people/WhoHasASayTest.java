package no.journeyledger.command.people;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.planned;
import static no.journeyledger.events.journey.RefusalReason.CHILD_NOT_HEARD;
import static no.journeyledger.events.journey.RefusalReason.NOT_TAKEN_PART;
import static no.journeyledger.events.journey.RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.consent.ConsentRejection.NotYoursToConsent;
import no.journeyledger.command.consent.GiveConsent;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.RepresentationKind;
import org.junit.jupiter.api.Test;

/** The rule follows the day: a birthday, an expiry, a move, a death. */
class WhoHasASayTest {

    private static final UUID GUARDIAN = STRANGER;

    /** 1 000 kr for a measure that names these people. */
    private static Story budget(UUID... others) {
        var named = new java.util.ArrayList<UUID>(List.of(KARI));
        named.addAll(List.of(others));
        return planned(others).mandate().fund(10_000_000).proposedBudget(named.toArray(UUID[]::new));
    }

    private static RepresentativeAppointed guardian(UUID person, LocalDate until, Affairs... scope) {
        return new RepresentativeAppointed(
                id(300),
                person,
                GUARDIAN,
                envelope(person, "name"),
                RepresentationKind.GUARDIAN,
                List.of(scope),
                TODAY.minusYears(1),
                until,
                envelope(person, "order"));
    }

    private static Missing missing(RefusalReason reason, UUID person, String fact) {
        return new Missing(reason, person, fact);
    }

    /** Samir has a guardian, who agreed in their own session; Samir was heard. */
    private static Story represented(LocalDate until, Affairs... scope) {
        return budget(SAMIR)
                .then(guardian(SAMIR, until, scope))
                .agree(KARI)
                .saysFor(SAMIR, GUARDIAN, Answer.AGREES)
                .heard(SAMIR, HearingOutcome.HEARD, false);
    }

    @Test
    @Shows(rules = NOT_TAKEN_PART)
    void at_15_years_and_364_days_a_parent_answers_and_the_day_after_only_the_child() {
        Story elias = budget(ELIAS).agree(KARI).saysFor(ELIAS, KARI, Answer.AGREES);
        elias.heard(ELIAS, HearingOutcome.HEARD, false).taking().isDone();
        budget(ELIAS)
                .agree(KARI)
                .saysFor(ELIAS, KARI, Answer.AGREES)
                .heard(ELIAS, HearingOutcome.HEARD, false)
                .on(TODAY.plusDays(1))
                .taking()
                .isRefused(REPRESENTATIVE_OUT_OF_SCOPE, missing(REPRESENTATIVE_OUT_OF_SCOPE, ELIAS, KARI.toString()));
        budget(ELIAS).agree(KARI, ELIAS).on(TODAY.plusDays(1)).taking().isDone();
        budget(ELIAS)
                .agree(KARI, ELIAS)
                .heard(ELIAS, HearingOutcome.HEARD, false)
                .taking()
                .isRefused(NOT_TAKEN_PART, new Missing(NOT_TAKEN_PART, ELIAS, null));
    }

    @Test
    @Shows(rules = REPRESENTATIVE_OUT_OF_SCOPE)
    void a_guardian_answers_on_the_last_day_and_is_refused_one_day_past_expiry() {
        represented(TODAY, Affairs.ECONOMIC).taking().isDone();
        represented(TODAY.minusDays(1), Affairs.ECONOMIC)
                .taking()
                .isRefused(
                        REPRESENTATIVE_OUT_OF_SCOPE, missing(REPRESENTATIVE_OUT_OF_SCOPE, SAMIR, GUARDIAN.toString()));
    }

    @Test
    @Shows(rules = REPRESENTATIVE_OUT_OF_SCOPE)
    void a_guardian_of_personal_affairs_does_not_answer_about_money() {
        represented(TODAY.plusYears(1), Affairs.PERSONAL, Affairs.HEALTH)
                .taking()
                .isRefused(
                        REPRESENTATIVE_OUT_OF_SCOPE, missing(REPRESENTATIVE_OUT_OF_SCOPE, SAMIR, GUARDIAN.toString()));
    }

    @Test
    @Shows(rules = CHILD_NOT_HEARD)
    void whoever_is_represented_is_heard_likewise() {
        budget(SAMIR)
                .then(guardian(SAMIR, TODAY, Affairs.ECONOMIC))
                .agree(KARI)
                .saysFor(SAMIR, GUARDIAN, Answer.AGREES)
                .taking()
                .isRefused(CHILD_NOT_HEARD, missing(CHILD_NOT_HEARD, SAMIR, "NO_HEARING"));
        budget(SAMIR)
                .then(guardian(SAMIR, TODAY, Affairs.ECONOMIC))
                .agree(KARI, SAMIR)
                .taking()
                .isDone();
    }

    @Test
    void a_representation_that_was_ended_or_whose_holder_died_answers_nothing() {
        for (var end : List.of(
                new RepresentationEnded(id(300), SAMIR, envelope(SAMIR, "over")), new DeathRecorded(GUARDIAN, TODAY))) {
            represented(TODAY.plusYears(1), Affairs.ECONOMIC)
                    .then(end)
                    .taking()
                    .isRefusedFirstBecause(REPRESENTATIVE_OUT_OF_SCOPE);
        }
    }

    @Test
    void a_guardian_answers_for_a_child_whose_parents_may_not() {
        budget(NORA)
                .then(new ParentalResponsibilityChanged(NORA, List.of(), envelope(NORA, "ruling")))
                .then(guardian(NORA, TODAY, Affairs.ECONOMIC))
                .agree(KARI)
                .saysFor(NORA, KARI, Answer.AGREES)
                .heard(NORA, HearingOutcome.HEARD, false)
                .taking()
                .isRefusedFirstBecause(REPRESENTATIVE_OUT_OF_SCOPE);
        budget(NORA)
                .then(new ParentalResponsibilityChanged(NORA, List.of(), envelope(NORA, "ruling")))
                .then(guardian(NORA, TODAY, Affairs.ECONOMIC))
                .agree(KARI)
                .saysFor(NORA, GUARDIAN, Answer.AGREES)
                .heard(NORA, HearingOutcome.HEARD, false)
                .taking()
                .isDone();
    }

    @Test
    void a_parent_who_moved_out_answers_no_more_for_the_child() {
        budget(SAMIR, NORA)
                .then(new ParentalResponsibilityChanged(NORA, List.of(SAMIR), envelope(NORA, "agreement")))
                .agree(KARI, SAMIR)
                .saysFor(NORA, SAMIR, Answer.AGREES)
                .heard(NORA, HearingOutcome.HEARD, false)
                .then(new MovedOut(SAMIR, TODAY))
                .taking()
                .isRefusedFirstBecause(RefusalReason.NOT_ENROLLED);
    }

    @Test
    void the_dead_are_never_concerned_in_what_is_proposed_after() {
        planned(SAMIR)
                .then(new DeathRecorded(SAMIR, TODAY))
                .mandate()
                .fund(10_000_000)
                .proposedBudget(KARI)
                .agree(KARI)
                .taking()
                .isDone();
    }

    @Test
    void a_corrected_birth_date_is_what_the_rule_follows() {
        budget(NORA)
                .then(new PersonDetailsCorrected(
                        NORA, null, envelope(NORA, TODAY.minusYears(17).toString()), envelope(NORA, "passport")))
                .agree(KARI, NORA)
                .taking()
                .isDone();
    }

    @Test
    @Shows(NotYoursToConsent.class)
    void a_parent_consents_for_a_child_until_the_day_the_child_turns_sixteen() {
        var consent = new GiveConsent(JOURNEY, id(301), ELIAS, HEALTH, "school", "plan", null);
        enrolled(ELIAS).when(consent, person(KARI)).isDone();
        enrolled(ELIAS).when(consent, person(ELIAS)).isRejected(new NotYoursToConsent(ELIAS));
        enrolled(ELIAS).on(TODAY.plusDays(1)).when(consent, person(KARI)).isRejected(new NotYoursToConsent(ELIAS));
        enrolled(ELIAS).on(TODAY.plusDays(1)).when(consent, person(ELIAS)).isDone();
    }
}
