package no.journeyledger.store.proof;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verifier: {@code java -jar ledger-store-...-verify.jar --help}. Checks a live ledger or an exported log with nothing
 * but the log's public key, and names every event that is not what was sealed. Its exit code is 0 when everything is
 * proven, 1 when something is not, 2 when it could not look.
 */
public final class Verify {

    static final int PROVEN = 0;
    static final int FOUND = 1;
    static final int COULD_NOT_LOOK = 2;

    private static final String HELP = """
            Checks a ledger against its tamper-evident log. See docs/leaf-format.md.

              --database URL      a live ledger, e.g. jdbc:postgresql://localhost/ledger; the role ledger_reader is enough
              --user NAME         database user (password from the environment: LEDGER_VERIFIER_PASSWORD)
              --tiles DIRECTORY   instead of a database: an exported log in the tlog-tiles layout
              --key KEY           public key of the log (origin+id+base64), trusted; may be repeated
              --keys FILE         keys the log published; each is believed once a trusted one vouched for it
              --published DIR     checkpoints a witness directory kept; may be repeated
              --witness KEY       public key of a witness whose signatures to check; may be repeated
              --unsealed SECONDS  how long an event may wait to be sealed (60)
              --report FILE       where the report goes (standard output)

            The report is one JSON object per line: a line per finding, and last a line with the outcome.
            Exit code: 0 everything is proven, 1 something is not, 2 it could not look.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final JsonMapper json = JsonMapper.builder().build();

    Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the verifier and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new Verify(System.out, System.err).run(List.of(arguments)));
    }

    /** Said to whoever called the verifier wrongly. */
    private static final class WrongCall extends RuntimeException {
        WrongCall(String message) {
            super(message);
        }
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            err.print(HELP);
            return arguments.isEmpty() ? COULD_NOT_LOOK : PROVEN;
        }
        try {
            return verify(options(arguments));
        } catch (WrongCall | NotGenuine e) {
            err.println(e.getMessage() + " (--help tells how)");
        } catch (SQLException e) {
            err.println("The database did not answer: " + e.getMessage());
        } catch (IOException | LogUnreadable e) {
            err.println("The log could not be read: " + e.getMessage());
        }
        return COULD_NOT_LOOK;
    }

    private static Map<String, List<String>> options(List<String> arguments) {
        var options = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!HELP.contains("  " + name + " ") || i + 1 == arguments.size()) {
                throw new WrongCall("Not understood: " + name);
            }
            options.computeIfAbsent(name, n -> new ArrayList<>()).add(arguments.get(i + 1));
        }
        return options;
    }

    private int verify(Map<String, List<String>> options) throws SQLException, IOException {
        List<VerifierKey> keys = keys(options, "--key");
        if (keys.isEmpty()) {
            throw new WrongCall("Without a trusted key (--key) nothing can be verified");
        }
        var candidates = new ArrayList<VerifierKey>();
        for (String file : options.getOrDefault("--keys", List.of())) {
            Files.readAllLines(Path.of(file)).forEach(line -> candidates.add(VerifierKey.parse(line)));
        }
        List<Path> published = options.getOrDefault("--published", List.of()).stream()
                .map(Path::of)
                .toList();
        for (Path directory : published) {
            candidates.addAll(PublishedCheckpoints.keys(directory));
        }
        var trust = new Verification.Trust(keys, candidates, keys(options, "--witness"));
        String unsealed = one(options, "--unsealed", "60");
        if (!unsealed.matches("[0-9]{1,9}")) {
            throw new WrongCall("--unsealed is a number of seconds, not " + unsealed);
        }
        Duration window = Duration.ofSeconds(Long.parseLong(unsealed));
        String report = one(options, "--report", "");
        try (StoredLog log = open(options);
                BufferedWriter file = report.isEmpty() ? null : Files.newBufferedWriter(Path.of(report))) {
            var progress = new Progress(err, log.entries());
            Verification.Outcome outcome = new Verification(
                            log, trust, published, Instant.now(), window, f -> line(file, finding(f)), progress::at)
                    .run();
            line(file, outcome(outcome, log.hasEvents()));
            progress.end(outcome);
            if (outcome.findings() > 0) {
                return FOUND;
            }
            return provesNothing(outcome) ? COULD_NOT_LOOK : PROVEN;
        }
    }

    /** Without a checkpoint there is nothing to hold the ledger against. */
    private static boolean provesNothing(Verification.Outcome outcome) {
        return outcome.checkpoints() == 0;
    }

    private static String verdict(Verification.Outcome outcome) {
        if (outcome.findings() > 0) {
            return "FOUND";
        }
        return provesNothing(outcome) ? "NOTHING_SIGNED" : "PROVEN";
    }

    private static List<VerifierKey> keys(Map<String, List<String>> options, String name) {
        return options.getOrDefault(name, List.of()).stream()
                .map(VerifierKey::parse)
                .toList();
    }

    private static String one(Map<String, List<String>> options, String name, String otherwise) {
        List<String> values = options.getOrDefault(name, List.of(otherwise));
        if (values.size() != 1) {
            throw new WrongCall(name + " is given once");
        }
        return values.getFirst();
    }

    private static StoredLog open(Map<String, List<String>> options) throws SQLException {
        String database = one(options, "--database", "");
        String tiles = one(options, "--tiles", "");
        if (database.isEmpty() == tiles.isEmpty()) {
            throw new WrongCall("Give either --database or --tiles");
        }
        if (!tiles.isEmpty()) {
            return new FolderLog(new TileFolder(Path.of(tiles)));
        }
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(database);
        } catch (IllegalArgumentException e) {
            throw new WrongCall("Not an address of a PostgreSQL database: --database");
        }
        String user = one(options, "--user", "");
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        String password = System.getenv("LEDGER_VERIFIER_PASSWORD");
        if (password != null) {
            source.setPassword(password);
        }
        return new DatabaseLog(source);
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("finding", finding.kind().name());
        line.put("row", finding.row());
        line.put("position", finding.position());
        line.put("event", finding.event());
        line.put("aggregate", finding.aggregate());
        line.put("sentence", finding.sentence());
        return line;
    }

    private static Map<String, @Nullable Object> outcome(Verification.Outcome outcome, boolean withEvents) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("outcome", verdict(outcome));
        line.put("checked", withEvents ? "events, leaves, tiles, checkpoints" : "leaves, tiles, checkpoints");
        line.put("events", outcome.events());
        line.put("leaves", outcome.leaves());
        line.put("root", outcome.root() == null ? null : outcome.root().base64());
        line.put("checkpoints", outcome.checkpoints());
        line.put("coveredTo", outcome.covered());
        line.put("uncheckedCosignatures", outcome.uncheckedCosignatures());
        line.put("findings", outcome.findings());
        line.put("first", outcome.first() == null ? null : outcome.first().sentence());
        return line;
    }

    private void line(@Nullable BufferedWriter file, Map<String, @Nullable Object> line) {
        String text = json.writeValueAsString(line);
        if (file == null) {
            out.println(text);
            return;
        }
        try {
            file.write(text);
            file.newLine();
        } catch (IOException e) {
            throw new LogUnreadable("the report could not be written", e);
        }
    }

    /** Tells every two seconds how far it is, how fast, and how long it will still take. */
    private static final class Progress {
        private static final long EVERY = Duration.ofSeconds(2).toNanos();

        private final PrintStream err;
        private final long entries;
        private final long start = System.nanoTime();
        private long told = start;

        Progress(PrintStream err, long entries) {
            this.err = err;
            this.entries = entries;
        }

        void at(long done) {
            long now = System.nanoTime();
            if (now - told >= EVERY) {
                told = now;
                long rate = rate(done, now);
                err.printf(
                        "%,d of %,d entries, %,d a second, about %d s left%n",
                        done, entries, rate, rate == 0 ? 0 : Math.max(0, entries - done) / rate);
            }
        }

        void end(Verification.Outcome outcome) {
            err.printf(
                    "%,d entries and %,d checkpoints in %.1f s, %,d a second: %s%n",
                    outcome.leaves(),
                    outcome.checkpoints(),
                    (System.nanoTime() - start) / 1e9,
                    rate(outcome.leaves(), System.nanoTime()),
                    switch (verdict(outcome)) {
                        case "PROVEN" -> "everything is proven";
                        case "NOTHING_SIGNED" -> "there is no checkpoint, so nothing is proven";
                        default -> outcome.findings() + " findings";
                    });
        }

        private long rate(long done, long now) {
            return (long) (done * 1e9 / Math.max(1, now - start));
        }
    }
}
