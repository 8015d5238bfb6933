package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Bound;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.Estimate;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.PartyAmounts;
import no.journeyledger.economics.effect.Price;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.CountedFor;
import no.journeyledger.economics.parameters.Nature;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.UnitValue;

/** An effect whose price is looked up in one version of the parameters. */
record PricedEffect(Effect effect, Estimate price, OptimismCorrection optimism) {

    /** All effects of a plan, each unit value checked for what it may be used as and none counted inside another. */
    static List<PricedEffect> of(Plan plan, Parameters parameters) {
        List<PricedEffect> priced = new ArrayList<>();
        List<String> resources = new ArrayList<>();
        List<String> transfers = new ArrayList<>();
        for (Effect effect : plan.effects()) {
            Estimate price = switch (effect.price()) {
                case Price.Stated stated -> stated.estimate();
                case Price.OfUnitValue of -> {
                    UnitValue value = parameters.unitValues().value(of.unitValue());
                    requireUsable(value, effect);
                    (value.nature() == Nature.RESOURCE ? resources : transfers).add(value.id());
                    yield value.estimate().times(of.quantity()).times(inKronerOf(plan.priceYear(), value, parameters));
                }
            };
            if (effect.role() instanceof Role.Cost && price.low().signum() < 0) {
                throw new CannotBeCalculated("Cost " + effect.id()
                        + " is below zero: write a cost above zero, and a gain" + " as a benefit.");
            }
            priced.add(new PricedEffect(effect, price, plan.optimism()));
        }
        // A wage inside production may be handed on by a transfer; adding it as a second resource may not happen.
        parameters.unitValues().requireNoneInsideAnother(resources);
        parameters.unitValues().requireNoneInsideAnother(transfers);
        return priced;
    }

    /** The price at a bound of the result: costs are high where the result is low. */
    Amount priceAt(Bound bound) {
        return switch (effect.role()) {
            case Role.Benefit ignored -> price.at(bound);
            case Role.Cost ignored ->
                switch (bound) {
                    case LOW -> price.high();
                    case EXPECTED -> price.expected();
                    case HIGH -> price.low();
                };
        };
    }

    /** What the effect amounts to in a year of its course at a price: grown, adjusted, corrected, rounded to 34 digits. */
    Amount amountIn(int year, Amount atPrice) {
        BigDecimal adjusted = switch (effect.role()) {
            case Role.Cost ignored -> BigDecimal.ONE;
            case Role.Benefit benefit ->
                benefit.adjustments().factor(year - effect.course().firstYear());
        };
        return atPrice.times(effect.course().growth().factor(year))
                .times(adjusted)
                .times(optimism.factor(effect.role(), atPrice.signum()))
                .rounded();
    }

    /** Who gains and who loses by that amount. */
    PartyAmounts parties(Amount amount) {
        return switch (effect) {
            case Effect.ResourceEffect resource ->
                PartyAmounts.resource(resource.party(), resource.form(), resourceEffect(amount));
            case Effect.Transfer transfer -> PartyAmounts.transfer(transfer.from(), transfer.to(), amount);
        };
    }

    /** What society gains or uses up by that amount: nothing by a transfer. */
    Amount resourceEffect(Amount amount) {
        return switch (effect) {
            case Effect.ResourceEffect resource ->
                switch (resource.role()) {
                    case Role.Cost ignored -> amount.negated();
                    case Role.Benefit ignored -> amount;
                };
            case Effect.Transfer ignored -> Amount.ZERO;
        };
    }

    private static BigDecimal inKronerOf(int priceYear, UnitValue value, Parameters parameters) {
        Integer from = value.priceYear();
        if (from == null) {
            throw new CannotBeCalculated("Unit value " + value.id() + " states no price year, so it cannot be added to"
                    + " other kroner: show it on its own, or document its price year.");
        }
        return parameters
                .kroner(from, priceYear)
                .orElseThrow(() -> new CannotBeCalculated("Unit value " + value.id() + " is in " + from
                        + " kroner and the plan in " + priceYear
                        + " kroner: bring them to one price year, or use a version whose price index has both."));
    }

    private static void requireUsable(UnitValue value, Effect effect) {
        switch (effect) {
            case Effect.ResourceEffect resource -> {
                if (value.nature() == Nature.TRANSFER) {
                    throw new CannotBeCalculated(
                            "Unit value " + value.id() + " is money that changes hands: enter it as a"
                                    + " transfer with its giver and its receiver, or society would gain what one party loses.");
                }
                if (!counts(value.countedFor(), resource.party())) {
                    throw wrongParty(value, effect);
                }
            }
            case Effect.Transfer transfer -> {
                if (value.nature() == Nature.RESOURCE) {
                    throw new CannotBeCalculated(
                            "Unit value " + value.id()
                                    + " is something made or saved, not money that changes hands: enter it as a resource effect.");
                }
                if (!counts(value.countedFor(), transfer.from()) && !counts(value.countedFor(), transfer.to())) {
                    throw wrongParty(value, effect);
                }
            }
        }
    }

    private static CannotBeCalculated wrongParty(UnitValue value, Effect effect) {
        return new CannotBeCalculated("Unit value " + value.id() + " is counted for " + value.countedFor()
                + ", so effect " + effect.id() + " cannot give it to somebody else.");
    }

    private static boolean counts(CountedFor countedFor, Party party) {
        return switch (countedFor) {
            case SOCIETY -> true;
            case PUBLIC_PURSES -> party.isPublicPurse();
            case MUNICIPALITY -> party == Party.MUNICIPALITY;
            case CITIZEN -> party == Party.CITIZEN;
        };
    }
}
