package no.journeyledger.command.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitEvaluated;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.IndicatorReading;
import no.journeyledger.events.benefit.Worth;
import org.jspecify.annotations.Nullable;

/**
 * The benefit cards in outline: what rules need of them.
 *
 * @param cards every card by its id
 */
public record BenefitState(Map<UUID, Card> cards) {

    /** Before the first card. */
    public static final BenefitState EMPTY = new BenefitState(Map.of());

    /** Nothing is left out in a state read back. */
    public BenefitState {
        cards = Kept.map(cards);
    }

    /**
     * A card.
     *
     * @param step how far it has come
     * @param kind what kind of gain
     * @param baseline where the indicator stood
     * @param target the value it shall reach
     * @param valuation how often it was valued
     * @param resources unit values its gains use as something made or saved
     * @param transfers unit values its gains use as money that changes hands
     */
    public record Card(
            BenefitStep step,
            BenefitKind kind,
            IndicatorReading baseline,
            BigDecimal target,
            int valuation,
            List<String> resources,
            List<String> transfers) {

        /** Nothing is left out in a state read back. */
        public Card {
            resources = Kept.list(resources);
            transfers = Kept.list(transfers);
        }

        private Card at(BenefitStep next) {
            return new Card(next, kind, baseline, target, valuation, resources, transfers);
        }

        private Card valued(int number, Worth worth) {
            BenefitStep next = step == BenefitStep.IDENTIFIED ? BenefitStep.VALUED : step;
            return switch (worth) {
                case Worth.InWords ignored -> new Card(next, kind, baseline, target, number, List.of(), List.of());
                case Worth.Priced priced ->
                    new Card(
                            next,
                            kind,
                            baseline,
                            target,
                            number,
                            unitValues(priced.gains(), false),
                            unitValues(priced.gains(), true));
            };
        }
    }

    /** The names of the unit values that gains use as transfers, or as resources. */
    static List<String> unitValues(List<Gain> gains, boolean transfers) {
        var names = new ArrayList<String>();
        for (Gain gain : gains) {
            if (gain.price() instanceof GainPrice.OfUnitValue of && (gain.form() == GainForm.TRANSFER) == transfers) {
                names.add(of.unitValue());
            }
        }
        return names;
    }

    /** A card, if there is one. */
    public @Nullable Card card(UUID benefit) {
        return cards.get(benefit);
    }

    /** The state after the event. */
    public BenefitState evolve(BenefitEvent event) {
        return switch (event) {
            case BenefitIdentified identified ->
                with(
                        identified.benefit(),
                        new Card(
                                BenefitStep.IDENTIFIED,
                                identified.kind(),
                                identified.baseline(),
                                identified.target().value(),
                                0,
                                List.of(),
                                List.of()));
            case BenefitValued valued ->
                with(valued.benefit(), kept(valued.benefit()).valued(valued.valuation(), valued.worth()));
            case BenefitAnchored anchored -> {
                Card before = kept(anchored.benefit());
                yield before.step() == BenefitStep.MEASURED
                        ? this
                        : with(anchored.benefit(), before.at(BenefitStep.ANCHORED));
            }
            case BenefitMeasured measured ->
                with(measured.benefit(), kept(measured.benefit()).at(BenefitStep.MEASURED));
            case BenefitEvaluated evaluated ->
                with(evaluated.benefit(), kept(evaluated.benefit()).at(BenefitStep.ENDED));
            case BenefitDropped dropped ->
                with(dropped.benefit(), kept(dropped.benefit()).at(BenefitStep.ENDED));
        };
    }

    private BenefitState with(UUID benefit, Card card) {
        return new BenefitState(Kept.with(cards, benefit, card));
    }

    private Card kept(UUID benefit) {
        Card card = cards.get(benefit);
        if (card == null) {
            throw new IllegalStateException("something was recorded on a benefit card that was not opened");
        }
        return card;
    }
}
