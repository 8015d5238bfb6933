package no.journeyledger.store.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.journeyledger.store.LedgerUnavailable;
import org.flywaydb.core.api.FlywayException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The programs around the log, in one runnable file: {@code java -jar ledger-store-...-verify.jar}. They share the exit
 * codes of the verifier: 0 done and proven, 1 something is not as it was signed, 2 it could not be done.
 */
public final class LogTool {

    private static final String HELP = """
            verify ...          checks a ledger, an export or a log; verify --help tells how
            proof FILE          checks one entry's proof, offline
              --key KEY           public key of the log (origin+id+base64), trusted; may be repeated
            export              writes the whole ledger, up to its newest checkpoint, as one JSON object per line
              --database URL      a live ledger, e.g. jdbc:postgresql://localhost/ledger; the role ledger_reader is enough
              --user NAME         database user (password from the environment: LEDGER_VERIFIER_PASSWORD)
              --to FILE           where to; it appears there when it is whole
            restore FILE        writes an export into an empty store, after proving it
              --key KEY           public key of the log, trusted; may be repeated
              --database URL      the new database
              --user NAME         its owner (password likewise); the roles are created if they are missing
            key-change begin    the log's next key is made; from now on both sign (beside the running service)
            key-change end      from now on only the new one signs, and the old secret is gone
              --signer DIRECTORY  the signer's folder

            Exit code: 0 done, 1 something is not as it was signed, 2 it could not be done.
            """;

    private final PrintStream out;
    private final PrintStream err;

    /**
     * The programs.
     *
     * @param out gets reports
     * @param err gets what people read meanwhile
     */
    public LogTool(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs one of the programs and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new LogTool(System.out, System.err).run(List.of(arguments)));
    }

    /**
     * Runs one of the programs.
     *
     * @return its exit code
     */
    public int run(List<String> arguments) {
        String word = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        if (word.isEmpty() || word.equals("--help") || word.equals("help")) {
            err.print(HELP);
            return word.isEmpty() ? Verify.COULD_NOT_LOOK : Verify.PROVEN;
        }
        try {
            return switch (word) {
                case "verify" -> new Verify(out, err).run(rest);
                case "proof" -> proof(Options.parse(rest, HELP));
                case "export" -> export(Options.parse(rest, HELP));
                case "restore" -> restore(Options.parse(rest, HELP));
                case "key-change" -> keyChange(Options.parse(rest, HELP));
                default -> throw new Options.WrongCall("There is no program " + word);
            };
        } catch (Options.WrongCall | NotGenuine e) {
            err.println(e.getMessage() + " (--help tells how)");
        } catch (CannotSeal | LogUnreadable | LedgerRestore.NotEmpty | IllegalStateException e) {
            err.println(e.getMessage());
        } catch (SQLException | LedgerUnavailable | FlywayException e) {
            err.println("The database did not do it: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err.println("A file could not be read or written: " + e.getMessage());
        }
        return Verify.COULD_NOT_LOOK;
    }

    private int proof(Options options) throws IOException {
        Path file = Path.of(options.word("the file of the proof"));
        List<VerifierKey> keys = options.trusted();
        var line = new LinkedHashMap<String, Object>();
        int exit = Verify.PROVEN;
        try {
            ProofFile proof = ProofFile.parse(Files.readString(file));
            String origin = Checkpoint.of(proof.checkpoint()).origin();
            Leaf leaf = proof.verify(origin, keys);
            line.put("outcome", "PROVEN");
            line.put("log", origin);
            line.put("checkpoint", proof.proof().size());
            line.put("position", leaf.position());
            line.put("event", leaf.eventId());
            line.put("aggregate", leaf.aggregate());
            line.put("sequence", leaf.sequence());
            line.put("type", leaf.type());
            line.put("revision", leaf.revision());
            line.put("recorded", leaf.recordedAt().toString());
            line.put("payloadSha256", leaf.payloadHash());
            line.put("metadataSha256", leaf.metadataHash());
        } catch (NotGenuine e) {
            exit = Verify.FOUND;
            line.put("outcome", "FOUND");
            line.put("sentence", String.valueOf(e.getMessage()));
        }
        out.println(JsonMapper.builder().build().writeValueAsString(line));
        return exit;
    }

    private int export(Options options) throws IOException {
        Path file = Path.of(options.needed("--to"));
        var export = new LedgerExport(options.database());
        LedgerExport.Stamp stamp = export.stamp();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long start = System.nanoTime();
        try (OutputStream to = Files.newOutputStream(part)) {
            export.write(to, stamp);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        tell("exported", stamp.position(), start);
        return Verify.PROVEN;
    }

    private int restore(Options options) throws IOException, SQLException {
        Path file = Path.of(options.word("the file of the export"));
        List<VerifierKey> keys = options.trusted();
        long start = System.nanoTime();
        Verification.Outcome proven;
        var findings = new ArrayList<Finding>();
        try (var export = new ExportFile(file)) {
            proven = new Verification(
                            export,
                            new Verification.Trust(keys, List.of(), List.of()),
                            List.of(),
                            Instant.now(),
                            Duration.ofDays(36_500),
                            finding -> {
                                if (findings.size() < 10) {
                                    findings.add(finding);
                                }
                            },
                            done -> {})
                    .run();
        }
        if (proven.findings() > 0) {
            findings.forEach(finding -> err.println(finding.sentence()));
            err.println("The export is not what was signed; nothing was written.");
            return Verify.FOUND;
        }
        if (proven.checkpoints() == 0 || proven.covered() != proven.events()) {
            err.println("No checkpoint covers all of the export; nothing was written.");
            return Verify.COULD_NOT_LOOK;
        }
        tell("proven", proven.events(), start);
        long written = System.nanoTime();
        long last = new LedgerRestore(options.database()).restore(file, done -> {});
        tell("restored", last, written);
        return Verify.PROVEN;
    }

    private int keyChange(Options options) {
        LogSigner signer = LogSigner.open(Path.of(options.needed("--signer")));
        switch (options.word("begin or end")) {
            case "begin" -> {
                out.println(signer.beginKeyChange().text());
                err.println("From the next checkpoint on both keys sign. Make the new key known; then: key-change end");
            }
            case "end" -> {
                signer.endKeyChange();
                out.println(signer.keys().getFirst().text());
                err.println("Only this key signs from now on.");
            }
            default -> throw new Options.WrongCall("A change of keys has a begin and an end");
        }
        return Verify.PROVEN;
    }

    private void tell(String what, long events, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        err.printf(
                "%,d events %s in %.1f s, %,.0f a second%n", events, what, seconds, events / Math.max(seconds, 1e-3));
    }
}
