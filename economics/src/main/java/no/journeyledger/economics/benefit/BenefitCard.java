package no.journeyledger.economics.benefit;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;

/**
 * One expected benefit and everything needed to follow it. Probability, deadweight, attribution, displacement and drop-off,
 * start and duration are with the effects of {@link Worth.Priced}: each may differ from party to party.
 *
 * @param id its id
 * @param description what becomes better
 * @param beneficiary who gains
 * @param kind what kind of gain
 * @param owner who answers for the benefit being realised
 * @param responsible who does and measures it
 * @param indicator what is measured
 * @param unit the indicator's unit
 * @param baseline where the indicator stood
 * @param target where it shall stand
 * @param measuringDates when it is measured
 * @param source where the measurements come from
 * @param assumptions what must hold
 * @param measures ids of the measures it depends on
 * @param disBenefits what becomes worse, in words
 * @param risk what may prevent it
 * @param worth in kroner or in words
 * @param cashable whether it is money
 * @param status where it stands
 */
public record BenefitCard(
        String id,
        String description,
        Beneficiary beneficiary,
        BenefitKind kind,
        String owner,
        String responsible,
        String indicator,
        String unit,
        Reading baseline,
        Reading target,
        List<LocalDate> measuringDates,
        String source,
        List<String> assumptions,
        List<String> measures,
        List<String> disBenefits,
        String risk,
        Worth worth,
        Cashable cashable,
        Status status) {

    /**
     * Copies the lists and checks the card.
     *
     * @throws CannotBeCalculated when baseline and target are the same, a text is missing, or what is not cash is entered as
     *     money
     */
    public BenefitCard {
        measuringDates = List.copyOf(measuringDates);
        assumptions = List.copyOf(assumptions);
        measures = List.copyOf(measures);
        disBenefits = List.copyOf(disBenefits);
        requireText(id, "The id of a benefit card");
        requireText(description, "The description of benefit " + id);
        requireText(owner, "The owner of benefit " + id);
        requireText(responsible, "The responsible for benefit " + id);
        requireText(indicator, "The indicator of benefit " + id);
        requireText(unit, "The unit of benefit " + id);
        requireText(source, "The source of benefit " + id);
        if (baseline.value().compareTo(target.value()) == 0) {
            throw new CannotBeCalculated(
                    "Benefit " + id + " has the target " + target.value().toPlainString() + " " + unit
                            + ", which is its baseline: there is nothing to reach. Set another target, or drop the card.");
        }
        if (kind == BenefitKind.SAVED_TIME && cashable instanceof Cashable.Directly) {
            throw new CannotBeCalculated(
                    "Benefit " + id
                            + " is saved time, which is not cash until a budget is cut: name the budget, or say that it is not cash.");
        }
        if (cashable instanceof Cashable.NotCash && worth instanceof Worth.Priced priced) {
            for (Effect effect : priced.effects()) {
                if (isMoney(effect)) {
                    throw new CannotBeCalculated("Benefit " + id + " is not cash, but its effect " + effect.id()
                            + " puts money into a purse: enter it in kind.");
                }
            }
        }
    }

    /**
     * How far the indicator has come: {@code (actual - baseline) / (target - baseline)}; 0.5 for half way, above 1 beyond the
     * target, below 0 for the wrong way.
     */
    public BigDecimal realisedShare(BigDecimal actual) {
        return Arithmetic.divide(
                actual.subtract(baseline.value()), target.value().subtract(baseline.value()));
    }

    private static boolean isMoney(Effect effect) {
        return switch (effect) {
            case Effect.ResourceEffect resource -> resource.form() == Form.CASH;
            case Effect.Transfer ignored -> true;
        };
    }
}
