package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.cost;
import static no.journeyledger.economics.Fixtures.gain;
import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Dependence;
import no.journeyledger.economics.appraisal.Perspective;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.appraisal.SimulatedNetPresentValue;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Party;
import org.junit.jupiter.api.Test;

/** A plan's result as a range. */
class SimulationTest {

    private static final long SEED = 20_260_101;
    private static final int DRAWS = 5_000;
    private static final Plan PLAN = plan(
            10,
            cost("home", Party.MUNICIPALITY, kroner(300_000, 350_000, 600_000), Course.once(0)),
            cost("support", Party.MUNICIPALITY, kroner(40_000, 50_000, 70_000), Course.of(1, 3)),
            gain("hospital", Party.REGION, kroner(10_000, 40_000, 80_000), Course.of(1, 10)),
            gain("housing", Party.MUNICIPALITY, kroner(20_000, 45_000, 60_000), Course.of(2, 9)));

    @Test
    void the_same_seed_gives_the_same_range_to_the_last_digit() {
        var first = simulate(PLAN, Dependence.INDEPENDENT, SEED);

        assertThat(simulate(PLAN, Dependence.INDEPENDENT, SEED)).isEqualTo(first);
        assertThat(simulate(PLAN, Dependence.INDEPENDENT, SEED + 1).p50()).isNotEqualTo(first.p50());
        assertThat(first.seed()).isEqualTo(SEED);
        assertThat(first.draws()).isEqualTo(DRAWS);
        assertThat(first.basis().parameterVersion()).isEqualTo("2026-01");
    }

    @Test
    void a_range_given_once_is_reproduced_for_ever() {
        // Written down when this was built: another generator, order or rounding would show here.
        var range = simulate(PLAN, Dependence.INDEPENDENT, SEED);

        Checks.checkKroner("simulated p5, seed 20260101", "-183477.51", range.p5());
        Checks.checkKroner("simulated p50", "106151.56", range.p50());
        Checks.checkKroner("simulated p95", "401204.67", range.p95());
        Checks.checkKroner("simulated mean", "105576.55", range.mean());
    }

    @Test
    void the_range_lies_between_the_low_and_the_high_result() {
        var range = simulate(PLAN, Dependence.TOGETHER, SEED);

        assertThat(range.p5())
                .isGreaterThanOrEqualTo(
                        CostBenefit.of(PLAN, PARAMETERS, Bound.LOW).society().netPresentValue());
        assertThat(range.p95())
                .isLessThanOrEqualTo(
                        CostBenefit.of(PLAN, PARAMETERS, Bound.HIGH).society().netPresentValue());
        assertThat(List.of(range.p5(), range.p10(), range.p50(), range.p90(), range.p95()))
                .isSorted();
    }

    @Test
    void values_that_go_together_make_the_range_wider() {
        var apart = simulate(PLAN, Dependence.INDEPENDENT, SEED);
        var together = simulate(PLAN, Dependence.TOGETHER, SEED);

        assertThat(together.p95().minus(together.p5()))
                .isGreaterThan(apart.p95().minus(apart.p5()));
    }

    @Test
    void the_mean_is_that_of_the_triangles() {
        Plan one = plan(0, gain("gain", Party.CITIZEN, kroner(0, 30_000, 120_000), Course.once(0)));
        var range = simulate(one, Dependence.INDEPENDENT, SEED);

        // (0 + 30 000 + 120 000) / 3; the standard error of 5 000 draws is about 361.
        assertThat(range.mean().kroner().subtract(new BigDecimal("50000")).abs())
                .isLessThan(new BigDecimal("1200"));
        assertThat(range.atExpectedValues()).isEqualTo(Amount.ofKroner(30_000));
    }

    @Test
    void known_amounts_have_no_range() {
        Plan known = plan(
                35,
                cost("home", Party.MUNICIPALITY, kroner(300_000), Course.once(0)),
                gain("work", Party.STATE, kroner(20_000), Course.of(1, 35)));
        var range = simulate(known, Dependence.INDEPENDENT, SEED);
        Amount npv = CostBenefit.of(known, PARAMETERS).society().netPresentValue();

        assertThat(range.p5()).isEqualTo(range.p95());
        assertThat(range.p50()).isEqualTo(range.atExpectedValues());
        assertThat(range.p50().minus(npv).ore().abs()).isLessThan(new BigDecimal("1e-15"));
    }

    @Test
    void at_expected_values_it_is_the_net_present_value_of_the_calculation() {
        for (long seed = 1; seed <= 200; seed++) {
            Plan journey = Fixtures.syntheticJourney(seed, 20);
            Amount calculated = CostBenefit.of(journey, PARAMETERS).society().netPresentValue();
            Amount simulated = SimulatedNetPresentValue.of(
                            journey, PARAMETERS, new Perspective.Society(), Dependence.INDEPENDENT, seed, 100)
                    .atExpectedValues();
            assertThat(simulated.minus(calculated).ore().abs()).isLessThan(new BigDecimal("1e-15"));
        }
    }

    @Test
    void a_change_to_one_effect_leaves_the_draws_of_the_others_alone() {
        List<Effect> more = new ArrayList<>(PLAN.effects());
        more.add(gain("known", Party.STATE, kroner(1_000), Course.once(0)));
        var with = simulate(plan(10, more.toArray(Effect[]::new)), Dependence.INDEPENDENT, SEED);
        var without = simulate(PLAN, Dependence.INDEPENDENT, SEED);

        // 1 000 kroner of public money are worth 1 200 to society, in every draw.
        assertThat(with.p50().minus(without.p50())).isEqualTo(Amount.ofKroner(1_200));
    }

    @Test
    void too_few_draws_are_refused() {
        assertThatThrownBy(() -> SimulatedNetPresentValue.of(
                        PLAN, PARAMETERS, new Perspective.Society(), Dependence.INDEPENDENT, SEED, 10))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage("A simulation takes from 100 to 100000 draws, not 10; a few thousand are enough.");
    }

    private static SimulatedNetPresentValue<Perspective.Society> simulate(Plan plan, Dependence dependence, long seed) {
        return SimulatedNetPresentValue.of(plan, PARAMETERS, new Perspective.Society(), dependence, seed, DRAWS);
    }
}
