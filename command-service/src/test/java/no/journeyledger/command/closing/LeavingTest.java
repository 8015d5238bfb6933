package no.journeyledger.command.closing;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.referred;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.closing.ClosingRejection.AlreadyLeft;
import no.journeyledger.command.closing.ClosingRejection.LeaverUnknown;
import no.journeyledger.command.closing.ClosingRejection.LeavingAfterClosing;
import no.journeyledger.command.closing.ClosingRejection.NotYoursToLeave;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import org.junit.jupiter.api.Test;

/** Leaving needs nobody's leave. */
class LeavingTest {

    private static LeaveProgramme leave(UUID person) {
        return new LeaveProgramme(JOURNEY, person, null);
    }

    @Test
    void a_person_leaves_at_once_and_the_others_stay() {
        Story story = enrolled(SAMIR).claimed(KARI, JOURNEY).claimed(SAMIR, JOURNEY);
        story.when(leave(SAMIR), person(SAMIR))
                .records(new PersonLeft(SAMIR, null))
                .answers(new Created.Leaving(false));
        assertThat(story.recordedBeside(PersonClaim.idOf(SAMIR))).endsWith(new JourneyReleased(SAMIR, JOURNEY));
        assertThat(story.recordedBeside(PersonClaim.idOf(KARI))).endsWith(new JourneyClaimed(KARI, JOURNEY));
    }

    @Test
    void the_journey_closes_when_nobody_is_left_or_the_citizen_leaves_before_enrolment() {
        enrolled()
                .when(leave(KARI), worker(LEADER))
                .records(new PersonLeft(KARI, null), new JourneyClosed(CloseReason.LEFT, null))
                .answers(new Created.Leaving(true));
        referred()
                .registered(SAMIR)
                .when(leave(KARI), person(KARI))
                .records(new PersonLeft(KARI, null), new JourneyClosed(CloseReason.LEFT, null));
    }

    @Test
    @Shows(LeavingAfterClosing.class)
    void nobody_leaves_a_closed_journey() {
        enrolled().closed().when(leave(KARI), person(KARI)).isRejected(new LeavingAfterClosing(JOURNEY));
    }

    @Test
    @Shows(LeaverUnknown.class)
    void somebody_of_the_household_leaves() {
        enrolled().when(leave(STRANGER), worker(LEADER)).isRejected(new LeaverUnknown(STRANGER));
    }

    @Test
    @Shows(AlreadyLeft.class)
    void nobody_leaves_twice() {
        enrolled(SAMIR).left(SAMIR).when(leave(SAMIR), person(SAMIR)).isRejected(new AlreadyLeft(SAMIR));
    }

    @Test
    @Shows(NotYoursToLeave.class)
    void nobody_leaves_for_another_adult() {
        enrolled(SAMIR).when(leave(SAMIR), person(KARI)).isRejected(new NotYoursToLeave(SAMIR));
    }
}
