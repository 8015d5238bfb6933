package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.journeyledger.e2e.RunningLedger.Citizen;
import no.journeyledger.e2e.RunningLedger.Worker;
import no.journeyledger.store.proof.LogTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A couple with an unusual string in every personal field goes through a whole journey and is then erased. The strings are in no
 * log, metric, error or file before; after, they are nowhere at all, and the history is what it was.
 */
class TheErasedAreUnreadableEverywhereTest {

    private static final String MARK = "Qxzvkanari";
    private static final Pattern BASE64 = Pattern.compile("\"(?:payload|metadata)\":\"([A-Za-z0-9+/=]+)\"");
    private static final Pattern CANARY = Pattern.compile(MARK + "\\d+");

    private final Set<String> planted = new TreeSet<>();

    /** A text nobody else writes, somewhere in a sentence. */
    private String canary() {
        String canary = MARK + (100 + planted.size());
        planted.add(canary);
        return "Says " + canary + ".";
    }

    @Test
    void what_was_written_about_the_erased_is_found_nowhere_and_the_history_still_stands(@TempDir Path folder)
            throws Exception {
        int database = Started.freePort();
        try (StandaloneProcess running =
                StandaloneProcess.in(folder).with("LEDGER_DB_PORT", Integer.toString(database))) {
            running.start();
            Ledger ledger = running.client();
            Worker auditor = running.worker(UUID.randomUUID(), "AUDITOR");
            Worker officer = running.worker(UUID.randomUUID(), "PRIVACY_OFFICER");
            Citizen mia = running.citizen();
            Citizen aron = running.citizen();
            UUID journey = wholeJourney(running, mia, aron);
            String deadLetters = aDeadLetterOf(running, database, journey, aron);
            assertThat(canariesIn(deadLetters)).as("dead letters").isEmpty();

            Set<String> readable = canariesIn(everything(ledger, auditor, journey));
            assertThat(readable)
                    .as("control: before, those who may can read it")
                    .hasSizeGreaterThan(12);
            assertThat(canariesIn(running.process().output())).as("logs").isEmpty();
            assertThat(canariesIn(meters(ledger))).as("metrics").isEmpty();
            assertThat(found(folder))
                    .as("files of the database and of the keys")
                    .isEmpty();
            assertThat(rowsWith(database)).as("tables").isEmpty();
            assertThat(dumpsWith(database, folder, MARK))
                    .as("a dump of every table")
                    .isEmpty();
            assertThat(dumpsWith(database, folder, journey.toString()))
                    .as("control: what is not hidden is found in a dump")
                    .hasSizeGreaterThan(5);
            String history = history(database);
            long events = head(database);
            Path backup = folder.resolveSibling(folder.getFileName() + "-backup");
            running.stop();
            copy(running.data(), backup.resolve("data"));
            running.start();

            Answer tooEarly = erase(ledger, officer, mia);
            assertThat(tooEarly.text("type")).endsWith("still-in-a-journey");
            leave(ledger, journey, mia, 3);
            leave(ledger, journey, aron, 12);
            Answer kept = erase(ledger, officer, mia);
            assertThat(kept.status()).isEqualTo(422);
            assertThat(kept.text("type")).endsWith("must-be-kept");
            assertThat(kept.text("rule")).startsWith("Arkivlova § 9");
            assertThat(kept.text("until"))
                    .isEqualTo(JourneyCalls.today().plusYears(7).toString());
            Answer hold = ledger.command(
                            officer.token(),
                            "/v1/persons/" + aron.id() + "/holds",
                            body("statute", "Tvisteloven § 26-5"))
                    .expectAccepted();
            assertThat(erase(ledger, officer, aron).text("type")).endsWith("held-back");
            ledger.command(
                            officer.token(),
                            "/v1/persons/" + aron.id() + "/holds/" + hold.id("hold") + "/lifting",
                            body())
                    .expectAccepted();
            Set<String> ofAron = canariesIn(ledger.all(aron.token(), "/v1/journeys/" + journey + "/timeline")
                    .toString());
            Answer erased = erase(ledger, officer, aron).expectAccepted();
            assertThat(erase(ledger, officer, aron).text("type")).endsWith("already-erased");
            assertThat(erase(ledger, running.worker(UUID.randomUUID(), "TEAM"), mia)
                            .status())
                    .isEqualTo(403);
            assertThat(ofAron).isNotEmpty();

            // A key may stay in another service's memory for five seconds.
            Started.pause(Duration.ofSeconds(6));
            String after = everything(ledger, auditor, journey);
            assertThat(after).contains("[erased]");
            Set<String> gone = new TreeSet<>(readable);
            gone.removeAll(canariesIn(after));
            assertThat(gone).as("Aron's texts").hasSizeGreaterThan(4);
            Answer again = ledger.command(
                    aron.token(), "/v1/journeys/" + journey + "/leavings", body("person", aron.id(), "ownWords", "x"));
            assertThat(again.status()).as(again.toString()).isBetween(400, 499);

            running.stop();
            running.start();
            String restarted = everything(running.client(), auditor, journey);
            assertThat(canariesIn(restarted)).doesNotContainAnyElementsOf(gone);
            assertThat(canariesIn(running.process().output())).isEmpty();
            assertThat(found(folder)).isEmpty();
            assertThat(rowsWith(database)).isEmpty();
            assertThat(dumpsWith(database, folder, MARK)).isEmpty();
            assertThat(history(database, events))
                    .as("what was recorded is as it was")
                    .isEqualTo(history);
            assertThat(erased.body().path("position").asLong()).isGreaterThan(events);
            verifies(running, auditor, erased.body().path("position").asLong(), folder);
            Set<String> inHeap = heap(running, folder);
            inHeap.retainAll(gone);
            running.stop();
            copy(running.keys(), backup.resolve("keys"));
            assertThat(fromBackup(backup, journey))
                    .as("a backup from before, beside the keys of now")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(gone);
            System.out.printf(
                    "Promise 13: %d strings planted, %d readable before; %d of the erased person's found after in answers,"
                            + " tables, dumps, files, dead letters, a restored backup, logs, metrics and the heap of a restarted"
                            + " service: %d%n",
                    planted.size(), readable.size(), gone.size(), inHeap.size());
            assertThat(inHeap).isEmpty();
        }
    }

