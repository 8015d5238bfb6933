package no.journeyledger.command.benefit;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.benefit.BenefitRejection.BenefitAfterClosing;
import no.journeyledger.command.benefit.BenefitRejection.ConsequenceOutOfRange;
import no.journeyledger.command.benefit.BenefitRejection.EstimateOutOfOrder;
import no.journeyledger.command.benefit.BenefitRejection.GainTwice;
import no.journeyledger.command.benefit.BenefitRejection.GiverAndReceiverDoNotFit;
import no.journeyledger.command.benefit.BenefitRejection.NotCashButMoney;
import no.journeyledger.command.benefit.BenefitRejection.PriceYearNotInUse;
import no.journeyledger.command.benefit.BenefitRejection.SavedTimeIsNotCash;
import no.journeyledger.command.benefit.BenefitRejection.ShareOutOfRange;
import no.journeyledger.command.benefit.BenefitRejection.UnitValueDoesNotFit;
import no.journeyledger.command.benefit.BenefitRejection.UnitValueInsideAnother;
import no.journeyledger.command.benefit.BenefitRejection.UnitValueUnknown;
import no.journeyledger.command.benefit.BenefitState.Card;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.parameter.ParameterState;
import no.journeyledger.command.parameter.ParameterState.Unit;
import no.journeyledger.economics.parameters.CountedFor;
import no.journeyledger.economics.parameters.Nature;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.benefit.TakenOff;
import no.journeyledger.events.benefit.Worth;
import org.jspecify.annotations.Nullable;

/** What a benefit may be worth, so that what is accepted can always be calculated. */
public final class ValuationPolicy {

    private ValuationPolicy() {}

