package no.journeyledger.query.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.query.dossier.Grounds.CheckedAgain;
import no.journeyledger.query.dossier.Grounds.Evidence;
import no.journeyledger.query.dossier.Grounds.EvidenceAnswer;
import no.journeyledger.query.dossier.Grounds.EvidenceHearing;
import no.journeyledger.query.dossier.Grounds.MandateThen;
import no.journeyledger.query.dossier.Grounds.RuleMet;
import no.journeyledger.query.dossier.Grounds.Ruling;
import no.journeyledger.query.timeline.EntryWording.Words;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What the template of the dossier shows: nothing but words, numbers and lists of them, already in the reader's language. */
final class Page {

    private static final String PREFIX = "dossier.";
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private final Sentences sentences;
    private final Opened opened;
    private final Words words;
    private final Locale language;

    Page(Sentences sentences, Opened opened, Words words, Locale language) {
        this.sentences = sentences;
        this.opened = opened;
        this.words = words;
        this.language = language;
    }

    Map<String, Object> of(Grounds grounds) {
        var page = new LinkedHashMap<String, Object>();
        var said = new LinkedHashMap<String, String>();
        for (String key : sentences.keys(language)) {
            if (key.startsWith(PREFIX)) {
                said.put(key.substring(PREFIX.length()), sentences.say(language, key));
            }
        }
        page.put("t", said);
        page.put("language", language.getLanguage());
        page.put("kind", term(grounds.kind()));
        page.put("rulings", grounds.rulings().stream().map(this::ruling).toList());
        return page;
    }

    static Map<String, Object> line(
            RecordedEvent event, Locale language, String words, String payloadHash, @Nullable Long checkpointSize) {
        var line = new LinkedHashMap<String, Object>();
        line.put("position", event.position());
        line.put("recordedAt", moment(event.recordedAt(), language));
        line.put("effectiveAt", moment(event.metadata().effectiveAt(), language));
        line.put("words", words);
        line.put("hash", payloadHash);
        line.put("sealedWith", checkpointSize == null ? "" : checkpointSize.toString());
        return line;
    }

    private Map<String, Object> ruling(Ruling ruling) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("taken", ruling.outcome() == Grounds.Outcome.TAKEN);
        shown.put("position", ruling.position());
        shown.put("recordedAt", moment(ruling.recordedAt(), language));
        shown.put("effectiveAt", moment(ruling.effectiveAt(), language));
        shown.put("by", words.name(ruling.by()));
        shown.put("proposer", words.name(ruling.proposer()));
        shown.put("revision", ruling.revision());
        shown.put("wording", text(ruling.wording()));
        shown.put("hash", ruling.wordingHash());
        shown.put("facts", text(ruling.facts()));
        shown.put("legalBasis", ruling.legalBasis() == null ? "" : ruling.legalBasis());
        shown.put("concerned", names(ruling.concerned()));
        shown.put("policy", ruling.policyVersion());
        shown.put("weighing", text(ruling.weighing()));
        shown.put("lines", lines(ruling.matter()));
        shown.put("rules", ruling.rules().stream().map(this::rule).toList());
        shown.put("evidence", ruling.evidence().stream().map(this::evidence).toList());
        shown.put("mandates", ruling.mandates().stream().map(this::mandate).toList());
        shown.put("checks", ruling.checkedAgain().stream().map(Page::check).toList());
        return shown;
    }

    private List<Map<String, Object>> lines(Matter matter) {
        if (!(matter instanceof Matter.OfBudget budget)) {
            return List.of();
        }
        var lines = new ArrayList<Map<String, Object>>();
        for (AmountLine line : budget.lines()) {
            lines.add(Map.of(
                    "amount", kroner(line.amountOre()),
                    "year", line.year(),
                    "service", line.payingService().toString(),
                    "fund", line.fund().toString()));
        }
        return lines;
    }

    private Map<String, Object> rule(RuleMet rule) {
        return Map.of(
                "order", rule.order(),
                "sentence", rule.sentence(),
                "met", rule.met().name(),
                "missing", rule.missing().stream().map(this::missing).toList());
    }

    private String missing(Missing missing) {
        UUID person = missing.person();
        String fact = missing.fact() == null ? "" : " (" + missing.fact() + ")";
        return (person == null ? "" : words.name(person) + ": ") + term(missing.reason()) + fact;
    }

    private Map<String, Object> evidence(Evidence evidence) {
        return Map.of(
                "person", words.name(evidence.person()),
                "counted",
                        evidence.counted() == null
                                ? ""
                                : term(evidence.counted().answer()) + ", "
                                        + term(evidence.counted().assurance()),
                "answers", evidence.answers().stream().map(this::answer).toList(),
                "hearings", evidence.hearings().stream().map(this::hearing).toList());
    }

    private Map<String, Object> answer(EvidenceAnswer answer) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("said", term(answer.said()));
        shown.put("toThisWording", answer.toThisWording());
        shown.put("by", words.name(answer.answeredBy()));
        shown.put("means", term(answer.means()));
        shown.put("assurance", term(answer.assurance()));
        shown.put("recordedBy", words.name(answer.recordedBy()));
        shown.put("at", moment(answer.effectiveAt(), language));
        shown.put("position", answer.position());
        shown.put("ownWords", text(answer.ownWords()));
        shown.put(
                "witnesses",
                answer.witnesses().stream()
                        .map(witness -> words.name(witness.witness()) + ", " + moment(witness.recordedAt(), language))
                        .toList());
        return shown;
    }

    private Map<String, Object> hearing(EvidenceHearing hearing) {
        return Map.of(
                "outcome", term(hearing.outcome()),
                "disagrees", hearing.disagrees(),
                "view", text(hearing.view()),
                "at", moment(hearing.recordedAt(), language),
                "position", hearing.position());
    }

    private Map<String, Object> mandate(MandateThen mandate) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", mandate.mandate().toString());
        shown.put("version", mandate.version());
        shown.put("worker", words.name(mandate.worker()));
        shown.put("service", mandate.service().toString());
        shown.put("ceiling", kroner(mandate.ceilingOre()));
        shown.put("needed", kroner(mandate.neededOre()));
        shown.put(
                "years",
                String.join(
                        ", ",
                        mandate.budgetYears().stream().map(String::valueOf).toList()));
        shown.put("from", day(mandate.from()));
        shown.put("until", day(mandate.until()));
        shown.put("daysLeft", mandate.daysLeft());
        shown.put("inForce", mandate.inForce());
        shown.put("used", mandate.used());
        return shown;
    }

    private static Map<String, Object> check(CheckedAgain check) {
        return Map.of("sentence", check.sentence(), "holds", check.holds());
    }

    private String names(List<UUID> ids) {
        return String.join(", ", ids.stream().map(words::name).toList());
    }

    private String text(@Nullable Sealed sealed) {
        return sealed == null ? "" : opened.text(sealed);
    }

    private String term(Enum<?> code) {
        return sentences.say(language, "term." + code.getDeclaringClass().getSimpleName() + "." + code.name());
    }

    static String moment(Instant moment, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZONE)
                .format(moment);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language)
                .format(day);
    }

    /** Whole kroner in groups of three, and øre only when there are any; never through a floating-point number. */
    private static String kroner(long ore) {
        String digits = Long.toString(Math.abs(ore) / 100);
        var grouped = new StringBuilder(ore < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append('\u00a0');
            }
            grouped.append(digits.charAt(i));
        }
        long rest = Math.abs(ore) % 100;
        if (rest > 0) {
            grouped.append(rest < 10 ? ",0" : ",").append(rest);
        }
        return grouped.append("\u00a0kr").toString();
    }
}
