package no.journeyledger.command.emergency;

import static no.journeyledger.command.story.People.ADVISER;
import static no.journeyledger.command.story.People.FUND;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.LABOUR;
import static no.journeyledger.command.story.People.LEADER;
import static no.journeyledger.command.story.People.OTHER_FUND;
import static no.journeyledger.command.story.People.OUTSIDER;
import static no.journeyledger.command.story.People.SAMIR;
import static no.journeyledger.command.story.People.STRANGER;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.People.worker;
import static no.journeyledger.command.story.Story.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.emergency.EmergencyRejection.ApproverIsRecorder;
import no.journeyledger.command.emergency.EmergencyRejection.ApproverRelated;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyAfterClosing;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyAlreadyEnded;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyCeilingOutOfRange;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyConcernsNobody;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyDoesNotConcern;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyEndsBeforeItBegins;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyEndsInTheFuture;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyFundExhausted;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyFundUnknown;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyHearingInTheFuture;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyHearingNeedsView;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyIdTaken;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyPersonUnknown;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyRecorderNotOnTeam;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyUnknown;
import no.journeyledger.command.emergency.EmergencyRejection.HearingNotDue;
import no.journeyledger.command.emergency.EmergencyRejection.HearingTooLate;
import no.journeyledger.command.emergency.EmergencyRejection.NotSoughtIsNoHearing;
import no.journeyledger.command.emergency.EmergencyRejection.NothingOverdue;
import no.journeyledger.command.fund.ReleaseReservation;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.Actor;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingRecorded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureEnded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;
import no.journeyledger.events.journey.HearingOutcome;
import org.junit.jupiter.api.Test;

/** A service acts at once; whoever it concerns is heard within days, or the ledger says that they were not. */
class EmergencyTest {

    private static final UUID EMERGENCY = id(65);
    private static final LocalDate HEAR_BY = TODAY.plusDays(7);
    private static final Actor THE_LEDGER = new Actor(new UUID(0, 0), Actor.Kind.LEDGER, null, null);

    private static RecordEmergencyMeasure acted(
            List<UUID> persons, UUID approver, UUID fund, long ceilingOre, LocalDate until, LocalDate hearBy) {
        return new RecordEmergencyMeasure(
                JOURNEY,
                EMERGENCY,
                persons,
                envelope(KARI, "a bed for the night"),
                "the act, section 27",
                approver,
                fund,
                LABOUR,
                2026,
                ceilingOre,
                until,
                hearBy);
    }

    private static RecordEmergencyMeasure acted() {
        return acted(List.of(KARI, SAMIR), LEADER, FUND, 200_000, TODAY.plusDays(3), HEAR_BY);
    }

    private static EmergencyMeasureRecorded recorded() {
        return new EmergencyMeasureRecorded(
                EMERGENCY,
                List.of(KARI, SAMIR),
                envelope(KARI, "a bed for the night"),
                "the act, section 27",
                LEADER,
                FUND,
                LABOUR,
                2026,
                200_000,
                TODAY.plusDays(3),
                HEAR_BY,
                "2026-01");
    }

    private static Story household() {
        return enrolled(SAMIR).fund(1_000_000);
    }

    private static Story afterwards() {
        return household().then(recorded());
    }

    private static RecordEmergencyHearing hearing(UUID person, LocalDate on, HearingOutcome outcome, boolean view) {
        return new RecordEmergencyHearing(
                JOURNEY, EMERGENCY, person, on, outcome, true, view ? envelope(person, "view") : null);
    }

    private static EmergencyHearingRecorded heard(UUID person) {
        return new EmergencyHearingRecorded(
                EMERGENCY, person, TODAY, HearingOutcome.HEARD, true, envelope(person, "view"));
    }

    private static MarkHearingOverdue overdue() {
        return new MarkHearingOverdue(JOURNEY, EMERGENCY);
    }

    private static void rejects(RecordEmergencyMeasure command, EmergencyRejection rejection) {
        household().when(command, worker(ADVISER)).isRejected(rejection);
    }

