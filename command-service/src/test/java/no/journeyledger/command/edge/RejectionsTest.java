package no.journeyledger.command.edge;

import static no.journeyledger.command.edge.Story.checklist;
import static no.journeyledger.command.edge.Story.ids;
import static no.journeyledger.command.edge.Story.joining;
import static no.journeyledger.command.edge.Story.member;
import static no.journeyledger.command.edge.Story.taking;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.SpeaksForAnother;
import no.journeyledger.command.access.AccessRejection;
import no.journeyledger.command.authority.AuthorityRejection;
import no.journeyledger.command.benefit.BenefitRejection;
import no.journeyledger.command.capture.CaptureRejection;
import no.journeyledger.command.closing.ClosingRejection;
import no.journeyledger.command.consent.ConsentRejection;
import no.journeyledger.command.correction.CorrectionRejection;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.command.edge.RunningService.Reply;
import no.journeyledger.command.emergency.EmergencyRejection;
import no.journeyledger.command.followup.FollowUpRejection;
import no.journeyledger.command.fund.FundRejection;
import no.journeyledger.command.meeting.MeetingRejection;
import no.journeyledger.command.parameter.ParameterRejection;
import no.journeyledger.command.people.PeopleRejection;
import no.journeyledger.command.plan.PlanRejection;
import no.journeyledger.command.privacy.PrivacyRejection;
import no.journeyledger.command.selfreport.SelfReportRejection;
import no.journeyledger.command.stage.StageRejection;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.team.TeamRejection;
import no.journeyledger.events.journey.RefusalReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rejection and every reason of refusal is met over HTTP, with its status and a sentence in both languages. */
class RejectionsTest {

    /** What the door itself refuses before the domain is asked, so that it can only be met beneath the door. */
    private static final Set<Class<? extends Rejection>> GUARDED_AT_THE_DOOR = Set.of(
            AccessRejection.OnlyAServiceOpens.class,
            DecisionRejection.AmountOutOfRange.class,
            FundRejection.MoneyOutOfRange.class,
            PlanRejection.CostOutOfRange.class,
            TeamRejection.CeilingOutOfRange.class,
            TeamRejection.BudgetYearsMissing.class,
            DecisionRejection.DescriptionDoesNotFit.class,
            EmergencyRejection.EmergencyCeilingOutOfRange.class,
            // Thousands of reservations are not made here.
            DecisionRejection.FundHoldsTooMuch.class);

    /** What only the ledger itself is told, when it asks whether something is overdue. */
    private static final Set<Class<? extends Rejection>> TOLD_THE_LEDGER =
            Set.of(EmergencyRejection.HearingNotDue.class, EmergencyRejection.NothingOverdue.class);

    private static RunningService service;

    private final Set<String> met = new TreeSet<>();
    private Story s;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void anotherHousehold() {
        s = new Story(service);
    }

