package no.journeyledger.economics;

import static no.journeyledger.economics.BenefitCards.card;
import static no.journeyledger.economics.BenefitCards.sickDays;
import static no.journeyledger.economics.Fixtures.GAIN;
import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.cost;
import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.PlannedAndRealised;
import no.journeyledger.economics.appraisal.Proportion;
import no.journeyledger.economics.benefit.BenefitKind;
import no.journeyledger.economics.benefit.Cashable;
import no.journeyledger.economics.benefit.Realisation;
import no.journeyledger.economics.benefit.Status;
import no.journeyledger.economics.benefit.Step;
import no.journeyledger.economics.benefit.Worth;
import no.journeyledger.economics.effect.Adjustment;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.Probability;
import org.junit.jupiter.api.Test;

/** Benefits that somebody owns, planned and realised. */
class BenefitCardTest {

    private static final Cashable BILL = new Cashable.Directly("a bill that does not come");

    @Test
    void the_realised_share_goes_from_the_wrong_way_to_beyond_the_target() {
        assertThat(sickDays().realisedShare(new BigDecimal("12"))).isEqualByComparingTo("0");
        assertThat(sickDays().realisedShare(new BigDecimal("9"))).isEqualByComparingTo("0.5");
        assertThat(sickDays().realisedShare(new BigDecimal("6"))).isEqualByComparingTo("1");
        assertThat(sickDays().realisedShare(new BigDecimal("3"))).isEqualByComparingTo("1.5");
        assertThat(sickDays().realisedShare(new BigDecimal("15"))).isEqualByComparingTo("-0.5");
    }

    @Test
    void a_target_that_is_the_baseline_is_an_error() {
        assertThatThrownBy(() -> card(BenefitKind.AVOIDED_COST, "12.0", worth(Form.CASH), BILL))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage(
                        "Benefit sick days has the target 12.0 days, which is its baseline: there is nothing to reach. Set"
                                + " another target, or drop the card.");
    }

    @Test
    void saved_time_is_not_cash_until_a_budget_is_cut() {
        assertThatThrownBy(() -> card(BenefitKind.SAVED_TIME, "6", worth(Form.CASH), BILL))
                .hasMessage(
                        "Benefit sick days is saved time, which is not cash until a budget is cut: name the budget, or say"
                                + " that it is not cash.");
        var notCash = new Cashable.NotCash("the hours go to other families");
        assertThatThrownBy(() -> card(BenefitKind.SAVED_TIME, "6", worth(Form.CASH), notCash))
                .hasMessage(
                        "Benefit sick days is not cash, but its effect bill puts money into a purse: enter it in kind.");
        assertThat(card(BenefitKind.SAVED_TIME, "6", worth(Form.IN_KIND), notCash))
                .isNotNull();
        assertThat(card(BenefitKind.SAVED_TIME, "6", worth(Form.CASH), new Cashable.ByBudgetCut("housing, 2028")))
                .isNotNull();
    }

    @Test
    void a_benefit_without_a_price_has_a_weight_and_never_none() {
        var words = new Worth.InWords(3, "The children sleep through the night");

        assertThat(words.signs()).isEqualTo("+++");
        assertThat(new Worth.InWords(-2, "The grandmother is lonelier").signs()).isEqualTo("--");
        assertThatThrownBy(() -> new Worth.InWords(0, "?"))
                .hasMessage(
                        "A benefit without a price is weighed from -4 to +4 and is never nothing; 0 is no such weight.");
        assertThatThrownBy(() -> new Worth.InWords(2, " ")).hasMessageContaining("is missing");
    }

    @Test
    void a_missing_adjustment_is_a_stated_nothing() {
        assertThat(new Adjustment.NoneAssumed("nobody else helps").share()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> new Adjustment.NoneAssumed(""))
                .hasMessage(
                        "The reason why a benefit is not adjusted is missing: write it, a figure without it cannot be"
                                + " judged.");
        assertThatThrownBy(() -> new Probability.TakenAsCertain(" ")).hasMessageContaining("is missing");
        assertThatThrownBy(() -> new Adjustment.Estimated(new BigDecimal("25"), "a guess"))
                .hasMessage("An adjustment is a share from 0 to 1 (0.25 for 25 %), not 25.");
    }

    @Test
    void a_cost_of_the_plan_is_not_a_benefit() {
        assertThatThrownBy(() -> new Worth.Priced(List.of(cost("rent", Party.MUNICIPALITY, kroner(1), Course.once(0)))))
                .hasMessage("Effect rent on a benefit card is a cost of the plan: keep costs with the measures.");
    }

    @Test
    void what_was_measured_is_neither_doubted_nor_dropped_off_again() {
        // 100 000 x half the way x (1 - 0.2 deadweight); probability 0.5 and drop-off 0.1 were only for the forecast.
        var realisation =
                Realisation.of(sickDays(), new TreeMap<>(Map.of(1, new BigDecimal("9"), 3, new BigDecimal("6"))), 3);

        assertThat(realisation.yearsNotMeasured()).as("not known, not nothing").containsExactly(2);
        var planned = CostBenefit.of(plan(3, effects(((Worth.Priced) sickDays().worth()).effects())), PARAMETERS)
                .municipality();
        var realised = CostBenefit.of(plan(3, effects(realisation.effects())), PARAMETERS)
                .municipality();
        assertThat(planned.benefits().byYear())
                .containsExactly(
                        Amount.ZERO, Amount.ofKroner(40_000), Amount.ofKroner(36_000), Amount.ofKroner(32_400));
        assertThat(realised.benefits().byYear())
                .containsExactly(Amount.ZERO, Amount.ofKroner(40_000), Amount.ZERO, Amount.ofKroner(80_000));
        assertThat(PlannedAndRealised.of(planned, realised, 1).realisedShareOfBenefits())
                .isEqualTo(new Proportion.Known(BigDecimal.ONE));
    }

    @Test
    void measurements_after_the_day_looked_at_are_left_out() {
        var realisation =
                Realisation.of(sickDays(), new TreeMap<>(Map.of(1, new BigDecimal("9"), 3, new BigDecimal("6"))), 1);

        assertThat(realisation.effects()).hasSize(1);
        assertThat(realisation.realisedShares()).containsOnlyKeys(1);
        assertThat(realisation.yearsNotMeasured()).isEmpty();
    }

    @Test
    void every_status_belongs_to_one_of_the_four_steps() {
        assertThat(Status.values()).extracting(Status::step).contains(Step.values());
    }

    private static Worth worth(Form form) {
        return new Worth.Priced(List.of(
                new Effect.ResourceEffect("bill", GAIN, Party.MUNICIPALITY, form, kroner(1000), Course.once(1))));
    }

    private static Effect[] effects(List<Effect> effects) {
        return effects.toArray(Effect[]::new);
    }
}
