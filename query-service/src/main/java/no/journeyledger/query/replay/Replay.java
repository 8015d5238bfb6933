package no.journeyledger.query.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import no.journeyledger.query.decisions.DecisionViews.Decision;
import no.journeyledger.query.decisions.DecisionsProjection;
import no.journeyledger.query.decisions.FoldedDecisions;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.journeys.FoldedJourney;
import no.journeyledger.query.journeys.JourneyViews.Journey;
import no.journeyledger.query.journeys.JourneyViews.PlanVersion;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.FoldedMoney;
import no.journeyledger.query.money.MoneyController.JourneyMoney;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.FoldedRows;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Folds a journey's history, or the part of it that had been recorded and had taken effect by some moment. Entries are
 * applied in recorded order, the order in which each was ruled on; the clocks choose which.
 */
final class Replay {

    private static final List<Fold> FOLDS = List.of(
            JourneysProjection.projection().fold(),
            DecisionsProjection.projection().fold(),
            MoneyProjection.projection().fold(),
            StatuteProjection.projection().fold());

    /**
     * A journey as it stood, in the shapes in which the questions about the present are answered.
     *
     * @param journey absent when nothing had opened it
     * @param plans every version of the plan
     * @param decisions every decision proposed, with its evidence
     * @param money who paid, or was to pay, for which measure
     */
    record JourneyThen(
            @Nullable Journey journey, List<PlanVersion> plans, List<Decision> decisions, JourneyMoney money) {}

    /**
     * What came of folding.
     *
     * @param state as it stood
     * @param entries how many entries it is made of
     * @param unfinished entries of which a part had nothing to change, because what they build on took effect later
     */
    record Stood(JourneyThen state, int entries, List<RecordedEvent> unfinished) {}

    private Replay() {}

    static Stood at(JourneyHistory history, Moment moment, Opening opening, LocalDate day) {
        return of(history, event -> moment.knows(event) && moment.hasSeen(event), opening, day);
    }

    /** As it stood when everything up to a ledger position had been recorded. */
    static Stood upTo(JourneyHistory history, long position, Opening opening, LocalDate day) {
        return of(history, event -> event.position() <= position, opening, day);
    }

    private static Stood of(JourneyHistory history, Predicate<RecordedEvent> chosen, Opening opening, LocalDate day) {
        var rows = new FoldedRows(FOLDS);
        var unfinished = new ArrayList<RecordedEvent>();
        int entries = 0;
        for (RecordedEvent event : history.entries()) {
            if (!JourneyHistory.isEntry(event)) {
                rows.apply(event);
            } else if (chosen.test(event)) {
                entries++;
                if (!rows.apply(event)) {
                    unfinished.add(event);
                }
            }
        }
        UUID journey = history.journey();
        return new Stood(
                new JourneyThen(
                        FoldedJourney.of(rows, opening, day).orElse(null),
                        FoldedJourney.plans(rows, journey),
                        FoldedDecisions.of(rows, opening),
                        FoldedMoney.of(rows, journey)),
                entries,
                List.copyOf(unfinished));
    }
}
