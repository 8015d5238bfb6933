package no.journeyledger.query.dossier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.replay.Histories;
import no.journeyledger.query.replay.JourneyHistory;
import no.journeyledger.query.timeline.EntryWording;
import no.journeyledger.query.timeline.EntryWording.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a decision was allowed or refused, and the file that shows it to somebody elsewhere. */
@RestController
@Tag(name = "Decisions")
class DossierController {

    private static final List<String> VIEWS = List.of(JourneysProjection.NAME);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Asking asking;
    private final Histories histories;
    private final EntryWording wording;
    private final Sentences sentences;
    private final Dossiers dossiers;

    DossierController(
            Asking asking, Histories histories, EntryWording wording, Sentences sentences, Dossiers dossiers) {
        this.asking = asking;
        this.histories = histories;
        this.wording = wording;
        this.sentences = sentences;
        this.dossiers = dossiers;
    }

    private record About(JourneyHistory history, Grounds grounds, Words words) {}

    @Operation(
            operationId = "getGrounds",
            summary = "Why a decision was allowed or refused, each time somebody tried to take it",
            description =
                    "From the ledger's events alone: the wording and its hash, the policy version and what it asks, every rule"
                            + " in its order with whether it was met, the evidence of each person concerned as it stood then, the"
                            + " mandates with what was left of their time, and what can be checked again without believing whoever"
                            + " recorded it. A person sees their own evidence.")
    @GetMapping("/v1/journeys/{journey}/decisions/{decision}/grounds")
    ResponseEntity<Grounds> grounds(
            @PathVariable("journey") UUID journey, @PathVariable("decision") UUID decision, Asked asked) {
        About about = about(journey, decision, asked);
        return ResponseEntity.ok()
                .header(Asking.POSITION_HEADER, Long.toString(about.history().head()))
                .body(about.grounds());
    }

    @Operation(
            operationId = "getDossier",
            summary = "The dossier of a decision: one page to read, print, keep and check offline",
            description =
                    "A self-contained HTML page in the language of Accept-Language, with the stored bytes of every entry about the"
                            + " decision, the proof of each entry against a signed checkpoint, and the opened texts with what they"
                            + " were committed with, embedded as JSON. docs/dossier.md tells how it is checked without this service."
                            + " Entries that are closed to a person are there with their hashes only.")
    @GetMapping(path = "/v1/journeys/{journey}/decisions/{decision}/dossier", produces = "text/html;charset=UTF-8")
    ResponseEntity<byte[]> dossier(
            @PathVariable("journey") UUID journey, @PathVariable("decision") UUID decision, Asked asked) {
        About about = about(journey, decision, asked);
        byte[] page = dossiers.page(about.history(), about.grounds(), about.words(), asked);
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(Asking.POSITION_HEADER, Long.toString(about.history().head()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dossier-" + decision + ".html\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Should a browser show it after all, nothing in it runs and nothing is fetched.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(page);
    }

    private About about(UUID journey, UUID decision, Asked asked) {
        // The views say who may ask and what people are called; everything else is read from the ledger.
        Words words = asking.answer(asked, VIEWS, views -> {
                    JourneyAccess.require(views, asked.reader(), journey);
                    return wording.words(views, asked);
                })
                .getBody();
        JourneyHistory history = histories.of(journey).orElseThrow(() -> new TurnedAway(AskingProblem.JOURNEY_UNKNOWN));
        Grounds grounds = Reasoning.of(history, decision, asked.reading().opening(), sentences, asked.language())
                .orElseThrow(() -> new TurnedAway(AskingProblem.DECISION_UNKNOWN));
        if (words == null) {
            throw new IllegalStateException("a question without an answer");
        }
        return new About(history, grounds, words);
    }
}
