package no.journeyledger.store.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the dossier of a decision offline, with nothing but the log's public key ({@code docs/dossier.md}): that every entry
 * in it stood in the ledger under a signed checkpoint, that the stored bytes it shows are those the entry's leaf was made
 * from, and that every text it opens is the one committed to in those bytes.
 */
public final class VerifyDossier {

    private static final int PROVEN = 0;
    private static final int FOUND = 1;
    private static final int COULD_NOT_LOOK = 2;

    private static final String FORMAT = "journey-ledger-dossier/v1";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"dossier\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern SEALED = Pattern.compile("v1\\.[0-9a-f-]{36}\\.([A-Za-z0-9_-]{43})\\.");
    private static final int LARGEST = 256 * 1024 * 1024;

    private static final String HELP = """
            Checks the dossier of a decision offline. See docs/dossier.md.

              FILE       the dossier
              --key KEY  public key of the log (origin+id+base64), trusted; may be repeated

            The report is one JSON object per line: a line per finding, and last a line with the outcome.
            Exit code: 0 everything in it is proven, 1 something is not, 2 it could not look.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final JsonMapper json = JsonMapper.builder().build();
    private int findings;

    VerifyDossier(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the check and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new VerifyDossier(System.out, System.err).run(List.of(arguments)));
    }

    /**
     * Runs the check.
     *
     * @param arguments the file, and {@code --key} with a key for each trusted one
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return new VerifyDossier(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            err.print(HELP);
            return arguments.isEmpty() ? COULD_NOT_LOOK : PROVEN;
        }
        Path file = null;
        var keys = new ArrayList<VerifierKey>();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).equals("--key") && i + 1 < arguments.size()) {
                    keys.add(VerifierKey.parse(arguments.get(++i)));
                } else if (file == null && !arguments.get(i).startsWith("--")) {
                    file = Path.of(arguments.get(i));
                } else {
                    err.println("Not understood: " + arguments.get(i) + " (--help tells how)");
                    return COULD_NOT_LOOK;
                }
            }
            if (file == null || keys.isEmpty()) {
                err.println("A dossier and a trusted key (--key) are needed (--help tells how)");
                return COULD_NOT_LOOK;
            }
            return check(data(file), keys);
        } catch (NotGenuine e) {
            err.println(e.getMessage() + " (--help tells how)");
        } catch (IOException e) {
            err.println("The dossier could not be read: " + e.getMessage());
        }
        return COULD_NOT_LOOK;
    }

    private JsonNode data(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than any dossier");
        }
        Matcher data = DATA.matcher(Files.readString(file));
        if (!data.find()) {
            throw new IOException("there is no data of a dossier in it");
        }
        String text = data.group(1);
        if (data.find()) {
            throw new IOException("there is more than one piece of data in it");
        }
        try {
            JsonNode dossier = json.readTree(text);
            if (!dossier.path("format").asString("").equals(FORMAT)) {
                throw new IOException("its data is not of format " + FORMAT);
            }
            return dossier;
        } catch (JacksonException e) {
            throw new IOException("its data is no JSON", e);
        }
    }

    private int check(JsonNode dossier, List<VerifierKey> keys) {
        String origin = keys.getFirst().name();
        Set<String> commitments = new HashSet<>();
        long before = 0;
        int closed = 0;
        int entries = 0;
        for (JsonNode entry : dossier.path("entries")) {
            entries++;
            long position = entry.path("position").asLong(0);
            if (position <= before) {
                found(position, "the entries are not in the order of the ledger");
            }
            before = position;
            closed += entry.has("payload") ? 0 : 1;
            checkEntry(entry, position, origin, keys, commitments);
        }
        int texts = 0;
        for (JsonNode text : dossier.path("texts")) {
            texts++;
            checkText(text, commitments);
        }
        if (dossier.has("checkpoint")) {
            try {
                Checkpoint.open(SignedNote.parse(dossier.path("checkpoint").asString("")), origin, keys);
            } catch (NotGenuine e) {
                found(0, "the newest checkpoint is not genuine: " + e.getMessage());
            }
        }
        if (entries == 0) {
            found(0, "there is no entry in it");
        }
        var outcome = new LinkedHashMap<String, @Nullable Object>();
        outcome.put("outcome", findings == 0 ? "PROVEN" : "FOUND");
        outcome.put("decision", dossier.path("decision").asString(""));
        outcome.put("entries", entries);
        outcome.put("closed", closed);
        outcome.put("texts", texts);
        outcome.put("findings", findings);
        out.println(json.writeValueAsString(outcome));
        return findings == 0 ? PROVEN : FOUND;
    }

    private void checkEntry(
            JsonNode entry, long position, String origin, List<VerifierKey> keys, Set<String> commitments) {
        if (!entry.has("proof")) {
            found(position, "it was not sealed yet when the dossier was made");
            return;
        }
        Leaf leaf;
        try {
            leaf = ProofFile.parse(entry.path("proof").asString("")).verify(origin, keys);
        } catch (NotGenuine e) {
            found(position, "it is not proven: " + e.getMessage());
            return;
        }
        if (leaf.position() != position) {
            found(position, "the proof is of the entry at position " + leaf.position());
        }
        if (!leaf.type().equals(entry.path("type").asString(""))) {
            found(position, "the log says it is a " + leaf.type());
        }
        if (entry.has("payload")) {
            byte[] payload = bytes(entry, "payload");
            if (!hash(payload).equals(leaf.payloadHash())) {
                found(position, "its payload is not the one that was sealed");
            }
            if (!hash(bytes(entry, "metadata")).equals(leaf.metadataHash())) {
                found(position, "its metadata is not what was sealed");
            }
            Matcher envelopes = SEALED.matcher(new String(payload, StandardCharsets.UTF_8));
            while (envelopes.find()) {
                commitments.add(envelopes.group(1));
            }
        }
    }

    private void checkText(JsonNode text, Set<String> commitments) {
        String commitment = text.path("commitment").asString("");
        MessageDigest sha256 = TreeHash.sha256();
        try {
            sha256.update(Base64.getUrlDecoder().decode(text.path("salt").asString("")));
        } catch (IllegalArgumentException e) {
            found(0, "the salt of a text is not base64url");
            return;
        }
        sha256.update(text.path("text").asString("").getBytes(StandardCharsets.UTF_8));
        if (!Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256.digest())
                .equals(commitment)) {
            found(0, "a text is not the one committed to as " + commitment);
        } else if (!commitments.contains(commitment)) {
            found(0, "no proven entry commits to the text " + commitment);
        }
    }

    private static byte[] bytes(JsonNode entry, String name) {
        try {
            return Base64.getDecoder().decode(entry.path(name).asString(""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(TreeHash.sha256().digest(bytes));
    }

    private void found(long position, String sentence) {
        findings++;
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("finding", sentence);
        if (position > 0) {
            line.put("position", position);
        }
        out.println(json.writeValueAsString(line));
    }
}
