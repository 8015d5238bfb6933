package no.journeyledger.query.journeys;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.journeys.JourneyRows.MeasureRow;
import no.journeyledger.query.journeys.JourneyViews.Journey;
import no.journeyledger.query.journeys.JourneyViews.PlanVersion;
import no.journeyledger.query.projection.FoldedRows;

/** A journey as it is answered, out of rows folded from events rather than kept ones. */
public final class FoldedJourney {

    private FoldedJourney() {}

    /** The journey and what of it is in force on the day, empty when nothing had opened it. */
    public static Optional<Journey> of(FoldedRows rows, Opening opening, LocalDate day) {
        return rows.about(JourneyRows.JOURNEYS, "journey", opening.journey(), "position")
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(JourneysController.journey(rows, opening, day));
    }

    /** Every version of its plan, oldest first. */
    public static List<PlanVersion> plans(FoldedRows rows, UUID journey) {
        List<MeasureRow> measures = rows.about(JourneyRows.MEASURES, "journey", journey, "measure");
        return rows.about(JourneyRows.PLANS, "journey", journey, "version").stream()
                .map(plan -> JourneysController.plan(plan, measures))
                .toList();
    }
}
