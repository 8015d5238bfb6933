package no.journeyledger.store.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** What a command-line program was called with: plain words first, then options with a value each. */
final class Options {

    private final List<String> words;
    private final Map<String, List<String>> options;

    private Options(List<String> words, Map<String, List<String>> options) {
        this.words = words;
        this.options = options;
    }

    /** Said to whoever called a program wrongly. */
    static final class WrongCall extends RuntimeException {
        WrongCall(String message) {
            super(message);
        }
    }

    /**
     * Reads a call.
     *
     * @param help lists every option there is, each on a line of its own
     * @throws WrongCall when an option is not among them, or has no value
     */
    static Options parse(List<String> arguments, String help) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, List<String>>();
        int i = 0;
        while (i < arguments.size()) {
            String name = arguments.get(i);
            if (!name.startsWith("--")) {
                words.add(name);
                i++;
                continue;
            }
            if (!help.contains("  " + name + " ") || i + 1 == arguments.size()) {
                throw new WrongCall("Not understood: " + name);
            }
            options.computeIfAbsent(name, n -> new ArrayList<>()).add(arguments.get(i + 1));
            i += 2;
        }
        return new Options(words, options);
    }

    /** The one plain word. */
    String word(String meaning) {
        if (words.size() != 1) {
            throw new WrongCall("Name " + meaning);
        }
        return words.getFirst();
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    String one(String name, String otherwise) {
        List<String> values = options.getOrDefault(name, List.of(otherwise));
        if (values.size() != 1) {
            throw new WrongCall(name + " is given once");
        }
        return values.getFirst();
    }

    String needed(String name) {
        String value = one(name, "");
        if (value.isEmpty()) {
            throw new WrongCall(name + " is missing");
        }
        return value;
    }

    List<VerifierKey> keys(String name) {
        return all(name).stream().map(VerifierKey::parse).toList();
    }

    /** The keys that are trusted for a reason outside the log. */
    List<VerifierKey> trusted() {
        List<VerifierKey> keys = keys("--key");
        if (keys.isEmpty()) {
            throw new WrongCall("Without a trusted key (--key) nothing can be verified");
        }
        return keys;
    }

    /** The database at {@code --database}, as {@code --user}, with the password from the environment. */
    PGSimpleDataSource database() {
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(needed("--database"));
        } catch (IllegalArgumentException e) {
            throw new WrongCall("Not an address of a PostgreSQL database: --database");
        }
        String user = one("--user", "");
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        String password = System.getenv("LEDGER_VERIFIER_PASSWORD");
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }
}