    @Test
    void it_is_recorded_and_its_ceiling_reserved_in_one_append() {
        Story story = household();
        story.when(acted(), worker(ADVISER)).records(recorded()).answers(new Created.EmergencyMeasure(EMERGENCY));
        assertThat(story.recordedBeside(FUND))
                .endsWith(
                        new AmountReserved(EMERGENCY, JOURNEY, EMERGENCY, EMERGENCY, EMERGENCY, LABOUR, 2026, 200_000));
    }

    @Test
    void when_the_hearing_date_has_passed_the_ledger_says_who_was_not_heard() {
        afterwards()
                .then(heard(KARI))
                .on(HEAR_BY.plusDays(1))
                .when(overdue(), THE_LEDGER)
                .records(new EmergencyHearingOverdue(EMERGENCY, List.of(SAMIR)));
    }

    @Test
    @Shows(HearingNotDue.class)
    void nothing_is_overdue_on_the_last_day() {
        afterwards().on(HEAR_BY).when(overdue(), THE_LEDGER).isRejected(new HearingNotDue(HEAR_BY));
    }

    @Test
    @Shows(NothingOverdue.class)
    void it_is_said_once_and_not_when_everybody_was_heard() {
        afterwards()
                .then(heard(KARI))
                .then(heard(SAMIR))
                .on(HEAR_BY.plusDays(1))
                .when(overdue(), THE_LEDGER)
                .isRejected(new NothingOverdue(EMERGENCY));
        afterwards()
                .then(new EmergencyHearingOverdue(EMERGENCY, List.of(KARI, SAMIR)))
                .on(HEAR_BY.plusDays(9))
                .when(overdue(), THE_LEDGER)
                .isRejected(new NothingOverdue(EMERGENCY));
    }

    @Test
    void it_is_also_said_of_a_closed_journey() {
        afterwards()
                .closed()
                .on(HEAR_BY.plusDays(1))
                .when(overdue(), THE_LEDGER)
                .records(new EmergencyHearingOverdue(EMERGENCY, List.of(KARI, SAMIR)));
    }

    @Test
    void a_hearing_is_recorded_also_when_it_is_late_and_after_closing() {
        afterwards()
                .then(new EmergencyHearingOverdue(EMERGENCY, List.of(KARI, SAMIR)))
                .closed()
                .on(HEAR_BY.plusDays(2))
                .when(hearing(KARI, TODAY, HearingOutcome.HEARD, true), worker(ADVISER))
                .records(heard(KARI));
    }

    @Test
    void the_rest_of_its_money_is_released_when_it_is_over() {
        afterwards()
                .beside(
                        FUND,
                        new AmountReserved(EMERGENCY, JOURNEY, EMERGENCY, EMERGENCY, EMERGENCY, LABOUR, 2026, 200_000))
                .then(new EmergencyMeasureEnded(EMERGENCY, List.of(KARI, SAMIR), TODAY))
                .on(TODAY.plusDays(1))
                .when(new ReleaseReservation(FUND, EMERGENCY, JOURNEY), worker(ADVISER))
                .isDone();
    }

    @Test
    @Shows(EmergencyAfterClosing.class)
    void nothing_is_done_at_once_on_a_closed_journey() {
        household().closed().when(acted(), worker(ADVISER)).isRejected(new EmergencyAfterClosing(JOURNEY));
    }

