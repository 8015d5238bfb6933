package no.journeyledger.command.authority;

import static no.journeyledger.command.story.People.ADVISER;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.LABOUR;
import static no.journeyledger.command.story.People.LEADER;
import static no.journeyledger.command.story.People.OUTSIDER;
import static no.journeyledger.command.story.People.SAMIR;
import static no.journeyledger.command.story.People.STRANGER;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.People.person;
import static no.journeyledger.command.story.People.worker;
import static no.journeyledger.command.story.Story.enrolled;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.authority.AuthorityRejection.AlreadyReversed;
import no.journeyledger.command.authority.AuthorityRejection.AppealAlreadyLodged;
import no.journeyledger.command.authority.AuthorityRejection.AppealIdTaken;
import no.journeyledger.command.authority.AuthorityRejection.AppealUnknown;
import no.journeyledger.command.authority.AuthorityRejection.ClerkNotOnTeam;
import no.journeyledger.command.authority.AuthorityRejection.ExternalAboutNobody;
import no.journeyledger.command.authority.AuthorityRejection.ExternalPersonUnknown;
import no.journeyledger.command.authority.AuthorityRejection.NotAParty;
import no.journeyledger.command.authority.AuthorityRejection.NotAppealable;
import no.journeyledger.command.authority.AuthorityRejection.NotYetHappened;
import no.journeyledger.command.authority.AuthorityRejection.NotYoursToAppeal;
import no.journeyledger.command.authority.AuthorityRejection.NoticeAlreadyGiven;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.AppealOutcome;
import no.journeyledger.events.journey.AppealTerm;
import no.journeyledger.events.journey.AuthorityEvent.AppealLodged;
import no.journeyledger.events.journey.AuthorityEvent.AppealRuled;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.AuthorityEvent.ExternalDecisionRecorded;
import no.journeyledger.events.journey.AuthorityEvent.NoticeGiven;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.Matter;
import org.junit.jupiter.api.Test;

/** A party is told, may appeal for some weeks, and a decision that was reversed no longer holds. */
class AppealingTest {

    private static final UUID RIGHTS = id(46);
    private static final UUID APPEAL = id(47);
    private static final UUID EXTERNAL = id(48);

    private static Story decided(AppealTerm term) {
        return enrolled(SAMIR)
                .then(new DecisionTaken(
                        RIGHTS,
                        new Matter.OfIndividual(LABOUR, List.of(KARI), term, null),
                        "hash",
                        List.of(),
                        LEADER,
                        List.of(),
                        null,
                        "2026-01"));
    }

    private static Story decided() {
        return decided(AppealTerm.GENERAL);
    }

    private static NoticeGiven noticed(LocalDate until) {
        return new NoticeGiven(RIGHTS, KARI, TODAY, until, "2026-01");
    }

    private static AppealLodged lodged(boolean late, LocalDate on) {
        return new AppealLodged(APPEAL, RIGHTS, KARI, on, late, null);
    }

    private static LodgeAppeal appeal(UUID party, LocalDate on) {
        return new LodgeAppeal(JOURNEY, APPEAL, RIGHTS, party, on, null);
    }

    private static RuleOnAppeal ruling(AppealOutcome outcome) {
        return new RuleOnAppeal(JOURNEY, APPEAL, outcome, "the appeals board", TODAY, envelope(KARI, "grounds"));
    }

    private static RecordExternalDecision external(UUID... persons) {
        return new RecordExternalDecision(
                JOURNEY, EXTERNAL, "the county governor", List.of(persons), TODAY, null, envelope(KARI, "what"));
    }

    @Test
    void a_party_has_three_weeks_from_the_day_the_notice_reached_them() {
        decided()
                .when(new GiveNotice(JOURNEY, RIGHTS, KARI, TODAY), worker(ADVISER))
                .records(noticed(TODAY.plusWeeks(3)));
    }

    @Test
    void a_patient_or_user_has_four() {
        decided(AppealTerm.PATIENT_AND_USER)
                .when(new GiveNotice(JOURNEY, RIGHTS, KARI, TODAY), worker(ADVISER))
                .records(noticed(TODAY.plusWeeks(4)));
    }

    @Test
    void a_party_appeals_in_their_own_session_on_the_last_day() {
        LocalDate last = TODAY.plusWeeks(3);
        decided()
                .then(noticed(last))
                .on(last)
                .when(appeal(KARI, last), person(KARI))
                .records(lodged(false, last))
                .answers(new Created.Appeal(APPEAL));
    }

    @Test
    void an_appeal_a_day_later_is_late_and_not_turned_away() {
        LocalDate late = TODAY.plusWeeks(3).plusDays(1);
        decided()
                .then(noticed(TODAY.plusWeeks(3)))
                .on(late)
                .when(appeal(KARI, late), person(KARI))
                .records(lodged(true, late));
    }

    @Test
    void an_appeal_is_lodged_and_ruled_on_after_closing() {
        decided().closed().when(appeal(KARI, TODAY), worker(ADVISER)).records(lodged(false, TODAY));
        decided()
                .closed()
                .then(lodged(false, TODAY))
                .when(ruling(AppealOutcome.REVERSED), worker(ADVISER))
                .records(
                        new AppealRuled(
                                APPEAL,
                                RIGHTS,
                                KARI,
                                AppealOutcome.REVERSED,
                                "the appeals board",
                                TODAY,
                                envelope(KARI, "grounds")),
                        new DecisionReversed(RIGHTS, APPEAL, null));
    }

