package no.journeyledger.query.decisions;

import java.util.List;
import no.journeyledger.query.decisions.DecisionViews.Decision;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.projection.FoldedRows;

/** The register as it is answered, out of rows folded from events rather than kept ones. */
public final class FoldedDecisions {

    private FoldedDecisions() {}

    /** Every decision of a journey with its evidence, in the order they were proposed; of what each person answered what is open. */
    public static List<Decision> of(FoldedRows rows, Opening opening) {
        return rows.about(DecisionRows.DECISIONS, "journey", opening.journey(), "proposedFirst").stream()
                .map(row -> DecisionsController.decision(rows, opening, row))
                .toList();
    }
}
