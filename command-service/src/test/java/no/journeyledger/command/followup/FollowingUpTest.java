package no.journeyledger.command.followup;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpAfterClosing;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpHeldBefore;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpIdTaken;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpInThePast;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpMeetingUnknown;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpNotByTeam;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpUnknown;
import no.journeyledger.command.followup.FollowUpRejection.NotYoursToExperience;
import no.journeyledger.command.followup.FollowUpRejection.ReporterIsNotLeader;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.Actor;
import no.journeyledger.events.journey.Experience;
import no.journeyledger.events.journey.FollowUpEvent.ExperienceReported;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpHeld;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Meeting again on the agreed day, and what each side says of how it goes. */
class FollowingUpTest {

    private static final UUID FOLLOW_UP = id(400);
    private static final Actor LEDGER = new Actor(id(0), Actor.Kind.LEDGER, null, null);
    private static final LocalDate NEXT_WEEK = TODAY.plusWeeks(1);

    private static AgreeFollowUp agree(LocalDate on) {
        return new AgreeFollowUp(JOURNEY, FOLLOW_UP, on);
    }

    private static Story agreed() {
        return enrolled(SAMIR).then(new FollowUpAgreed(FOLLOW_UP, NEXT_WEEK));
    }

    private static NoticeFollowUp notice(LocalDate on, boolean passed) {
        return new NoticeFollowUp(JOURNEY, FOLLOW_UP, on, passed);
    }

    private static ReportExperience experience(@Nullable UUID person) {
        return new ReportExperience(JOURNEY, FOLLOW_UP, person, Experience.IMPROVED, null);
    }

    private static MoveFollowUp move(LocalDate on) {
        return new MoveFollowUp(JOURNEY, FOLLOW_UP, on, envelope(KARI, "ill"));
    }

    @Test
    void a_follow_up_is_agreed_moved_and_held_in_a_meeting() {
        enrolled()
                .when(agree(TODAY), worker(LEADER))
                .records(new FollowUpAgreed(FOLLOW_UP, TODAY))
                .answers(new Created.FollowUp(FOLLOW_UP));
        agreed().when(move(TODAY), worker(TEACHER)).records(new FollowUpMoved(FOLLOW_UP, TODAY, envelope(KARI, "ill")));
        agreed().met(MEETING, TODAY, KARI, LEADER)
                .when(new HoldFollowUp(JOURNEY, FOLLOW_UP, MEETING), worker(LEADER))
                .records(new FollowUpHeld(FOLLOW_UP, MEETING));
    }

    @Test
    void the_ledger_notices_the_day_that_comes_and_the_day_that_passed_each_once() {
        var due = new FollowUpFellDue(FOLLOW_UP, NEXT_WEEK);
        var overdue = new FollowUpBecameOverdue(FOLLOW_UP, NEXT_WEEK);
        agreed().when(notice(NEXT_WEEK, false), LEDGER).records(due);
        agreed().then(due).when(notice(NEXT_WEEK, false), LEDGER).records();
        agreed().then(due).when(notice(NEXT_WEEK, true), LEDGER).records(overdue);
        agreed().when(notice(NEXT_WEEK, true), LEDGER).records(overdue);
        agreed().then(overdue).when(notice(NEXT_WEEK, true), LEDGER).records();
    }

    @Test
    void nothing_is_noticed_of_a_day_that_was_kept_moved_or_closed_over() {
        agreed().then(new FollowUpHeld(FOLLOW_UP, MEETING))
                .when(notice(NEXT_WEEK, true), LEDGER)
                .records();
        agreed().then(new FollowUpMoved(FOLLOW_UP, NEXT_WEEK.plusDays(1), envelope(KARI, "ill")))
                .when(notice(NEXT_WEEK, true), LEDGER)
                .records();
        agreed().closed().when(notice(NEXT_WEEK, true), LEDGER).records();
    }

    @Test
    void the_leader_reports_for_the_family_and_the_family_says_it_beside() {
        agreed().when(experience(null), worker(LEADER))
                .records(new ExperienceReported(FOLLOW_UP, null, Experience.IMPROVED, null));
        agreed().when(experience(KARI), person(KARI))
                .records(new ExperienceReported(FOLLOW_UP, KARI, Experience.IMPROVED, null));
        agreed().when(experience(KARI), worker(TEACHER)).isDone();
    }

    @Test
    @Shows({ReporterIsNotLeader.class, NotYoursToExperience.class})
    void nobody_speaks_for_the_family_but_the_leader_and_the_family() {
        agreed().when(experience(null), worker(TEACHER)).isRejected(new ReporterIsNotLeader(TEACHER));
        agreed().when(experience(null), person(KARI)).isRejected(new ReporterIsNotLeader(KARI));
        agreed().when(experience(KARI), person(SAMIR)).isRejected(new NotYoursToExperience(KARI));
        agreed().when(experience(STRANGER), worker(LEADER)).isRejected(new NotYoursToExperience(STRANGER));
    }

    @Test
    @Shows(FollowUpIdTaken.class)
    void a_follow_up_is_agreed_once() {
        agreed().when(agree(TODAY), worker(LEADER)).isRejected(new FollowUpIdTaken(FOLLOW_UP));
    }

    @Test
    @Shows(FollowUpInThePast.class)
    void a_date_is_agreed_ahead() {
        LocalDate yesterday = TODAY.minusDays(1);
        enrolled().when(agree(yesterday), worker(LEADER)).isRejected(new FollowUpInThePast(yesterday));
        agreed().when(move(yesterday), worker(LEADER)).isRejected(new FollowUpInThePast(yesterday));
    }

    @Test
    @Shows({FollowUpUnknown.class, FollowUpMeetingUnknown.class})
    void what_is_held_was_agreed_and_met() {
        var hold = new HoldFollowUp(JOURNEY, FOLLOW_UP, MEETING);
        enrolled().when(hold, worker(LEADER)).isRejected(new FollowUpUnknown(FOLLOW_UP));
        enrolled().when(experience(null), worker(LEADER)).isRejected(new FollowUpUnknown(FOLLOW_UP));
        agreed().when(hold, worker(LEADER)).isRejected(new FollowUpMeetingUnknown(MEETING));
    }

    @Test
    @Shows(FollowUpHeldBefore.class)
    void what_was_held_is_not_moved() {
        agreed().then(new FollowUpHeld(FOLLOW_UP, MEETING))
                .when(move(TODAY), worker(LEADER))
                .isRejected(new FollowUpHeldBefore(FOLLOW_UP));
    }

    @Test
    @Shows({FollowUpNotByTeam.class, FollowUpAfterClosing.class})
    void dates_are_agreed_by_the_team_while_the_journey_lasts() {
        for (Object command : List.of(agree(TODAY), move(TODAY), new HoldFollowUp(JOURNEY, FOLLOW_UP, MEETING))) {
            agreed().when(command, worker(OUTSIDER)).isRejected(new FollowUpNotByTeam(OUTSIDER));
            agreed().closed().when(command, worker(LEADER)).isRejected(new FollowUpAfterClosing(JOURNEY));
        }
    }
}
