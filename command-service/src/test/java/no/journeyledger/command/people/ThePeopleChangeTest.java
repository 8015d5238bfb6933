package no.journeyledger.command.people;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.referred;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.people.PeopleRejection.CitizenDoesNotMoveOut;
import no.journeyledger.command.people.PeopleRejection.HappensInTheFuture;
import no.journeyledger.command.people.PeopleRejection.HolderUnknown;
import no.journeyledger.command.people.PeopleRejection.NotAChild;
import no.journeyledger.command.people.PeopleRejection.NotInHousehold;
import no.journeyledger.command.people.PeopleRejection.NotYoursToRecord;
import no.journeyledger.command.people.PeopleRejection.NothingCorrected;
import no.journeyledger.command.people.PeopleRejection.PeopleAfterClosing;
import no.journeyledger.command.people.PeopleRejection.PeopleRecorderNotOnTeam;
import no.journeyledger.command.people.PeopleRejection.RepresentationEndsBeforeItBegins;
import no.journeyledger.command.people.PeopleRejection.RepresentationIdTaken;
import no.journeyledger.command.people.PeopleRejection.RepresentationUnknown;
import no.journeyledger.command.people.PeopleRejection.RepresentativeIsOnTeam;
import no.journeyledger.command.people.PeopleRejection.RepresentsThemselves;
import no.journeyledger.command.people.PeopleRejection.ResponsibilityUnchanged;
import no.journeyledger.command.people.PeopleRejection.ScopeMissing;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.RepresentationKind;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A household changes during the years, and what is known of it with it. */
class ThePeopleChangeTest {

    private static final UUID REPRESENTATION = id(300);

    private static AppointRepresentative appoint(
            UUID person, UUID representative, @Nullable LocalDate until, Affairs... scope) {
        return new AppointRepresentative(
                JOURNEY,
                REPRESENTATION,
                person,
                representative,
                envelope(person, "name"),
                RepresentationKind.GUARDIAN,
                Arrays.asList(scope),
                TODAY,
                until,
                envelope(person, "order"));
    }

    private static RepresentativeAppointed appointed(UUID person, UUID representative) {
        return new RepresentativeAppointed(
                REPRESENTATION,
                person,
                representative,
                envelope(person, "name"),
                RepresentationKind.GUARDIAN,
                List.of(Affairs.PERSONAL),
                TODAY,
                null,
                envelope(person, "order"));
    }

    private static ChangeParentalResponsibility holding(UUID child, UUID... holders) {
        return new ChangeParentalResponsibility(JOURNEY, child, List.of(holders), envelope(child, "agreement"));
    }

    private static final EndRepresentation END =
            new EndRepresentation(JOURNEY, REPRESENTATION, envelope(KARI, "of age"));

    @Test
    void a_guardian_is_recorded_with_scope_expiry_and_the_document_it_rests_on() {
        enrolled()
                .when(appoint(KARI, STRANGER, null, Affairs.PERSONAL, Affairs.PERSONAL), worker(LEADER))
                .records(appointed(KARI, STRANGER))
                .answers(new Created.Representation(REPRESENTATION));
        enrolled()
                .then(appointed(KARI, STRANGER))
                .when(END, worker(TEACHER))
                .records(new RepresentationEnded(REPRESENTATION, KARI, envelope(KARI, "of age")));
    }

    @Test
    @Shows(RepresentationIdTaken.class)
    void a_representation_is_recorded_once() {
        enrolled()
                .then(appointed(KARI, STRANGER))
                .when(appoint(KARI, STRANGER, null, Affairs.HEALTH), worker(LEADER))
                .isRejected(new RepresentationIdTaken(REPRESENTATION));
    }

    @Test
    @Shows({RepresentsThemselves.class, RepresentativeIsOnTeam.class})
    void neither_the_person_nor_the_team_represents_the_person() {
        enrolled()
                .when(appoint(KARI, KARI, null, Affairs.HEALTH), worker(LEADER))
                .isRejected(new RepresentsThemselves(KARI));
        enrolled()
                .when(appoint(KARI, TEACHER, null, Affairs.HEALTH), worker(LEADER))
                .isRejected(new RepresentativeIsOnTeam(TEACHER));
    }

