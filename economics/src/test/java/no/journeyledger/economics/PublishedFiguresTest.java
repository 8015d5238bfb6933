package no.journeyledger.economics;

import static no.journeyledger.economics.Checks.check;
import static no.journeyledger.economics.Checks.checkKroner;
import static no.journeyledger.economics.Fixtures.AS_PLANNED;
import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.R109;
import static no.journeyledger.economics.Fixtures.UNADJUSTED;
import static no.journeyledger.economics.Fixtures.cost;
import static no.journeyledger.economics.Fixtures.gain;
import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.none;
import static no.journeyledger.economics.Fixtures.plan;
import static no.journeyledger.economics.Fixtures.probability;
import static no.journeyledger.economics.Fixtures.share;
import static no.journeyledger.economics.Fixtures.withFlatRate;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.journeyledger.economics.appraisal.Appraisal;
import no.journeyledger.economics.appraisal.BreakEven;
import no.journeyledger.economics.appraisal.Ceiling;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.OptimismCorrection;
import no.journeyledger.economics.appraisal.Payback;
import no.journeyledger.economics.appraisal.Perspective;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.appraisal.Proportion;
import no.journeyledger.economics.discounting.DiscountFactors;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.effect.Adjustments;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.PartyAmounts;
import no.journeyledger.economics.effect.Price;
import no.journeyledger.economics.effect.Probability;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.DiscountSchedule;
import no.journeyledger.economics.selfreport.Answers;
import no.journeyledger.economics.selfreport.Change;
import no.journeyledger.economics.selfreport.Respondent;
import no.journeyledger.economics.selfreport.Who5Change;
import no.journeyledger.economics.selfreport.Who5Report;
import org.junit.jupiter.api.Test;

/** Every figure that the method, the circular and the textbooks state, beside the one calculated here. */
class PublishedFiguresTest {

    private static final DiscountFactors YEAR_END = DiscountFactors.of(R109, 100, PaymentTiming.YEAR_END);

    @Test
    void discount_factors_chain_over_the_bands_of_the_circular() {
        check("DF(1)", "0.961538", YEAR_END.factor(1));
        check("DF(35)", "0.253415", YEAR_END.factor(35));
        check("DF(40)", "0.208289", YEAR_END.factor(40));
        check("DF(41), chained", "0.202222", YEAR_END.factor(41));
        check("DF(75)", "0.074022", YEAR_END.factor(75));
        check("annuity, 35 years at 4 %", "18.664613", YEAR_END.annuity(35));
    }

    @Test
    void a_rate_that_restarted_instead_of_chaining_would_be_far_off() {
        DiscountSchedule three = DiscountSchedule.flat("3 %", new BigDecimal("0.03"), R109.source(), R109.inForce());
        BigDecimal restarted =
                DiscountFactors.of(three, 41, PaymentTiming.YEAR_END).factor(41);
        check("1.03^-41, the mistake", "0.2976", restarted);
        assertThat(YEAR_END.factor(41)).isLessThan(restarted);
    }

    @Test
    void one_year_of_work_instead_of_a_benefit_in_every_perspective() {
        CostBenefit work = CostBenefit.of(oneYearOfWork(Course.once(0)), PARAMETERS);

        PartyAmounts year = work.partiesByYear().getFirst();
        checkKroner("public purses", "383450", work.fiscal().netPresentValue());
        checkKroner("citizen", "130000", work.citizen().netPresentValue());
        checkKroner("production = their sum", "513450", year.sum());
        checkKroner(
                "production, without looking at transfers",
                "513450",
                work.resourceEffect().in(0));
        checkKroner("tax-funding gain", "76690", work.taxFunding().in(0));
        checkKroner("society", "590140", work.society().netPresentValue());
        assertThat(year.of(Party.PRIVATE))
                .as("the employer pays what the work is worth")
                .isEqualTo(Amount.ZERO);
    }

    @Test
    void what_the_method_book_says_of_one_young_person() {
        check(
                "a year's amount behind 11.6 million over 35 years, year end, MNOK",
                "0.6215",
                millions(YEAR_END.yearlyEquivalent(Amount.ofKroner(11_600_000), 35)));
        check(
                "present value of 0.6 million a year for 35 years, year end, MNOK",
                "11.1988",
                millions(yearlyForThirtyFiveYears(PaymentTiming.YEAR_END)));
        check(
                "the same paid at the start of each year, MNOK",
                "11.6467",
                millions(yearlyForThirtyFiveYears(PaymentTiming.YEAR_START)));
    }

