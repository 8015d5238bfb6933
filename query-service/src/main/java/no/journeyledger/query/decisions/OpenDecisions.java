package no.journeyledger.query.decisions;

import java.util.List;
import java.util.UUID;
import no.journeyledger.query.decisions.DecisionRows.DecisionState;
import no.journeyledger.query.journeys.JourneyViews.OpenDecision;
import no.journeyledger.query.projection.Rows;

/** What is proposed on a journey and neither taken nor withdrawn. */
public final class OpenDecisions {

    private OpenDecisions() {}

    /** The open decisions of a journey, in the order they were proposed. */
    public static List<OpenDecision> of(Rows rows, UUID journey) {
        return rows.about(DecisionRows.DECISIONS, "journey", journey, "proposedFirst").stream()
                .filter(row -> row.state() == DecisionState.PROPOSED)
                .map(row -> new OpenDecision(
                        row.decision(),
                        row.kind(),
                        row.revision(),
                        row.wording(),
                        row.wordingHash(),
                        row.concerned(),
                        row.proposedAt(),
                        row.refusals()))
                .toList();
    }
}
