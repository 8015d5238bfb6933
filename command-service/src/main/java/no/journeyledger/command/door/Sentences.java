package no.journeyledger.command.door;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sentences people read, in Norwegian bokmål and English: those of the door and those of the rule. All are loaded at
 * the start, and a key that is missing in a language is found by a test, not by a case worker.
 */
public final class Sentences {

    /** English; also what a caller gets who asked for no language, or for one the ledger does not speak. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** Norwegian bokmål. */
    public static final Locale BOKMAL = Locale.of("nb");

    private static final List<String> BUNDLES = List.of("door", "refusals");
    private static final Set<String> NORWEGIAN = Set.of("nb", "no", "nn");

    private final Map<Locale, Map<String, String>> sentences = Map.of(ENGLISH, load("en"), BOKMAL, load("nb"));

    private static Map<String, String> load(String language) {
        var all = new HashMap<String, String>();
        for (String bundle : BUNDLES) {
            String resource = "/messages/" + bundle + "_" + language + ".properties";
            try (var in = Sentences.class.getResourceAsStream(resource)) {
                if (in == null) {
                    continue;
                }
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    var properties = new Properties();
                    properties.load(reader);
                    properties.forEach((key, sentence) -> all.put((String) key, (String) sentence));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.copyOf(all);
    }

    /** The language an {@code Accept-Language} header asks for, by the weights in it. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                String language = range.getRange().split("-", 2)[0];
                if (NORWEGIAN.contains(language)) {
                    return BOKMAL;
                }
                if (language.equals("en")) {
                    return ENGLISH;
                }
            }
        } catch (IllegalArgumentException e) {
            // A language nobody can read is no reason to turn a call away.
            return ENGLISH;
        }
        return ENGLISH;
    }

    /**
     * The sentence of a key. Should one be missing, the key itself: an answer without words is better than none.
     *
     * @param facts what fills its places {0}, {1} ...
     */
    public String say(Locale language, String key, Object... facts) {
        String sentence = of(language).get(key);
        if (sentence == null) {
            return key;
        }
        return facts.length == 0 && sentence.indexOf('{') < 0 && sentence.indexOf('\'') < 0
                ? sentence
                : new MessageFormat(sentence, language).format(facts);
    }

    /** Whether a key has a sentence in a language. */
    public boolean has(Locale language, String key) {
        return of(language).containsKey(key);
    }

    /** Every key of a language. */
    public Set<String> keys(Locale language) {
        return of(language).keySet();
    }

    private Map<String, String> of(Locale language) {
        Map<String, String> found = sentences.get(language);
        if (found == null) {
            throw new IllegalArgumentException("the ledger does not speak " + language);
        }
        return found;
    }
}
