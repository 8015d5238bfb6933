package no.journeyledger.command.benefit;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.benefit.BenefitRejection.BenefitAfterClosing;
import no.journeyledger.command.benefit.BenefitRejection.BenefitEnded;
import no.journeyledger.command.benefit.BenefitRejection.BenefitIdTaken;
import no.journeyledger.command.benefit.BenefitRejection.BenefitMeasureUnknown;
import no.journeyledger.command.benefit.BenefitRejection.BenefitNotByTeam;
import no.journeyledger.command.benefit.BenefitRejection.BenefitStepMissing;
import no.journeyledger.command.benefit.BenefitRejection.BenefitUnknown;
import no.journeyledger.command.benefit.BenefitRejection.MeasuredOutsideItsTime;
import no.journeyledger.command.benefit.BenefitRejection.TargetIsBaseline;
import no.journeyledger.command.benefit.BenefitRejection.TargetNotAfterBaseline;
import no.journeyledger.command.benefit.BenefitState.Card;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitEvaluated;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import org.jspecify.annotations.Nullable;

/** The four steps of a benefit card; what it may be worth is {@link ValuationPolicy}'s. */
public final class BenefitPolicy {

    private static final int SHARE_DECIMALS = 12;

    private BenefitPolicy() {}

    /** The first step. A benefit depends on measures: without one, nothing is done to bring it about. */
    public static Ruling<BenefitRejection> identify(
            JourneyState state, IdentifyBenefit command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new BenefitAfterClosing(command.journey()));
        }
        BenefitRejection outsider = outsider(state, circumstances);
        if (outsider != null) {
            return rejected(outsider);
        }
        if (state.benefits().card(command.benefit()) != null) {
            return rejected(new BenefitIdTaken(command.benefit()));
        }
        for (UUID measure : command.measures()) {
            if (state.plan().agreedMeasure(measure) == null
                    && state.plan().drafts().values().stream()
                            .noneMatch(draft -> draft.measures().containsKey(measure))) {
                return rejected(new BenefitMeasureUnknown(measure));
            }
        }
        if (command.baseline().value().compareTo(command.target().value()) == 0) {
            return rejected(new TargetIsBaseline(command.benefit()));
        }
        if (!command.target().on().isAfter(command.baseline().on())
                || command.baseline().on().isAfter(circumstances.today())) {
            return rejected(new TargetNotAfterBaseline(
                    command.baseline().on(), command.target().on()));
        }
        return accepted(
                new BenefitIdentified(
                        command.benefit(),
                        command.description(),
                        command.beneficiary(),
                        command.kind(),
                        command.indicator(),
                        command.unit(),
                        command.baseline(),
                        command.target(),
                        command.measures(),
                        command.source(),
                        command.assumptions(),
                        command.disBenefits(),
                        command.risk()),
                new Created.Benefit(command.benefit()));
    }

    /** The second step, for a benefit that was valued; another owner may take it over later. */
    public static Ruling<BenefitRejection> anchor(
            JourneyState state, AnchorBenefit command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new BenefitAfterClosing(command.journey()));
        }
        BenefitRejection notYet = notYet(state, command.benefit(), BenefitStep.VALUED, circumstances);
        if (notYet != null) {
            return rejected(notYet);
        }
        return accepted(new BenefitAnchored(
                command.benefit(), command.owner(), command.responsible(), command.measuringDates()));
    }

    /** The third step, as often as measured; also after closing, since effect shows later. */
    public static Ruling<BenefitRejection> measure(
            JourneyState state, MeasureBenefit command, Circumstances circumstances) {
        BenefitRejection notYet = notYet(state, command.benefit(), BenefitStep.ANCHORED, circumstances);
        if (notYet != null) {
            return rejected(notYet);
        }
        Card card = card(state, command.benefit());
        if (command.on().isAfter(circumstances.today())
                || command.on().isBefore(card.baseline().on())) {
            return rejected(new MeasuredOutsideItsTime(command.on()));
        }
        BigDecimal from = card.baseline().value();
        BigDecimal share = command.value()
                .subtract(from)
                .divide(card.target().subtract(from), SHARE_DECIMALS, RoundingMode.HALF_EVEN);
        return accepted(new BenefitMeasured(command.benefit(), command.on(), command.value(), share, command.remark()));
    }

    /** The fourth step. */
    public static Ruling<BenefitRejection> evaluate(
            JourneyState state, EvaluateBenefit command, Circumstances circumstances) {
        BenefitRejection notYet = notYet(state, command.benefit(), BenefitStep.MEASURED, circumstances);
        return notYet != null
                ? rejected(notYet)
                : accepted(new BenefitEvaluated(command.benefit(), command.result(), command.lesson()));
    }

    /** A card may be dropped at any step. */
    public static Ruling<BenefitRejection> drop(JourneyState state, DropBenefit command, Circumstances circumstances) {
        BenefitRejection notYet = notYet(state, command.benefit(), BenefitStep.IDENTIFIED, circumstances);
        return notYet != null ? rejected(notYet) : accepted(new BenefitDropped(command.benefit(), command.reason()));
    }

    /** What stands in the way of the next step of a card, if anything. */
    static @Nullable BenefitRejection notYet(
            JourneyState state, UUID benefit, BenefitStep needs, Circumstances circumstances) {
        BenefitRejection outsider = outsider(state, circumstances);
        if (outsider != null) {
            return outsider;
        }
        Card card = state.benefits().card(benefit);
        if (card == null) {
            return new BenefitUnknown(benefit);
        }
        if (card.step() == BenefitStep.ENDED) {
            return new BenefitEnded(benefit);
        }
        return card.step().compareTo(needs) < 0 ? new BenefitStepMissing(benefit, needs) : null;
    }

    private static @Nullable BenefitRejection outsider(JourneyState state, Circumstances circumstances) {
        UUID worker = circumstances.actor().id();
        return state.team().includes(worker) ? null : new BenefitNotByTeam(worker);
    }

    private static Card card(JourneyState state, UUID benefit) {
        Card card = state.benefits().card(benefit);
        if (card == null) {
            throw new IllegalStateException("a card that was looked at is not there");
        }
        return card;
    }
}