    private Reply rejects(Class<? extends Rejection> rejection, int status, String token, String path, String body) {
        Reply tried = s.service.tried(
                token, path.startsWith("/v1") ? path : "/v1/journeys/" + s.journey + path, body.replace('\'', '"'));
        assertThat(tried.problem()).as("a dry run is rejected as well").isEqualTo(code(rejection));
        assertThat(tried.status()).isEqualTo(status);
        long head = service.head();
        Reply reply = s.ask(token, path, body, "Accept-Language", "nb");
        String code = code(rejection);
        assertThat(reply.problem()).as(path + " " + body + " -> " + reply).isEqualTo(code);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.text("detail")).as(code).isNotBlank().doesNotContain("{0}");
        boolean forged = SpeaksForAnother.class.isAssignableFrom(rejection);
        assertThat(service.head())
                .as("a rejection writes nothing, unless somebody tried to speak in a person's place")
                .isEqualTo(head + (forged ? 1 : 0));
        met.add(code);
        return reply;
    }

    private static String code(Class<?> rejection) {
        return rejection.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    @Test
    void every_rejection_is_met_over_http() {
        beforeEnrolment();
        opened();
        enrolled();
        people();
        comingInFurther();
        meetings();
        plans();
        decisions();
        funds();
        benefits();
        parameters();
        String elsewhere = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
        rejects(
                AccessRejection.NotAroundThisHousehold.class,
                403,
                elsewhere,
                "/household",
                Story.member(UUID.randomUUID(), "ADULT", "1990-01-01"));
        afterClosing();
        s = new Story(service);
        admissions();
        otherKinds();
        emergencies();
        rights();
        reopening();
        privacy();

        var every = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("no.journeyledger.command")
                        .stream()
                        .filter(type -> type.isAssignableTo(Rejection.class) && type.isRecord())
                        .filter(type -> !type.isEquivalentTo(DecisionRejection.Refused.class))
                        .filter(type -> GUARDED_AT_THE_DOOR.stream().noneMatch(type::isEquivalentTo))
                        .filter(type -> TOLD_THE_LEDGER.stream().noneMatch(type::isEquivalentTo))
                        .map(type -> code(type.reflect()))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(every).hasSizeGreaterThan(80);
        assertThat(met).isEqualTo(every);
    }

    private String about(String kind, String field, String matter) {
        return "{'kind': '%s', 'wording': 'w', 'facts': 'f', 'legalBasis': 'l', '%s': %s}"
                .formatted(kind, field, matter);
    }

    private void turnsDown(Class<? extends Rejection> rejection, int status, String kind, String field, String matter) {
        rejects(rejection, status, s.leaderToken, "/decisions", about(kind, field, matter));
    }

    private static String admission(boolean admitted, String persons, String goalStage) {
        return "{'admitted': %s, 'persons': %s, 'startingStage': 'VULNERABLE', 'goalStage': '%s', 'reasons': 'r'}"
                .formatted(admitted, persons, goalStage);
    }

    private void admissions() {
        s.comeIn().formTeam();
        var uncle = UUID.randomUUID();
        s.done(s.leaderToken, "/household", member(uncle, "ADULT", "1980-01-01"));
        turnsDown(
                DecisionRejection.AdmissionOfNobody.class,
                422,
                "ADMISSION",
                "admission",
                admission(true, "[]", "STABLE"));
        turnsDown(
                DecisionRejection.AdmissionPersonUnknown.class,
                422,
                "ADMISSION",
                "admission",
                admission(true, ids(UUID.randomUUID()), "STABLE"));
        turnsDown(
                DecisionRejection.ChecklistNotMet.class,
                409,
                "ADMISSION",
                "admission",
                admission(true, ids(s.mother), "STABLE"));
        s.done(s.leaderToken, "/checklist", checklist(true));
        turnsDown(
                DecisionRejection.CirclesDoNotFit.class,
                422,
                "ADMISSION",
                "admission",
                admission(true, ids(s.mother), "UNTENABLE"));
        s.done(
                s.leaderToken,
                "/enrolment",
                "{'startingStage': 'VULNERABLE', 'goalStage': 'SUSTAINABLE', 'persons': %s}"
                        .formatted(ids(s.mother, s.father, s.child)));
        turnsDown(
                DecisionRejection.TurnedAwayAfterEnrolment.class,
                409,
                "ADMISSION",
                "admission",
                admission(false, ids(uncle), "STABLE"));
        turnsDown(
                DecisionRejection.JourneyIsOpen.class,
                409,
                "REOPEN",
                "reopen",
                "{'persons': %s, 'reasons': 'r'}".formatted(ids(s.mother)));
    }

    private void otherKinds() {
        s.openFund(10_000).agreePlan();
        String goal = "{'change': '%s', 'id': '%s', 'text': 't', 'horizon': 'LONG', 'persons': %s}";
        turnsDown(
                DecisionRejection.GoalNotInPlan.class,
                422,
                "GOAL",
                "goal",
                goal.formatted("CHANGE", UUID.randomUUID(), ids(s.mother)));
        turnsDown(
                DecisionRejection.AlreadyInPlan.class,
                409,
                "GOAL",
                "goal",
                goal.formatted("START", s.goal, ids(s.mother)));
        turnsDown(
                DecisionRejection.NamesNobodyEnrolled.class,
                422,
                "GOAL",
                "goal",
                goal.formatted("START", UUID.randomUUID(), "[]"));
        turnsDown(
                DecisionRejection.DropNeedsReason.class,
                422,
                "GOAL",
                "goal",
                "{'change': 'DROP', 'id': '%s'}".formatted(s.goal));
        turnsDown(
                DecisionRejection.GoalHasMeasures.class,
                409,
                "GOAL",
                "goal",
                "{'change': 'DROP', 'id': '%s', 'reason': 'r'}".formatted(s.goal));
        turnsDown(
                DecisionRejection.MeasureEndsTooEarly.class,
                422,
                "MEASURE",
                "measure",
                ("{'change': 'START', 'goal': '%s', 'text': 't', 'area': 'HOUSING', 'workPhase': 'DEVELOP', 'persons': %s,"
                                + " 'responsible': '%s', 'from': '%s', 'until': '%s'}")
                        .formatted(s.goal, ids(s.mother), s.adviser, s.today, s.today.minusDays(1)));
        String sharing =
                "{'id': '%s', 'person': '%s', 'service': '%s', 'information': 'health', 'purpose': 'p', 'until': '%s'}";
        turnsDown(
                DecisionRejection.SharingPersonUnknown.class,
                422,
                "SHARING",
                "sharing",
                sharing.formatted(UUID.randomUUID(), UUID.randomUUID(), s.health, s.today));
        turnsDown(
                DecisionRejection.SharingEndsInThePast.class,
                422,
                "SHARING",
                "sharing",
                sharing.formatted(UUID.randomUUID(), s.mother, s.health, s.today.minusDays(1)));
        var shared = s.done(
                s.leaderToken,
                "/decisions",
                about("SHARING", "sharing", sharing.formatted(UUID.randomUUID(), s.mother, s.health, s.today)));
        s.answer(s.mother, s.mother, shared, "AGREES");
        s.done(s.leaderToken, taking(shared), "{}");
        String given =
                service
                        .context()
                        .getBean(no.journeyledger.store.LedgerReader.class)
                        .readAggregate(s.journey, 0)
                        .stream()
                        .map(service.context().getBean(no.journeyledger.store.LedgerReader.class)::decode)
                        .map(no.journeyledger.store.RecordedEvent::payload)
                        .filter(no.journeyledger.events.journey.ConsentEvent.ConsentGiven.class::isInstance)
                        .map(event -> ((no.journeyledger.events.journey.ConsentEvent.ConsentGiven) event)
                                .consent()
                                .toString())
                        .findFirst()
                        .orElseThrow();
        turnsDown(
                DecisionRejection.ConsentAlreadyGiven.class,
                409,
                "SHARING",
                "sharing",
                sharing.formatted(given, s.mother, s.health, s.today));
    }

    private String acted(UUID id, String persons, UUID approver, UUID fund, long ceiling, String until, String hearBy) {
        return ("{'id': '%s', 'persons': %s, 'what': 'w', 'legalBasis': 'l', 'approver': '%s', 'fund': '%s',"
                        + " 'payingService': '%s', 'year': %d, 'ceilingOre': %d, 'until': '%s', 'hearBy': '%s'}")
                .formatted(id, persons, approver, fund, s.housing, s.today.getYear(), ceiling, until, hearBy);
    }

    private void emergencies() {
        var id = UUID.randomUUID();
        String day = s.today.toString();
        String mother = ids(s.mother);
        String path = "/emergencies";
        rejects(
                EmergencyRejection.EmergencyRecorderNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                path,
                acted(id, mother, s.adviser, s.fund, 1, day, day));
        rejects(
                EmergencyRejection.EmergencyConcernsNobody.class,
                422,
                s.leaderToken,
                path,
                acted(id, "[]", s.adviser, s.fund, 1, day, day));
        rejects(
                EmergencyRejection.EmergencyPersonUnknown.class,
                422,
                s.leaderToken,
                path,
                acted(id, ids(UUID.randomUUID()), s.adviser, s.fund, 1, day, day));
        rejects(
                EmergencyRejection.ApproverIsRecorder.class,
                422,
                s.leaderToken,
                path,
                acted(id, mother, s.leader, s.fund, 1, day, day));
        s.done(s.leaderToken, "/relations", "{'worker': '%s', 'person': '%s'}".formatted(s.keeper, s.mother));
        rejects(
                EmergencyRejection.ApproverRelated.class,
                422,
                s.leaderToken,
                path,
                acted(id, mother, s.keeper, s.fund, 1, day, day));
        rejects(
                EmergencyRejection.EmergencyEndsBeforeItBegins.class,
                422,
                s.leaderToken,
                path,
                acted(id, mother, s.adviser, s.fund, 1, s.today.minusDays(1).toString(), day));
        rejects(
                EmergencyRejection.HearingTooLate.class,
                422,
                s.leaderToken,
                path,
                acted(id, mother, s.adviser, s.fund, 1, day, s.today.plusDays(8).toString()));
        rejects(
                EmergencyRejection.EmergencyFundUnknown.class,
                422,
                s.leaderToken,
                path,
                acted(id, mother, s.adviser, UUID.randomUUID(), 1, day, day));
        rejects(
                EmergencyRejection.EmergencyFundExhausted.class,
                409,
                s.leaderToken,
                path,
                acted(id, mother, s.adviser, s.fund, 1_000_000, day, day));
        s.done(s.leaderToken, path, acted(id, mother, s.adviser, s.fund, 1, day, day));
        rejects(
                EmergencyRejection.EmergencyIdTaken.class,
                409,
                s.leaderToken,
                path,
                acted(id, mother, s.adviser, s.fund, 1, day, day));
        String heard = "{'person': '%s', 'on': '%s', 'outcome': '%s', 'view': 'v'}";
        String hearings = path + "/" + id + "/hearings";
        rejects(
                EmergencyRejection.EmergencyUnknown.class,
                404,
                s.leaderToken,
                path + "/" + UUID.randomUUID() + "/hearings",
                heard.formatted(s.mother, day, "HEARD"));
        rejects(
                EmergencyRejection.EmergencyDoesNotConcern.class,
                422,
                s.leaderToken,
                hearings,
                heard.formatted(s.father, day, "HEARD"));
        rejects(
                EmergencyRejection.EmergencyHearingInTheFuture.class,
                422,
                s.leaderToken,
                hearings,
                heard.formatted(s.mother, s.today.plusDays(2), "HEARD"));
        rejects(
                EmergencyRejection.NotSoughtIsNoHearing.class,
                422,
                s.leaderToken,
                hearings,
                heard.formatted(s.mother, day, "NOT_SOUGHT"));
        rejects(
                EmergencyRejection.EmergencyHearingNeedsView.class,
                422,
                s.leaderToken,
                hearings,
                heard.formatted(s.mother, day, "HEARD").replace(", 'view': 'v'", ""));
        rejects(
                EmergencyRejection.EmergencyEndsInTheFuture.class,
                422,
                s.leaderToken,
                path + "/" + id + "/ending",
                "{'on': '%s'}".formatted(s.today.plusDays(2)));
        rejects(
                EmergencyRejection.EmergencyAlreadyEnded.class,
                409,
                s.leaderToken,
                path + "/" + id + "/ending",
                "{'on': '%s'}".formatted(day));
    }

    private void rights() {
        String rights = "{'service': '%s', 'parties': %s, 'appealTerm': 'GENERAL', 'reverses': %s}";
        turnsDown(
                DecisionRejection.PartyUnknown.class,
                422,
                "INDIVIDUAL_DECISION",
                "individualDecision",
                rights.formatted(s.housing, ids(UUID.randomUUID()), "null"));
        turnsDown(
                DecisionRejection.ReversesUnknown.class,
                422,
                "INDIVIDUAL_DECISION",
                "individualDecision",
                rights.formatted(s.housing, ids(s.mother), "'" + UUID.randomUUID() + "'"));
        var decided = s.done(
                s.leaderToken,
                "/decisions",
                about("INDIVIDUAL_DECISION", "individualDecision", rights.formatted(s.housing, ids(s.mother), "null")));
        s.answer(s.mother, s.mother, decided, "AGREES");
        s.done(s.adviserToken, taking(decided), "{}");
        String decision = "/decisions/" + decided.text("decision");
        String party = "{'party': '%s', 'on': '%s'}";
        String notice = party.formatted(s.mother, s.today);
        rejects(
                AuthorityRejection.ClerkNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                decision + "/notices",
                notice);
        rejects(
                AuthorityRejection.NotAppealable.class,
                404,
                s.leaderToken,
                "/decisions/" + UUID.randomUUID() + "/notices",
                notice);
        rejects(
                AuthorityRejection.NotAParty.class,
                422,
                s.leaderToken,
                decision + "/notices",
                party.formatted(s.father, s.today));
        rejects(
                AuthorityRejection.NotYetHappened.class,
                422,
                s.leaderToken,
                decision + "/notices",
                party.formatted(s.mother, s.today.plusDays(2)));
        s.done(s.leaderToken, decision + "/notices", notice);
        rejects(AuthorityRejection.NoticeAlreadyGiven.class, 409, s.leaderToken, decision + "/notices", notice);
        rejects(AuthorityRejection.NotYoursToAppeal.class, 403, s.asPerson(s.father), decision + "/appeals", notice);
        var appeal = s.done(s.asPerson(s.mother), decision + "/appeals", notice).text("appeal");
        rejects(
                AuthorityRejection.AppealIdTaken.class,
                409,
                s.leaderToken,
                decision + "/appeals",
                "{'id': '%s', 'party': '%s', 'on': '%s'}".formatted(appeal, s.mother, s.today));
        rejects(AuthorityRejection.AppealAlreadyLodged.class, 409, s.leaderToken, decision + "/appeals", notice);
        String ruling = "{'outcome': 'REVERSED', 'body': 'b', 'on': '%s', 'grounds': 'g'}".formatted(s.today);
        rejects(
                AuthorityRejection.AppealUnknown.class,
                404,
                s.leaderToken,
                "/appeals/" + UUID.randomUUID() + "/ruling",
                ruling);
        s.done(s.leaderToken, "/appeals/" + appeal + "/ruling", ruling);
        rejects(AuthorityRejection.AlreadyReversed.class, 409, s.leaderToken, decision + "/appeals", notice);
        String external = "{'authority': 'a', 'persons': %s, 'on': '%s', 'what': 'w'}";
        rejects(
                AuthorityRejection.ExternalPersonUnknown.class,
                422,
                s.leaderToken,
                "/external-decisions",
                external.formatted(ids(UUID.randomUUID()), s.today));
        rejects(
                AuthorityRejection.ExternalAboutNobody.class,
                422,
                s.leaderToken,
                "/external-decisions",
                external.formatted("[]", s.today));
        s.done(s.leaderToken, "/external-decisions", external.formatted(ids(s.father), s.today));
    }

    private void reopening() {
        for (UUID person : java.util.List.of(s.child, s.father, s.mother)) {
            s.done(s.leaderToken, "/leavings", "{'person': '%s'}".formatted(person));
        }
        rejects(
                EmergencyRejection.EmergencyAfterClosing.class,
                409,
                s.leaderToken,
                "/emergencies",
                acted(UUID.randomUUID(), ids(s.mother), s.adviser, s.fund, 1, s.today + "", s.today + ""));
        turnsDown(
                DecisionRejection.ReopenPersonUnknown.class,
                422,
                "REOPEN",
                "reopen",
                "{'persons': %s, 'reasons': 'r'}".formatted(ids(UUID.randomUUID())));
        s.done(
                s.leaderToken,
                "/v1/journeys",
                "{'person': '%s', 'name': 'N', 'birthDate': '1984-04-04', 'door': 'SELF'}".formatted(s.father));
        var elsewhere = s.done(
                s.leaderToken,
                "/decisions",
                about("REOPEN", "reopen", "{'persons': %s, 'reasons': 'r'}".formatted(ids(s.father))));
        s.answer(s.father, s.father, elsewhere, "AGREES");
        rejects(DecisionRejection.ConcernedInAnotherJourney.class, 409, s.leaderToken, taking(elsewhere), "{}");
        var reopened = s.done(
                s.leaderToken,
                "/decisions",
                about("REOPEN", "reopen", "{'persons': %s, 'reasons': 'r'}".formatted(ids(s.mother))));
        s.answer(s.mother, s.mother, reopened, "AGREES");
        s.done(s.leaderToken, taking(reopened), "{}");
    }

    private void beforeEnrolment() {
        s.comeIn();
        var other = UUID.randomUUID();
        rejects(
                CaptureRejection.JourneyAlreadyOpened.class,
                409,
                s.leaderToken,
                "/v1/journeys",
                "{'journey': '%s', 'name': 'N', 'birthDate': '1990-01-01', 'door': 'SELF'}".formatted(s.journey));
        rejects(
                CaptureRejection.PersonInAnotherJourney.class,
                409,
                s.leaderToken,
                "/v1/journeys",
                "{'person': '%s', 'name': 'N', 'birthDate': '1990-01-01', 'door': 'SELF'}".formatted(s.mother));
        rejects(
                CaptureRejection.ServiceDegreeOutOfRange.class,
                422,
                s.leaderToken,
                "/checklist",
                checklist(true).replace("'serviceDegree': 2", "'serviceDegree': 4"));
        rejects(
                CaptureRejection.PersonAlreadyRegistered.class,
                409,
                s.leaderToken,
                "/household",
                member(s.father, "ADULT", "1980-01-01"));
        rejects(
                CaptureRejection.CitizenIsRegisteredByReferral.class,
                422,
                s.leaderToken,
                "/household",
                member(other, "CITIZEN", "1980-01-01"));
        rejects(
                CaptureRejection.ParentalResponsibilityMissing.class,
                422,
                s.leaderToken,
                "/household",
                member(other, "CHILD", "2020-01-01"));
        rejects(
                CaptureRejection.ParentalResponsibilityNotForAdults.class,
                422,
                s.leaderToken,
                "/household",
                member(other, "ADULT", "1980-01-01", s.mother));
        rejects(
                CaptureRejection.HolderNotInHousehold.class,
                422,
                s.leaderToken,
                "/household",
                member(other, "CHILD", "2020-01-01", UUID.randomUUID()));
        String enrolment = "{'startingStage': 'VULNERABLE', 'goalStage': 'SUSTAINABLE'}";
        rejects(CaptureRejection.ChecklistMissing.class, 409, s.leaderToken, "/enrolment", enrolment);
        s.done(s.leaderToken, "/checklist", checklist(false));
        rejects(CaptureRejection.NotQualified.class, 409, s.leaderToken, "/enrolment", enrolment);
        s.done(s.leaderToken, "/checklist", checklist(true));
        rejects(
                CaptureRejection.GoalBelowStart.class,
                422,
                s.leaderToken,
                "/enrolment",
                "{'startingStage': 'STABLE', 'goalStage': 'UNTENABLE'}");
        rejects(
                CaptureRejection.MemberUnknown.class,
                422,
                s.leaderToken,
                "/enrolment",
                enrolment.replace("}", ", 'persons': " + ids(other) + "}"));

        rejects(
                TeamRejection.MandateUnknown.class,
                404,
                s.headToken,
                "/mandates/" + UUID.randomUUID() + "/revocation",
                "");
        s.done(s.leaderToken, "/team", joining(s.adviser, s.housing, "MEMBER"));
        rejects(
                TeamRejection.NobodyLeads.class,
                409,
                s.leaderToken,
                "/team/leadership",
                "{'to': '%s'}".formatted(s.adviser));
        s.done(s.leaderToken, "/team/" + s.adviser + "/leaving", "");
        s.formTeam();
        rejects(PlanRejection.PlanBeforeEnrolment.class, 409, s.leaderToken, "/plans", s.plan());
        rejects(
                DecisionRejection.StageBeforeEnrolment.class,
                409,
                s.leaderToken,
                "/decisions",
                "{'kind': 'STAGE_MOVE', 'wording': 'w', 'stageMove': {'to': 'STABLE'}}");
    }

    private void privacy() {
        String officer = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "PRIVACY_OFFICER");
        String basis = "{'legalBasis': 'b'}";
        s = new Story(service)
                .comeIn("Effective-At", "2009-01-01T10:00:00Z")
                .enrol("Effective-At", "2009-01-01T10:00:00Z");
        String mother = "/v1/persons/" + s.mother;
        String father = "/v1/persons/" + s.father;
        rejects(PrivacyRejection.StillInAJourney.class, 409, officer, mother + "/erasure", basis);
        rejects(
                PrivacyRejection.NothingKept.class,
                404,
                officer,
                "/v1/persons/" + UUID.randomUUID() + "/erasure",
                basis);
        rejects(
                PrivacyRejection.HoldUnknown.class,
                422,
                officer,
                father + "/holds/" + UUID.randomUUID() + "/lifting",
                "");
        rejects(
                PrivacyRejection.HoldEndsInThePast.class,
                422,
                officer,
                father + "/holds",
                "{'statute': 's', 'until': '2020-01-01'}");
        // To say that it ended before it began does not shorten anything.
        s.done(
                s.asPerson(s.mother),
                "/leavings",
                "{'person': '%s'}".formatted(s.mother),
                "Effective-At",
                "2010-01-01T10:00:00Z");
        rejects(PrivacyRejection.MustBeKept.class, 422, officer, mother + "/erasure", basis);
        s.done(
                s.asPerson(s.father),
                "/leavings",
                "{'person': '%s'}".formatted(s.father),
                "Effective-At",
                "2010-01-01T10:00:00Z");
        Reply hold = s.ask(officer, father + "/holds", "{'statute': 's'}");
        assertThat(hold.status()).as(hold.toString()).isEqualTo(201);
        rejects(PrivacyRejection.HeldBack.class, 422, officer, father + "/erasure", basis);
        assertThat(s.ask(officer, father + "/holds/" + hold.text("hold") + "/lifting", "")
                        .status())
                .isLessThan(300);
        long before = service.head();
        var tried = service.tried(officer, father + "/erasure", basis.replace('\'', '"'));
        assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
        assertThat(service.head()).as("trying erases nothing").isEqualTo(before);
        Reply erased = s.ask(officer, father + "/erasure", basis);
        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        assertThat(erased.id("person")).isEqualTo(s.father);
        rejects(PrivacyRejection.AlreadyErased.class, 409, officer, father + "/erasure", basis);
        Reply about = s.ask(
                s.asPerson(s.mother),
                "/trusted-persons",
                "{'person': '%s', 'trusted': '%s', 'name': 'N'}".formatted(s.father, s.friend));
        assertThat(about.problem()).as(about.toString()).isEqualTo("person-erased");
    }

    private void opened() {
        rejects(
                AccessRejection.StatuteUnknown.class,
                422,
                s.adviserToken,
                "/openings",
                "{'statute': 'NO-SUCH-LAW', 'reason': 'r'}");
        rejects(
                AccessRejection.OpenedForTooLong.class,
                422,
                s.adviserToken,
                "/openings",
                "{'statute': 'FORVALTNINGSLOVEN-13B', 'reason': 'r', 'minutes': 121}");
    }

    private void enrolled() {
        s.done(s.leaderToken, "/enrolment", "{'startingStage': 'VULNERABLE', 'goalStage': 'SUSTAINABLE'}");
        rejects(
                CaptureRejection.AlreadyEnrolled.class,
                409,
                s.leaderToken,
                "/enrolment",
                "{'startingStage': 'VULNERABLE', 'goalStage': 'SUSTAINABLE', 'persons': %s}".formatted(ids(s.mother)));
        rejects(
                CaptureRejection.NobodyToEnrol.class,
                409,
                s.leaderToken,
                "/enrolment",
                "{'startingStage': 'VULNERABLE', 'goalStage': 'SUSTAINABLE'}");
        rejects(
                CaptureRejection.StagesDifferFromEnrolment.class,
                409,
                s.leaderToken,
                "/enrolment",
                "{'startingStage': 'STABLE', 'goalStage': 'SUSTAINABLE'}");

        String consent = "{'id': '%s', 'person': '%s', 'service': '%s', 'information': 'health', 'purpose': 'p'}";
        var given = UUID.randomUUID();
        s.done(s.asPerson(s.mother), "/consents", consent.formatted(given, s.mother, s.health));
        rejects(
                ConsentRejection.ConsentIdTaken.class,
                409,
                s.asPerson(s.mother),
                "/consents",
                consent.formatted(given, s.mother, s.housing));
        rejects(
                ConsentRejection.ConsentPersonUnknown.class,
                422,
                s.leaderToken,
                "/consents",
                consent.formatted(UUID.randomUUID(), UUID.randomUUID(), s.health));
        rejects(
                ConsentRejection.NotYoursToConsent.class,
                403,
                s.asPerson(s.father),
                "/consents",
                consent.formatted(UUID.randomUUID(), s.mother, s.health));
        rejects(
                ConsentRejection.ConsentExpiresInThePast.class,
                422,
                s.leaderToken,
                "/consents",
                consent.formatted(UUID.randomUUID(), s.mother, s.health).replace("}", ", 'until': '2020-01-01'}"));
        rejects(
                ConsentRejection.WideningIsADecision.class,
                409,
                s.leaderToken,
                "/consents",
                consent.formatted(UUID.randomUUID(), s.mother, s.health));
        rejects(
                ConsentRejection.ConsentUnknown.class,
                404,
                s.leaderToken,
                "/consents/" + UUID.randomUUID() + "/withdrawal",
                "");

        rejects(TeamRejection.AlreadyOnTeam.class, 409, s.leaderToken, "/team", joining(s.leader, s.health, "MEMBER"));
        rejects(
                TeamRejection.LeaderAlreadyNamed.class,
                409,
                s.leaderToken,
                "/team",
                joining(UUID.randomUUID(), s.health, "LEADER"));
        rejects(TeamRejection.NotOnTeam.class, 422, s.leaderToken, "/team/" + UUID.randomUUID() + "/leaving", "");
        String relation = "{'worker': '%s', 'person': '%s'}";
        rejects(
                TeamRejection.TeamPersonUnknown.class,
                422,
                s.leaderToken,
                "/relations",
                relation.formatted(s.leader, UUID.randomUUID()));
        var guest = UUID.randomUUID();
        s.done(s.leaderToken, "/relations", relation.formatted(guest, s.mother));
        rejects(
                TeamRejection.RelationAlreadyRegistered.class,
                409,
                s.leaderToken,
                "/relations",
                relation.formatted(guest, s.mother));
        String trust = "{'person': '%s', 'trusted': '%s', 'name': 'T'}";
        rejects(
                TeamRejection.TrustedPersonIsOnTeam.class,
                422,
                s.asPerson(s.mother),
                "/trusted-persons",
                trust.formatted(s.mother, s.leader));
        rejects(
                TeamRejection.NotYoursToName.class,
                403,
                s.asPerson(s.father),
                "/trusted-persons",
                trust.formatted(s.mother, s.friend));
        s.done(s.asPerson(s.mother), "/trusted-persons", trust.formatted(s.mother, s.friend));

        String mandate = s.mandate(s.adviser, 5);
        rejects(
                TeamRejection.NotHeadOfService.class,
                403,
                service.tokens.worker(s.head, s.health, "UNIT_HEAD"),
                "/mandates",
                mandate);
        rejects(TeamRejection.MandateToOneself.class, 422, s.headToken, "/mandates", s.mandate(s.head, 5));
        var id = UUID.randomUUID();
        s.done(s.headToken, "/mandates", mandate.replace("{", "{'id': '" + id + "', "));
        rejects(
                TeamRejection.MandateIdTaken.class,
                409,
                s.headToken,
                "/mandates",
                mandate.replace("{", "{'id': '" + id + "', "));
        rejects(
                TeamRejection.MandateEndsBeforeItBegins.class,
                422,
                s.headToken,
                "/mandates",
                mandate.replaceAll("'from': '[^']*'", "'from': '2090-01-01'"));
        rejects(
                TeamRejection.MandateEndsInThePast.class,
                422,
                s.headToken,
                "/mandates",
                mandate.replaceAll("'from': '[^']*'", "'from': '2020-01-01'")
                        .replaceAll("'until': '[^']*'", "'until': '2020-12-31'"));
        rejects(
                TeamRejection.YearsBeyondNotAllowed.class,
                422,
                s.headToken,
                "/mandates",
                mandate.replaceAll("'budgetYears': [^]]*]", "'budgetYears': [2099]"));

        rejects(
                StageRejection.RatedPersonUnknown.class,
                422,
                s.leaderToken,
                "/ratings",
                s.rating(UUID.randomUUID(), "TEAM"));
        rejects(
                StageRejection.RaterNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                "/ratings",
                s.rating(s.mother, "TEAM"));
        rejects(StageRejection.NotYoursToRate.class, 403, s.asPerson(s.mother), "/ratings", s.rating(s.mother, "TEAM"));

        String report =
                ("{'person': '%s', 'instrument': 'WHO5', 'instrumentVersion': 'v', 'moment': 'BEFORE', 'on': '%s',"
                                + " 'language': 'nb', 'helperPresent': false, 'declined': false, 'answers': [1, 2, 3, 4, 5]}")
                        .formatted(s.mother, s.today);
        String reports = "/self-reports";
        rejects(
                SelfReportRejection.ReportPersonUnknown.class,
                422,
                s.leaderToken,
                reports,
                report.replace(s.mother.toString(), UUID.randomUUID().toString()));
        rejects(
                SelfReportRejection.RespondentUnknown.class,
                422,
                s.leaderToken,
                reports,
                report.replace("{", "{'respondent': '" + UUID.randomUUID() + "', "));
        rejects(SelfReportRejection.NotYoursToReport.class, 403, s.asPerson(s.father), reports, report);
        rejects(
                SelfReportRejection.ReportInTheFuture.class,
                422,
                s.leaderToken,
                reports,
                report.replace(s.today.toString(), s.today.plusDays(2).toString()));
        rejects(
                SelfReportRejection.AnswersMissing.class,
                422,
                s.leaderToken,
                reports,
                report.replace(", 'answers': [1, 2, 3, 4, 5]", ""));
        rejects(
                SelfReportRejection.DeclinedWithAnswers.class,
                422,
                s.leaderToken,
                reports,
                report.replace("'declined': false", "'declined': true"));
        rejects(SelfReportRejection.ItemsDoNotFit.class, 422, s.leaderToken, reports, report.replace("4, 5]", "4, 6]"));
    }

    private void comingInFurther() {
        String degree = "{'serviceDegree': %d, 'reason': 'r'}";
        rejects(
                CaptureRejection.ServiceDegreeUnchanged.class,
                409,
                s.leaderToken,
                "/service-degree",
                degree.formatted(2));
        s.done(s.leaderToken, "/service-degree", degree.formatted(3));
        String accept = "/pilot-agreements/acceptance";
        String first = "{'version': 1}";
        rejects(CaptureRejection.AgreementIsAnother.class, 409, s.asPerson(s.mother), accept, first);
        rejects(
                CaptureRejection.AgreementIsOneSided.class,
                422,
                s.leaderToken,
                "/pilot-agreements",
                "{'citizenMayExpect': [], 'municipalityExpects': ['m']}");
        s.done(s.leaderToken, "/pilot-agreements", "{'citizenMayExpect': ['c'], 'municipalityExpects': ['m']}");
        rejects(CaptureRejection.NotYoursToAccept.class, 403, s.asPerson(s.friend), accept, first);
        s.done(s.asPerson(s.mother), accept, first);
        rejects(CaptureRejection.AgreementAcceptedBefore.class, 409, s.asPerson(s.mother), accept, first);
        String reference = "{'reference': '2026/17'}";
        s.done(s.leaderToken, "/references", reference);
        rejects(CaptureRejection.ReferenceRegisteredBefore.class, 409, s.leaderToken, "/references", reference);

        rejects(TeamRejection.LeaderHandsOverFirst.class, 409, s.leaderToken, "/team/" + s.leader + "/leaving", "");
        s.done(s.leaderToken, "/team/leadership", "{'to': '%s'}".formatted(s.adviser));
        s.done(s.leaderToken, "/team/leadership", "{'to': '%s'}".formatted(s.leader));
        s.done(
                s.asPerson(s.mother),
                "/preferred-contacts",
                "{'person': '%s', 'worker': '%s'}".formatted(s.mother, s.adviser));
        s.done(s.asPerson(s.mother), "/vulnerability", "{'degree': 'MODERATE', 'rater': 'CITIZEN'}");
        s.done(s.leaderToken, "/additional-investments", "{'reason': 'r'}");
        s.done(
                s.leaderToken,
                "/individual-plans",
                "{'id': '%s', 'person': '%s', 'service': '%s', 'reference': 'p'}".formatted(s.fund, s.child, s.health));
        rejects(
                PlanRejection.PlanAlreadyGathered.class,
                409,
                s.leaderToken,
                "/individual-plans",
                "{'id': '%s', 'person': '%s', 'service': '%s', 'reference': 'p'}".formatted(s.fund, s.child, s.health));
        followUps();
        corrections();
    }

    private void followUps() {
        String agree = "{'id': '%s', 'on': '%s'}";
        var id = UUID.randomUUID();
        rejects(
                FollowUpRejection.FollowUpNotByTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                "/follow-ups",
                agree.formatted(id, s.today));
        rejects(
                FollowUpRejection.FollowUpInThePast.class,
                422,
                s.leaderToken,
                "/follow-ups",
                agree.formatted(id, s.today.minusDays(2)));
        s.done(s.leaderToken, "/follow-ups", agree.formatted(id, s.today.plusDays(7)));
        rejects(
                FollowUpRejection.FollowUpIdTaken.class,
                409,
                s.leaderToken,
                "/follow-ups",
                agree.formatted(id, s.today.plusDays(7)));
        String held = "{'meeting': '%s'}";
        rejects(
                FollowUpRejection.FollowUpUnknown.class,
                404,
                s.leaderToken,
                "/follow-ups/" + UUID.randomUUID() + "/holding",
                held.formatted(UUID.randomUUID()));
        rejects(
                FollowUpRejection.FollowUpMeetingUnknown.class,
                422,
                s.leaderToken,
                "/follow-ups/" + id + "/holding",
                held.formatted(UUID.randomUUID()));
        String said = "/follow-ups/" + id + "/experiences";
        rejects(FollowUpRejection.ReporterIsNotLeader.class, 403, s.adviserToken, said, "{'experience': 'IMPROVED'}");
        rejects(
                FollowUpRejection.NotYoursToExperience.class,
                403,
                s.asPerson(s.father),
                said,
                "{'person': '%s', 'experience': 'WORSE'}".formatted(s.mother));
        s.done(s.leaderToken, said, "{'experience': 'IMPROVED', 'words': 'w'}");
        s.done(s.asPerson(s.mother), said, "{'person': '%s', 'experience': 'UNCHANGED'}".formatted(s.mother));
        var meeting = s.meet("FOLLOW_UP", s.mother, s.leader).text("meeting");
        String moved = "{'on': '%s', 'reason': 'r'}".formatted(s.today.plusDays(8));
        s.done(s.leaderToken, "/follow-ups/" + id + "/moving", moved);
        s.done(s.leaderToken, "/follow-ups/" + id + "/holding", held.formatted(meeting));
        rejects(FollowUpRejection.FollowUpHeldBefore.class, 409, s.leaderToken, "/follow-ups/" + id + "/moving", moved);
    }

    private void corrections() {
        String correction = "{'position': %s, 'text': 'it was the other way round'}";
        var corrected = s.done(s.leaderToken, "/additional-investments", "{'reason': 'r'}")
                .text("position");
        s.done(s.leaderToken, "/corrections", correction.formatted(corrected));
        rejects(
                CorrectionRejection.EntryUnknown.class,
                404,
                s.leaderToken,
                "/corrections",
                correction.formatted("900000000"));
        rejects(
                CorrectionRejection.CorrectedPersonUnknown.class,
                422,
                s.leaderToken,
                "/corrections",
                correction.formatted(corrected).replace("{", "{'about': '" + UUID.randomUUID() + "', "));
        rejects(
                CorrectionRejection.NotYoursToCorrect.class,
                403,
                s.asPerson(s.father),
                "/corrections",
                correction.formatted(corrected));
    }

    private static String household(UUID person, String what) {
        return "/household/" + person + "/" + what;
    }

    private void people() {
        var id = UUID.randomUUID();
        var guardian = UUID.randomUUID();
        String appoint = ("{'id': '%s', 'person': '%s', 'representative': '%s', 'name': 'G', 'kind': 'GUARDIAN',"
                        + " 'scope': ['PERSONAL', 'HEALTH'], 'from': '%s', 'until': '%s', 'document': 'd'}")
                .formatted(id, s.mother, guardian, s.today, s.today.plusYears(1));
        String to = "/representations";
        rejects(
                PeopleRejection.PeopleRecorderNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                to,
                appoint);
        rejects(
                PeopleRejection.RepresentsThemselves.class,
                422,
                s.leaderToken,
                to,
                appoint.replace(guardian.toString(), s.mother.toString()));
        rejects(
                PeopleRejection.RepresentativeIsOnTeam.class,
                422,
                s.leaderToken,
                to,
                appoint.replace(guardian.toString(), s.adviser.toString()));
        rejects(
                PeopleRejection.ScopeMissing.class,
                422,
                s.leaderToken,
                to,
                appoint.replace("'PERSONAL', 'HEALTH'", ""));
        rejects(
                PeopleRejection.RepresentationEndsBeforeItBegins.class,
                422,
                s.leaderToken,
                to,
                appoint.replace(s.today.plusYears(1).toString(), "2020-01-01"));
        s.done(s.leaderToken, to, appoint);
        rejects(PeopleRejection.RepresentationIdTaken.class, 409, s.leaderToken, to, appoint);
        String ending = "{'reason': 'r'}";
        s.done(s.leaderToken, to + "/" + id + "/ending", ending);
        rejects(PeopleRejection.RepresentationUnknown.class, 404, s.leaderToken, to + "/" + id + "/ending", ending);

        String holders = "{'holders': %s, 'document': 'd'}";
        String responsibility = "parental-responsibility";
        rejects(
                PeopleRejection.NotAChild.class,
                422,
                s.leaderToken,
                household(s.father, responsibility),
                holders.formatted(ids(s.mother)));
        rejects(
                PeopleRejection.HolderUnknown.class,
                422,
                s.leaderToken,
                household(s.child, responsibility),
                holders.formatted(ids(UUID.randomUUID())));
        rejects(
                PeopleRejection.ResponsibilityUnchanged.class,
                409,
                s.leaderToken,
                household(s.child, responsibility),
                holders.formatted(ids(s.mother, s.father)));
        s.done(s.leaderToken, household(s.child, responsibility), holders.formatted(ids(s.mother)));
        s.done(s.leaderToken, household(s.child, responsibility), holders.formatted(ids(s.mother, s.father)));

        String on = "{'on': '%s'}";
        var aunt = UUID.randomUUID();
        s.done(s.leaderToken, "/household", member(aunt, "ADULT", "1970-01-01"));
        rejects(
                PeopleRejection.HappensInTheFuture.class,
                422,
                s.leaderToken,
                household(aunt, "moving-out"),
                on.formatted(s.today.plusDays(2)));
        rejects(
                PeopleRejection.CitizenDoesNotMoveOut.class,
                422,
                s.leaderToken,
                household(s.mother, "moving-out"),
                on.formatted(s.today));
        s.done(s.leaderToken, household(aunt, "moving-out"), on.formatted(s.today));
        rejects(
                PeopleRejection.NotInHousehold.class,
                422,
                s.leaderToken,
                household(aunt, "death"),
                on.formatted(s.today));
        s.done(s.leaderToken, "/household", member(aunt, "ADULT", "1970-01-01"));
        s.done(s.leaderToken, household(aunt, "death"), on.formatted(s.today));

        String need = "{'interpreter': true, 'language': 'ti', 'otherHelp': 'h'}";
        s.done(s.leaderToken, household(s.mother, "interpreter-need"), need);
        rejects(
                PeopleRejection.NotYoursToRecord.class,
                403,
                s.asPerson(s.father),
                household(s.mother, "interpreter-need"),
                need);
        rejects(
                PeopleRejection.NothingCorrected.class,
                422,
                s.leaderToken,
                household(s.mother, "correction"),
                "{'reason': 'r'}");
        s.done(s.leaderToken, household(s.mother, "correction"), "{'name': 'Mor', 'reason': 'r'}");

        var invented = UUID.randomUUID();
        String confirmation = "/trusted-persons/" + invented + "/confirmation";
        String of = "{'person': '%s'}".formatted(s.mother);
        rejects(TeamRejection.TrustedPersonNotProposed.class, 409, s.leaderToken, confirmation, of);
        s.done(
                s.adviserToken,
                "/trusted-persons",
                "{'person': '%s', 'trusted': '%s', 'name': 'T'}".formatted(s.mother, invented));
        rejects(TeamRejection.ConfirmerFromSameService.class, 422, s.adviserToken, confirmation, of);
    }

    private void meetings() {
        String meeting = "{'kind': 'FOLLOW_UP', 'on': '%s', 'attended': %s}";
        var held = s.meet("MAPPING", s.mother, s.father, s.leader, s.friend);
        var id = held.text("meeting");
        String meetings = "/meetings";
        rejects(
                MeetingRejection.MeetingIdTaken.class,
                409,
                s.leaderToken,
                meetings,
                meeting.formatted(s.today, ids(s.mother)).replace("{", "{'id': '" + id + "', "));
        rejects(
                MeetingRejection.MeetingInTheFuture.class,
                422,
                s.leaderToken,
                meetings,
                meeting.formatted(s.today.plusDays(2), ids(s.mother)));
        rejects(MeetingRejection.NobodyAttended.class, 422, s.leaderToken, meetings, meeting.formatted(s.today, "[]"));
        rejects(
                MeetingRejection.NobodyOfTheHouseholdAttended.class,
                422,
                s.leaderToken,
                meetings,
                meeting.formatted(s.today, ids(s.leader)));
        String sheet = "/meetings/" + id + "/sheet";
        String entry = "{'owner': '%s', 'entries': [{'author': '%s', 'box': 'DREAM', 'text': 't'}]}";
        rejects(
                MeetingRejection.MeetingUnknown.class,
                404,
                s.leaderToken,
                "/meetings/" + UUID.randomUUID() + "/sheet",
                entry.formatted(s.mother, s.mother));
        rejects(
                MeetingRejection.SheetOwnerUnknown.class,
                422,
                s.leaderToken,
                sheet,
                entry.formatted(UUID.randomUUID(), s.mother));
        rejects(
                MeetingRejection.SheetIsEmpty.class,
                422,
                s.leaderToken,
                sheet,
                "{'owner': '%s', 'entries': []}".formatted(s.mother));
        String boxed = "{'owner': '%s', 'entries': [{'author': '%s', 'box': '%s', 'text': 't'%s}]}";
        rejects(
                MeetingRejection.CircleMissing.class,
                422,
                s.leaderToken,
                sheet,
                boxed.formatted(s.mother, s.mother, "AROUND_ME", ""));
        rejects(
                MeetingRejection.CircleNotForBox.class,
                422,
                s.leaderToken,
                sheet,
                boxed.formatted(s.mother, s.mother, "DREAM", ", 'around': 'HOME'"));
        rejects(
                MeetingRejection.WithinNotForBox.class,
                422,
                s.leaderToken,
                sheet,
                boxed.formatted(s.mother, s.mother, "DREAM", ", 'within': 'P3M'"));
        rejects(
                MeetingRejection.AreaMissing.class,
                422,
                s.leaderToken,
                sheet,
                entry.formatted(s.mother, s.mother).replace("DREAM", "SHORT_TERM"));
        rejects(
                MeetingRejection.AreaNotForBox.class,
                422,
                s.leaderToken,
                sheet,
                entry.formatted(s.mother, s.mother).replace("'DREAM'", "'DREAM', 'area': 'WORK'"));
        rejects(
                MeetingRejection.AuthorDidNotAttend.class,
                422,
                s.leaderToken,
                sheet,
                entry.formatted(s.mother, s.adviser));
    }

    private void plans() {
        String plan = s.plan();
        rejects(
                DecisionRejection.PlanNotAgreed.class,
                409,
                s.leaderToken,
                "/decisions",
                s.budget("ALLOCATE", UUID.randomUUID(), 5));
        rejects(
                PlanRejection.DrafterNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                "/plans",
                plan);
        rejects(PlanRejection.GoalsMissing.class, 422, s.leaderToken, "/plans", "{'situation': 's', 'goals': []}");
        rejects(
                PlanRejection.PlanIdTwice.class,
                422,
                s.leaderToken,
                "/plans",
                plan.replace(s.measure.toString(), s.goal.toString()));
        rejects(
                PlanRejection.GoalUnknown.class,
                422,
                s.leaderToken,
                "/plans",
                plan.replace("#0", UUID.randomUUID().toString()));
        rejects(
                PlanRejection.NamesNobody.class,
                422,
                s.leaderToken,
                "/plans",
                plan.replace("'persons': " + ids(s.mother, s.father), "'persons': []"));
        rejects(
                PlanRejection.PlanPersonUnknown.class,
                422,
                s.leaderToken,
                "/plans",
                plan.replace(ids(s.mother, s.father), ids(UUID.randomUUID())));
        rejects(
                PlanRejection.MeasureEndsBeforeItBegins.class,
                422,
                s.leaderToken,
                "/plans",
                plan.replace("'costs'", "'until': '2020-01-01', 'costs'"));
        rejects(
                PlanRejection.MeasureUnknown.class,
                404,
                s.leaderToken,
                "/measures/" + UUID.randomUUID() + "/finishing",
                "");
        rejects(
                DecisionRejection.PlanVersionUnknown.class,
                422,
                s.leaderToken,
                "/decisions",
                "{'kind': 'PLAN', 'wording': 'w', 'plan': {'version': 7}}");
        s.agreePlan();
    }

    private void decisions() {
        s.openFund(10_000);
        String decisions = "/decisions";
        String budget = s.budget("ALLOCATE", UUID.randomUUID(), 5);
        rejects(
                DecisionRejection.ProposerNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                decisions,
                budget);
        var stranger = service.tokens.worker(UUID.randomUUID(), s.health, "TEAM");
        var asked = s.proposeBudget(5);
        var tried = service.tried(stranger, "/v1/journeys/" + s.journey + taking(asked), "{}");
        assertThat(tried.problem())
                .as("a stranger learns of nobody without leaving a trace")
                .isEqualTo("only-for-the-team");
        assertThat(tried.body().has("missing")).isFalse();
        var untold = s.missing(stranger, asked);
        assertThat(untold.status()).isEqualTo(403);
        assertThat(untold.problem()).isEqualTo(code(DecisionRejection.OnlyForTheTeam.class));
        met.add(code(DecisionRejection.OnlyForTheTeam.class));
        s.done(s.leaderToken, "/decisions/" + asked.text("decision") + "/withdrawal", "");
        rejects(
                DecisionRejection.MeasureNotInPlan.class,
                422,
                s.leaderToken,
                decisions,
                budget.replace(s.measure.toString(), UUID.randomUUID().toString()));
        rejects(
                DecisionRejection.LinesMissing.class,
                422,
                s.leaderToken,
                decisions,
                budget.replaceAll("'lines': \\[.*]", "'lines': []"));
        rejects(
                DecisionRejection.LineTwice.class,
                422,
                s.leaderToken,
                decisions,
                budget.replaceAll("'lines': \\[(.*)]", "'lines': [$1, $1]"));
        rejects(
                DecisionRejection.AlsoConcernsUnknown.class,
                422,
                s.leaderToken,
                decisions,
                budget.replace("'kind'", "'alsoConcerns': " + ids(UUID.randomUUID()) + ", 'kind'"));
        rejects(
                DecisionRejection.CloseReasonNotForDecision.class,
                422,
                s.leaderToken,
                decisions,
                "{'kind': 'CLOSE', 'wording': 'w', 'close': {'reason': 'LEFT'}}");
        String move = "{'kind': 'STAGE_MOVE', 'wording': 'w', 'stageMove': {'to': '%s'}}";
        rejects(DecisionRejection.StageUnchanged.class, 409, s.leaderToken, decisions, move.formatted("VULNERABLE"));
        rejects(
                DecisionRejection.MoveBackNeedsReason.class,
                422,
                s.leaderToken,
                decisions,
                move.formatted("UNTENABLE"));
        rejects(DecisionRejection.RatingsMissing.class, 409, s.leaderToken, decisions, move.formatted("STABLE"));

        var open = s.proposeBudget(100);
        var decision = open.text("decision");
        rejects(
                DecisionRejection.DecisionIdTaken.class,
                409,
                s.leaderToken,
                decisions,
                budget.replace("'kind'", "'id': '" + decision + "', 'kind'"));
        rejects(
                DecisionRejection.DecisionUnknown.class,
                404,
                s.leaderToken,
                "/decisions/" + UUID.randomUUID() + "/withdrawal",
                "");
        rejects(
                DecisionRejection.KindStays.class,
                422,
                s.leaderToken,
                "/decisions/" + decision + "/wording",
                "{'wording': 'w', 'close': {'reason': 'OTHER'}}");
        answers(open);
        witnesses(open);

        s.answer(s.mother, s.mother, open, "AGREES");
        s.answer(s.father, s.father, open, "AGREES");
        s.done(s.adviserToken, taking(open), "");
        rejects(DecisionRejection.DecisionAlreadyTaken.class, 409, s.adviserToken, taking(open), "");
        var withdrawn = s.proposeBudget(100);
        s.done(s.leaderToken, "/decisions/" + withdrawn.text("decision") + "/withdrawal", "");
        rejects(DecisionRejection.ProposalWithdrawnBefore.class, 409, s.adviserToken, taking(withdrawn), "");

        var noFund = s.done(s.leaderToken, decisions, budget.replace(s.fund.toString(), UUID.randomUUID() + ""));
        s.answer(s.mother, s.mother, noFund, "AGREES");
        s.answer(s.father, s.father, noFund, "AGREES");
        rejects(DecisionRejection.DecisionFundUnknown.class, 422, s.adviserToken, taking(noFund), "");
        var noReservation = s.done(s.leaderToken, decisions, s.budget("RELEASE", UUID.randomUUID(), 5));
        s.answer(s.mother, s.mother, noReservation, "AGREES");
        s.answer(s.father, s.father, noReservation, "AGREES");
        rejects(DecisionRejection.ReservationDoesNotFit.class, 422, s.adviserToken, taking(noReservation), "");

        s.line = open.body().path("lines").path(0).path("line").asString();
    }

    private void answers(Reply open) {
        String path = "/decisions/" + open.text("decision") + "/answers";
        var meeting = s.meet("FOLLOW_UP", s.mother, s.adviser, s.leader).text("meeting");
        String answer = "{'person': '%s', 'wordingHash': '%s', 'answer': 'AGREES', 'means': '%s'}";
        String own = answer.formatted(s.mother, open.text("wordingHash"), "SELF_SERVICE");
        rejects(
                DecisionRejection.NotThroughACaseApp.class,
                403,
                service.tokens.personThrough(s.mother, UUID.randomUUID()),
                path,
                own);
        rejects(DecisionRejection.NotYourAnswer.class, 403, s.asPerson(s.father), path, own);
        rejects(
                DecisionRejection.OwnSessionCanAnswer.class,
                422,
                s.asPerson(s.mother),
                path,
                own.replace("AGREES", "COULD_NOT_ANSWER"));
        rejects(
                DecisionRejection.MeansDoNotFit.class,
                422,
                s.asPerson(s.mother),
                path,
                own.replace("SELF_SERVICE", "REMOTE"));
        rejects(
                DecisionRejection.RepresentativeUnknown.class,
                422,
                s.asPerson(s.friend),
                path,
                own.replace("SELF_SERVICE", "REPRESENTED").replace("{", "{'answeredBy': '" + s.friend + "', "));
        rejects(
                DecisionRejection.NotConcerned.class,
                422,
                s.asPerson(s.mother),
                path,
                answer.formatted(s.child, open.text("wordingHash"), "REPRESENTED")
                        .replace("{", "{'answeredBy': '" + s.mother + "', "));
        rejects(
                DecisionRejection.WordingIsAnother.class,
                409,
                s.asPerson(s.mother),
                path,
                answer.formatted(s.mother, "another", "SELF_SERVICE"));
        String recorded = answer.formatted(s.mother, open.text("wordingHash"), "IN_MEETING");
        rejects(
                DecisionRejection.RecorderNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                path,
                recorded);
        rejects(DecisionRejection.AnswerNeedsMeeting.class, 422, s.leaderToken, path, recorded);
        rejects(
                DecisionRejection.AnswerMeetingUnknown.class,
                422,
                s.leaderToken,
                path,
                recorded.replace("}", ", 'meeting': '" + UUID.randomUUID() + "'}"));
        rejects(
                DecisionRejection.DidNotAttend.class,
                422,
                s.leaderToken,
                path,
                answer.formatted(s.father, open.text("wordingHash"), "IN_MEETING")
                        .replace("}", ", 'meeting': '" + meeting + "'}"));
        var id = UUID.randomUUID();
        String taken = recorded.replace("}", ", 'meeting': '" + meeting + "', 'id': '" + id + "'}");
        s.done(s.adviserToken, path, taken);
        rejects(DecisionRejection.AnswerIdTaken.class, 409, s.adviserToken, path, taken);
        rejects(
                DecisionRejection.HearingNeedsView.class,
                422,
                s.leaderToken,
                "/decisions/" + open.text("decision") + "/hearings",
                "{'child': '%s', 'wordingHash': '%s', 'outcome': 'HEARD'}"
                        .formatted(s.mother, open.text("wordingHash")));
    }

    private void witnesses(Reply open) {
        var colleague = UUID.randomUUID();
        var third = UUID.randomUUID();
        s.done(s.leaderToken, "/team", joining(colleague, s.housing, "MEMBER"));
        s.done(s.leaderToken, "/team", joining(third, UUID.randomUUID(), "MEMBER"));
        var meeting = s.meet("FOLLOW_UP", s.mother, s.father, s.adviser, s.leader, s.friend, colleague)
                .text("meeting");
        var recorded = s.done(
                s.adviserToken,
                "/decisions/" + open.text("decision") + "/answers",
                "{'person': '%s', 'wordingHash': '%s', 'answer': 'AGREES', 'means': 'IN_MEETING', 'meeting': '%s'}"
                        .formatted(s.father, open.text("wordingHash"), meeting));
        String path = "/meetings/" + meeting + "/confirmation";
        String confirmation = "{'answers': [{'answer': '%s', 'wordingHash': '%s'}]}"
                .formatted(recorded.text("answer"), open.text("wordingHash"));
        rejects(MeetingRejection.NothingToConfirm.class, 422, s.leaderToken, path, "{'answers': []}");
        rejects(
                MeetingRejection.AnswerUnknown.class,
                422,
                s.asPerson(s.friend),
                path,
                confirmation.replace(recorded.text("answer"), UUID.randomUUID().toString()));
        rejects(
                MeetingRejection.ConfirmedAnotherWording.class,
                422,
                s.asPerson(s.friend),
                path,
                confirmation.replace(open.text("wordingHash"), "another"));
        rejects(MeetingRejection.WitnessRecordedIt.class, 403, s.adviserToken, path, confirmation);
        rejects(MeetingRejection.WitnessProposedIt.class, 403, s.leaderToken, path, confirmation);
        rejects(
                MeetingRejection.WitnessFromSameService.class,
                403,
                service.tokens.worker(colleague, s.housing, "TEAM"),
                path,
                confirmation);
        String thirdToken = service.tokens.worker(third, UUID.randomUUID(), "TEAM");
        rejects(MeetingRejection.WitnessDidNotAttend.class, 403, thirdToken, path, confirmation);
        String spoke = confirmation.replace("]}", "], 'spokeToThePerson': true}");
        rejects(MeetingRejection.SomebodyWhoAttendedConfirms.class, 403, thirdToken, path, spoke);
        rejects(
                MeetingRejection.WitnessNotOnTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM"),
                path,
                spoke);
        rejects(
                MeetingRejection.WitnessNeedsOwnSession.class,
                403,
                service.tokens.personThrough(s.friend, UUID.randomUUID()),
                path,
                confirmation);
        rejects(MeetingRejection.NotTrusted.class, 403, s.asPerson(s.mother), path, confirmation);
        s.done(
                s.asPerson(s.father),
                "/trusted-persons",
                "{'person': '%s', 'trusted': '%s', 'name': 'T'}".formatted(s.father, s.mother));
        rejects(MeetingRejection.WitnessIsConcerned.class, 403, s.asPerson(s.mother), path, confirmation);
        var old = s.done(
                s.leaderToken,
                "/meetings",
                "{'kind': 'FOLLOW_UP', 'on': '%s', 'attended': %s}"
                        .formatted(s.today.minusDays(9), ids(s.mother, s.friend)));
        rejects(
                MeetingRejection.ConfirmedTooLate.class,
                422,
                s.asPerson(s.friend),
                "/meetings/" + old.text("meeting") + "/confirmation",
                confirmation);
    }

    private void funds() {
        rejects(
                FundRejection.FundAlreadyOpened.class,
                409,
                s.keeperToken,
                "/v1/funds",
                "{'fund': '%s', 'name': 'F', 'owners': ['%s']}".formatted(s.fund, s.housing));
        rejects(FundRejection.OwnersMissing.class, 422, s.keeperToken, "/v1/funds", "{'name': 'F', 'owners': []}");
        String transfers = "/v1/funds/" + s.fund + "/transfers";
        int year = s.today.getYear();
        String moving = "{'organisation': '%s', 'year': %d, 'toFund': '%s', 'toYear': %d, 'amountOre': %d}";
        rejects(
                FundRejection.MoreThanContributed.class,
                409,
                s.keeperToken,
                transfers,
                moving.formatted(s.housing, year, s.fund, year + 1, 1_000_000));
        rejects(
                FundRejection.CarriedToEarlierYear.class,
                422,
                s.keeperToken,
                transfers,
                moving.formatted(s.housing, year, s.fund, year, 1));
        rejects(
                FundRejection.OtherFundUnknown.class,
                422,
                s.keeperToken,
                transfers,
                moving.formatted(s.housing, year, UUID.randomUUID(), year, 1));
        var others = UUID.randomUUID();
        s.done(s.keeperToken, "/v1/funds", "{'fund': '%s', 'name': 'F', 'owners': ['%s']}".formatted(others, s.health));
        rejects(
                FundRejection.NotAnOwnerThere.class,
                422,
                s.keeperToken,
                transfers,
                moving.formatted(s.housing, year, others, year, 1));
        rejects(
                FundRejection.NotEnoughAvailable.class,
                409,
                s.keeperToken,
                transfers,
                moving.formatted(s.housing, year, s.fund, year + 1, 10_000));
        String kind = "/v1/funds/" + s.fund + "/in-kind";
        var promised = s.done(
                        s.keeperToken,
                        kind,
                        "{'organisation': '%s', 'year': %d, 'what': 'w', 'valueOre': 5, 'priceYear': %d}"
                                .formatted(s.housing, year, year))
                .text("contribution");
        String use = "{'journey': '%s', 'measure': '%s', 'valueOre': %d}";
        rejects(
                FundRejection.InKindUnknown.class,
                404,
                s.keeperToken,
                kind + "/" + UUID.randomUUID() + "/uses",
                use.formatted(s.journey, s.measure, 1));
        rejects(
                FundRejection.InKindMeasureUnknown.class,
                422,
                s.keeperToken,
                kind + "/" + promised + "/uses",
                use.formatted(s.journey, UUID.randomUUID(), 1));
        rejects(
                FundRejection.InKindUsedUp.class,
                409,
                s.keeperToken,
                kind + "/" + promised + "/uses",
                use.formatted(s.journey, s.measure, 6));
        String contributions = "/v1/funds/" + s.fund + "/contributions";
        String contribution = "{'id': '%s', 'organisation': '%s', 'year': 2026, 'amountOre': 1}";
        var id = UUID.randomUUID();
        rejects(
                FundRejection.NotAnOwner.class,
                422,
                s.keeperToken,
                contributions,
                contribution.formatted(id, UUID.randomUUID()));
        s.done(s.keeperToken, contributions, contribution.formatted(id, s.housing));
        rejects(
                FundRejection.ContributionIdTaken.class,
                409,
                s.keeperToken,
                contributions,
                contribution.formatted(id, s.housing));
        String reservation = "/v1/funds/" + s.fund + "/reservations/" + s.line;
        rejects(
                FundRejection.ReservationUnknown.class,
                404,
                s.adviserToken,
                "/v1/funds/" + s.fund + "/reservations/" + UUID.randomUUID() + "/spending",
                "{'amountOre': 1}");
        rejects(
                FundRejection.SpendingExceedsReservation.class,
                409,
                s.adviserToken,
                reservation + "/spending",
                "{'amountOre': 101}");
        var spending = UUID.randomUUID();
        s.done(s.adviserToken, reservation + "/spending", "{'id': '%s', 'amountOre': 100}".formatted(spending));
        rejects(
                FundRejection.SpendingIdTaken.class,
                409,
                s.adviserToken,
                reservation + "/spending",
                "{'id': '%s', 'amountOre': 1}".formatted(spending));
        rejects(
                FundRejection.SpendingUnknown.class,
                404,
                s.keeperToken,
                reservation + "/spending/" + UUID.randomUUID() + "/reversal",
                "");
        String release = "{'journey': '%s'}".formatted(s.journey);
        rejects(FundRejection.ReleaseNeedsDecision.class, 409, s.keeperToken, reservation + "/release", release);
        s.done(s.adviserToken, "/measures/" + s.measure + "/finishing", "{}");
        rejects(FundRejection.NothingLeftToRelease.class, 409, s.keeperToken, reservation + "/release", release);
        rejects(
                PlanRejection.MeasureAlreadyFinished.class,
                409,
                s.adviserToken,
                "/measures/" + s.measure + "/finishing",
                "{}");
        rejects(
                DecisionRejection.MeasureIsFinished.class,
                409,
                s.leaderToken,
                "/decisions",
                s.budget("ALLOCATE", UUID.randomUUID(), 5));
    }

    private void benefits() {
        var card = UUID.randomUUID();
        String benefit = "/benefits/" + card;
        String identification = s.identification(card);
        rejects(
                BenefitRejection.BenefitNotByTeam.class,
                403,
                service.tokens.worker(UUID.randomUUID(), s.health, "TEAM"),
                "/benefits",
                identification);
        rejects(
                BenefitRejection.BenefitMeasureUnknown.class,
                422,
                s.leaderToken,
                "/benefits",
                identification.replace(s.measure.toString(), UUID.randomUUID().toString()));
        rejects(
                BenefitRejection.TargetIsBaseline.class,
                422,
                s.leaderToken,
                "/benefits",
                identification.replace("'value': 6", "'value': 12"));
        rejects(
                BenefitRejection.TargetNotAfterBaseline.class,
                422,
                s.leaderToken,
                "/benefits",
                identification.replace(s.today.plusYears(1).toString(), "2001-01-01"));
        s.done(s.leaderToken, "/benefits", identification);
        rejects(BenefitRejection.BenefitIdTaken.class, 409, s.leaderToken, "/benefits", identification);
        rejects(
                BenefitRejection.BenefitUnknown.class,
                404,
                s.leaderToken,
                "/benefits/" + UUID.randomUUID() + "/dropping",
                "{'reason': 'r'}");
        String reading = "{'on': '%s', 'value': 9}".formatted(s.today);
        rejects(BenefitRejection.BenefitStepMissing.class, 409, s.leaderToken, benefit + "/readings", reading);
        rejects(
                BenefitRejection.ConsequenceOutOfRange.class,
                422,
                s.leaderToken,
                benefit + "/valuation",
                "{'cashable': 'NOT_CASH', 'cashableReason': 'r', 'consequence': 5, 'explanation': 'e'}");
        valuations(benefit + "/valuation");
        var time = UUID.randomUUID();
        s.done(s.leaderToken, "/benefits", s.identification(time).replace("AVOIDED_COST", "SAVED_TIME"));
        rejects(
                BenefitRejection.SavedTimeIsNotCash.class,
                422,
                s.leaderToken,
                "/benefits/" + time + "/valuation",
                s.valuation(s.gain("bill")));
        s.done(s.leaderToken, benefit + "/valuation", s.valuation(s.gain("bill")));
        s.done(s.leaderToken, benefit + "/anchoring", s.anchoring());
        rejects(
                BenefitRejection.MeasuredOutsideItsTime.class,
                422,
                s.leaderToken,
                benefit + "/readings",
                reading.replace(s.today.toString(), s.today.plusDays(1).toString()));
        s.done(s.leaderToken, "/benefits/" + time + "/dropping", "{'reason': 'r'}");
        rejects(
                BenefitRejection.BenefitEnded.class,
                409,
                s.leaderToken,
                "/benefits/" + time + "/dropping",
                "{'reason': 'r'}");
    }

    private void valuations(String path) {
        String gain = s.gain("bill");
        String unit = gain.replace(
                "'lowOre': 1, 'expectedOre': 2, 'highOre': 3", "'unitValue': 'moonshine', 'quantity': 0.5");
        var faults = new java.util.LinkedHashMap<Class<? extends Rejection>, String>();
        faults.put(BenefitRejection.GainTwice.class, s.valuation(gain + ", " + gain));
        faults.put(
                BenefitRejection.GiverAndReceiverDoNotFit.class,
                s.valuation(gain.replace("'receiver'", "'giver': 'STATE', 'receiver'")));
        faults.put(BenefitRejection.NotCashButMoney.class, s.valuation(gain).replace("'DIRECTLY'", "'NOT_CASH'"));
        faults.put(BenefitRejection.EstimateOutOfOrder.class, s.valuation(gain.replace("'lowOre': 1", "'lowOre': 9")));
        faults.put(BenefitRejection.ShareOutOfRange.class, s.valuation(gain.replace("'share': 0.9", "'share': 1.1")));
        faults.put(BenefitRejection.UnitValueUnknown.class, s.valuation(unit));
        faults.put(
                BenefitRejection.UnitValueDoesNotFit.class,
                s.valuation(unit.replace("moonshine", "work.production.wage")));
        faults.put(
                BenefitRejection.UnitValueInsideAnother.class,
                s.valuation(transfer(unit, "wage", "work.production.wage", "PRIVATE", "CITIZEN") + ", "
                        + transfer(unit, "tax", "work.production.wage.tax", "CITIZEN", "STATE")));
        faults.put(
                BenefitRejection.PriceYearNotInUse.class,
                s.valuation(gain).replace("'priceYear': 2025", "'priceYear': 2024"));
        faults.forEach((rejection, body) -> rejects(rejection, 422, s.leaderToken, path, body));
    }

    private static String transfer(String unit, String name, String unitValue, String giver, String receiver) {
        return unit.replace("'bill'", "'" + name + "'")
                .replace("moonshine", unitValue)
                .replace("'CASH'", "'TRANSFER'")
                .replace("'receiver': 'MUNICIPALITY'", "'giver': '%s', 'receiver': '%s'".formatted(giver, receiver));
    }

    private void parameters() {
        LocalDate later = s.today.plusDays(10);
        String version = s.parameters("later", later);
        rejects(
                ParameterRejection.ParameterVersionTaken.class,
                409,
                s.operatorToken,
                "/v1/parameters",
                s.parameters("2026-01", later));
        rejects(
                ParameterRejection.BeginsInThePast.class,
                422,
                s.operatorToken,
                "/v1/parameters",
                s.parameters("earlier", s.today.minusDays(1)));
        s.done(s.operatorToken, "/v1/parameters", version);
        rejects(
                ParameterRejection.BeginsWithAnother.class,
                409,
                s.operatorToken,
                "/v1/parameters",
                s.parameters("another", later));
        rejects(
                ParameterRejection.PayerAlreadyAssigned.class,
                409,
                s.operatorToken,
                "/v1/parameters/payers",
                "{'payer': '%s', 'party': 'MUNICIPALITY'}".formatted(s.housing));
        unsoundParameters();
    }

    private void unsoundParameters() {
        rejects(
                ParameterRejection.ParametersUnsound.class,
                422,
                s.operatorToken,
                "/v1/parameters",
                s.parameters("unsound", s.today.plusDays(20)).replace("\"perKrone\" : 0.20", "\"perKrone\" : 20"));
        assertThat(met).contains("parameters-unsound");
    }

    @Test
    @Shows(ParameterRejection.ParametersUnsound.class)
    void parameters_that_contradict_themselves_are_refused_with_the_sentence_that_says_where() {
        unsoundParameters();
    }

    private void startingAndDropping() {
        var other = new Story(service).comeIn().enrol().formTeam().agreePlan();
        var was = s;
        s = other;
        String starting = "/measures/" + s.measure + "/starting";
        rejects(
                PlanRejection.MeasureStartsInTheFuture.class,
                422,
                s.leaderToken,
                starting,
                "{'on': '%s'}".formatted(s.today.plusDays(2)));
        s.done(s.leaderToken, starting, "{'on': '%s'}".formatted(s.today));
        rejects(
                PlanRejection.MeasureAlreadyStarted.class,
                409,
                s.leaderToken,
                starting,
                "{'on': '%s'}".formatted(s.today));
        rejects(
                PlanRejection.MeasureStillAgreed.class,
                409,
                s.leaderToken,
                "/measures/" + s.measure + "/dropping",
                "{'reason': 'r'}");
        s = was;
    }

    private void afterClosing() {
        String leaving = "{'person': '%s'}";
        startingAndDropping();
        rejects(
                ClosingRejection.LeaverUnknown.class,
                422,
                s.leaderToken,
                "/leavings",
                leaving.formatted(UUID.randomUUID()));
        rejects(
                ClosingRejection.NotYoursToLeave.class,
                403,
                s.asPerson(s.father),
                "/leavings",
                leaving.formatted(s.mother));
        var closing =
                s.done(s.leaderToken, "/decisions", "{'kind': 'CLOSE', 'wording': 'w', 'close': {'reason': 'OTHER'}}");
        s.done(s.asPerson(s.father), "/leavings", leaving.formatted(s.father));
        rejects(
                ClosingRejection.AlreadyLeft.class,
                409,
                s.asPerson(s.father),
                "/leavings",
                leaving.formatted(s.father));
        rejects(
                DecisionRejection.MatterOvertaken.class,
                409,
                s.asPerson(s.mother),
                "/decisions/" + closing.text("decision") + "/answers",
                "{'person': '%s', 'wordingHash': '%s', 'answer': 'AGREES', 'means': 'SELF_SERVICE'}"
                        .formatted(s.mother, closing.text("wordingHash")));
        s.done(s.asPerson(s.mother), "/leavings", leaving.formatted(s.child));
        s.done(s.asPerson(s.mother), "/leavings", leaving.formatted(s.mother));

        rejects(CaptureRejection.CaptureAfterClosing.class, 409, s.leaderToken, "/checklist", checklist(true));
        rejects(
                FollowUpRejection.FollowUpAfterClosing.class,
                409,
                s.leaderToken,
                "/follow-ups",
                "{'on': '%s'}".formatted(s.today));
        rejects(
                PeopleRejection.PeopleAfterClosing.class,
                409,
                s.leaderToken,
                household(s.mother, "death"),
                "{'on': '%s'}".formatted(s.today));
        rejects(
                ClosingRejection.LeavingAfterClosing.class,
                409,
                s.leaderToken,
                "/leavings",
                leaving.formatted(s.mother));
        rejects(
                ConsentRejection.ConsentAfterClosing.class,
                409,
                s.leaderToken,
                "/consents",
                "{'person': '%s', 'service': '%s', 'information': 'health', 'purpose': 'p'}"
                        .formatted(s.mother, s.health));
        rejects(
                TeamRejection.TeamAfterClosing.class,
                409,
                s.leaderToken,
                "/team",
                joining(UUID.randomUUID(), s.health, "MEMBER"));
        rejects(
                MeetingRejection.MeetingAfterClosing.class,
                409,
                s.leaderToken,
                "/meetings",
                "{'kind': 'MAPPING', 'on': '%s', 'attended': %s}".formatted(s.today, ids(s.mother)));
        rejects(PlanRejection.PlanAfterClosing.class, 409, s.leaderToken, "/plans", s.plan());
        rejects(
                BenefitRejection.BenefitAfterClosing.class,
                409,
                s.leaderToken,
                "/benefits",
                s.identification(UUID.randomUUID()));
        rejects(
                DecisionRejection.DecisionAfterClosing.class,
                409,
                s.leaderToken,
                "/decisions",
                s.budget("ALLOCATE", UUID.randomUUID(), 5));
        rejects(StageRejection.RatingAfterClosing.class, 409, s.leaderToken, "/ratings", s.rating(s.mother, "TEAM"));
    }

    private final Set<RefusalReason> refusedFor = EnumSet.noneOf(RefusalReason.class);

    private void refuses(RefusalReason reason, String taker, Reply proposed) {
        long head = service.head();
        Reply reply = s.ask(taker, taking(proposed), "");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("refused");
        assertThat(reply.text("reason")).as(reply.toString()).isEqualTo(reason.name());
        assertThat(reply.body().path("missing").isEmpty()).isFalse();
        assertThat(reply.text("policyVersion")).isNotBlank();
        assertThat(reply.text("detail")).isNotBlank();
        assertThat(service.head()).as("the refusal itself is recorded").isEqualTo(head + 1);
        assertThat(reply.position()).isEqualTo(head + 1);
        assertThat(reply.header("ETag")).isEqualTo("\"" + reply.text("version") + "\"");
        refusedFor.add(reason);
    }

    private Reply agreed(Reply proposed) {
        s.answer(s.mother, s.mother, proposed, "AGREES");
        s.answer(s.father, s.father, proposed, "AGREES");
        return proposed;
    }

    @Test
    void every_reason_of_refusal_is_met_over_http() {
        s.comeIn().enrol().formTeam().openFund(1_000);
        var drafted = s.done(s.leaderToken, "/plans", s.plan());
        var plan = s.done(
                s.leaderToken,
                "/decisions",
                "{'kind': 'PLAN', 'wording': 'w', 'plan': {'version': %s}}".formatted(drafted.text("planVersion")));
        refuses(RefusalReason.NOT_TAKEN_PART, s.adviserToken, plan);
        agreed(plan);
        s.answer(s.mother, s.child, plan, "AGREES");
        refuses(RefusalReason.CHILD_NOT_HEARD, s.adviserToken, plan);
        s.heard(plan);
        s.done(s.adviserToken, taking(plan), "");

        var reworded = s.proposeBudget(5);
        s.answer(s.mother, s.mother, reworded, "AGREES");
        s.answer(s.father, s.father, reworded, "AGREES");
        s.done(
                s.leaderToken,
                "/decisions/" + reworded.text("decision") + "/wording",
                s.budget("ALLOCATE", UUID.randomUUID(), 5).replace("'kind': 'BUDGET', ", ""));
        refuses(RefusalReason.WORDING_CHANGED, s.adviserToken, reworded);

        var disputed = s.proposeBudget(5);
        s.answer(s.mother, s.mother, disputed, "AGREES");
        s.answer(s.father, s.father, disputed, "DISAGREES");
        refuses(RefusalReason.SOMEBODY_DISAGREES, s.adviserToken, disputed);

        var meeting = s.meet("FOLLOW_UP", s.mother, s.father, s.leader).text("meeting");
        var unwitnessed = s.proposeBudget(5);
        s.answer(s.father, s.father, unwitnessed, "AGREES");
        s.done(
                s.leaderToken,
                "/decisions/" + unwitnessed.text("decision") + "/answers",
                "{'person': '%s', 'wordingHash': '%s', 'answer': 'AGREES', 'means': 'IN_MEETING', 'meeting': '%s'}"
                        .formatted(s.mother, unwitnessed.text("wordingHash"), meeting));
        refuses(RefusalReason.ASSURANCE_TOO_LOW, s.adviserToken, unwitnessed);

        var spokenFor = s.proposeBudget(5);
        s.answer(s.father, s.father, spokenFor, "AGREES");
        s.answer(s.father, s.mother, spokenFor, "AGREES");
        refuses(RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE, s.adviserToken, spokenFor);

        var ready = agreed(s.proposeBudget(5));
        refuses(RefusalReason.TAKER_NOT_ON_TEAM, service.tokens.worker(UUID.randomUUID(), s.housing, "TEAM"), ready);
        var relative = UUID.randomUUID();
        s.done(s.leaderToken, "/team", joining(relative, s.housing, "MEMBER"));
        s.done(s.leaderToken, "/relations", "{'worker': '%s', 'person': '%s'}".formatted(relative, s.mother));
        refuses(RefusalReason.TAKER_RELATED, service.tokens.worker(relative, s.housing, "TEAM"), ready);
        refuses(RefusalReason.MANDATE_MISSING, s.leaderToken, ready);
        s.done(
                s.headToken,
                "/mandates",
                s.mandate(s.leader, 1_000)
                        .replaceAll("'from': '[^']*'", "'from': '" + s.today.plusDays(1) + "'")
                        .replaceAll("'until': '[^']*'", "'until': '" + s.today.plusDays(9) + "'"));
        refuses(RefusalReason.MANDATE_EXPIRED, s.leaderToken, ready);
        var nextYear = s.done(
                s.leaderToken,
                "/decisions",
                s.budget("ALLOCATE", UUID.randomUUID(), 5)
                        .replace("'year': " + s.today.getYear(), "'year': " + (s.today.getYear() + 1)));
        refuses(RefusalReason.MANDATE_WRONG_YEAR, s.adviserToken, agreed(nextYear));
        refuses(RefusalReason.MANDATE_EXCEEDED, s.adviserToken, agreed(s.proposeBudget(10_000_001)));
        var large = s.done(s.adviserToken, "/decisions", s.budget("ALLOCATE", UUID.randomUUID(), 5_000_001));
        refuses(RefusalReason.PROPOSER_IS_TAKER, s.adviserToken, agreed(large));
        refuses(RefusalReason.FUND_EXHAUSTED, s.adviserToken, agreed(s.proposeBudget(1_001)));

        s.done(s.leaderToken, "/ratings", s.rating(s.mother, "TEAM"));
        s.done(s.asPerson(s.mother), "/ratings", s.rating(s.mother, "CITIZEN"));
        var move = s.done(
                s.leaderToken, "/decisions", "{'kind': 'STAGE_MOVE', 'wording': 'w', 'stageMove': {'to': 'STABLE'}}");
        s.answer(s.mother, s.mother, move, "AGREES");
        s.answer(s.father, s.father, move, "DISAGREES");
        s.answer(s.mother, s.child, move, "AGREES");
        s.heard(move);
        refuses(RefusalReason.WEIGHING_MISSING, s.adviserToken, move);

        var left = agreed(s.proposeBudget(5));
        s.done(s.asPerson(s.father), "/leavings", "{'person': '%s'}".formatted(s.father));
        refuses(RefusalReason.NOT_ENROLLED, s.adviserToken, left);
        s.done(s.asPerson(s.mother), "/leavings", "{'person': '%s'}".formatted(s.mother));
        var nobody = s.proposeBudget(5);
        refuses(RefusalReason.NOBODY_CONCERNED, s.adviserToken, nobody);
        s.done(s.asPerson(s.mother), "/leavings", "{'person': '%s'}".formatted(s.child));
        refuses(RefusalReason.JOURNEY_CLOSED, s.adviserToken, nobody);

        assertThat(refusedFor).containsExactlyInAnyOrderElementsOf(Arrays.asList(RefusalReason.values()));
    }
}
