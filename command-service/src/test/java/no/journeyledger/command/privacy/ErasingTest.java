package no.journeyledger.command.privacy;

import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.People.worker;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.person.ClaimState;
import no.journeyledger.command.privacy.PrivacyRejection.AlreadyErased;
import no.journeyledger.command.privacy.PrivacyRejection.HeldBack;
import no.journeyledger.command.privacy.PrivacyRejection.HoldEndsInThePast;
import no.journeyledger.command.privacy.PrivacyRejection.HoldUnknown;
import no.journeyledger.command.privacy.PrivacyRejection.MustBeKept;
import no.journeyledger.command.privacy.PrivacyRejection.NothingKept;
import no.journeyledger.command.privacy.PrivacyRejection.StillInAJourney;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.person.PrivacyEvent.LegalHoldLifted;
import no.journeyledger.events.person.PrivacyEvent.LegalHoldPlaced;
import no.journeyledger.events.person.PrivacyEvent.PersonErased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Erasing is for good, so everything that stands against it is asked first. */
class ErasingTest {

    private static final String BASIS = "GDPR art. 17 no. 1 b";
    private static final Circumstances NOW =
            new Circumstances(worker(id(39)), TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), TODAY);
    private static final ClaimState FREE = new ClaimState(KARI, null);

    private static ErasePerson erase(LocalDate... left) {
        return new ErasePerson(PersonPrivacy.idOf(KARI), KARI, BASIS, true, List.of(left));
    }

    private static PrivacyState held(@Nullable LocalDate until) {
        return PrivacyState.EMPTY.evolve(new LegalHoldPlaced(id(951), KARI, "Tvisteloven § 26-5", until));
    }

    private static void rejects(Ruling<PrivacyRejection> ruling, PrivacyRejection rejection) {
        assertThat(ruling.outcome()).isEqualTo(new Outcome.Rejected<>(rejection));
        assertThat(ruling.events()).isEmpty();
    }

    @Test
    void a_person_is_erased_when_nothing_must_be_kept_any_more() {
        var ruling = PrivacyPolicy.erase(PrivacyState.EMPTY, FREE, erase(TODAY.minusYears(10)), NOW);
        assertThat(ruling.events()).containsExactly(new PersonErased(KARI, BASIS, "2026-01"));
        assertThat(ruling.outcome()).isEqualTo(new Outcome.Done<>(new Created.Erasure(KARI)));
    }

    @Test
    @Shows(MustBeKept.class)
    void what_the_archive_law_keeps_is_kept_to_the_day() {
        rejects(
                PrivacyPolicy.erase(
                        PrivacyState.EMPTY,
                        FREE,
                        erase(TODAY.minusYears(20), TODAY.minusYears(10).plusDays(1)),
                        NOW),
                new MustBeKept(
                        KARI,
                        "Arkivlova § 9 c, with the municipality's plan for preservation and disposal",
                        TODAY.plusDays(1)));
    }

    @Test
    @Shows(StillInAJourney.class)
    void nobody_is_erased_from_an_open_journey() {
        rejects(
                PrivacyPolicy.erase(PrivacyState.EMPTY, new ClaimState(KARI, JOURNEY), erase(), NOW),
                new StillInAJourney(KARI, JOURNEY));
    }

    @Test
    @Shows(HeldBack.class)
    void a_legal_hold_comes_first_and_ends_after_its_last_day() {
        rejects(
                PrivacyPolicy.erase(held(null), new ClaimState(KARI, JOURNEY), erase(), NOW),
                new HeldBack(KARI, "Tvisteloven § 26-5", "-"));
        rejects(
                PrivacyPolicy.erase(held(TODAY), FREE, erase(), NOW),
                new HeldBack(KARI, "Tvisteloven § 26-5", TODAY.toString()));
        assertThat(PrivacyPolicy.erase(held(TODAY.minusDays(1)), FREE, erase(), NOW)
                        .events())
                .hasSize(1);
        var lifted = held(null).evolve(new LegalHoldLifted(id(951), KARI));
        assertThat(PrivacyPolicy.erase(lifted, FREE, erase(), NOW).events()).hasSize(1);
    }

    @Test
    @Shows(AlreadyErased.class)
    void nobody_is_erased_twice_nor_held_back_afterwards() {
        var erased = PrivacyState.EMPTY.evolve(new PersonErased(KARI, BASIS, "2026-01"));
        rejects(PrivacyPolicy.erase(erased, FREE, erase(), NOW), new AlreadyErased(KARI));
        rejects(
                PrivacyPolicy.hold(erased, new PlaceLegalHold(PersonPrivacy.idOf(KARI), KARI, id(951), "s", null), NOW),
                new AlreadyErased(KARI));
    }

    @Test
    @Shows(NothingKept.class)
    void somebody_of_whom_nothing_is_kept_is_not_erased() {
        rejects(
                PrivacyPolicy.erase(
                        PrivacyState.EMPTY,
                        ClaimState.NONE,
                        new ErasePerson(PersonPrivacy.idOf(KARI), KARI, BASIS, false, List.of()),
                        NOW),
                new NothingKept(KARI));
    }

    @Test
    @Shows({HoldUnknown.class, HoldEndsInThePast.class})
    void a_hold_is_lifted_once_and_lies_ahead() {
        rejects(
                PrivacyPolicy.lift(PrivacyState.EMPTY, new LiftLegalHold(PersonPrivacy.idOf(KARI), KARI, id(951))),
                new HoldUnknown(id(951)));
        rejects(
                PrivacyPolicy.hold(
                        PrivacyState.EMPTY,
                        new PlaceLegalHold(PersonPrivacy.idOf(KARI), KARI, id(951), "s", TODAY.minusDays(1)),
                        NOW),
                new HoldEndsInThePast(TODAY.minusDays(1)));
    }
}
