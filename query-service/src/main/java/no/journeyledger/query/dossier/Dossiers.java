package no.journeyledger.query.dossier;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.query.replay.JourneyHistory;
import no.journeyledger.query.timeline.EntryWording.Worded;
import no.journeyledger.query.timeline.EntryWording.Words;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.personal.KeyUnavailable;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.personal.TamperedSeal;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.ProofFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts dossiers together: the page that people read, and in it the data that a program checks. */
@Component
class Dossiers {

    /** What the embedded data calls itself; {@code docs/dossier.md} describes it. */
    static final String FORMAT = "journey-ledger-dossier/v1";

    private static final Logger log = LoggerFactory.getLogger(Dossiers.class);

    private static final Pattern SEALED = Pattern.compile("v1\\.[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]+");

    /**
     * The embedded data.
     *
     * @param format {@value #FORMAT}
     * @param position the ledger position up to which everything about the decision is here
     * @param entries every entry about the decision, in recorded order
     * @param texts the personal texts in those entries that are open to the reader
     * @param checkpoint the newest signed checkpoint of the log, absent while nothing is sealed
     * @param grounds why the decision was allowed or refused
     */
    record Data(
            String format,
            UUID journey,
            UUID decision,
            Instant preparedAt,
            long position,
            List<Entry> entries,
            List<Text> texts,
            @Nullable String checkpoint,
            JsonNode grounds) {}

    /**
     * An entry.
     *
     * @param payload its stored bytes in base64, absent when it is closed to the reader; then the leaf's hash stands for it
     * @param metadata likewise
     * @param proof its C2SP tlog-proof, which holds the leaf; absent while it is not sealed
     */
    record Entry(
            long position,
            String type,
            @Nullable String payload,
            @Nullable String metadata,
            @Nullable String proof) {}

    /**
     * A personal text. SHA-256 of the salt and the text in UTF-8 is the commitment that stands in the stored bytes.
     *
     * @param commitment base64url, as in the sealed value
     * @param salt base64url
     */
    record Text(String commitment, String salt, String text) {}

    private final LedgerReader ledger;
    private final LogTables tables;
    private final PersonalDataVault vault;
    private final Sentences sentences;
    private final Opened opened;
    private final Clock clock;
    private final JsonMapper json;
    private final TemplateEngine pages = new TemplateEngine();

    Dossiers(
            LedgerReader ledger,
            LogTables tables,
            PersonalDataVault vault,
            Sentences sentences,
            Opened opened,
            Clock clock,
            JsonMapper json) {
        this.ledger = ledger;
        this.tables = tables;
        this.vault = vault;
        this.sentences = sentences;
        this.opened = opened;
        this.clock = clock;
        this.json = json;
        var templates = new ClassLoaderTemplateResolver(Dossiers.class.getClassLoader());
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        pages.setTemplateResolver(templates);
    }

    byte[] page(JourneyHistory history, Grounds grounds, Words words, Asked asked) {
        var entries = new ArrayList<Entry>();
        var lines = new ArrayList<Map<String, Object>>();
        var texts = new LinkedHashMap<String, Text>();
        for (RecordedEvent event : about(history, grounds.decision())) {
            Optional<Worded> worded = words.of(event);
            boolean open = words.isWhollyOpen(event);
            EncodedEvent stored = ledger.readAfter(event.position() - 1, 1).getFirst();
            Optional<ProofFile> proof = tables.proofOf(event.position());
            entries.add(new Entry(
                    event.position(),
                    event.type(),
                    open ? base64(stored.payload()) : null,
                    open ? base64(stored.metadata()) : null,
                    proof.map(ProofFile::toString).orElse(null)));
            if (open) {
                openTexts(stored, texts);
            }
            lines.add(Page.line(
                    event,
                    asked.language(),
                    worded.map(said -> said.professional() == null ? said.citizen() : said.professional())
                            .orElseGet(() -> sentences.say(asked.language(), "dossier.closed")),
                    Hashes.sha256(stored.payload()),
                    proof.map(proven -> proven.proof().size()).orElse(null)));
        }
        var data = new Data(
                FORMAT,
                history.journey(),
                grounds.decision(),
                clock.instant(),
                history.head(),
                List.copyOf(entries),
                List.copyOf(texts.values()),
                tables.checkpoint().orElse(null),
                json.valueToTree(grounds));
        return render(grounds, lines, data, words, asked);
    }

    /**
     * Every entry that names the decision, one of its answers, or a mandate it was taken within; and the draft of the plan it
     * is about.
     */
    private static List<RecordedEvent> about(JourneyHistory history, UUID decision) {
        Set<UUID> names = new HashSet<>(Set.of(decision));
        Integer plan = null;
        for (RecordedEvent event : history.entries()) {
            if (event.payload() instanceof AnswerRecorded e && e.decision().equals(decision)) {
                names.add(e.answerId());
            } else if (event.payload() instanceof DecisionTaken e
                    && e.decision().equals(decision)) {
                names.addAll(e.mandates());
                plan = e.matter() instanceof Matter.OfPlan agreed ? (Integer) agreed.planVersion() : plan;
            }
        }
        Integer version = plan;
        return history.entries().stream()
                .filter(JourneyHistory::isEntry)
                .filter(event -> {
                    String payload = event.payload().toString();
                    return names.stream().anyMatch(name -> payload.contains(name.toString()))
                            || (version != null
                                    && event.payload() instanceof PlanDrafted drafted
                                    && drafted.version() == version);
                })
                .toList();
    }

    private void openTexts(EncodedEvent stored, Map<String, Text> texts) {
        Matcher envelopes = SEALED.matcher(new String(stored.payload(), StandardCharsets.UTF_8));
        while (envelopes.find()) {
            var envelope = new Sealed(envelopes.group());
            try {
                vault.committed(envelope)
                        .ifPresent(committed -> texts.put(
                                envelope.commitment(),
                                new Text(
                                        envelope.commitment(),
                                        Base64.getUrlEncoder().withoutPadding().encodeToString(committed.salt()),
                                        committed.text())));
            } catch (TamperedSeal | KeyUnavailable e) {
                // The page says that it is unreadable; there is no text for this commitment to check.
                log.error(
                        "a sealed text of person {} does not open: {}",
                        envelope.person(),
                        e.getClass().getSimpleName());
            }
        }
    }

    private byte[] render(Grounds grounds, List<Map<String, Object>> lines, Data data, Words words, Asked asked) {
        Locale language = asked.language();
        var context = new Context(language);
        new Page(sentences, opened, words, language).of(grounds).forEach(context::setVariable);
        context.setVariable("lines", lines);
        context.setVariable("journey", data.journey());
        context.setVariable("decision", data.decision());
        context.setVariable("preparedAt", Page.moment(data.preparedAt(), language));
        context.setVariable("position", data.position());
        context.setVariable("checkpoint", data.checkpoint());
        context.setVariable("sealed", data.entries().stream().allMatch(entry -> entry.proof() != null));
        // What could end the script element or begin another is written as JSON escapes.
        context.setVariable(
                "data",
                json.writeValueAsString(data)
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026")
                        .replace("\u2028", "\\u2028")
                        .replace("\u2029", "\\u2029"));
        return pages.process("dossier", context).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