    /** Values a card, or values it anew. */
    public static Ruling<BenefitRejection> value(
            JourneyState state, ParameterState parameters, ValueBenefit command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new BenefitAfterClosing(command.journey()));
        }
        BenefitRejection notYet = BenefitPolicy.notYet(state, command.benefit(), BenefitStep.IDENTIFIED, circumstances);
        if (notYet != null) {
            return rejected(notYet);
        }
        Card card = state.benefits().card(command.benefit());
        if (card == null) {
            throw new IllegalStateException("a card that was looked at is not there");
        }
        if (card.kind() == BenefitKind.SAVED_TIME && command.cashable() == Cashable.DIRECTLY) {
            return rejected(new SavedTimeIsNotCash(command.benefit()));
        }
        return switch (command.value()) {
            case ValueBenefit.Value.InWords words -> {
                if (words.consequence() == 0 || words.consequence() < -4 || words.consequence() > 4) {
                    yield rejected(new ConsequenceOutOfRange(words.consequence()));
                }
                yield valued(command, card, new Worth.InWords(words.consequence(), words.explanation()));
            }
            case ValueBenefit.Value.Priced priced -> {
                String version = parameters.inForceOn(circumstances.today());
                if (version == null) {
                    throw new IllegalStateException("no parameter version is in force");
                }
                BenefitRejection unsound = unsound(state, parameters, version, command, priced);
                yield unsound != null
                        ? rejected(unsound)
                        : valued(command, card, new Worth.Priced(priced.priceYear(), version, priced.gains()));
            }
        };
    }

    private static Ruling<BenefitRejection> valued(ValueBenefit command, Card card, Worth worth) {
        int number = card.valuation() + 1;
        return accepted(
                new BenefitValued(command.benefit(), number, worth, command.cashable(), command.cashableReason()),
                new Created.Valuation(command.benefit(), number));
    }

    private static @Nullable BenefitRejection unsound(
            JourneyState state,
            ParameterState parameters,
            String version,
            ValueBenefit command,
            ValueBenefit.Value.Priced priced) {
        ParameterState.Version inForce = parameters.versions().get(version);
        Map<String, Unit> units = inForce == null ? Map.of() : inForce.units();
        int priceYear =
                inForce == null ? priced.priceYear() : inForce.priceYear().orElse(priced.priceYear());
        if (priceYear != priced.priceYear()) {
            return new PriceYearNotInUse(priced.priceYear(), priceYear);
        }
        var names = new HashSet<String>();
        for (Gain gain : priced.gains()) {
            if (!names.add(gain.name())) {
                return new GainTwice(gain.name());
            }
            boolean transfer = gain.form() == GainForm.TRANSFER;
            if (transfer ? gain.giver() == null || gain.giver() == gain.receiver() : gain.giver() != null) {
                return new GiverAndReceiverDoNotFit(gain.name());
            }
            if (command.cashable() == Cashable.NOT_CASH && gain.form() != GainForm.IN_KIND) {
                return new NotCashButMoney(gain.name());
            }
            if (!isShare(gain.probability(), BigDecimal.ONE)
                    || !isShare(gain.deadweight(), BigDecimal.ZERO)
                    || !isShare(gain.attribution(), BigDecimal.ZERO)
                    || !isShare(gain.displacement(), BigDecimal.ZERO)
                    || !isShare(gain.dropOff(), BigDecimal.ZERO)) {
                return new ShareOutOfRange(gain.name());
            }
            BenefitRejection price = unsoundPrice(gain, transfer, units, version, priceYear);
            if (price != null) {
                return price;
            }
        }
        BenefitRejection resources = insideAnother(state, command.benefit(), units, priced.gains(), false);
        return resources != null ? resources : insideAnother(state, command.benefit(), units, priced.gains(), true);
    }

    private static boolean isShare(TakenOff share, BigDecimal whenNotEstimated) {
        return share.share().signum() >= 0
                && share.share().compareTo(BigDecimal.ONE) <= 0
                && (share.estimated() || share.share().compareTo(whenNotEstimated) == 0);
    }

    private static @Nullable BenefitRejection unsoundPrice(
            Gain gain, boolean transfer, Map<String, Unit> units, String version, int priceYear) {
        return switch (gain.price()) {
            case GainPrice.Stated stated ->
                stated.lowOre() > stated.expectedOre() || stated.expectedOre() > stated.highOre()
                        ? new EstimateOutOfOrder(gain.name())
                        : null;
            case GainPrice.OfUnitValue of -> {
                Unit unit = units.get(of.unitValue());
                if (unit == null) {
                    yield new UnitValueUnknown(of.unitValue(), version);
                }
                boolean fits = (unit.nature() == Nature.TRANSFER) == transfer
                        && unit.priceYear() != null
                        && unit.priceYear() == priceYear
                        && (counts(unit.countedFor(), gain.receiver())
                                || (gain.giver() != null && counts(unit.countedFor(), gain.giver())));
                yield fits ? null : new UnitValueDoesNotFit(of.unitValue());
            }
        };
    }

    private static boolean counts(CountedFor countedFor, Party party) {
        return switch (countedFor) {
            case SOCIETY -> true;
            case PUBLIC_PURSES -> party == Party.MUNICIPALITY || party == Party.REGION || party == Party.STATE;
            case MUNICIPALITY -> party == Party.MUNICIPALITY;
            case CITIZEN -> party == Party.CITIZEN;
        };
    }

    /** Looks at all cards of the journey: two of them may not count one value twice either. */
    private static @Nullable BenefitRejection insideAnother(
            JourneyState state, UUID benefit, Map<String, Unit> units, List<Gain> gains, boolean transfers) {
        var used = new ArrayList<>(BenefitState.unitValues(gains, transfers));
        state.benefits().cards().forEach((id, card) -> {
            if (!id.equals(benefit)) {
                used.addAll(transfers ? card.transfers() : card.resources());
            }
        });
        Set<String> chosen = new HashSet<>(used);
        for (String part : used) {
            Unit unit = units.get(part);
            for (String whole = unit == null ? null : unit.partOf(); whole != null; ) {
                if (chosen.contains(whole)) {
                    return new UnitValueInsideAnother(part, whole);
                }
                Unit larger = units.get(whole);
                whole = larger == null ? null : larger.partOf();
            }
        }
        return null;
    }
}
