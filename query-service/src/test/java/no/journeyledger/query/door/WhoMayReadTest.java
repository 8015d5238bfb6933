package no.journeyledger.query.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import no.journeyledger.events.journey.AccessEvent.OpenedUnderStatute;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.RepresentationKind;
import no.journeyledger.events.journey.TeamEvent.ContactPreferred;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import no.journeyledger.query.testing.TestService.Answer;
import no.journeyledger.query.testing.TestService.Keys;
import no.journeyledger.store.reads.ReadLogCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reads follow consent, at once; and no read without a record of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayReadTest {

    private static final String JOURNEY = "/v1/journeys/" + Story.JOURNEY;
    private static final List<String> PATHS = List.of(
            "",
            "/timeline",
            "/decisions",
            "/decisions/" + Story.PLAN_DECISION,
            "/decisions/" + Story.PLAN_DECISION + "/grounds",
            "/decisions/" + Story.PLAN_DECISION + "/dossier",
            "/plans",
            "/plans/1",
            "/money",
            "/as-of",
            "/difference",
            "/entries/1");
    private static final UUID WORKER = Story.id(801);

    private TestLedger ledger;
    private TestService service;
    private PersonalText text;
    private long last;
    private int consents = 900;

    private interface PersonalText {
        no.journeyledger.events.Sealed seal(UUID person, String text);
    }

    @BeforeAll
    void tellTheStory(@TempDir Path folder) throws IOException {
        ledger = new TestLedger();
        Keys keys = Keys.in(folder);
        var vault = keys.vault();
        text = vault::seal;
        for (Story.Step step : Story.whole(vault::seal)) {
            last = ledger.append(step.aggregate(), step.event()).lastPosition();
        }
        service = TestService.start(ledger, keys);
        assertThat(service.get("/v1/journeys?min-position=" + last, TestService.worker("TEAM"))
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    void end() {
        service.close();
        ledger.close();
    }

    private UUID given(UUID person, UUID to, @Nullable LocalDate until) {
        UUID consent = Story.id(consents++);
        ledger.append(Story.JOURNEY, new ConsentGiven(consent, person, to, "cooperation", "one plan", until));
        return consent;
    }

    private static String team(UUID of) {
        return TestService.workerOf(WORKER, of, "FOLLOW_UP", "TEAM");
    }

    private long reads() {
        return ledger.sql()
                .sql("SELECT coalesce(max(position), 0) FROM reads.read")
                .query(Long.class)
                .single();
    }

    @Test
    void a_worker_says_why_they_read() {
        String silent = TestService.workerOf(WORKER, TestLedger.SERVICE, "FOLLOW_UP", "TEAM");
        assertThat(service.get(JOURNEY, silent).status()).isEqualTo(200);
        Answer unknown = service.call("GET", JOURNEY, silent, "nb", "Purpose", "CURIOSITY");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/type").asString()).endsWith("purpose-unknown");
        assertThat(unknown.json().at("/known").asString()).contains("FOLLOW_UP").doesNotContain("OWN_RECORD");
        assertThat(service.call("GET", JOURNEY, silent, "en", "Purpose", "OWN_RECORD")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_service_without_consent_reads_nothing_and_does_not_find_the_journey() {
        long before = reads();
        UUID elsewhere = Story.id(811);
        for (String role : List.of("TEAM", "UNIT_HEAD")) {
            String token = TestService.workerOf(WORKER, elsewhere, "FOLLOW_UP", role);
            for (String path : PATHS) {
                Answer answer = service.get(JOURNEY + path, token);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.json().at("/type").asString()).endsWith("not-open-to-your-service");
                assertThat(answer.body()).doesNotContain("Mia", Story.MIA.toString());
            }
            assertThat(service.get("/v1/journeys", token).json().at("/items")).isEmpty();
        }
        assertThat(reads()).as("what was not read is not recorded as read").isEqualTo(before);
    }

    @Test
    void a_consent_opens_what_is_the_consenting_persons_and_nothing_of_the_others() {
        UUID school = Story.id(812);
        given(Story.MIA, school, null);
        String token = team(school);
        JsonNode journey = service.get(JOURNEY, token).json();
        assertThat(journey.at("/name").asString()).isEqualTo("Mia");
        // Aron is a child for whom Mia holds parental responsibility: her consent is for him too.
        assertThat(journey.at("/household/1/name").asString()).isEqualTo("Aron");
        UUID housing = Story.id(813);
        given(Story.ARON, housing, null);
        assertThat(service.get(JOURNEY, team(housing)).status())
                .as("the journey is Mia's")
                .isEqualTo(403);
    }

    @Test
    void a_benefit_card_is_theirs_whom_its_measures_name_and_nobody_elses_of_the_household() {
        String card = "/benefits?min-position=" + last;
        for (UUID named : List.of(Story.MIA, Story.ARON)) {
            assertThat(service.get(JOURNEY + card, TestService.person(named))
                            .json()
                            .at("/benefits"))
                    .as("the measure is for both of them")
                    .hasSize(2);
            assertThat(service.get(JOURNEY + "/timeline?limit=200", TestService.person(named))
                            .body())
                    .contains("journey.benefit-identified", "journey.benefit-dropped");
        }
        String granny = TestService.person(Story.GRANNY);
        assertThat(service.get(JOURNEY + card, granny).json().at("/benefits")).isEmpty();
        for (String path : List.of(card, "/economics", "/timeline?limit=200", "/as-of", "/difference")) {
            Answer answer = service.get(JOURNEY + path, granny);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContain("Aron sleeps", "who sleeps learns", "No more nights", "journey.benefit-");
        }
    }

    private UUID represented(UUID person, UUID by, LocalDate from, @Nullable LocalDate until, Affairs... scope) {
        UUID representation = Story.id(consents++);
        ledger.append(
                Story.JOURNEY,
                new RepresentativeAppointed(
                        representation,
                        person,
                        by,
                        text.seal(person, "Guardian"),
                        RepresentationKind.GUARDIAN,
                        List.of(scope),
                        from,
                        until,
                        text.seal(person, "Order of the county governor")));
        return representation;
    }

    private List<String> kindsOpenTo(String token) {
        Answer answer = service.get(JOURNEY + "/decisions?limit=200", token);
        return answer.status() == 200
                ? answer.json()
                        .at("/items")
                        .valueStream()
                        .map(each -> each.at("/kind").asString())
                        .distinct()
                        .sorted()
                        .toList()
                : List.of("closed " + answer.status());
    }

    @Test
    void a_guardian_from_outside_reads_what_they_need_to_answer_and_nothing_after_it_ended() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Oslo"));
        UUID guardian = Story.id(841);
        String token = TestService.person(guardian);
        String plan = JOURNEY + "/decisions/" + Story.PLAN_DECISION;
        assertThat(kindsOpenTo(token)).containsExactly("closed 404");

        UUID economic = represented(Story.ARON, guardian, today, null, Affairs.ECONOMIC);
        last = ledger.append(Story.JOURNEY, new ContactPreferred(Story.ARON, Story.LEADER))
                .lastPosition();
        String waiting = "min-position=" + last;
        assertThat(service.get(JOURNEY + "/decisions?" + waiting, token).status())
                .isEqualTo(200);
        assertThat(kindsOpenTo(token)).isNotEmpty().containsOnly("BUDGET");
        assertThat(service.get(plan, token).status()).as("not in these affairs").isEqualTo(404);
        assertThat(service.get(JOURNEY + "/plans/1", token).status()).isEqualTo(404);

        UUID personal = represented(Story.ARON, guardian, today, today, Affairs.PERSONAL);
        assertThat(kindsOpenTo(token)).contains("PLAN", "BUDGET");
        JsonNode decision = service.get(plan, token).json();
        assertThat(decision.at("/wording").asString()).isNotBlank();
        assertThat(decision.at("/answers")
                        .valueStream()
                        .map(each -> each.at("/person").asString()))
                .as("nobody else's answers")
                .isSubsetOf(Story.ARON.toString());
        assertThat(service.get(JOURNEY + "/plans/1", token).status()).isEqualTo(200);

        JsonNode seen = service.get("/v1/persons/" + Story.ARON + "/reads?limit=5", TestService.person(Story.ARON))
                .json()
                .at("/items");
        assertThat(seen.valueStream()
                        .filter(each -> each.at("/reader").asString().equals(guardian.toString())))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.at("/basis").asString()).isEqualTo("REPRESENTED");
                    assertThat(each.at("/purpose").asString()).isEqualTo("DECISION");
                });

        for (String path : List.of(
                "", "/timeline", "/money", "/sheets", "/benefits", "/self-reports", "/as-of", "/now", "/course")) {
            assertThat(service.get(JOURNEY + path, token).status())
                    .as("an answer does not need " + path)
                    .isEqualTo(404);
        }
        ledger.append(Story.JOURNEY, new RepresentationEnded(personal, Story.ARON, text.seal(Story.ARON, "Done")));
        assertThat(kindsOpenTo(token)).containsOnly("BUDGET");
        ledger.append(Story.JOURNEY, new RepresentationEnded(economic, Story.ARON, text.seal(Story.ARON, "Done")));
        long before = reads();
        assertThat(kindsOpenTo(token)).containsExactly("closed 404");
        assertThat(service.get(plan, token).status()).isEqualTo(404);
        assertThat(reads()).as("nothing was read").isEqualTo(before);

        UUID expired = Story.id(842);
        represented(Story.ARON, expired, today.minusDays(9), today.minusDays(1), Affairs.PERSONAL);
        UUID later = Story.id(843);
        represented(Story.ARON, later, today.plusDays(1), null, Affairs.PERSONAL);
        assertThat(kindsOpenTo(TestService.person(expired))).containsExactly("closed 404");
        assertThat(kindsOpenTo(TestService.person(later))).containsExactly("closed 404");
    }

    @Test
    void a_consent_ends_by_itself_after_its_last_day() {
        UUID yesterday = Story.id(814);
        given(
                Story.MIA,
                yesterday,
                LocalDate.now(java.time.ZoneId.of("Europe/Oslo")).minusDays(1));
        assertThat(service.get(JOURNEY, team(yesterday)).status()).isEqualTo(403);
        UUID today = Story.id(815);
        given(Story.MIA, today, LocalDate.now(java.time.ZoneId.of("Europe/Oslo")));
        assertThat(service.get(JOURNEY, team(today)).status()).isEqualTo(200);
    }

    @Test
    void a_statute_opens_to_one_worker_for_a_while() {
        UUID childWelfare = Story.id(816);
        var opened = text.seal(Story.MIA, "Worried");
        ledger.append(
                Story.JOURNEY,
                new OpenedUnderStatute(
                        Story.id(821),
                        WORKER,
                        childWelfare,
                        "BARNEVERNSLOVEN-13-2",
                        opened,
                        Instant.now().plusSeconds(60)),
                new OpenedUnderStatute(
                        Story.id(822),
                        Story.id(802),
                        childWelfare,
                        "BARNEVERNSLOVEN-13-2",
                        opened,
                        Instant.now().minusSeconds(1)));
        assertThat(service.get(JOURNEY, team(childWelfare)).status()).isEqualTo(200);
        assertThat(service.get(JOURNEY, TestService.workerOf(Story.id(803), childWelfare, "EMERGENCY", "TEAM"))
                        .status())
                .as("a colleague")
                .isEqualTo(403);
        assertThat(service.get(JOURNEY, TestService.workerOf(Story.id(802), childWelfare, "EMERGENCY", "TEAM"))
                        .status())
                .as("the while is over")
                .isEqualTo(403);
        JsonNode read = service.get("/v1/persons/" + Story.ARON + "/reads?limit=200", TestService.person(Story.ARON))
                .json()
                .at("/items")
                .valueStream()
                .filter(each -> each.at("/basis").asString().equals("STATUTE"))
                .findFirst()
                .orElseThrow();
        assertThat(read.at("/opening").asString()).isEqualTo(Story.id(821).toString());
    }

    @Test
    void withdrawn_consent_stops_reads_at_once_with_the_projections_paused() throws Exception {
        UUID service1 = Story.id(817);
        String token = team(service1);
        var projections = service.bean(Projections.class);
        projections.stop();
        long answeredLate = 0;
        long asked = 0;
        try {
            for (int round = 0; round < 10; round++) {
                UUID consent = given(Story.MIA, service1, null);
                var withdrawnAt = new AtomicLong(Long.MAX_VALUE);
                var done = new AtomicBoolean();
                try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
                    List<Future<long[]>> hammering = new ArrayList<>();
                    for (int i = 0; i < 8; i++) {
                        String path = PATHS.get(i % PATHS.size());
                        hammering.add(readers.submit(() -> {
                            long late = 0;
                            long count = 0;
                            while (!done.get()) {
                                long started = System.nanoTime();
                                int status = service.get(JOURNEY + path, token).status();
                                count++;
                                if (status == 200 && started > withdrawnAt.get()) {
                                    late++;
                                }
                            }
                            return new long[] {late, count};
                        }));
                    }
                    Thread.sleep(50);
                    ledger.append(Story.JOURNEY, new ConsentWithdrawn(consent));
                    withdrawnAt.set(System.nanoTime());
                    Thread.sleep(100);
                    done.set(true);
                    for (Future<long[]> each : hammering) {
                        answeredLate += each.get()[0];
                        asked += each.get()[1];
                    }
                }
                assertThat(service.get(JOURNEY, token).status()).isEqualTo(403);
            }
        } finally {
            projections.start();
        }
        System.out.printf(
                "Promise 14: %d reads, 10 withdrawals with the projections paused, answered late: %d%n",
                asked, answeredLate);
        assertThat(asked).isGreaterThan(40);
        assertThat(answeredLate).isZero();
    }

    @Test
    void a_person_sees_who_read_and_nobody_else_of_the_household_does() {
        String mia = TestService.person(Story.MIA);
        String aron = TestService.person(Story.ARON);
        UUID reader = Story.id(831);
        service.call(
                "GET",
                JOURNEY + "/timeline",
                TestService.workerOf(reader, TestLedger.SERVICE, "FOLLOW_UP", "TEAM"),
                "en",
                "Purpose",
                "PLANNING");
        service.get(JOURNEY, mia);
        JsonNode seen = service.get("/v1/persons/" + Story.MIA + "/reads?limit=3", mia)
                .json()
                .at("/items");
        assertThat(seen.at("/0/call").asString()).isEqualTo("GET /v1/persons/{person}/reads");
        assertThat(seen.at("/1/call").asString()).isEqualTo("GET /v1/journeys/{journey}");
        assertThat(seen.at("/1/basis").asString()).isEqualTo("OWN");
        assertThat(seen.at("/2/reader").asString()).isEqualTo(reader.toString());
        assertThat(seen.at("/2/service").asString()).isEqualTo(TestLedger.SERVICE.toString());
        assertThat(seen.at("/2/purpose").asString()).isEqualTo("PLANNING");
        assertThat(seen.at("/2/basis").asString()).isEqualTo("CONSENT");

        assertThat(service.get("/v1/persons/" + Story.MIA + "/reads", aron).status())
                .isEqualTo(404);
        JsonNode arons = service.get("/v1/persons/" + Story.ARON + "/reads?limit=200", aron)
                .json()
                .at("/items");
        assertThat(arons.valueStream().map(each -> each.at("/reader").asString()))
                .contains(reader.toString())
                .as("that Mia read is hers to know")
                .doesNotContain(Story.MIA.toString());
        String officer = TestService.workerOf(Story.id(832), Story.id(833), "PRIVACY_REQUEST", "PRIVACY_OFFICER");
        assertThat(service.get("/v1/persons/" + Story.MIA + "/reads", officer).status())
                .isEqualTo(200);
        assertThat(service.get(JOURNEY, officer).status()).isEqualTo(403);
        assertThat(service.get("/v1/persons/" + Story.MIA + "/reads", TestService.worker("TEAM", "AUDITOR"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nothing_is_answered_when_the_reading_cannot_be_recorded() {
        String token = TestService.worker("TEAM");
        String mia = TestService.person(Story.MIA);
        long before = reads();
        long answered = 0;
        long refused = 0;
        ledger.sql()
                .sql("REVOKE EXECUTE ON FUNCTION reads.record FROM ledger_reader")
                .update();
        try {
            for (String path : PATHS) {
                for (String who : List.of(token, mia)) {
                    Answer answer = service.get(JOURNEY + path, who);
                    answered += answer.status() == 200 ? 1 : 0;
                    refused += answer.status() == 503 ? 1 : 0;
                    assertThat(answer.body()).doesNotContain("Mia");
                }
            }
            answered += service.get("/v1/journeys", token).status() == 200 ? 1 : 0;
            answered += service.get("/v1/persons/" + Story.MIA + "/reads", mia).status() == 200 ? 1 : 0;
        } finally {
            ledger.sql()
                    .sql("GRANT EXECUTE ON FUNCTION reads.record TO ledger_reader")
                    .update();
        }
        assertThat(answered).isZero();
        assertThat(refused).isEqualTo(2L * PATHS.size());
        assertThat(reads()).isEqualTo(before);
        assertThat(service.get(JOURNEY, token).status()).as("control").isEqualTo(200);
    }

    @Test
    void a_reading_whose_record_is_killed_half_way_is_not_answered() throws Exception {
        String token = TestService.worker("TEAM");
        int kills = 5;
        long orphans = 0;
        for (int kill = 0; kill < kills; kill++) {
            long before = reads();
            try (var connection = ledger.owner().getConnection();
                    var statement = connection.createStatement();
                    var asking = Executors.newVirtualThreadPerTaskExecutor()) {
                connection.setAutoCommit(false);
                statement.execute("SELECT pg_advisory_xact_lock(4771471)");
                Future<Answer> reading = asking.submit(() -> service.get(JOURNEY, token));
                boolean killed = false;
                for (int i = 0; i < 500 && !killed; i++) {
                    Thread.sleep(2);
                    var rows = statement.executeQuery(
                            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory'"
                                    + " AND objid = 4771471 AND NOT granted");
                    rows.next();
                    killed = rows.getLong(1) > 0;
                }
                connection.rollback();
                assertThat(killed).isTrue();
                int status = reading.get().status();
                if (status == 200 && reads() == before) {
                    orphans++;
                }
                assertThat(status).isEqualTo(503);
            }
        }
        System.out.printf("Promise 15: %d inserts killed, orphan reads: %d%n", kills, orphans);
        assertThat(orphans).isZero();
        assertThat(service.get(JOURNEY, token).status()).as("control").isEqualTo(200);
    }

    @Test
    void the_read_log_is_append_only_and_an_altered_or_dropped_entry_is_found() {
        for (int i = 0; i < 5; i++) {
            service.get(JOURNEY, TestService.worker("TEAM"));
        }
        var whole = ReadLogCheck.check(ledger.owner(), Map.of());
        assertThat(whole.problem()).isEmpty();
        assertThat(whole.entries()).isGreaterThanOrEqualTo(5);
        Map<Long, String> anchor = Map.of(whole.entries(), whole.hash());
        for (String change : List.of(
                "UPDATE reads.read SET entry = set_byte(entry, 20, 65) WHERE position = 3",
                "UPDATE reads.read SET recorded_at = recorded_at - interval '1 second' WHERE position = 3",
                "DELETE FROM reads.read WHERE position = 3",
                "DELETE FROM reads.read WHERE position = (SELECT max(position) FROM reads.read)",
                "DELETE FROM reads.subject WHERE position = 2")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> ledger.sql().sql(change).update()))
                    .as(change)
                    .hasStackTraceContaining("append-only");
            try (var connection = ledger.owner().getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("SET session_replication_role = replica");
                statement.execute("CREATE TEMP TABLE kept AS SELECT * FROM reads.read");
                statement.execute("CREATE TEMP TABLE subjects AS SELECT * FROM reads.subject");
                statement.execute(change);
                connection.commit();
                assertThat(ReadLogCheck.check(ledger.owner(), anchor).problem())
                        .as(change)
                        .isPresent();
                statement.execute("DELETE FROM reads.read");
                statement.execute("INSERT INTO reads.read SELECT * FROM kept");
                statement.execute("DELETE FROM reads.subject");
                statement.execute("INSERT INTO reads.subject SELECT * FROM subjects");
                statement.execute("DROP TABLE kept, subjects");
                statement.execute("RESET session_replication_role");
                connection.commit();
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(ReadLogCheck.check(ledger.owner(), anchor).problem())
                    .as("false alarm")
                    .isEmpty();
        }
    }
}
