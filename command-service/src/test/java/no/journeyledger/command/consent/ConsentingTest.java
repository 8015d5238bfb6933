package no.journeyledger.command.consent;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.consent.ConsentRejection.ConsentAfterClosing;
import no.journeyledger.command.consent.ConsentRejection.ConsentExpiresInThePast;
import no.journeyledger.command.consent.ConsentRejection.ConsentIdTaken;
import no.journeyledger.command.consent.ConsentRejection.ConsentPersonUnknown;
import no.journeyledger.command.consent.ConsentRejection.ConsentUnknown;
import no.journeyledger.command.consent.ConsentRejection.NotYoursToConsent;
import no.journeyledger.command.consent.ConsentRejection.WideningIsADecision;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Consent to cooperate, and its withdrawal. */
class ConsentingTest {

    private static final UUID CONSENT = id(95);

    private static GiveConsent give(UUID person, @Nullable LocalDate until) {
        return new GiveConsent(JOURNEY, CONSENT, person, HEALTH, "health", "one plan", until);
    }

    private static Story given(UUID person) {
        return enrolled(SAMIR).then(new ConsentGiven(CONSENT, person, HEALTH, "health", "one plan", null));
    }

    @Test
    void a_person_consents_and_withdraws_at_once_also_after_closing() {
        enrolled()
                .when(give(KARI, TODAY), person(KARI))
                .records(new ConsentGiven(CONSENT, KARI, HEALTH, "health", "one plan", TODAY))
                .answers(new Created.Consent(CONSENT));
        given(KARI)
                .closed()
                .when(new WithdrawConsent(JOURNEY, CONSENT), person(KARI))
                .records(new ConsentWithdrawn(CONSENT));
    }

    @Test
    void a_holder_of_parental_responsibility_consents_for_a_child() {
        enrolled(NORA).when(give(NORA, null), person(KARI)).isDone();
    }

    @Test
    @Shows(ConsentAfterClosing.class)
    void nothing_more_is_shared_after_closing() {
        enrolled().closed().when(give(KARI, null), person(KARI)).isRejected(new ConsentAfterClosing(JOURNEY));
    }

    @Test
    @Shows(ConsentPersonUnknown.class)
    void consent_is_about_somebody_of_the_household() {
        enrolled().when(give(STRANGER, null), worker(LEADER)).isRejected(new ConsentPersonUnknown(STRANGER));
    }

    @Test
    @Shows(NotYoursToConsent.class)
    void nobody_consents_for_another_adult() {
        enrolled(SAMIR).when(give(SAMIR, null), person(KARI)).isRejected(new NotYoursToConsent(SAMIR));
        given(SAMIR).when(new WithdrawConsent(JOURNEY, CONSENT), person(KARI)).isRejected(new NotYoursToConsent(SAMIR));
    }

    @Test
    @Shows(ConsentIdTaken.class)
    void a_consent_is_given_once() {
        given(KARI).when(give(KARI, null), person(KARI)).isRejected(new ConsentIdTaken(CONSENT));
    }

    @Test
    @Shows(ConsentExpiresInThePast.class)
    void a_consent_does_not_expire_in_the_past() {
        enrolled()
                .when(give(KARI, TODAY.minusDays(1)), person(KARI))
                .isRejected(new ConsentExpiresInThePast(TODAY.minusDays(1)));
    }

    @Test
    @Shows(WideningIsADecision.class)
    void once_enrolled_nobody_else_records_that_more_is_shared() {
        enrolled().when(give(KARI, null), worker(LEADER)).isRejected(new WideningIsADecision(KARI));
        enrolled().when(give(KARI, null), person(KARI)).isDone();
    }

    @Test
    @Shows(ConsentUnknown.class)
    void what_was_not_given_is_not_withdrawn() {
        enrolled().when(new WithdrawConsent(JOURNEY, CONSENT), person(KARI)).isRejected(new ConsentUnknown(CONSENT));
    }
}
