package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.COST;
import static no.journeyledger.economics.Fixtures.GAIN;
import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.cost;
import static no.journeyledger.economics.Fixtures.gain;
import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.plan;
import static no.journeyledger.economics.Fixtures.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import no.journeyledger.economics.appraisal.AppraisalFigures;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Payback;
import no.journeyledger.economics.appraisal.Perspective;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.appraisal.PlannedAndRealised;
import no.journeyledger.economics.appraisal.Proportion;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.discounting.PriceGrowth;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.Price;
import org.junit.jupiter.api.Test;

/** Whose gain it is. */
class PerspectivesTest {

    @Test
    void figures_of_two_perspectives_cannot_be_added() throws Exception {
        assertThat(compile("result.society().plus(other.society())"))
                .as("the control")
                .isEmpty();
        assertThat(compile("result.society().plus(other.municipality())")).contains("incompatible types");
        assertThat(compile("result.fiscal().plus(other.municipality())")).contains("incompatible types");
        assertThat(compile("result.citizen().plus(other.society())")).contains("incompatible types");
        assertThat(compile("Appraisal.sum(List.of(result.society(), other.fiscal()))"))
                .contains("incompatible");
        assertThat(compile("BreakEven.of(result.fiscal(), other.society())")).contains("incompatible");
        assertThat(compile("PlannedAndRealised.of(result.fiscal(), other.citizen(), 3)"))
                .contains("incompatible");
    }

    @Test
    void only_one_of_the_four_is_called_social_value() {
        CostBenefit result =
                CostBenefit.of(plan(0, gain("saving", Party.STATE, kroner(1), Course.once(0))), PARAMETERS);

        assertThat(List.of(
                        result.municipality().basis().perspective().label(),
                        result.fiscal().basis().perspective().label(),
                        result.citizen().basis().perspective().label()))
                .allMatch(label -> label.endsWith("not social value"));
        assertThat(result.society().basis().perspective().label()).isEqualTo("Social value");
    }

    @Test
    void a_transfer_is_no_cost_to_society_but_raising_it_by_tax_is() {
        Effect grant = new Effect.Transfer(
                "activity grant", COST, Party.MUNICIPALITY, Party.CITIZEN, kroner(100_000), Course.once(0));

        CostBenefit result = CostBenefit.of(plan(0, grant), PARAMETERS);

        assertThat(result.municipality().presentValueOfCosts()).isEqualTo(Amount.ofKroner(100_000));
        assertThat(result.citizen().presentValueOfCosts()).isEqualTo(Amount.ZERO);
        assertThat(result.citizen().presentValueOfBenefits()).isEqualTo(Amount.ofKroner(100_000));
        assertThat(result.society().presentValueOfCosts()).isEqualTo(Amount.ofKroner(20_000));
        assertThat(result.resourceEffect().sum()).isEqualTo(Amount.ZERO);
    }

    @Test
    void costs_in_one_pocket_and_gains_in_another_are_shown_as_such() {
        Plan plan = plan(
                10,
                cost("support contact", Party.MUNICIPALITY, kroner(150_000), Course.once(0)),
                gain("fewer days in hospital", Party.REGION, kroner(60_000), Course.of(1, 10)));

        CostBenefit result = CostBenefit.of(plan, PARAMETERS);

        assertThat(result.balanceOf(Party.MUNICIPALITY).net()).isEqualTo(Amount.ofKroner(-150_000));
        assertThat(result.balanceOf(Party.REGION).net().signum()).isPositive();
        assertThat(result.municipality().switchingValue()).isInstanceOf(Proportion.Undefined.class);
        assertThat(result.fiscal().netPresentValue().signum()).isPositive();
    }

    @Test
    void saved_time_is_in_no_purse_but_society_has_it() {
        Effect time = new Effect.ResourceEffect(
                "hours set free", GAIN, Party.MUNICIPALITY, Form.IN_KIND, kroner(80_000), Course.once(0));

        CostBenefit result = CostBenefit.of(plan(0, time), PARAMETERS);

        assertThat(result.municipality().presentValueOfBenefits()).isEqualTo(Amount.ZERO);
        assertThat(result.fiscal().presentValueOfBenefits()).isEqualTo(Amount.ZERO);
        assertThat(result.taxFunding().sum()).isEqualTo(Amount.ZERO);
        assertThat(result.society().presentValueOfBenefits()).isEqualTo(Amount.ofKroner(80_000));
    }