    @Test
    void everybody_succeeding_at_no_cost_is_a_ceiling() {
        check("8 % of 550 births, persons", "44", new BigDecimal("0.08").multiply(new BigDecimal("550")));
        var ceiling = new Ceiling(44, PARAMETERS.unitValues().value("work.method-book"), PARAMETERS.version());
        check("44 persons, MNOK a year", "26.4", millions(ceiling.amount()));
        assertThat(ceiling.label()).startsWith("Ceiling, not a benefit: all 44 succeed, at no cost.");
    }

    @Test
    void half_way_to_the_target_is_half_realised() {
        check("from 12 to 9 with target 6", "0.5", BenefitCards.sickDays().realisedShare(new BigDecimal("9")));
    }

    @Test
    void a_benefit_counts_after_adjustments_and_drops_off() {
        var adjustments = new Adjustments(probability("0.9"), share("0.25"), share("0.1"), none(), share("0.2"));
        Effect benefit = new Effect.ResourceEffect(
                "benefit",
                new Role.Benefit(adjustments),
                Party.MUNICIPALITY,
                Form.CASH,
                kroner(20 * 25_000L),
                Course.of(1, 3));
        Plan plan = plan(
                "flat",
                PaymentTiming.YEAR_END,
                3,
                List.of(cost("input", Party.MUNICIPALITY, kroner(200_000), Course.once(0)), benefit));

        Appraisal<Perspective.Municipality> purse =
                CostBenefit.of(plan, withFlatRate("flat", "0.035")).municipality();

        checkKroner("20 x 25 000 x 0.9 x 0.75 x 0.9", "303750", purse.benefits().in(1));
        checkKroner("after 20 % drop-off", "243000", purse.benefits().in(2));
        checkKroner("after two", "194400", purse.benefits().in(3));
        checkKroner("present value at a flat 3.5 %", "695659.02", purse.presentValueOfBenefits());
        check("ratio with input 200 000", "3.478", known(purse.benefitCostRatio()));
    }

    @Test
    void optimism_is_corrected_on_both_sides() {
        BigDecimal successes = new BigDecimal("100")
                .multiply(new BigDecimal("0.4"))
                .multiply(new BigDecimal("0.8"))
                .multiply(new BigDecimal("0.25"));
        var adjustments = new Adjustments(
                new Probability.TakenAsCertain("the successes are counted already"),
                share("0.2"),
                none(),
                none(),
                none());
        Effect benefit = new Effect.ResourceEffect(
                "benefit",
                new Role.Benefit(adjustments),
                Party.MUNICIPALITY,
                Form.CASH,
                kroner(20_000).times(successes),
                Course.once(0));
        Effect cost = cost("cost", Party.MUNICIPALITY, kroner(100_000), Course.once(0));
        Plan hoped = plan(0, cost, benefit);
        Plan believed = new Plan(
                hoped.id(),
                hoped.yearZero(),
                hoped.priceYear(),
                hoped.horizon(),
                hoped.timing(),
                hoped.schedule(),
                new OptimismCorrection(new BigDecimal("0.10"), new BigDecimal("0.15"), "stated in the check"),
                hoped.effects());

        var before = CostBenefit.of(hoped, PARAMETERS).municipality();
        var after = CostBenefit.of(believed, PARAMETERS).municipality();

        checkKroner("100 x 0.4 x 0.8 x 0.25 x 0.8 x 20 000", "128000", before.presentValueOfBenefits());
        checkKroner("15 % bias leaves", "108800", after.presentValueOfBenefits());
        checkKroner("cost x 1.10", "110000", after.presentValueOfCosts());
        check("ratio before", "1.28", known(before.benefitCostRatio()));
        check("ratio after", "0.989", known(after.benefitCostRatio()));
    }

    @Test
    void a_reliable_change_in_well_being_is_far_stricter_than_a_meaningful_one() {
        var change = who5(32, 68);

        check("reliable change, 32 to 68", "3.286", change.reliableChange());
        check("reliable beyond, points", "21.47", change.reliableThreshold());
        check("meaningful from, points", "10", BigDecimal.valueOf(change.meaningfulThreshold()));
        assertThat(change.reliable()).isEqualTo(Change.BETTER);

        var small = who5(32, 48);
        assertThat(small.meaningful()).as("16 points matter").isEqualTo(Change.BETTER);
        assertThat(small.reliable())
                .as("16 points are within measurement error")
                .isEqualTo(Change.NO_CHANGE);
    }