    @Test
    @Shows(ScopeMissing.class)
    void a_representation_says_what_it_covers() {
        enrolled().when(appoint(KARI, STRANGER, null), worker(LEADER)).isRejected(new ScopeMissing(REPRESENTATION));
    }

    @Test
    @Shows(RepresentationEndsBeforeItBegins.class)
    void a_representation_ends_after_it_begins() {
        enrolled()
                .when(appoint(KARI, STRANGER, TODAY.minusDays(1), Affairs.HEALTH), worker(LEADER))
                .isRejected(new RepresentationEndsBeforeItBegins(TODAY, TODAY.minusDays(1)));
    }

    @Test
    @Shows(RepresentationUnknown.class)
    void what_is_ended_is_in_force() {
        enrolled().when(END, worker(LEADER)).isRejected(new RepresentationUnknown(REPRESENTATION));
    }

    @Test
    @Shows(PeopleRecorderNotOnTeam.class)
    void who_speaks_for_whom_is_recorded_by_the_team() {
        for (Object command : List.of(appoint(KARI, STRANGER, null, Affairs.HEALTH), holding(NORA, SAMIR), END)) {
            enrolled(SAMIR, NORA).when(command, worker(OUTSIDER)).isRejected(new PeopleRecorderNotOnTeam(OUTSIDER));
        }
    }

    @Test
    void parental_responsibility_passes_to_another_of_the_household() {
        enrolled(SAMIR, NORA)
                .when(holding(NORA, SAMIR), worker(LEADER))
                .records(new ParentalResponsibilityChanged(NORA, List.of(SAMIR), envelope(NORA, "agreement")));
    }

    @Test
    @Shows({NotAChild.class, HolderUnknown.class, ResponsibilityUnchanged.class})
    void parental_responsibility_is_held_for_a_child_by_an_adult_who_lives_there() {
        enrolled(SAMIR).when(holding(SAMIR, KARI), worker(LEADER)).isRejected(new NotAChild(SAMIR));
        enrolled(NORA, OLE).when(holding(NORA, OLE), worker(LEADER)).isRejected(new HolderUnknown(OLE));
        enrolled(SAMIR, NORA)
                .then(new MovedOut(SAMIR, TODAY))
                .when(holding(NORA, SAMIR), worker(LEADER))
                .isRejected(new HolderUnknown(SAMIR));
        enrolled(NORA).when(holding(NORA, KARI), worker(LEADER)).isRejected(new ResponsibilityUnchanged(NORA));
    }

    @Test
    void whoever_moves_out_may_enter_another_journey_and_may_move_in_again() {
        Story story = enrolled(SAMIR).claimed(SAMIR, JOURNEY);
        story.when(new MoveOut(JOURNEY, SAMIR, TODAY), worker(LEADER))
                .records(new MovedOut(SAMIR, TODAY))
                .answers(new Created.Leaving(false));
        assertThat(story.recordedBeside(PersonClaim.idOf(SAMIR))).endsWith(new JourneyReleased(SAMIR, JOURNEY));
    }

    @Test
    @Shows(CitizenDoesNotMoveOut.class)
    void the_household_moves_with_the_citizen() {
        enrolled().when(new MoveOut(JOURNEY, KARI, TODAY), worker(LEADER)).isRejected(new CitizenDoesNotMoveOut(KARI));
    }

    @Test
    void the_journey_closes_when_nobody_enrolled_is_left_alive() {
        Story story = enrolled().claimed(KARI, JOURNEY);
        story.when(new RecordDeath(JOURNEY, KARI, TODAY), worker(LEADER))
                .records(new DeathRecorded(KARI, TODAY), new JourneyClosed(CloseReason.DIED, null))
                .answers(new Created.Leaving(true));
        enrolled(SAMIR)
                .when(new RecordDeath(JOURNEY, KARI, TODAY), worker(LEADER))
                .records(new DeathRecorded(KARI, TODAY));
    }

