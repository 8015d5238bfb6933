package no.journeyledger.command.access;

import static no.journeyledger.command.story.People.ADVISER;
import static no.journeyledger.command.story.People.DECISION;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.LABOUR;
import static no.journeyledger.command.story.People.SAMIR;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.qualified;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.journeyledger.command.access.AccessRejection.NotAroundThisHousehold;
import no.journeyledger.command.capture.ReferPerson;
import no.journeyledger.command.capture.RegisterHouseholdMember;
import no.journeyledger.command.closing.LeaveProgramme;
import no.journeyledger.command.consent.GiveConsent;
import no.journeyledger.command.consent.WithdrawConsent;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.command.decision.WithdrawProposal;
import no.journeyledger.command.fund.ReleaseReservation;
import no.journeyledger.command.fund.UseInKind;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.command.journey.Routing;
import no.journeyledger.command.meeting.HoldMeeting;
import no.journeyledger.command.people.MoveOut;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.team.AddTeamMember;
import no.journeyledger.command.team.LeaveTeam;
import no.journeyledger.command.team.RegisterRelation;
import no.journeyledger.events.Actor;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamRole;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who works around a household may record on it; others are turned away before any other rule is asked. */
class WhoWorksAroundAHouseholdTest {

    private static final UUID ELSEWHERE = id(903);
    private static final Actor FROM_ELSEWHERE = new Actor(id(902), Actor.Kind.WORKER, ELSEWHERE, null);
    private static final UUID CONSENT = id(904);

    private static final RegisterHouseholdMember A_MEMBER = new RegisterHouseholdMember(
            JOURNEY,
            id(905),
            HouseholdRole.ADULT,
            envelope(id(905), "name"),
            envelope(id(905), "1990-01-01"),
            List.of());

    private static ConsentGiven consent(UUID person, @Nullable LocalDate until) {
        return new ConsentGiven(CONSENT, person, ELSEWHERE, "cooperation", "one plan", until);
    }

    @Test
    @Shows(NotAroundThisHousehold.class)
    void somebody_of_a_service_that_is_not_on_the_team_records_nothing_whoever_handles_it() {
        for (AboutOneJourney command : List.of(
                A_MEMBER,
                new AddTeamMember(JOURNEY, FROM_ELSEWHERE.id(), ELSEWHERE, TeamRole.MEMBER, null),
                new LeaveTeam(JOURNEY, ADVISER),
                new RegisterRelation(JOURNEY, ADVISER, KARI),
                new HoldMeeting(JOURNEY, id(906), MeetingKind.FOLLOW_UP, TODAY, List.of(KARI)),
                new GiveConsent(JOURNEY, CONSENT, SAMIR, ELSEWHERE, "cooperation", "one plan", null),
                new MoveOut(JOURNEY, SAMIR, TODAY),
                new LeaveProgramme(JOURNEY, KARI, null))) {
            enrolled(SAMIR).when(command, FROM_ELSEWHERE).isRejected(new NotAroundThisHousehold(JOURNEY));
        }
    }

    @Test
    void a_colleague_of_somebody_on_the_team_records() {
        enrolled()
                .when(A_MEMBER, new Actor(id(907), Actor.Kind.WORKER, LABOUR, null))
                .isDone();
    }

    @Test
    void every_door_leads_in_until_somebody_leads_a_team() {
        qualified().when(A_MEMBER, FROM_ELSEWHERE).isDone();
        qualified()
                .then(new TeamMemberJoined(ADVISER, LABOUR, TeamRole.MEMBER))
                .when(A_MEMBER, FROM_ELSEWHERE)
                .isDone();
        qualified()
                .when(new AddTeamMember(JOURNEY, FROM_ELSEWHERE.id(), ELSEWHERE, TeamRole.LEADER, null), FROM_ELSEWHERE)
                .isDone();
    }

    @Test
    void a_service_the_citizen_opened_the_journey_to_records_until_the_consent_ends() {
        enrolled().then(consent(KARI, TODAY)).when(A_MEMBER, FROM_ELSEWHERE).isDone();
        enrolled()
                .then(consent(KARI, TODAY))
                .on(TODAY.plusDays(1))
                .when(A_MEMBER, FROM_ELSEWHERE)
                .isRejected(new NotAroundThisHousehold(JOURNEY));
        enrolled()
                .then(consent(KARI, null))
                .then(new ConsentWithdrawn(CONSENT))
                .when(A_MEMBER, FROM_ELSEWHERE)
                .isRejected(new NotAroundThisHousehold(JOURNEY));
    }

    @Test
    void another_members_consent_opens_what_is_theirs_and_not_the_journey() {
        enrolled(SAMIR)
                .then(consent(SAMIR, null))
                .when(A_MEMBER, FROM_ELSEWHERE)
                .isRejected(new NotAroundThisHousehold(JOURNEY));
    }

    @Test
    void a_case_app_of_another_service_records_no_more_than_the_worker_it_acts_for() {
        enrolled()
                .when(A_MEMBER, new Actor(FROM_ELSEWHERE.id(), Actor.Kind.WORKER, ELSEWHERE, id(908)))
                .isRejected(new NotAroundThisHousehold(JOURNEY));
    }

    @Test
    void a_statute_asks_for_no_team_and_a_withdrawal_may_be_told_to_anybody() {
        enrolled()
                .when(
                        new OpenUnderStatute(
                                JOURNEY, id(901), "HELSEPERSONELLOVEN-45", envelope(KARI, "She fell ill"), 5),
                        FROM_ELSEWHERE)
                .isDone();
        enrolled()
                .then(new ConsentGiven(CONSENT, KARI, LABOUR, "cooperation", "one plan", null))
                .when(new WithdrawConsent(JOURNEY, CONSENT), FROM_ELSEWHERE)
                .isDone();
    }

    @Test
    void what_is_open_to_others_has_stricter_rules_of_its_own() {
        enrolled()
                .proposedBudget(KARI)
                .when(new WithdrawProposal(JOURNEY, DECISION), FROM_ELSEWHERE)
                .isRejected(new DecisionRejection.ProposerNotOnTeam(FROM_ELSEWHERE.id()));
    }

    /** A command that forgot to say that it is about a journey would pass unasked. */
    @Test
    void every_command_with_a_journey_is_asked_but_those_that_open_one_or_move_a_funds_money() {
        Set<Class<?>> asked = Stream.concat(
                        new ClassFileImporter()
                                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                        .importPackages("no.journeyledger.command")
                                        .stream()
                                        .flatMap(type -> type.getMethods().stream())
                                        .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                                        .map(method ->
                                                method.getRawParameterTypes().getFirst())
                                        .<Class<?>>map(JavaClass::reflect),
                        Routing.commands().stream())
                .collect(Collectors.toSet());
        assertThat(asked).hasSizeGreaterThan(60);
        assertThat(asked.stream()
                        .filter(command -> Stream.of(command.getRecordComponents())
                                .anyMatch(part -> part.getName().equals("journey")))
                        .filter(command -> !AboutOneJourney.class.isAssignableFrom(command)))
                .containsExactlyInAnyOrder(ReferPerson.class, UseInKind.class, ReleaseReservation.class);
        assertThat(asked).containsAll(AccessPolicy.openToOthers().keySet());
    }
}
