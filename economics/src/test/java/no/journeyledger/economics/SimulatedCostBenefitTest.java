package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.cost;
import static no.journeyledger.economics.Fixtures.gain;
import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.plan;
import static no.journeyledger.economics.Fixtures.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Dependence;
import no.journeyledger.economics.appraisal.Perspective;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.appraisal.SimulatedCostBenefit;
import no.journeyledger.economics.appraisal.SimulatedNetPresentValue;
import no.journeyledger.economics.appraisal.Uncertain;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Party;
import org.junit.jupiter.api.Test;

/** Ranges in all four perspectives from the same draws. */
class SimulatedCostBenefitTest {

    private static final long SEED = 20_260_101;
    private static final int DRAWS = 5_000;
    private static final Effect HOME = cost("home", Party.MUNICIPALITY, kroner(350_000), Course.once(0));
    private static final Effect HOSPITAL =
            gain("hospital", Party.REGION, kroner(10_000, 40_000, 80_000), Course.of(1, 10));
    private static final Effect SUPPORT =
            transfer("support", Party.CITIZEN, Party.STATE, kroner(0, 20_000, 90_000), Course.of(2, 9));

    private static Plan of(Effect... effects) {
        return plan(10, effects);
    }

    private static SimulatedCostBenefit simulate(Dependence dependence, Uncertain... uncertain) {
        return SimulatedCostBenefit.of(of(HOME), List.of(uncertain), PARAMETERS, dependence, SEED, DRAWS);
    }

    @Test
    void it_is_the_simulation_of_each_effect_on_its_own_to_the_last_kroner() {
        for (Dependence dependence : Dependence.values()) {
            var apart = simulate(
                            dependence, new Uncertain("hospital", of(HOSPITAL)), new Uncertain("support", of(SUPPORT)))
                    .society();
            var whole = SimulatedNetPresentValue.of(
                    of(HOME, HOSPITAL, SUPPORT), PARAMETERS, new Perspective.Society(), dependence, SEED, DRAWS);
            // Places are drawn to a millionth of the way between low and high.
            for (var pair : List.of(
                    List.of(apart.p5(), whole.p5()),
                    List.of(apart.p50(), whole.p50()),
                    List.of(apart.p95(), whole.p95()),
                    List.of(apart.mean(), whole.mean()))) {
                assertThat(pair.getFirst().minus(pair.getLast()).ore().abs()).isLessThan(new BigDecimal("200"));
            }
            assertThat(apart.shareBelowZero()).isEqualTo(whole.shareBelowZero());
        }
    }

    @Test
    void years_under_one_name_go_up_and_down_as_one() {
        Effect early = gain("early", Party.REGION, kroner(10_000, 40_000, 80_000), Course.of(1, 5));
        Effect late = gain("late", Party.REGION, kroner(10_000, 40_000, 80_000), Course.of(6, 5));
        var asOne = simulate(Dependence.INDEPENDENT, new Uncertain("hospital", of(early, late)));
        var whole = simulate(Dependence.INDEPENDENT, new Uncertain("hospital", of(HOSPITAL)));
        var apart =
                simulate(Dependence.INDEPENDENT, new Uncertain("early", of(early)), new Uncertain("late", of(late)));

        assertThat(asOne.fiscal().p5().minus(whole.fiscal().p5()).ore().abs()).isLessThan(BigDecimal.TEN);
        assertThat(apart.fiscal().p95().minus(apart.fiscal().p5()))
                .isLessThan(asOne.fiscal().p95().minus(asOne.fiscal().p5()));
    }

    @Test
    void every_perspective_is_seen_from_the_same_draws() {
        var range = simulate(Dependence.TOGETHER, new Uncertain("support", of(SUPPORT)));

        // What the state gains the citizen loses, in every draw; nobody else has a part in it.
        assertThat(range.citizen()
                        .mean()
                        .plus(range.fiscal().mean())
                        .minus(CostBenefit.of(of(HOME), PARAMETERS).fiscal().netPresentValue())
                        .ore()
                        .abs())
                .isLessThan(BigDecimal.TEN);
        assertThat(range.municipality().p5()).isEqualTo(range.municipality().p95());
    }

    @Test
    void at_expected_values_it_is_the_net_present_value_and_it_lies_between_low_and_high() {
        Plan everything = of(HOME, HOSPITAL, SUPPORT);
        var range = simulate(
                Dependence.TOGETHER, new Uncertain("hospital", of(HOSPITAL)), new Uncertain("support", of(SUPPORT)));

        assertThat(range.fiscal().atExpectedValues())
                .isEqualTo(CostBenefit.of(everything, PARAMETERS).fiscal().netPresentValue());
        assertThat(Stream.of(
                        range.fiscal().p5(),
                        range.fiscal().p50(),
                        range.fiscal().p95()))
                .isSorted()
                .allSatisfy(amount -> assertThat(amount)
                        .isBetween(
                                CostBenefit.of(everything, PARAMETERS, Bound.LOW)
                                        .fiscal()
                                        .netPresentValue(),
                                CostBenefit.of(everything, PARAMETERS, Bound.HIGH)
                                        .fiscal()
                                        .netPresentValue()));
        assertThat(range.fiscal().shareBelowZero()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }

    @Test
    void too_few_draws_are_refused() {
        assertThatThrownBy(() ->
                        SimulatedCostBenefit.of(of(HOME), List.of(), PARAMETERS, Dependence.INDEPENDENT, SEED, 99))
                .isInstanceOf(CannotBeCalculated.class);
    }
}
