package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.plan;
import static no.journeyledger.economics.Fixtures.syntheticJourney;
import static no.journeyledger.economics.Fixtures.withFlatRate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import no.journeyledger.economics.appraisal.Appraisal;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Payback;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.discounting.DiscountFactors;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.effect.Adjustment;
import no.journeyledger.economics.effect.Adjustments;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.PartyAmounts;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.Parameters;
import org.junit.jupiter.api.Test;

/** What must hold for every journey, shown on a thousand synthetic ones. Their seeds are 1 to 1000. */
class SyntheticJourneysTest {

    private static final int JOURNEYS = 1000;
    private static final int HORIZON = 45;
    private static final List<Plan> PLANS = LongStream.rangeClosed(1, JOURNEYS)
            .mapToObj(seed -> syntheticJourney(seed, HORIZON))
            .toList();
    private static final List<CostBenefit> RESULTS =
            PLANS.stream().map(plan -> CostBenefit.of(plan, PARAMETERS)).toList();

    @Test
    void the_effects_of_all_parties_sum_to_the_resource_effect_in_every_year() {
        int years = 0;
        int yearsWithTransfers = 0;
        for (CostBenefit result : RESULTS) {
            for (int year = 0; year <= HORIZON; year++) {
                PartyAmounts parties = result.partiesByYear().get(year);
                assertThat(parties.sum()).isEqualTo(result.resourceEffect().in(year));
                years++;
                boolean everyPartyAgrees = parties.of(Party.CITIZEN).equals(parties.sum());
                yearsWithTransfers += everyPartyAgrees ? 0 : 1;
            }
        }
        System.out.println(
                years + " journey years, " + yearsWithTransfers + " of them with several parties: all sum up");
        assertThat(yearsWithTransfers).as("the check is not empty").isGreaterThan(years / 2);
    }

    @Test
    void a_transfer_without_its_receiver_is_found() {
        PartyAmounts gainWithoutGiver = new PartyAmounts(Map.of(Party.STATE, Amount.ofKroner(250_000)), Map.of());

        assertThatThrownBy(() -> gainWithoutGiver.reconciledWith(Amount.ZERO))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage(
                        "The parties' effects sum to 250000.00 kr but the resource effect is 0.00 kr: 250000.00 kr lacks"
                                + " a giver or a receiver, or is counted twice.");
        assertThat(PartyAmounts.transfer(Party.CITIZEN, Party.STATE, Amount.ofKroner(250_000))
                        .reconciledWith(Amount.ZERO)
                        .publicBudgets())
                .isEqualTo(Amount.ofKroner(250_000));
    }

    @Test
    void society_is_the_resource_effect_and_the_cost_of_tax_funding() {
        for (CostBenefit result : RESULTS) {
            assertThat(result.society().net()).isEqualTo(result.resourceEffect().plus(result.taxFunding()));
        }
    }

    @Test
    void what_parties_put_in_and_get_out_sums_to_the_present_value_of_the_resource_effect() {
        for (CostBenefit result : RESULTS) {
            Amount sum = result.balances().values().stream()
                    .map(balance -> balance.net())
                    .reduce(Amount.ZERO, Amount::plus);
            assertThat(sum).isEqualTo(result.society().basis().discountFactors().presentValue(result.resourceEffect()));
        }
    }

    @Test
    void the_portfolio_is_the_sum_of_its_journeys_to_the_last_digit() {
        CostBenefit portfolio = CostBenefit.sum(RESULTS);

        Amount npv = RESULTS.stream()
                .map(result -> result.society().netPresentValue())
                .reduce(Amount.ZERO, Amount::plus);
        Amount costs = RESULTS.stream()
                .map(result -> result.municipality().presentValueOfCosts())
                .reduce(Amount.ZERO, Amount::plus);
        System.out.println("society: journeys " + npv + ", portfolio "
                + portfolio.society().netPresentValue());
        assertThat(portfolio.society().netPresentValue()).isEqualTo(npv);
        assertThat(portfolio.municipality().presentValueOfCosts()).isEqualTo(costs);
        assertThat(CostBenefit.sum(RESULTS.reversed())).as("in any order").isEqualTo(portfolio);
    }

    @Test
    void the_same_plan_and_parameters_give_the_same_figures_and_newer_ones_are_named() {
        Parameters newer = Fixtures.newer();
        Plan plan = PublishedFiguresTest.oneYearOfWork(Course.once(0));
        CostBenefit first = CostBenefit.of(plan, PARAMETERS);
        CostBenefit later = CostBenefit.of(plan, newer);

        assertThat(CostBenefit.of(plan, Fixtures.BUILT_IN.with(newer).version("2026-01")))
                .isEqualTo(first);
        assertThat(first.society().basis().parameterVersion()).isEqualTo("2026-01");
        assertThat(later.society().basis().parameterVersion()).isEqualTo("2027-01");
        assertThat(later.resourceEffect().in(0)).as("a tenth more").isEqualTo(Amount.ofKroner("564795"));
        assertThatThrownBy(() -> first.plus(later))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessageContaining("rest on different ground")
                .hasMessageContaining("parameters 2026-01")
                .hasMessageContaining("parameters 2027-01");
    }