    /** An event that the view of ratings cannot use, with words in it; what is told of it by the operator's call and the log. */
    private String aDeadLetterOf(StandaloneProcess running, int port, UUID journey, Citizen person)
            throws SQLException {
        var views = new Views(running);
        views.caughtUp();
        try (Connection connection = open(port);
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE views.rating ADD CONSTRAINT planted CHECK (remark IS NULL) NOT VALID");
        }
        long rated = running.client()
                .command(
                        person.token(),
                        "/v1/journeys/" + journey + "/ratings",
                        body(
                                "person", person.id(),
                                "area", "ECONOMY",
                                "rating", "STABLE",
                                "rater", "CITIZEN",
                                "remark", canary()))
                .expectAccepted()
                .position();
        while (views.caughtUp() < rated) {
            Started.pause(Duration.ofMillis(50));
        }
        assertThat(views.deadLetters()).as("control: the event is parked").isPositive();
        try (Connection connection = open(port);
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE views.rating DROP CONSTRAINT planted");
            var told = new StringBuilder(running.process().output());
            assertThat(told).contains("parks the event");
            try (var rows = statement.executeQuery("SELECT DISTINCT projection FROM views.dead_letter")) {
                while (rows.next()) {
                    told.append(running.client()
                            .ask(
                                    running.worker(UUID.randomUUID(), "OPERATOR")
                                            .token(),
                                    "/v1/projections/" + rows.getString(1) + "/dead-letters")
                            .expectAccepted()
                            .text());
                }
            }
            return told.toString();
        }
    }

