package no.journeyledger.command.team;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.team.TeamRejection.AlreadyOnTeam;
import no.journeyledger.command.team.TeamRejection.BudgetYearsMissing;
import no.journeyledger.command.team.TeamRejection.CeilingOutOfRange;
import no.journeyledger.command.team.TeamRejection.ConfirmerFromSameService;
import no.journeyledger.command.team.TeamRejection.LeaderAlreadyNamed;
import no.journeyledger.command.team.TeamRejection.LeaderHandsOverFirst;
import no.journeyledger.command.team.TeamRejection.MandateEndsBeforeItBegins;
import no.journeyledger.command.team.TeamRejection.MandateEndsInThePast;
import no.journeyledger.command.team.TeamRejection.MandateIdTaken;
import no.journeyledger.command.team.TeamRejection.MandateToOneself;
import no.journeyledger.command.team.TeamRejection.MandateUnknown;
import no.journeyledger.command.team.TeamRejection.NobodyLeads;
import no.journeyledger.command.team.TeamRejection.NotHeadOfService;
import no.journeyledger.command.team.TeamRejection.NotOnTeam;
import no.journeyledger.command.team.TeamRejection.NotYoursToName;
import no.journeyledger.command.team.TeamRejection.RelationAlreadyRegistered;
import no.journeyledger.command.team.TeamRejection.TeamAfterClosing;
import no.journeyledger.command.team.TeamRejection.TeamPersonUnknown;
import no.journeyledger.command.team.TeamRejection.TrustedPersonIsOnTeam;
import no.journeyledger.command.team.TeamRejection.TrustedPersonNotProposed;
import no.journeyledger.command.team.TeamRejection.YearsBeyondNotAllowed;
import no.journeyledger.events.journey.Sector;
import no.journeyledger.events.journey.TeamEvent.ContactPreferred;
import no.journeyledger.events.journey.TeamEvent.LeadershipHandedOver;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.MandateRevoked;
import no.journeyledger.events.journey.TeamEvent.RelationRegistered;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonProposed;
import no.journeyledger.events.journey.TeamRole;
import org.junit.jupiter.api.Test;

/** The team, those it trusts, and its mandates. */
class FormingTheTeamTest {

    private static AddTeamMember add(UUID worker, TeamRole role) {
        return new AddTeamMember(JOURNEY, worker, serviceOf(worker), role, Sector.HEALTH);
    }

    private static NameTrustedPerson trust(UUID person, UUID trusted) {
        return new NameTrustedPerson(JOURNEY, person, trusted, envelope(person, "name"));
    }

    private static DelegateMandate delegate(
            UUID worker, long ceilingOre, LocalDate from, LocalDate until, Integer... years) {
        return new DelegateMandate(
                JOURNEY, MANDATE, worker, LABOUR, ceilingOre, Arrays.asList(years), from, until, false);
    }

    private static final DelegateMandate DELEGATE = delegate(ADVISER, 100, TODAY, TODAY, 2026);

    @Test
    void a_worker_joins_and_leaves_the_team() {
        enrolled()
                .when(add(OUTSIDER, TeamRole.MEMBER), worker(LEADER))
                .records(new TeamMemberJoined(OUTSIDER, LABOUR, TeamRole.MEMBER, Sector.HEALTH));
        enrolled().when(new LeaveTeam(JOURNEY, TEACHER), worker(LEADER)).records(new TeamMemberLeft(TEACHER));
    }

    @Test
    @Shows(AlreadyOnTeam.class)
    void a_worker_joins_once() {
        enrolled().when(add(ADVISER, TeamRole.MEMBER), worker(LEADER)).isRejected(new AlreadyOnTeam(ADVISER));
    }