    @Test
    void a_decision_that_was_upheld_stands() {
        decided()
                .then(lodged(false, TODAY))
                .when(ruling(AppealOutcome.UPHELD), worker(ADVISER))
                .records(new AppealRuled(
                        APPEAL,
                        RIGHTS,
                        KARI,
                        AppealOutcome.UPHELD,
                        "the appeals board",
                        TODAY,
                        envelope(KARI, "grounds")));
    }

    @Test
    void another_authoritys_decision_is_recorded_as_it_is() {
        decided()
                .when(external(SAMIR), worker(ADVISER))
                .records(new ExternalDecisionRecorded(
                        EXTERNAL, "the county governor", List.of(SAMIR), TODAY, null, envelope(KARI, "what")));
    }

    @Test
    @Shows(ClerkNotOnTeam.class)
    void the_team_records_notices_and_appeals() {
        decided().when(appeal(KARI, TODAY), worker(OUTSIDER)).isRejected(new ClerkNotOnTeam(OUTSIDER));
        decided().when(external(SAMIR), worker(OUTSIDER)).isRejected(new ClerkNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(NotAppealable.class)
    void only_decisions_about_rights_or_duties_are_appealed_against() {
        enrolled(SAMIR).when(appeal(KARI, TODAY), worker(ADVISER)).isRejected(new NotAppealable(RIGHTS));
        enrolled(SAMIR)
                .when(new GiveNotice(JOURNEY, RIGHTS, KARI, TODAY), worker(ADVISER))
                .isRejected(new NotAppealable(RIGHTS));
    }

    @Test
    @Shows(NotAParty.class)
    void only_a_party_appeals() {
        decided().when(appeal(SAMIR, TODAY), worker(ADVISER)).isRejected(new NotAParty(SAMIR));
        decided()
                .when(new GiveNotice(JOURNEY, RIGHTS, SAMIR, TODAY), worker(ADVISER))
                .isRejected(new NotAParty(SAMIR));
    }

    @Test
    @Shows(NoticeAlreadyGiven.class)
    void the_time_to_appeal_runs_once() {
        decided()
                .then(noticed(TODAY.plusWeeks(3)))
                .when(new GiveNotice(JOURNEY, RIGHTS, KARI, TODAY), worker(ADVISER))
                .isRejected(new NoticeAlreadyGiven(KARI));
    }

    @Test
    @Shows(NotYetHappened.class)
    void what_lies_ahead_is_not_recorded() {
        decided()
                .when(appeal(KARI, TODAY.plusDays(1)), worker(ADVISER))
                .isRejected(new NotYetHappened(TODAY.plusDays(1)));
        decided()
                .when(new GiveNotice(JOURNEY, RIGHTS, KARI, TODAY.plusDays(1)), worker(ADVISER))
                .isRejected(new NotYetHappened(TODAY.plusDays(1)));
    }

    @Test
    @Shows(NotYoursToAppeal.class)
    void nobody_appeals_for_another_adult() {
        decided().when(appeal(KARI, TODAY), person(SAMIR)).isRejected(new NotYoursToAppeal(KARI));
        decided().when(appeal(KARI, TODAY), person(STRANGER)).isRejected(new NotYoursToAppeal(KARI));
    }

    @Test
    @Shows(AppealIdTaken.class)
    void an_appeal_is_lodged_once() {
        decided()
                .then(lodged(false, TODAY))
                .when(appeal(KARI, TODAY), worker(ADVISER))
                .isRejected(new AppealIdTaken(APPEAL));
    }

    @Test
    @Shows(AppealAlreadyLodged.class)
    void a_party_has_one_appeal_at_a_time() {
        decided()
                .then(lodged(false, TODAY))
                .when(new LodgeAppeal(JOURNEY, id(49), RIGHTS, KARI, TODAY, null), worker(ADVISER))
                .isRejected(new AppealAlreadyLodged(APPEAL));
    }

    @Test
    @Shows(AlreadyReversed.class)
    void nobody_appeals_against_what_no_longer_holds() {
        decided()
                .then(new DecisionReversed(RIGHTS, null, id(50)))
                .when(appeal(KARI, TODAY), worker(ADVISER))
                .isRejected(new AlreadyReversed(RIGHTS));
    }

    @Test
    @Shows(AppealUnknown.class)
    void an_appeal_is_ruled_on_once() {
        decided().when(ruling(AppealOutcome.UPHELD), worker(ADVISER)).isRejected(new AppealUnknown(APPEAL));
    }

    @Test
    @Shows(ExternalPersonUnknown.class)
    void another_authoritys_decision_is_about_the_household() {
        decided().when(external(STRANGER), worker(ADVISER)).isRejected(new ExternalPersonUnknown(STRANGER));
    }

    @Test
    @Shows(ExternalAboutNobody.class)
    void another_authoritys_decision_is_about_somebody() {
        decided().when(external(), worker(ADVISER)).isRejected(new ExternalAboutNobody(EXTERNAL));
    }
}