    @Test
    void a_value_and_its_own_part_are_never_both_added() {
        Effect support = ofUnitValue("support", "benefit.income-support");
        Effect taxOnIt = ofUnitValue("tax on it", "benefit.income-support.tax");

        assertThat(CostBenefit.of(plan(0, support), PARAMETERS)).isNotNull();
        assertThatThrownBy(() -> CostBenefit.of(plan(0, support, taxOnIt), PARAMETERS))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage(
                        "Unit value benefit.income-support.tax is already contained in benefit.income-support: adding"
                                + " both counts it twice. Keep one of them.");
        assertThat(PARAMETERS.unitValues().contains("work.production", "work.production.wage.tax"))
                .as("a part of a part is a part")
                .isTrue();
    }

    @Test
    void a_saved_benefit_cannot_be_counted_as_something_made() {
        Effect saved = new Effect.ResourceEffect(
                "saved benefit",
                GAIN,
                Party.STATE,
                Form.CASH,
                new Price.OfUnitValue("benefit.income-support", BigDecimal.ONE),
                Course.once(0));

        assertThatThrownBy(() -> CostBenefit.of(plan(0, saved), PARAMETERS))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage(
                        "Unit value benefit.income-support is money that changes hands: enter it as a transfer with its"
                                + " giver and its receiver, or society would gain what one party loses.");
    }

    @Test
    void a_value_counted_for_one_purse_is_not_given_to_another_party() {
        Effect misplaced = transfer(
                "support",
                Party.CITIZEN,
                Party.PRIVATE,
                new Price.OfUnitValue("benefit.income-support", BigDecimal.ONE),
                Course.once(0));

        assertThatThrownBy(() -> CostBenefit.of(plan(0, misplaced), PARAMETERS))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage(
                        "Unit value benefit.income-support is counted for PUBLIC_PURSES, so effect support cannot give it"
                                + " to somebody else.");
    }

    @Test
    void kroner_of_different_years_are_not_added() {
        Effect support = ofUnitValue("support", "benefit.income-support");
        Plan otherYear =
                new Plan("plan", 2026, 2024, 0, PaymentTiming.YEAR_END, "R-109", Fixtures.AS_PLANNED, List.of(support));
        Effect bookValue =
                gain("work", Party.PRIVATE, new Price.OfUnitValue("work.method-book", BigDecimal.ONE), Course.once(0));

        assertThatThrownBy(() -> CostBenefit.of(otherYear, PARAMETERS))
                .hasMessage(
                        "Unit value benefit.income-support is in 2025 kroner and the plan in 2024 kroner: bring them to"
                                + " one price year, or use a version whose price index has both.");
        assertThatThrownBy(() -> CostBenefit.of(plan(0, bookValue), PARAMETERS))
                .hasMessage(
                        "Unit value work.method-book states no price year, so it cannot be added to other kroner: show it"
                                + " on its own, or document its price year.");
    }

    @Test
    void every_figure_says_what_it_rests_on() {
        CostBenefit result =
                CostBenefit.of(plan(4, gain("saving", Party.MUNICIPALITY, kroner(100), Course.of(1, 4))), PARAMETERS);

        AppraisalFigures figures = AppraisalFigures.of(result.municipality());

        assertThat(figures.basis())
                .isEqualTo(
                        "The municipality's own purse, not social value; R-109, year end; years 0 to 4 from 2026; 2025"
                                + " kroner; expected values; parameters 2026-01");
        assertThat(figures.presentValueOfBenefitsOre()).isEqualTo(36_299);
        assertThat(figures.benefitCostRatio()).as("nothing was put in").isNull();
        assertThat(figures.paybackYears()).isNull();
        assertThat(result.municipality().payback()).isEqualTo(new Payback.NeverOutOfPocket());
    }

    @Test
    void a_payback_that_later_costs_undo_is_not_lasting() {
        Plan plan = plan(
                5,
                cost("investment", Party.STATE, kroner(100), Course.once(0)),
                gain("gain", Party.STATE, kroner(60), Course.of(1, 2)),
                cost("repair", Party.STATE, kroner(500), Course.once(4)));

        var payback = (Payback.After) CostBenefit.of(plan, PARAMETERS).fiscal().payback();

        assertThat(payback.lasting()).isFalse();
        Checks.check("100 back by 60 a year, years", "1.6667", payback.years());
        assertThat(CostBenefit.of(plan.cutAt(1), PARAMETERS).fiscal().payback()).isEqualTo(new Payback.NotWithin(1));
    }

