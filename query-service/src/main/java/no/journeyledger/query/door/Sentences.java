package no.journeyledger.query.door;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sentences people read on the query side, in Norwegian bokmål and English: problems, timeline entries and the words
 * for codes. All are loaded at the start; a key missing in a language is found by a test, not by a reader.
 */
public final class Sentences {

    /** English; also what a caller gets who asked for no language, or for one the ledger does not speak. */
    public static final Locale ENGLISH = Locale.ENGLISH;

    /** Norwegian bokmål. */
    public static final Locale BOKMAL = Locale.of("nb", "NO");

    /** Both. */
    public static final List<Locale> LANGUAGES = List.of(ENGLISH, BOKMAL);

    private static final List<String> BUNDLES = List.of("asking", "timeline", "terms", "dossier");
    private static final Set<String> NORWEGIAN = Set.of("nb", "no", "nn");

    private final Map<Locale, Map<String, String>> sentences = Map.of(ENGLISH, load("en"), BOKMAL, load("nb"));

    private static Map<String, String> load(String language) {
        var all = new HashMap<String, String>();
        for (String bundle : BUNDLES) {
            String resource = "/messages/" + bundle + "_" + language + ".properties";
            try (var in = Sentences.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new MissingResourceException("no " + resource, resource, "");
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
            // A language nobody can read is no reason to turn a question away.
            return ENGLISH;
        }
        return ENGLISH;
    }

    /**
     * The sentence of a key, as written.
     *
     * @throws MissingResourceException when the key has no sentence
     */
    public String say(Locale language, String key) {
        String sentence = of(language).get(key);
        if (sentence == null) {
            throw new MissingResourceException("no sentence for " + key, Sentences.class.getName(), key);
        }
        return sentence;
    }

    /** The sentence of a key with its places, {@code {name}}, filled from facts. */
    public String say(Locale language, String key, Map<String, ?> facts) {
        String sentence = say(language, key);
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            sentence = sentence.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return sentence;
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
