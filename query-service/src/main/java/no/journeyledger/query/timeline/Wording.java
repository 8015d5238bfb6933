package no.journeyledger.query.timeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.door.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Words an event for people, from templates in the message bundles. A place {@code {name}} is filled with the event's
 * component of that name ({@code {matter.decisionKind}} goes deeper): a sealed text is opened, a code said in words, a
 * person called by name, an amount said in kroner. What stands in {@code [brackets]} is said only when all its places have
 * something to say; {@code {?flag}} and {@code {!flag}} say nothing but ask whether a flag is set or not.
 */
final class Wording {

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACE = Pattern.compile("\\{([?!]?)([A-Za-z.]+)}");
    private static final Map<String, Method> ACCESSORS = new ConcurrentHashMap<>();

    /** For whom an entry is worded. */
    enum Audience {
        PROFESSIONAL("professional"),
        CITIZEN("citizen");

        private final String key;

        Audience(String key) {
            this.key = key;
        }
    }

    private final Sentences sentences;
    private final Opened opened;

    Wording(Sentences sentences, Opened opened) {
        this.sentences = sentences;
        this.opened = opened;
    }

    /** The key of an event's template. */
    static String key(Audience audience, String type) {
        return "timeline." + audience.key + "." + type;
    }

    /**
     * Words an event.
     *
     * @param type its logical type
     * @param actor who acted
     */
    String say(Audience audience, Locale language, String type, LedgerEvent event, UUID actor, Names names) {
        String template = sentences.say(language, key(audience, type));
        var speaking = new Speaking(language, event, actor, names);
        Matcher optional = OPTIONAL.matcher(template);
        var said = new StringBuilder();
        int from = 0;
        // Piece by piece, so that nothing somebody wrote is ever taken for a place to fill.
        while (optional.find()) {
            said.append(needed(speaking, template.substring(from, optional.start()), type));
            String part = speaking.fill(optional.group(1));
            said.append(part == null ? "" : part);
            from = optional.end();
        }
        return said.append(needed(speaking, template.substring(from), type)).toString();
    }

    private static String needed(Speaking speaking, String text, String type) {
        String said = speaking.fill(text);
        if (said == null) {
            throw new IllegalStateException("the template of " + type + " needs what may be missing: " + text);
        }
        return said;
    }

    private final class Speaking {
        private final Locale language;
        private final LedgerEvent event;
        private final UUID actor;
        private final Names names;

        Speaking(Locale language, LedgerEvent event, UUID actor, Names names) {
            this.language = language;
            this.event = event;
            this.actor = actor;
            this.names = names;
        }

        /** The text with its places filled, {@code null} when one of them has nothing to say. */
        @Nullable
        String fill(String text) {
            Matcher place = PLACE.matcher(text);
            var filled = new StringBuilder();
            while (place.find()) {
                Object value = value(place.group(2));
                String said = switch (place.group(1)) {
                    case "?" -> Boolean.TRUE.equals(value) ? "" : null;
                    case "!" -> Boolean.FALSE.equals(value) ? "" : null;
                    default -> value == null ? null : say(place.group(2), value);
                };
                if (said == null || (place.group(1).isEmpty() && said.isEmpty())) {
                    return null;
                }
                place.appendReplacement(filled, Matcher.quoteReplacement(said));
            }
            place.appendTail(filled);
            return filled.toString();
        }

        private @Nullable Object value(String path) {
            if (path.equals("actor")) {
                return actor;
            }
            Object value = event;
            for (String step : path.split("\\.")) {
                if (value == null) {
                    return null;
                }
                value = read(value, step);
            }
            return value;
        }

        private String say(String path, Object value) {
            return switch (value) {
                case Sealed sealed -> opened.text(sealed);
                case Enum<?> code -> word(code);
                case UUID id -> names.of(id, language);
                case LocalDate day ->
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(language)
                            .format(day);
                case Long number -> path.endsWith("Ore") ? kroner(number) : number.toString();
                case BigDecimal number ->
                    language.equals(Sentences.BOKMAL)
                            ? number.toPlainString().replace('.', ',')
                            : number.toPlainString();
                case Participation part ->
                    names.of(part.person(), language) + " (" + word(part.answer()) + ", " + word(part.assurance())
                            + ")";
                case Missing missing -> missing(missing);
                case AmountLine line -> kroner(line.amountOre()) + " (" + line.year() + ")";
                case List<?> list ->
                    join(list.stream().map(each -> say(path, each)).toList());
                default -> value.toString();
            };
        }

        private String missing(Missing missing) {
            UUID person = missing.person();
            String what = word(missing.reason());
            return person == null ? what : names.of(person, language) + ": " + what;
        }

        private String word(Enum<?> code) {
            return sentences.say(language, "term." + code.getDeclaringClass().getSimpleName() + "." + code.name());
        }

        private String join(List<String> parts) {
            if (parts.size() < 2) {
                return String.join("", parts);
            }
            return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + sentences.say(language, "term.and")
                    + " " + parts.getLast();
        }

        /** Whole kroner with a thin grouping, and øre only when there are any; never through a floating-point number. */
        private String kroner(long amountOre) {
            String digits = Long.toString(Math.abs(amountOre) / 100);
            var grouped = new ArrayList<String>();
            for (int end = digits.length(); end > 0; end -= 3) {
                grouped.addFirst(digits.substring(Math.max(0, end - 3), end));
            }
            long ore = Math.abs(amountOre) % 100;
            String amount = String.join("\u00a0", grouped) + (ore == 0 ? "" : "," + (ore < 10 ? "0" : "") + ore);
            return (amountOre < 0 ? "-" : "") + amount + "\u00a0kr";
        }
    }

    private static @Nullable Object read(Object target, String name) {
        Method accessor = ACCESSORS.computeIfAbsent(target.getClass().getName() + "." + name, key -> {
            try {
                return target.getClass().getMethod(name);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a template asks for " + key + ", which there is not", e);
            }
        });
        try {
            return accessor.invoke(target);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a template cannot read " + accessor, e);
        }
    }
}