    @Test
    void break_even_is_cost_by_present_value_per_success() {
        Plan programme = plan(35, cost("programme", Party.STATE, kroner(30_000_000), Course.once(0)));
        Plan success = plan(35, gain("work", Party.STATE, kroner(600_000), Course.of(1, 35)));

        var breakEven = BreakEven.of(
                CostBenefit.of(programme, PARAMETERS).fiscal(),
                CostBenefit.of(success, PARAMETERS).fiscal());

        check("30 million by 11.1988 million", "2.6789", known(breakEven.successes()));
        check("persons", "3", known(breakEven.persons()));
    }

    @Test
    void npv_ratio_paybacks_and_switching_value_of_a_plan_worked_by_hand() {
        Plan plan = plan(
                4,
                cost("investment", Party.MUNICIPALITY, kroner(100_000), Course.once(0)),
                gain("saving", Party.MUNICIPALITY, kroner(40_000), Course.of(1, 4)));

        var purse = CostBenefit.of(plan, PARAMETERS).municipality();

        checkKroner("40 000 a year for 4 years at 4 %", "145195.81", purse.presentValueOfBenefits());
        checkKroner("less 100 000", "45195.81", purse.netPresentValue());
        check("ratio", "1.452", known(purse.benefitCostRatio()));
        check("switching value: benefits may fall by", "0.311", known(purse.switchingValue()));
        check("payback, years", "2.5", ((Payback.After) purse.payback()).years());
        // After two years 24 556.21 is still out; the third brings 35 559.85.
        check("discounted payback, years", "2.69", ((Payback.After) purse.discountedPayback()).years());
    }

    /** Work instead of a benefit: production, who hands on what, and the benefit that is no longer paid. */
    static Plan oneYearOfWork(Course course) {
        return plan(
                course.lastYear(),
                new Effect.ResourceEffect(
                        "production",
                        new Role.Benefit(UNADJUSTED),
                        Party.PRIVATE,
                        Form.CASH,
                        of("work.production"),
                        course),
                Fixtures.transfer("wage", Party.PRIVATE, Party.CITIZEN, kroner(450_000), course),
                Fixtures.transfer(
                        "employer's tax", Party.PRIVATE, Party.STATE, of("work.production.employers-tax"), course),
                Fixtures.transfer(
                        "tax on the wage", Party.CITIZEN, Party.STATE, of("work.production.wage.tax"), course),
                Fixtures.transfer(
                        "benefit no longer paid", Party.CITIZEN, Party.STATE, of("benefit.income-support"), course),
                Fixtures.transfer(
                        "tax on that benefit no longer paid", Party.STATE, Party.CITIZEN, kroner(40_000), course));
    }

    private static Price of(String unitValue) {
        return new Price.OfUnitValue(unitValue, BigDecimal.ONE);
    }

    private static Amount yearlyForThirtyFiveYears(PaymentTiming timing) {
        Plan plan = new Plan(
                "work",
                2026,
                2025,
                35,
                timing,
                "R-109",
                AS_PLANNED,
                List.of(gain("work", Party.STATE, kroner(600_000), Course.of(1, 35))));
        return CostBenefit.of(plan, PARAMETERS).fiscal().presentValueOfBenefits();
    }

    private static Who5Change.Compared<Respondent.Own> who5(int before, int after) {
        var first = Who5Report.of(new Respondent.Own(), LocalDate.of(2026, 1, 10), form(before), PARAMETERS);
        var second = Who5Report.of(new Respondent.Own(), LocalDate.of(2026, 9, 10), form(after), PARAMETERS);
        return (Who5Change.Compared<Respondent.Own>) Who5Change.between(first, second);
    }

    /** A form with that score: 32 is a raw sum of 8, 68 of 17. */
    private static Answers form(int score) {
        int raw = score / 4;
        return Answers.given(raw / 5, raw / 5, raw / 5, raw / 5, raw / 5 + raw % 5);
    }

    private static BigDecimal known(Proportion proportion) {
        return ((Proportion.Known) proportion).value();
    }

    private static BigDecimal millions(Amount amount) {
        return amount.kroner().movePointLeft(6);
    }
}