    @Test
    @Shows(EmergencyRecorderNotOnTeam.class)
    void the_team_records_it() {
        household().when(acted(), worker(OUTSIDER)).isRejected(new EmergencyRecorderNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(EmergencyIdTaken.class)
    void it_is_recorded_once() {
        afterwards().when(acted(), worker(ADVISER)).isRejected(new EmergencyIdTaken(EMERGENCY));
    }

    @Test
    @Shows(EmergencyConcernsNobody.class)
    void it_concerns_somebody() {
        rejects(acted(List.of(), LEADER, FUND, 1, TODAY, HEAR_BY), new EmergencyConcernsNobody(EMERGENCY));
    }

    @Test
    @Shows(EmergencyPersonUnknown.class)
    void it_concerns_people_of_the_household() {
        rejects(acted(List.of(STRANGER), LEADER, FUND, 1, TODAY, HEAR_BY), new EmergencyPersonUnknown(STRANGER));
    }

    @Test
    @Shows(ApproverIsRecorder.class)
    void two_people_stand_behind_it() {
        rejects(acted(List.of(KARI), ADVISER, FUND, 1, TODAY, HEAR_BY), new ApproverIsRecorder(ADVISER));
    }

    @Test
    @Shows(ApproverRelated.class)
    void whoever_approves_it_is_not_related() {
        household().related(LEADER, SAMIR).when(acted(), worker(ADVISER)).isRejected(new ApproverRelated(LEADER));
    }

    @Test
    @Shows(EmergencyCeilingOutOfRange.class)
    void it_has_a_ceiling() {
        rejects(acted(List.of(KARI), LEADER, FUND, 0, TODAY, HEAR_BY), new EmergencyCeilingOutOfRange(0));
    }

    @Test
    @Shows(EmergencyEndsBeforeItBegins.class)
    void it_does_not_end_before_it_begins() {
        rejects(
                acted(List.of(KARI), LEADER, FUND, 1, TODAY.minusDays(1), HEAR_BY),
                new EmergencyEndsBeforeItBegins(TODAY.minusDays(1)));
    }

    @Test
    @Shows(HearingTooLate.class)
    void whoever_it_concerns_is_heard_within_a_week() {
        rejects(
                acted(List.of(KARI), LEADER, FUND, 1, TODAY, HEAR_BY.plusDays(1)),
                new HearingTooLate(HEAR_BY.plusDays(1), HEAR_BY));
    }

    @Test
    @Shows(EmergencyFundUnknown.class)
    void a_fund_pays_for_it() {
        rejects(acted(List.of(KARI), LEADER, OTHER_FUND, 1, TODAY, HEAR_BY), new EmergencyFundUnknown(OTHER_FUND));
    }

    @Test
    @Shows(EmergencyFundExhausted.class)
    void it_overdraws_no_fund() {
        rejects(
                acted(List.of(KARI), LEADER, FUND, 1_000_001, TODAY, HEAR_BY),
                new EmergencyFundExhausted(FUND, 1_000_000));
    }

    @Test
    @Shows(EmergencyUnknown.class)
    void nobody_is_heard_about_what_was_not_recorded() {
        household()
                .when(hearing(KARI, TODAY, HearingOutcome.HEARD, true), worker(ADVISER))
                .isRejected(new EmergencyUnknown(EMERGENCY));
    }

    @Test
    @Shows(EmergencyDoesNotConcern.class)
    void those_it_concerns_are_heard() {
        afterwards()
                .when(hearing(STRANGER, TODAY, HearingOutcome.HEARD, true), worker(ADVISER))
                .isRejected(new EmergencyDoesNotConcern(STRANGER));
    }

    @Test
    @Shows(EmergencyHearingInTheFuture.class)
    void a_hearing_has_taken_place() {
        afterwards()
                .when(hearing(KARI, TODAY.plusDays(1), HearingOutcome.HEARD, true), worker(ADVISER))
                .isRejected(new EmergencyHearingInTheFuture(TODAY.plusDays(1)));
    }

    @Test
    @Shows(NotSoughtIsNoHearing.class)
    void not_to_have_asked_is_no_hearing() {
        afterwards()
                .when(hearing(KARI, TODAY, HearingOutcome.NOT_SOUGHT, true), worker(ADVISER))
                .isRejected(new NotSoughtIsNoHearing(KARI));
    }

    @Test
    @Shows(EmergencyHearingNeedsView.class)
    void what_the_person_said_is_written_down() {
        afterwards()
                .when(hearing(KARI, TODAY, HearingOutcome.HEARD, false), worker(ADVISER))
                .isRejected(new EmergencyHearingNeedsView(KARI));
    }

    @Test
    @Shows(EmergencyAlreadyEnded.class)
    void it_ends_once() {
        afterwards()
                .on(TODAY.plusDays(4))
                .when(new EndEmergencyMeasure(JOURNEY, EMERGENCY, TODAY.plusDays(3)), worker(ADVISER))
                .isRejected(new EmergencyAlreadyEnded(EMERGENCY));
    }

    @Test
    @Shows(EmergencyEndsInTheFuture.class)
    void its_end_is_recorded_when_it_has_come() {
        afterwards()
                .when(new EndEmergencyMeasure(JOURNEY, EMERGENCY, TODAY.plusDays(1)), worker(ADVISER))
                .isRejected(new EmergencyEndsInTheFuture(TODAY.plusDays(1)));
    }
}