    @Test
    @Shows(HappensInTheFuture.class)
    void nobody_has_died_or_moved_out_tomorrow() {
        LocalDate tomorrow = TODAY.plusDays(1);
        enrolled(SAMIR)
                .when(new MoveOut(JOURNEY, SAMIR, tomorrow), worker(LEADER))
                .isRejected(new HappensInTheFuture(tomorrow));
        enrolled()
                .when(new RecordDeath(JOURNEY, KARI, tomorrow), worker(LEADER))
                .isRejected(new HappensInTheFuture(tomorrow));
    }

    @Test
    @Shows(NotInHousehold.class)
    void what_changes_changes_for_somebody_of_the_household() {
        for (Object command : List.of(
                appoint(STRANGER, KARI, null, Affairs.HEALTH),
                holding(STRANGER, KARI),
                new MoveOut(JOURNEY, STRANGER, TODAY),
                new RecordDeath(JOURNEY, STRANGER, TODAY))) {
            enrolled().when(command, worker(LEADER)).isRejected(new NotInHousehold(STRANGER));
        }
        enrolled(SAMIR)
                .then(new DeathRecorded(SAMIR, TODAY))
                .when(new MoveOut(JOURNEY, SAMIR, TODAY), worker(LEADER))
                .isRejected(new NotInHousehold(SAMIR));
    }

    @Test
    @Shows(PeopleAfterClosing.class)
    void the_people_of_a_closed_journey_stay_as_they_were_except_that_a_representation_ends() {
        for (Object command : List.of(
                appoint(KARI, STRANGER, null, Affairs.HEALTH),
                holding(NORA, SAMIR),
                new RecordInterpreterNeed(JOURNEY, KARI, true, null, null),
                new RecordDeath(JOURNEY, KARI, TODAY))) {
            enrolled(SAMIR, NORA).closed().when(command, worker(LEADER)).isRejected(new PeopleAfterClosing(JOURNEY));
        }
        enrolled()
                .then(appointed(KARI, STRANGER))
                .closed()
                .when(END, worker(LEADER))
                .isDone();
    }

    @Test
    @Shows(NotYoursToRecord.class)
    void what_somebody_needs_is_said_by_themselves_or_whoever_speaks_for_them() {
        var need = new RecordInterpreterNeed(JOURNEY, KARI, true, envelope(KARI, "ti"), null);
        referred()
                .when(need, worker(OUTSIDER))
                .records(new InterpreterNeedRecorded(KARI, true, envelope(KARI, "ti"), null));
        enrolled(SAMIR).when(need, person(KARI)).isDone();
        enrolled(SAMIR).when(need, person(SAMIR)).isRejected(new NotYoursToRecord(KARI));
        enrolled(NORA)
                .when(new RecordInterpreterNeed(JOURNEY, NORA, true, null, null), person(KARI))
                .isDone();
    }

    @Test
    @Shows(NothingCorrected.class)
    void a_wrong_birth_date_is_corrected_and_the_wrong_one_stays_in_the_history() {
        var right = envelope(NORA, TODAY.minusYears(17).toString());
        var why = envelope(NORA, "passport");
        enrolled(NORA)
                .when(new CorrectPersonDetails(JOURNEY, NORA, null, right, why), worker(LEADER))
                .records(new PersonDetailsCorrected(NORA, null, right, why));
        enrolled(NORA)
                .when(new CorrectPersonDetails(JOURNEY, NORA, null, null, why), worker(LEADER))
                .isRejected(new NothingCorrected(NORA));
    }

    @Test
    void in_health_no_municipality_raises_the_age_of_own_say_above_sixteen() {
        assertThatThrownBy(() -> new AgeTable(
                        "strict", TODAY, Map.of(Affairs.PERSONAL, 18, Affairs.ECONOMIC, 18, Affairs.HEALTH, 18), 7, 12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16");
        var own = new AgeTable(
                "own", TODAY, Map.of(Affairs.PERSONAL, 18, Affairs.ECONOMIC, 18, Affairs.HEALTH, 16), 7, 12);
        LocalDate seventeen = TODAY.minusYears(17);
        assertThat(own.hasOwnSay(seventeen, Affairs.HEALTH, TODAY)).isTrue();
        assertThat(own.hasOwnSay(seventeen, Affairs.ECONOMIC, TODAY)).isFalse();
    }
}