    @Test
    void a_later_krone_is_never_worth_more() {
        for (PaymentTiming timing : PaymentTiming.values()) {
            DiscountFactors factors = DiscountFactors.of(Fixtures.R109, DiscountFactors.LONGEST, timing);
            for (int year = 1; year <= DiscountFactors.LONGEST; year++) {
                assertThat(factors.factor(year)).isLessThanOrEqualTo(factors.factor(year - 1));
            }
        }
        DiscountFactors end = DiscountFactors.of(Fixtures.R109, 90, PaymentTiming.YEAR_END);
        DiscountFactors mid = DiscountFactors.of(Fixtures.R109, 90, PaymentTiming.MID_YEAR);
        DiscountFactors start = DiscountFactors.of(Fixtures.R109, 90, PaymentTiming.YEAR_START);
        for (int year = 1; year <= 90; year++) {
            assertThat(end.factor(year)).isLessThan(mid.factor(year));
            assertThat(mid.factor(year)).isLessThan(start.factor(year));
            BigDecimal square = mid.factor(year).pow(2);
            BigDecimal product = end.factor(year).multiply(start.factor(year));
            assertThat(square.subtract(product).abs()).isLessThan(new BigDecimal("1e-32"));
        }
    }

    @Test
    void an_investment_is_worth_less_at_a_higher_rate() {
        Plan invest = plan(
                "flat",
                PaymentTiming.YEAR_END,
                30,
                List.of(
                        Fixtures.cost("cost", Party.MUNICIPALITY, kroner(500_000), Course.once(0)),
                        Fixtures.gain("gain", Party.MUNICIPALITY, kroner(60_000), Course.of(1, 30))));
        Amount previous = null;
        for (int percent = 0; percent <= 12; percent++) {
            Amount npv = CostBenefit.of(invest, withFlatRate("flat", "0.%02d".formatted(percent)))
                    .municipality()
                    .netPresentValue();
            if (previous != null) {
                assertThat(npv).isLessThan(previous);
            }
            previous = npv;
        }
    }

    @Test
    void every_adjustment_lowers_a_gain_and_none_leaves_it() {
        for (int percent = 5; percent <= 95; percent += 5) {
            Adjustment more = Fixtures.share("0.%02d".formatted(percent));
            Adjustment less = Fixtures.share("0.%02d".formatted(percent - 5));
            assertThat(benefit(more, Fixtures.none())).isLessThan(benefit(less, Fixtures.none()));
            assertThat(benefit(Fixtures.none(), more)).isLessThan(benefit(Fixtures.none(), less));
        }
        assertThat(benefit(Fixtures.none(), Fixtures.none())).isEqualTo(Amount.ofKroner(500_000));
    }

    @Test
    void low_expected_and_high_come_in_that_order() {
        for (Plan journey : PLANS) {
            Plan resourcesOnly = new Plan(
                    journey.id(),
                    journey.yearZero(),
                    journey.priceYear(),
                    journey.horizon(),
                    journey.timing(),
                    journey.schedule(),
                    journey.optimism(),
                    journey.effects().stream()
                            .filter(Effect.ResourceEffect.class::isInstance)
                            .toList());
            Amount low = society(resourcesOnly, Bound.LOW);
            Amount expected = society(resourcesOnly, Bound.EXPECTED);
            Amount high = society(resourcesOnly, Bound.HIGH);
            assertThat(low).isLessThanOrEqualTo(expected);
            assertThat(expected).isLessThanOrEqualTo(high);
        }
    }

    @Test
    void optimism_is_never_rewarded() {
        int corrected = 0;
        for (Plan journey : PLANS) {
            Plan resourcesOnly = new Plan(
                    journey.id(),
                    journey.yearZero(),
                    journey.priceYear(),
                    journey.horizon(),
                    journey.timing(),
                    journey.schedule(),
                    Fixtures.AS_PLANNED,
                    journey.effects().stream()
                            .filter(Effect.ResourceEffect.class::isInstance)
                            .toList());
            Plan believed = new Plan(
                    journey.id(),
                    journey.yearZero(),
                    journey.priceYear(),
                    journey.horizon(),
                    journey.timing(),
                    journey.schedule(),
                    journey.optimism(),
                    resourcesOnly.effects());
            Amount hoped = society(resourcesOnly, Bound.EXPECTED);
            Amount after = society(believed, Bound.EXPECTED);
            assertThat(after).isLessThanOrEqualTo(hoped);
            corrected += after.compareTo(hoped) < 0 ? 1 : 0;
        }
        assertThat(corrected).isGreaterThan(JOURNEYS / 2);
    }

    @Test
    void discounting_never_brings_payback_forward() {
        int paidBack = 0;
        for (int year = 1; year < 60; year++) {
            Plan invest = plan(
                    60,
                    Fixtures.cost("cost", Party.STATE, kroner(1_000_000), Course.once(0)),
                    Fixtures.gain("gain", Party.STATE, kroner(20_000L + year * 3_000L), Course.of(1, 60)));
            Appraisal<?> fiscal = CostBenefit.of(invest, PARAMETERS).fiscal();
            if (fiscal.discountedPayback() instanceof Payback.After discounted) {
                paidBack++;
                assertThat(((Payback.After) fiscal.payback()).years()).isLessThan(discounted.years());
            }
        }
        assertThat(paidBack).isBetween(10, 58);
    }

    private static Amount society(Plan plan, Bound bound) {
        return CostBenefit.of(plan, PARAMETERS, bound).society().netPresentValue();
    }

    private static Amount benefit(Adjustment deadweight, Adjustment displacement) {
        var adjustments =
                new Adjustments(Fixtures.probability("1"), deadweight, Fixtures.none(), displacement, Fixtures.none());
        var gain = new Effect.ResourceEffect(
                "gain", new Role.Benefit(adjustments), Party.CITIZEN, Form.CASH, kroner(500_000), Course.once(0));
        return CostBenefit.of(plan(0, gain), PARAMETERS).citizen().presentValueOfBenefits();
    }
}
