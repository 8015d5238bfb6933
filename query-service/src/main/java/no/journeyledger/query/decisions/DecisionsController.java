package no.journeyledger.query.decisions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.query.decisions.DecisionRows.AnswerRow;
import no.journeyledger.query.decisions.DecisionRows.ConfirmationRow;
import no.journeyledger.query.decisions.DecisionRows.DecisionRow;
import no.journeyledger.query.decisions.DecisionRows.HearingRow;
import no.journeyledger.query.decisions.DecisionRows.RefusalRow;
import no.journeyledger.query.decisions.DecisionRows.WordingRow;
import no.journeyledger.query.decisions.DecisionViews.Decision;
import no.journeyledger.query.decisions.DecisionViews.Listed;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.projection.Rows;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.query.statute.Statutes;
import no.journeyledger.store.reads.Basis;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about decisions: what was decided or refused, and who took part, how and when. */
@RestController
@Tag(name = "Decisions", description = "The register of decisions, with the evidence of participation.")
class DecisionsController {

    private static final List<String> VIEWS =
            List.of(DecisionsProjection.NAME, JourneysProjection.NAME, StatuteProjection.NAME);

    private final Asking asking;

    DecisionsController(Asking asking) {
        this.asking = asking;
    }

    @Operation(operationId = "listDecisions", summary = "The decisions of a journey, in the order they were proposed")
    @Asked.InPages
    @GetMapping("/v1/journeys/{journey}/decisions")
    ResponseEntity<Page<Listed>> list(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            List<DecisionRow> rows = open(views, journey, asked);
            return Page.of(asked, rows, DecisionRow::proposedFirst, DecisionsController::listed);
        });
    }

    /** As many as were asked for of those that are open to the reader. */
    private static List<DecisionRow> open(JdbcClient views, UUID journey, Asked asked) {
        Opening opening = asked.reading().opening();
        var open = new ArrayList<DecisionRow>();
        long after = asked.after();
        while (open.size() < asked.limitAndOne()) {
            List<DecisionRow> rows = views.sql(DecisionRows.DECISIONS.select()
                            + " WHERE journey = ? AND proposed_first > ? ORDER BY proposed_first LIMIT ?")
                    .params(journey, after, asked.limitAndOne())
                    .query((row, i) -> DecisionRows.DECISIONS.read(row))
                    .list();
            rows.stream()
                    .filter(row -> opening.opens(row.matter(), row.concerned()))
                    .limit(asked.limitAndOne() - (long) open.size())
                    .forEach(open::add);
            if (rows.size() < asked.limitAndOne()) {
                break;
            }
            after = rows.getLast().proposedFirst();
        }
        return open;
    }

    @Operation(
            operationId = "getDecision",
            summary = "A decision with its evidence",
            description =
                    "The exact wording and its hash, whom it concerns, every answer with means, assurance, recorder and"
                            + " witness, how children were heard, every refusal, and the participation it was taken on."
                            + " A person sees their own answers; those of others in the household are closed to them. Somebody"
                            + " from outside who represents a person sees the decisions that concern them, in the affairs they"
                            + " represent them in and for as long as they do.")
    @GetMapping("/v1/journeys/{journey}/decisions/{decision}")
    ResponseEntity<Decision> decision(
            @PathVariable("journey") UUID journey, @PathVariable("decision") UUID decision, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            DecisionRow row = views.sql(DecisionRows.DECISIONS.select() + " WHERE decision = ? AND journey = ?")
                    .params(decision, journey)
                    .query((rows, i) -> DecisionRows.DECISIONS.read(rows))
                    .optional()
                    .filter(found -> asked.reading().opening().opens(found.matter(), found.concerned()))
                    .orElseThrow(() -> new TurnedAway(AskingProblem.DECISION_UNKNOWN));
            return decision(Rows.kept(views), asked.reading().opening(), row);
        });
    }

    private static Listed listed(DecisionRow row) {
        return new Listed(
                row.decision(),
                row.kind(),
                row.state(),
                row.revision(),
                row.wording(),
                row.wordingHash(),
                row.concerned(),
                row.proposer(),
                row.proposedAt(),
                row.refusals(),
                row.taker(),
                row.takenAt(),
                row.withdrawnAt());
    }

    /** A decision, out of rows from wherever. */
    static Decision decision(Rows rows, Opening opening, DecisionRow row) {
        UUID journey = row.journey();
        UUID decision = row.decision();
        Map<UUID, List<DecisionViews.Confirmation>> confirmations =
                rows.about(DecisionRows.CONFIRMATIONS, journey, "decision", decision, "position").stream()
                        .collect(Collectors.groupingBy(
                                ConfirmationRow::answerId,
                                Collectors.mapping(DecisionsController::confirmation, Collectors.toList())));
        return new Decision(
                decision,
                journey,
                row.kind(),
                row.state(),
                row.revision(),
                row.matter(),
                row.wording(),
                row.facts(),
                row.legalBasis(),
                row.concerned(),
                row.wordingHash(),
                row.proposer(),
                row.proposedAt(),
                row.policyVersion(),
                taken(opening, row),
                row.withdrawnAt(),
                rows.about(DecisionRows.WORDINGS, journey, "decision", decision, "revision").stream()
                        .map(DecisionsController::wording)
                        .toList(),
                rows.about(DecisionRows.ANSWERS, journey, "decision", decision, "position").stream()
                        .filter(answer -> isOpen(opening, answer.person()))
                        .map(answer -> given(row, answer, confirmations.getOrDefault(answer.answerId(), List.of())))
                        .toList(),
                rows.about(DecisionRows.HEARINGS, journey, "decision", decision, "position").stream()
                        .filter(hearing -> isOpen(opening, hearing.child()))
                        .map(DecisionsController::hearing)
                        .toList(),
                rows.about(DecisionRows.REFUSALS, journey, "decision", decision, "position").stream()
                        .map(refusal -> refusal(opening, refusal))
                        .toList(),
                Statutes.notices(rows, opening, journey, decision),
                Statutes.appeals(rows, opening, journey, decision),
                Statutes.reversal(rows, journey, decision));
    }

    /**
     * A person's answers and words are closed to the others of the household, and to a service they did not open them to: who
     * disagreed can be dangerous to know.
     */
    private static boolean isOpen(Opening opening, @Nullable UUID about) {
        return about == null || opening.opens(about);
    }

    private static DecisionViews.@Nullable Taken taken(Opening opening, DecisionRow row) {
        if (row.taker() == null || row.takenAt() == null) {
            return null;
        }
        List<Participation> participation = row.participation() == null ? List.of() : row.participation();
        boolean anotherDisagreed = participation.stream()
                .anyMatch(part -> part.answer() == Answer.DISAGREES && !isOpen(opening, part.person()));
        // The weighing answers disagreement, and would tell of it.
        Sealed weighing = anotherDisagreed ? null : row.weighing();
        return new DecisionViews.Taken(
                row.taker(),
                row.takenAt(),
                row.mandates() == null ? List.of() : row.mandates(),
                weighing,
                participation.stream()
                        .filter(part -> isOpen(opening, part.person()))
                        .toList());
    }

    private static DecisionViews.Wording wording(WordingRow row) {
        return new DecisionViews.Wording(
                row.revision(), row.wording(), row.wordingHash(), row.concerned(), row.proposer(), row.proposedAt());
    }

    private static DecisionViews.Given given(
            DecisionRow decision, AnswerRow row, List<DecisionViews.Confirmation> confirmations) {
        return new DecisionViews.Given(
                row.answerId(),
                row.person(),
                row.answeredBy(),
                row.answer(),
                row.wordingHash(),
                row.wordingHash().equals(decision.wordingHash()),
                row.ownWords(),
                row.means(),
                row.help(),
                row.meeting(),
                row.assurance(),
                row.recordedAs(),
                row.recordedBy(),
                row.recordedAt(),
                row.effectiveAt(),
                row.signedForm(),
                confirmations);
    }

    private static DecisionViews.Confirmation confirmation(ConfirmationRow row) {
        return new DecisionViews.Confirmation(
                row.witness(), row.witnessService(), row.meeting(), row.spoke(), row.confirmedAt());
    }

    private static DecisionViews.Hearing hearing(HearingRow row) {
        return new DecisionViews.Hearing(
                row.child(),
                row.wordingHash(),
                row.outcome(),
                row.disagrees(),
                row.view(),
                row.recordedBy(),
                row.recordedAt());
    }

    private static DecisionViews.Refusal refusal(Opening opening, RefusalRow row) {
        return new DecisionViews.Refusal(
                row.recordedAt(),
                row.attemptedBy(),
                opening.opensEverything() && opening.basis() != Basis.OWN ? row.reason() : null,
                row.missing().stream()
                        .filter(missing -> isOpen(opening, missing.person()))
                        .toList(),
                row.wordingHash(),
                row.policyVersion());
    }
}