    @Test
    void growth_needs_a_source_and_compounds_from_year_zero() {
        var growth = new PriceGrowth.DocumentedGrowth(new BigDecimal("0.01"), Fixtures.EXAMPLE);
        Plan plan = plan(2, gain("care", Party.STATE, kroner(100_000), new Course(2, 1, growth)));

        // 100 000 x 1.01^2 / 1.04^2
        Checks.checkKroner(
                "100 000 in year 2, growing 1 %",
                "94314.0",
                new Amount(CostBenefit.of(plan, PARAMETERS)
                        .fiscal()
                        .presentValueOfBenefits()
                        .ore()));
    }

    @Test
    void planned_stands_beside_realised_for_the_same_years() {
        var planned = CostBenefit.of(
                        plan(3, gain("saving", Party.MUNICIPALITY, kroner(100), Course.of(1, 3))), PARAMETERS)
                .municipality();
        var realised = CostBenefit.of(
                        plan(3, gain("saving", Party.MUNICIPALITY, kroner(50), Course.of(1, 2))), PARAMETERS)
                .municipality();

        PlannedAndRealised<Perspective.Municipality> sideBySide = PlannedAndRealised.of(planned, realised, 2);

        assertThat(sideBySide.plannedToDate().benefits().in(3)).isEqualTo(Amount.ZERO);
        assertThat(sideBySide.realisedShareOfBenefits()).isEqualTo(new Proportion.Known(new BigDecimal("0.5")));
        assertThat(sideBySide.planned()).isEqualTo(planned);
    }

    @Test
    void a_plan_that_contradicts_itself_is_told_so() {
        Effect late = gain("work", Party.STATE, kroner(1), Course.of(1, 40));
        Effect negative = cost("cost", Party.STATE, kroner(-5), Course.once(0));

        assertThatThrownBy(() -> plan(35, late))
                .hasMessage(
                        "Effect work goes on to year 40 but only years 0 to 35 are counted: choose a longer horizon or cut"
                                + " the plan.");
        assertThatThrownBy(() -> plan(40, late, late)).hasMessage("Plan plan has two effects called work.");
        assertThatThrownBy(() -> CostBenefit.of(plan(0, negative), PARAMETERS))
                .hasMessage("Cost cost is below zero: write a cost above zero, and a gain as a benefit.");
        assertThatThrownBy(() -> plan(201))
                .hasMessage("A horizon is from 0 to 200 years after the year of the analysis, not 201.");
        assertThatThrownBy(() -> transfer("pay", Party.STATE, Party.STATE, kroner(1), Course.once(0)))
                .hasMessage("Transfer pay goes from STATE to itself.");
        assertThatThrownBy(() -> CostBenefit.of(plan("R-1", PaymentTiming.YEAR_END, 0, List.of()), PARAMETERS))
                .hasMessage("Parameter version 2026-01 has no discount schedule called R-1.");
        assertThatThrownBy(() -> CostBenefit.sum(List.of())).hasMessage("A portfolio without plans has no figures.");
    }

    private static Effect ofUnitValue(String id, String unitValue) {
        return transfer(
                id, Party.CITIZEN, Party.STATE, new Price.OfUnitValue(unitValue, BigDecimal.ONE), Course.once(0));
    }

    /** What the compiler says of an expression over two results; nothing when it is well typed. */
    private static String compile(String expression) throws URISyntaxException {
        String source = """
                import java.util.List;
                import no.journeyledger.economics.appraisal.*;
                class Attempt {
                    Object attempt(CostBenefit result, CostBenefit other) { return %s; }
                }
                """.formatted(expression);
        var file = new SimpleJavaFileObject(URI.create("string:///Attempt.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        String classes = Path.of(Amount.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        Path target = Path.of("target", "attempts");
        target.toFile().mkdirs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringBuilder();
        compiler.getTask(
                        new StringWriter(),
                        null,
                        diagnostic -> {
                            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                                said.append(diagnostic.getMessage(Locale.ROOT));
                            }
                        },
                        List.of("-proc:none", "-implicit:none", "-d", target.toString(), "-cp", classes),
                        null,
                        List.of(file))
                .call();
        return said.toString();
    }
}
