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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verifier: {@code java -jar ledger-store-...-verify.jar verify --help}. Checks a live ledger or an exported log with nothing
 * but the log's public key, and names every event that is not what was sealed. Its exit code is 0 when everything is
 * proven, 1 when something is not, 2 when it could not look.
 */
public final class Verify {

    static final int PROVEN = 0;
    static final int FOUND = 1;
    static final int COULD_NOT_LOOK = 2;

    private static final String HELP = """
            verify: checks a ledger against its tamper-evident log. See docs/verifying.md.

              --database URL      a live ledger, e.g. jdbc:postgresql://localhost/ledger; the role ledger_reader is enough
              --user NAME         database user (password from the environment: LEDGER_VERIFIER_PASSWORD)
              --export FILE       instead: an exported ledger, plain or gzipped
              --url URL           instead: the log over HTTP, e.g. http://localhost:8081/v1/log, without the events
              --token FILE        a file with an auditor's bearer token, for --url
              --tiles DIRECTORY   instead: the log as files in the tlog-tiles layout, without the events
              --key KEY           public key of the log (origin+id+base64), trusted; may be repeated
              --keys FILE         more keys the log published; each is believed once a trusted one vouched for it
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

    int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            err.print(HELP);
            return arguments.isEmpty() ? COULD_NOT_LOOK : PROVEN;
        }
        try {
            return verify(Options.parse(arguments, HELP));
        } catch (Options.WrongCall | NotGenuine e) {
            err.println(e.getMessage() + " (verify --help tells how)");
        } catch (SQLException e) {
            err.println("The database did not answer: " + e.getMessage());
        } catch (IOException | LogUnreadable e) {
            err.println("The log could not be read: " + e.getMessage());
        }
        return COULD_NOT_LOOK;
    }

    private int verify(Options options) throws SQLException, IOException {
        List<VerifierKey> keys = options.trusted();
        var candidates = new ArrayList<VerifierKey>();
        for (String file : options.all("--keys")) {
            Files.readAllLines(Path.of(file)).forEach(line -> candidates.add(VerifierKey.parse(line)));
        }
        List<Path> published = options.all("--published").stream().map(Path::of).toList();
        for (Path directory : published) {
            candidates.addAll(PublishedCheckpoints.keys(directory));
        }
        var trust = new Verification.Trust(keys, candidates, options.keys("--witness"));
        String unsealed = options.one("--unsealed", "60");
        if (!unsealed.matches("[0-9]{1,9}")) {
            throw new Options.WrongCall("--unsealed is a number of seconds, not " + unsealed);
        }
        Duration window = Duration.ofSeconds(Long.parseLong(unsealed));
        String report = options.one("--report", "");
        try (StoredLog log = open(options, candidates);
                BufferedWriter file = report.isEmpty() ? null : Files.newBufferedWriter(Path.of(report))) {
            var progress = new Progress(err, log.entries());
            Verification.Outcome outcome = new Verification(
                            log, trust, published, Instant.now(), window, f -> line(file, finding(f)), progress::at)
                    .run();
            line(file, outcome(outcome, log));
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

    private static @Nullable String token(Options options) throws IOException {
        String file = options.one("--token", "");
        return file.isEmpty() ? null : Files.readString(Path.of(file)).strip();
    }

    private static StoredLog open(Options options, List<VerifierKey> candidates) throws SQLException, IOException {
        String database = options.one("--database", "");
        String tiles = options.one("--tiles", "");
        String export = options.one("--export", "");
        String url = options.one("--url", "");
        if (Stream.of(database, tiles, export, url).filter(s -> !s.isEmpty()).count() != 1) {
            throw new Options.WrongCall("Give one of --database, --export, --url and --tiles");
        }
        if (!tiles.isEmpty()) {
            return new FolderLog(new TileFolder(Path.of(tiles)));
        }
        if (!export.isEmpty()) {
            return new ExportFile(Path.of(export));
        }
        if (!url.isEmpty()) {
            if (!url.matches("https?://[^/].*")) {
                throw new Options.WrongCall("Not an address: --url");
            }
            var log = new HttpLog(url, token(options));
            var firsts = new ArrayList<SignedNote>();
            for (HttpLog.PublishedKey key : log.keys()) {
                candidates.add(key.key());
                SignedNote first = key.first();
                if (first != null) {
                    firsts.add(first);
                }
            }
            return new FolderLog(log, firsts);
        }
        return new DatabaseLog(options.database());
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

    private static Map<String, @Nullable Object> outcome(Verification.Outcome outcome, StoredLog log) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("outcome", verdict(outcome));
        line.put(
                "checked",
                (log.hasEvents() ? "events, " : "") + "leaves, " + (log.hasTiles() ? "tiles, " : "") + "checkpoints");
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