    /** What can be read when yesterday's database is restored, with the keys that there are now. */
    private static Set<String> fromBackup(Path backup, UUID journey) {
        try (StandaloneProcess restored = StandaloneProcess.in(backup).start()) {
            Worker auditor = restored.worker(UUID.randomUUID(), "AUDITOR");
            String all = everything(restored.client(), auditor, journey);
            assertThat(all).contains("[erased]");
            assertThat(canariesIn(restored.process().output())).isEmpty();
            return canariesIn(all);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /**
     * Tables whose dump holds a text: as it is, in hexadecimal, or in base64 wherever it begins. A dump is what PostgreSQL itself
     * writes out, row by row, whatever pages and write-ahead log hold.
     */
    private static List<String> dumpsWith(int port, Path folder, String text) throws SQLException, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var needles = new ArrayList<>(List.of(text, HexFormat.of().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            needles.add(whole.substring(before == 0 ? 0 : before + 1, whole.length() - 2));
        }
        // The server may write where its own files are.
        Path file = folder.resolve("data").resolve("postgres").resolve("dumped").toAbsolutePath();
        var found = new ArrayList<String>();
        try (Connection connection = open(port);
                var names = connection.createStatement().executeQuery("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """);
                var copying = connection.createStatement()) {
            while (names.next()) {
                copying.execute("COPY " + names.getString(1) + " TO '" + file + "'");
                String dumped = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (needles.stream().anyMatch(dumped::contains)) {
                    found.add(names.getString(1));
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return found;
    }

    private UUID wholeJourney(RunningLedger running, Citizen mia, Citizen aron) {
        Ledger ledger = running.client();
        UUID health = UUID.randomUUID();
        Worker leader = running.worker(health, "TEAM");
        Worker adviser = running.worker(UUID.randomUUID(), "TEAM");
        UUID journey = UUID.randomUUID();
        UUID goal = UUID.randomUUID();
        UUID measure = UUID.randomUUID();
        String path = "/v1/journeys/" + journey;
        String today = JourneyCalls.today().toString();
        ledger.command(
                        leader.token(),
                        "/v1/journeys",
                        body(
                                "journey",
                                journey,
                                "person",
                                mia.id(),
                                "name",
                                canary(),
                                "birthDate",
                                "1990-01-01",
                                "door",
                                "SELF",
                                "wish",
                                canary()),
                        "Effective-At",
                        yearsAgo(13))
                .expectAccepted();
        ledger.command(
                        leader.token(),
                        path + "/checklist",
                        body(
                                "wantsChange", true,
                                "complexNeeds", true,
                                "longTermWork", true,
                                "liftsConfidentiality", true,
                                "targetGroup", "FAMILY_VULNERABLE",
                                "serviceDegree", 2,
                                "reasons", canary()))
                .expectAccepted();
        ledger.command(
                        leader.token(),
                        path + "/household",
                        body(
                                "id", aron.id(),
                                "role", "ADULT",
                                "name", canary(),
                                "birthDate", "1990-01-01",
                                "parentalResponsibility", List.of()),
                        "Effective-At",
                        yearsAgo(13))
                .expectAccepted();
        ledger.command(
                        leader.token(),
                        path + "/enrolment",
                        body("startingStage", "VULNERABLE", "goalStage", "STABLE"),
                        "Effective-At",
                        yearsAgo(13))
                .expectAccepted();
        for (Worker member : List.of(leader, adviser)) {
            ledger.command(
                            leader.token(),
                            path + "/team",
                            body(
                                    "worker", member.id(),
                                    "service", member.service(),
                                    "role", member.equals(leader) ? "LEADER" : "MEMBER"))
                    .expectAccepted();
        }
        ledger.command(
                        aron.token(),
                        path + "/trusted-persons",
                        body("person", aron.id(), "trusted", UUID.randomUUID(), "name", canary()))
                .expectAccepted();
        UUID meeting = ledger.command(
                        leader.token(),
                        path + "/meetings",
                        body("kind", "MAPPING", "on", today, "attended", List.of(mia.id(), aron.id(), leader.id())))
                .expectAccepted()
                .id("meeting");
        ledger.command(
                        leader.token(),
                        path + "/meetings/" + meeting + "/sheet",
                        body(
                                "owner",
                                aron.id(),
                                "entries",
                                List.of(body("author", aron.id(), "box", "DREAM", "text", canary())),
                                "otherForm",
                                canary()))
                .expectAccepted();
        Answer drafted = ledger.command(
                        leader.token(),
                        path + "/plans",
                        body(
                                "situation", canary(),
                                "goals",
                                        List.of(body(
                                                "id",
                                                goal,
                                                "text",
                                                canary(),
                                                "horizon",
                                                "LONG",
                                                "persons",
                                                List.of(mia.id(), aron.id()))),
                                "measures",
                                        List.of(body(
                                                "id",
                                                measure,
                                                "goal",
                                                goal,
                                                "text",
                                                canary(),
                                                "area",
                                                "HOUSING",
                                                "workPhase",
                                                "STABILISE",
                                                "persons",
                                                List.of(mia.id(), aron.id()),
                                                "responsible",
                                                adviser.id(),
                                                "from",
                                                today,
                                                "costs",
                                                List.of())),
                                "undertakings", List.of(body("party", mia.id(), "text", canary())),
                                "expectedBenefits", canary()))
                .expectAccepted();
        Answer plan = ledger.command(
                        leader.token(),
                        path + "/decisions",
                        body(
                                "kind", "PLAN",
                                "wording", canary(),
                                "facts", canary(),
                                "plan",
                                        body(
                                                "version",
                                                drafted.body()
                                                        .path("planVersion")
                                                        .asInt())))
                .expectAccepted();
        String decision = path + "/decisions/" + plan.id("decision");
        Answer refused = ledger.command(adviser.token(), decision + "/taking", body("weighing", canary()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(canariesIn(refused.toString())).as("a refusal").isEmpty();
        for (Citizen each : List.of(mia, aron)) {
            ledger.command(
                            each.token(),
                            decision + "/answers",
                            body(
                                    "person", each.id(),
                                    "wordingHash", plan.text("wordingHash"),
                                    "answer", "AGREES",
                                    "means", "SELF_SERVICE",
                                    "ownWords", canary(),
                                    "help", canary()))
                    .expectAccepted();
            ledger.command(
                            each.token(),
                            path + "/ratings",
                            body(
                                    "person", each.id(),
                                    "area", "HOUSING",
                                    "rating", "STABLE",
                                    "rater", "CITIZEN",
                                    "remark", canary()))
                    .expectAccepted();
        }
        ledger.command(adviser.token(), decision + "/taking", body("weighing", canary()))
                .expectAccepted();
        ledger.command(adviser.token(), path + "/measures/" + measure + "/finishing", body("outcome", canary()))
                .expectAccepted();
        mistakes(ledger, leader, path);
        return journey;
    }

    /** What somebody writes in the wrong place comes back in no answer. */
    private void mistakes(Ledger ledger, Worker leader, String path) {
        for (String wrong : List.of(
                "{\"" + canary() + "\": 1}",
                "{\"worker\": \"" + canary() + "\"}",
                canary(),
                "{\"worker\": [\"" + canary() + "\"]}")) {
            Answer answer = ledger.command(leader.token(), UUID.randomUUID().toString(), path + "/relations", wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(canariesIn(answer.toString())).as("an error").isEmpty();
        }
        Answer lost = ledger.ask(leader.token(), path + "/" + MARK + "1/x?" + MARK + "2=" + MARK + "3");
        assertThat(lost.text()).doesNotContain(MARK);
    }

    private void leave(Ledger ledger, UUID journey, Citizen person, int yearsAgo) {
        ledger.command(
                        person.token(),
                        "/v1/journeys/" + journey + "/leavings",
                        body("person", person.id(), "ownWords", canary()),
                        "Effective-At",
                        yearsAgo(yearsAgo))
                .expectAccepted();
    }

    private static String yearsAgo(int years) {
        return ZonedDateTime.now(ZoneId.of("Europe/Oslo"))
                .minusYears(years)
                .toInstant()
                .toString();
    }

    private static Answer erase(Ledger ledger, Worker by, Citizen person) {
        return ledger.command(
                by.token(), "/v1/persons/" + person.id() + "/erasure", body("legalBasis", "GDPR art. 17 no. 1 b"));
    }

    private static String everything(Ledger ledger, Worker auditor, UUID journey) {
        String path = "/v1/journeys/" + journey;
        long head = ledger.ask(auditor.token(), "/v1/funds").expectAccepted().status();
        assertThat(head).isEqualTo(200);
        Started.pause(Duration.ofMillis(500));
        var all = new ArrayList<String>();
        for (String language : List.of("nb", "en")) {
            for (String each : List.of("", "/timeline?limit=200", "/decisions", "/plans/1", "/money")) {
                all.add(ledger.ask(auditor.token(), path + each, "Accept-Language", language)
                        .expectAccepted()
                        .text());
            }
        }
        ledger.all(auditor.token(), path + "/decisions")
                .forEach(decision -> all.add(ledger.ask(
                                auditor.token(),
                                path + "/decisions/" + decision.path("decision").asString())
                        .expectAccepted()
                        .text()));
        return String.join("\n", all);
    }

    private static String meters(Ledger ledger) {
        return ledger.ask(null, "/actuator/prometheus").text();
    }

    private static Set<String> canariesIn(String text) {
        var found = new TreeSet<String>();
        var matcher = CANARY.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Connection open(int port) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + databaseName(port), "postgres", "");
    }

    private static String databaseName(int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT datname FROM pg_database WHERE NOT datistemplate ORDER BY datname = 'postgres'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Every row of every table that holds the mark, as text or as bytes. */
    private static List<String> rowsWith(int port) throws SQLException {
        String hex = HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.UTF_8));
        var found = new ArrayList<String>();
        int tables = 0;
        try (Connection connection = open(port);
                var names = connection.createStatement().executeQuery("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (names.next()) {
                tables++;
                String table = names.getString(1);
                try (var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%" + MARK
                                + "%' OR t::text LIKE '%" + hex + "%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table + ": " + rows.getLong(1));
                    }
                }
            }
        }
        assertThat(tables).isGreaterThan(20);
        return found;
    }

    /** The whole ledger as one file holds none of the strings, and every stored byte in it is what was signed. */
    private static void verifies(StandaloneProcess running, Worker auditor, long position, Path folder)
            throws IOException {
        String export = running.client()
                .ask(auditor.token(), "/v1/log/export?min-position=" + position)
                .expectAccepted()
                .text();
        int looked = 0;
        var stored = BASE64.matcher(export);
        while (stored.find()) {
            looked++;
            assertThat(new String(Base64.getDecoder().decode(stored.group(1)), StandardCharsets.UTF_8))
                    .doesNotContain(MARK);
        }
        assertThat(looked).as("stored bytes looked through").isGreaterThan((int) position);
        Path file = Files.writeString(folder.resolve("export.ndjson"), export);
        String key = Files.readString(
                        folder.resolve("keys").resolve("log-signer").resolve("keys"))
                .strip();
        var report = new ByteArrayOutputStream();
        var out = new PrintStream(report, true, StandardCharsets.UTF_8);
        int exit = new LogTool(out, out).run(List.of("verify", "--export", file.toString(), "--key", key));
        assertThat(exit).as(report.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static long head(int port) throws SQLException {
        try (Connection connection = open(port);
                var rows = connection.createStatement().executeQuery("SELECT max(position) FROM ledger.event")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String history(int port) throws SQLException {
        return history(port, Long.MAX_VALUE);
    }

    /** A digest over the stored bytes of everything recorded up to a position. */
    private static String history(int port, long until) throws SQLException {
        try (Connection connection = open(port);
                var select = connection.prepareStatement("SELECT encode(sha256(string_agg(convert_to(e::text, 'UTF8'),"
                        + " ''::bytea ORDER BY position)), 'hex') FROM ledger.event e WHERE position <= ?")) {
            select.setLong(1, until);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** Files below a folder that hold the mark. */
    private static List<Path> found(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!canaries(file, true).isEmpty()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** What a file holds of the strings, read as bytes of either width. */
    private static Set<String> canaries(Path file, boolean firstOnly) throws IOException {
        byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
        var found = new TreeSet<String>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            var buffer = new byte[1 << 20];
            int kept = 0;
            int read;
            while ((read = in.read(buffer, kept, buffer.length - kept)) > 0) {
                int length = kept + read;
                for (int i = 0; i + mark.length + 3 <= length; i++) {
                    if (buffer[i] == mark[0] && matches(buffer, i, length, mark, 1)) {
                        found.add(new String(buffer, i, mark.length + 3, StandardCharsets.ISO_8859_1));
                    } else if (buffer[i] == mark[0] && matches(buffer, i, length, mark, 2)) {
                        var wide = new StringBuilder();
                        for (int c = 0; c < mark.length + 3 && i + 2 * c < length; c++) {
                            wide.append((char) buffer[i + 2 * c]);
                        }
                        found.add(wide.toString());
                    }
                    if (firstOnly && !found.isEmpty()) {
                        return found;
                    }
                }
                kept = Math.min(length, 64);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // A file of the database that is not needed any more.
        }
        return found;
    }

    private static boolean matches(byte[] buffer, int at, int length, byte[] mark, int width) {
        if (at + width * mark.length > length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (buffer[at + width * i] != mark[i] || (width == 2 && buffer[at + 2 * i + 1] != 0)) {
                return false;
            }
        }
        return true;
    }

    /** What the heap of the running service holds. */
    private static Set<String> heap(StandaloneProcess running, Path folder) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        assumeTrue(Files.isExecutable(jcmd), "the heap is looked into with jcmd, which this Java does not bring");
        Path dump = folder.resolve("service.hprof");
        long pid = running.process().tree().getFirst().pid();
        int exit = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.heap_dump", "-all", dump.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).isZero();
        Set<String> found = canaries(dump, false);
        Files.delete(dump);
        return found;
    }
}