    @Test
    @Shows(NotOnTeam.class)
    void who_is_not_on_the_team_neither_leaves_it_nor_gets_a_mandate() {
        enrolled().when(new LeaveTeam(JOURNEY, OUTSIDER), worker(LEADER)).isRejected(new NotOnTeam(OUTSIDER));
        enrolled()
                .when(delegate(OUTSIDER, 100, TODAY, TODAY, 2026), worker(HEAD_OF_LABOUR))
                .isRejected(new NotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(LeaderAlreadyNamed.class)
    void there_is_one_investment_leader() {
        enrolled().when(add(OUTSIDER, TeamRole.LEADER), worker(LEADER)).isRejected(new LeaderAlreadyNamed(LEADER));
    }

    @Test
    @Shows(TeamAfterClosing.class)
    void the_team_of_a_closed_journey_stays_as_it_was() {
        for (Object command : List.of(add(OUTSIDER, TeamRole.MEMBER), trust(KARI, STRANGER), DELEGATE)) {
            enrolled().closed().when(command, worker(HEAD_OF_LABOUR)).isRejected(new TeamAfterClosing(JOURNEY));
        }
    }

    @Test
    void a_person_names_whom_they_trust() {
        enrolled()
                .when(trust(KARI, STRANGER), person(KARI))
                .records(new TrustedPersonNamed(KARI, STRANGER, envelope(KARI, "name")));
    }

    @Test
    void whom_a_person_trusts_counts_on_one_workers_word_only_when_another_service_confirms_it() {
        var waiting = new TrustedPersonProposed(KARI, STRANGER, envelope(KARI, "name"), ADVISER, LABOUR);
        enrolled().when(trust(KARI, STRANGER), worker(ADVISER)).records(waiting).answers(new Created.Trust(false));
        enrolled()
                .then(waiting)
                .when(new ConfirmTrustedPerson(JOURNEY, KARI, STRANGER), worker(TEACHER))
                .records(new TrustedPersonNamed(KARI, STRANGER, envelope(KARI, "name")))
                .answers(new Created.Trust(true));
        enrolled()
                .then(waiting)
                .when(trust(KARI, STRANGER), person(KARI))
                .records(new TrustedPersonNamed(KARI, STRANGER, envelope(KARI, "name")));
    }

    @Test
    void a_case_app_names_nobody_as_trusted_in_a_persons_name() {
        enrolled()
                .when(trust(KARI, STRANGER), throughCaseApp(KARI))
                .records(new TrustedPersonProposed(KARI, STRANGER, envelope(KARI, "name"), KARI, null));
    }

    @Test
    @Shows(ConfirmerFromSameService.class)
    void a_worker_and_their_colleague_invent_no_trusted_person_between_them() {
        for (UUID same : List.of(ADVISER, COLLEAGUE_OF_ADVISER)) {
            enrolled()
                    .then(new TrustedPersonProposed(KARI, STRANGER, envelope(KARI, "name"), ADVISER, LABOUR))
                    .when(new ConfirmTrustedPerson(JOURNEY, KARI, STRANGER), worker(same))
                    .isRejected(new ConfirmerFromSameService(same));
        }
        enrolled().when(trust(KARI, ADVISER), worker(ADVISER)).isRejected(new TrustedPersonIsOnTeam(ADVISER));
    }

    @Test
    @Shows(TrustedPersonNotProposed.class)
    void what_nobody_wrote_down_is_not_confirmed() {
        enrolled()
                .when(new ConfirmTrustedPerson(JOURNEY, KARI, STRANGER), worker(TEACHER))
                .isRejected(new TrustedPersonNotProposed(STRANGER));
    }

    @Test
    @Shows(TeamPersonUnknown.class)
    void trust_and_relations_are_of_the_household() {
        enrolled()
                .when(trust(STRANGER, BENTE_WHOM_KARI_TRUSTS), worker(LEADER))
                .isRejected(new TeamPersonUnknown(STRANGER));
        enrolled()
                .when(new RegisterRelation(JOURNEY, LEADER, STRANGER), worker(LEADER))
                .isRejected(new TeamPersonUnknown(STRANGER));
    }

    @Test
    @Shows(NotYoursToName.class)
    void nobody_names_whom_another_trusts() {
        enrolled(SAMIR).when(trust(SAMIR, STRANGER), person(KARI)).isRejected(new NotYoursToName(SAMIR));
    }

    @Test
    @Shows(TrustedPersonIsOnTeam.class)
    void a_trusted_person_is_not_one_of_the_team() {
        enrolled().when(trust(KARI, ADVISER), person(KARI)).isRejected(new TrustedPersonIsOnTeam(ADVISER));
    }

    @Test
    @Shows(RelationAlreadyRegistered.class)
    void a_relation_is_registered_once() {
        var relate = new RegisterRelation(JOURNEY, LEADER, KARI);
        enrolled().when(relate, worker(TEACHER)).records(new RelationRegistered(LEADER, KARI));
        enrolled()
                .related(LEADER, KARI)
                .when(relate, worker(TEACHER))
                .isRejected(new RelationAlreadyRegistered(LEADER, KARI));
    }

    @Test
    void the_head_of_the_paying_service_delegates_and_revokes() {
        enrolled()
                .when(DELEGATE, worker(HEAD_OF_LABOUR))
                .records(new MandateDelegated(MANDATE, ADVISER, LABOUR, 100, List.of(2026), TODAY, TODAY, false))
                .answers(new Created.Mandate(MANDATE));
        enrolled()
                .mandate()
                .when(new RevokeMandate(JOURNEY, MANDATE), worker(HEAD_OF_LABOUR))
                .records(new MandateRevoked(MANDATE));
    }

    @Test
    @Shows(NotHeadOfService.class)
    void nobody_delegates_or_revokes_for_another_service() {
        enrolled().when(DELEGATE, worker(HEAD_OF_HEALTH)).isRejected(new NotHeadOfService(LABOUR));
        enrolled()
                .mandate()
                .when(new RevokeMandate(JOURNEY, MANDATE), worker(HEAD_OF_HEALTH))
                .isRejected(new NotHeadOfService(LABOUR));
    }

    @Test
    @Shows(MandateToOneself.class)
    void nobody_delegates_to_themselves() {
        enrolled()
                .when(delegate(HEAD_OF_LABOUR, 100, TODAY, TODAY, 2026), worker(HEAD_OF_LABOUR))
                .isRejected(new MandateToOneself(HEAD_OF_LABOUR));
    }

    @Test
    @Shows(MandateIdTaken.class)
    void a_mandate_is_delegated_once() {
        enrolled().mandate().when(DELEGATE, worker(HEAD_OF_LABOUR)).isRejected(new MandateIdTaken(MANDATE));
    }

    @Test
    @Shows(CeilingOutOfRange.class)
    void a_ceiling_is_a_positive_amount() {
        enrolled()
                .when(delegate(ADVISER, 0, TODAY, TODAY, 2026), worker(HEAD_OF_LABOUR))
                .isRejected(new CeilingOutOfRange(0));
    }

    @Test
    @Shows(MandateEndsBeforeItBegins.class)
    void a_mandate_ends_after_it_begins() {
        enrolled()
                .when(delegate(ADVISER, 100, TODAY.plusDays(2), TODAY.plusDays(1), 2026), worker(HEAD_OF_LABOUR))
                .isRejected(new MandateEndsBeforeItBegins(TODAY.plusDays(2), TODAY.plusDays(1)));
    }

    @Test
    @Shows(MandateEndsInThePast.class)
    void a_mandate_does_not_end_in_the_past() {
        enrolled()
                .when(delegate(ADVISER, 100, TODAY.minusDays(2), TODAY.minusDays(1), 2026), worker(HEAD_OF_LABOUR))
                .isRejected(new MandateEndsInThePast(TODAY.minusDays(1)));
    }

    @Test
    @Shows(BudgetYearsMissing.class)
    void a_mandate_names_its_budget_years() {
        enrolled()
                .when(delegate(ADVISER, 100, TODAY, TODAY), worker(HEAD_OF_LABOUR))
                .isRejected(new BudgetYearsMissing(MANDATE));
    }

    @Test
    @Shows(YearsBeyondNotAllowed.class)
    void later_years_need_a_mandate_beyond_the_year() {
        enrolled()
                .when(delegate(ADVISER, 100, TODAY, TODAY, 2026, 2027), worker(HEAD_OF_LABOUR))
                .isRejected(new YearsBeyondNotAllowed(List.of(2026, 2027)));
    }

    @Test
    @Shows(MandateUnknown.class)
    void what_was_not_delegated_is_not_revoked() {
        enrolled()
                .when(new RevokeMandate(JOURNEY, MANDATE), worker(HEAD_OF_LABOUR))
                .isRejected(new MandateUnknown(MANDATE));
    }

    @Test
    @Shows({LeaderHandsOverFirst.class, NobodyLeads.class})
    void exactly_one_is_answerable_before_and_after_a_change_of_leader() {
        var handOver = new HandOverLeadership(JOURNEY, TEACHER);
        enrolled().when(handOver, worker(LEADER)).records(new LeadershipHandedOver(LEADER, TEACHER));
        enrolled()
                .when(new HandOverLeadership(JOURNEY, LEADER), worker(LEADER))
                .isRejected(new LeaderAlreadyNamed(LEADER));
        enrolled()
                .when(new HandOverLeadership(JOURNEY, OUTSIDER), worker(LEADER))
                .isRejected(new NotOnTeam(OUTSIDER));
        enrolled().when(new LeaveTeam(JOURNEY, LEADER), worker(LEADER)).isRejected(new LeaderHandsOverFirst(LEADER));
        enrolled()
                .then(new LeadershipHandedOver(LEADER, TEACHER))
                .when(new LeaveTeam(JOURNEY, LEADER), worker(LEADER))
                .isDone();
        enrolled()
                .then(new TeamMemberLeft(LEADER))
                .when(handOver, worker(TEACHER))
                .isRejected(new NobodyLeads(JOURNEY));
    }

    @Test
    void a_person_says_whom_they_prefer_to_turn_to() {
        var prefer = new PreferContact(JOURNEY, KARI, TEACHER);
        enrolled().when(prefer, person(KARI)).records(new ContactPreferred(KARI, TEACHER));
        enrolled(SAMIR).when(prefer, person(SAMIR)).isRejected(new NotYoursToName(KARI));
        enrolled()
                .when(new PreferContact(JOURNEY, KARI, OUTSIDER), person(KARI))
                .isRejected(new NotOnTeam(OUTSIDER));
    }

    @Test
    void a_relation_is_pointed_out_by_the_worker_or_by_the_household() {
        enrolled()
                .when(new RegisterRelation(JOURNEY, LEADER, KARI), person(KARI))
                .records(new RelationRegistered(LEADER, KARI));
        enrolled()
                .when(new RegisterRelation(JOURNEY, LEADER, KARI), person(STRANGER))
                .isRejected(new NotYoursToName(KARI));
    }
}
