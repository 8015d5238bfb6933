package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Bound;
import no.journeyledger.economics.Estimate;
import no.journeyledger.economics.appraisal.Appraisal;
import no.journeyledger.economics.appraisal.AppraisalFigures;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.OptimismCorrection;
import no.journeyledger.economics.appraisal.PartyBalance;
import no.journeyledger.economics.appraisal.Perspective;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.appraisal.PlannedAndRealised;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.effect.Adjustments;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.Price;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.events.benefit.GainForm;
import org.jspecify.annotations.Nullable;

/** Costs and benefits of some journeys, in the four perspectives and party by party, planned beside realised. */
final class Figures {

    private static final int FACTOR_DECIMALS = 6;
    private static final Role COST = new Role.Cost();
    private static final Role GAIN =
            new Role.Benefit(Adjustments.none("what is taken off was taken off when the benefit was valued"));

    private final Basis basis;
    private final CostBenefit low;
    private final CostBenefit expected;
    private final CostBenefit high;
    private final CostBenefit realised;
    private final int lastYear;

    private Figures(
            Basis basis, CostBenefit low, CostBenefit expected, CostBenefit high, CostBenefit realised, int lastYear) {
        this.basis = basis;
        this.low = low;
        this.expected = expected;
        this.high = high;
        this.realised = realised;
        this.lastYear = lastYear;
    }

    /**
     * Of flows.
     *
     * @param realisedTo the calendar year up to which something can have been realised
     * @throws no.journeyledger.economics.CannotBeCalculated when they cannot be put together on this basis
     */
    static Figures of(List<Flow> flows, Basis basis, Parameters parameters, int realisedTo) {
        Plan planned = plan("planned", flows.stream().filter(Flow::planned).toList(), basis, parameters);
        Plan realised =
                plan("realised", flows.stream().filter(flow -> !flow.planned()).toList(), basis, parameters);
        return new Figures(
                basis,
                CostBenefit.of(planned, parameters, Bound.LOW),
                CostBenefit.of(planned, parameters, Bound.EXPECTED),
                CostBenefit.of(planned, parameters, Bound.HIGH),
                CostBenefit.of(realised, parameters, Bound.EXPECTED),
                Math.clamp(realisedTo - basis.yearZero(), 0, basis.horizon()));
    }

    /** Flows as a plan, corrected as asked for when it is a forecast; what falls after the horizon is left out. */
    static Plan plan(String name, List<Flow> flows, Basis basis, Parameters parameters) {
        boolean forecast = name.equals("planned");
        // Unit values are looked up first: what is then alike is one effect, however many there were. Losses and gains
        // stay
        // apart, because a correction for optimism treats them differently.
        var together = new LinkedHashMap<Alike, Estimate>();
        for (Flow flow : flows) {
            int year = Math.max(0, flow.year() - basis.yearZero());
            if (year > basis.horizon()) {
                continue;
            }
            Estimate price = flow.price(parameters, basis.priceYear());
            if (forecast && !flow.cost()) {
                price = price.times(basis.success());
            }
            together.merge(Alike.of(flow, year, price), price, Figures::sum);
        }
        var effects = new ArrayList<Effect>();
        together.forEach((alike, price) -> effects.add(
                effect(alike, name + " " + effects.size(), new Price.Stated(price), Course.once(alike.year()))));
        // What was realised is known: there is nothing to be too hopeful about.
        OptimismCorrection optimism = forecast
                ? new OptimismCorrection(basis.costsUp(), basis.benefitsDown(), "as asked for")
                : OptimismCorrection.none("what was realised is not a forecast");
        return new Plan(
                name,
                basis.yearZero(),
                basis.priceYear(),
                basis.horizon(),
                PaymentTiming.valueOf(basis.timing()),
                basis.schedule(),
                optimism,
                effects);
    }

    /** What flows have in common that are one effect. */
    private record Alike(
            boolean cost,
            int year,
            GainForm form,
            no.journeyledger.events.benefit.@Nullable Party giver,
            no.journeyledger.events.benefit.Party receiver,
            int low,
            int expected,
            int high) {

        static Alike of(Flow flow, int year, Estimate price) {
            return new Alike(
                    flow.cost(),
                    year,
                    flow.form(),
                    flow.giver(),
                    flow.receiver(),
                    price.low().signum(),
                    price.expected().signum(),
                    price.high().signum());
        }
    }

    private static Estimate sum(Estimate one, Estimate other) {
        return new Estimate(
                one.low().plus(other.low()),
                one.expected().plus(other.expected()),
                one.high().plus(other.high()));
    }

    private static Effect effect(Alike flow, String name, Price price, Course course) {
        Party receiver = party(flow.receiver());
        if (flow.cost()) {
            return new Effect.ResourceEffect(name, COST, receiver, Form.CASH, price, course);
        }
        return switch (flow.form()) {
            case CASH -> new Effect.ResourceEffect(name, GAIN, receiver, Form.CASH, price, course);
            case IN_KIND -> new Effect.ResourceEffect(name, GAIN, receiver, Form.IN_KIND, price, course);
            case TRANSFER -> new Effect.Transfer(name, GAIN, giver(flow), receiver, price, course);
        };
    }

    private static Party giver(Alike flow) {
        no.journeyledger.events.benefit.Party giver = flow.giver();
        if (giver == null || flow.form() != GainForm.TRANSFER) {
            throw new IllegalStateException("a transfer without a giver");
        }
        return party(giver);
    }

    private static Party party(no.journeyledger.events.benefit.Party party) {
        return switch (party) {
            case CITIZEN -> Party.CITIZEN;
            case MUNICIPALITY -> Party.MUNICIPALITY;
            case REGION -> Party.REGION;
            case STATE -> Party.STATE;
            case PRIVATE -> Party.PRIVATE;
        };
    }

    /** Planned at expected values, exact: for tests of what must add up. */
    CostBenefit planned() {
        return expected;
    }

    /** Realised, exact. */
    CostBenefit realised() {
        return realised;
    }

    /**
     * One perspective. Perspectives are never added.
     *
     * @param perspective whose gain it is
     * @param label what a figure in it may be called
     * @param low planned, benefits low and costs high
     * @param planned planned, at expected values
     * @param high planned, benefits high and costs low
     * @param plannedToDate planned, up to the last year in which something can have been realised
     * @param realised costs paid and benefits measured so far
     * @param years year by year, {@code null} when not asked for
     */
    record InPerspective(
            String perspective,
            String label,
            AppraisalFigures low,
            AppraisalFigures planned,
            AppraisalFigures high,
            AppraisalFigures plannedToDate,
            AppraisalFigures realised,
            @Schema(nullable = true) @Nullable List<OfYear> years) {}

    /**
     * One year, whole øre; years in which nothing happens are left out.
     *
     * @param year the calendar year; of year 0 also what fell earlier
     * @param discountFactor what one krone of that year is worth in year 0, rounded to six decimals
     * @param planned at expected values
     * @param realised costs paid and benefits measured
     */
    record OfYear(int year, BigDecimal discountFactor, CostAndBenefit planned, CostAndBenefit realised) {}

    /**
     * A year's costs and benefits.
     *
     * @param costsOre as they fall
     * @param benefitsOre as they fall
     * @param discountedCostsOre in present value
     * @param discountedBenefitsOre in present value
     */
    record CostAndBenefit(long costsOre, long benefitsOre, long discountedCostsOre, long discountedBenefitsOre) {

        static CostAndBenefit of(Appraisal<?> appraisal, int year) {
            BigDecimal factor = appraisal.basis().discountFactors().factor(year);
            Amount costs = appraisal.costs().in(year);
            Amount benefits = appraisal.benefits().in(year);
            return new CostAndBenefit(
                    costs.toOre(),
                    benefits.toOre(),
                    costs.times(factor).toOre(),
                    benefits.times(factor).toOre());
        }

        boolean isNothing() {
            return costsOre == 0 && benefitsOre == 0;
        }
    }

    List<InPerspective> perspectives() {
        return perspectives(false);
    }

    /** The four perspectives, year by year too when asked for. */
    List<InPerspective> perspectives(boolean years) {
        return List.of(
                seen(CostBenefit::municipality, years),
                seen(CostBenefit::fiscal, years),
                seen(CostBenefit::citizen, years),
                seen(CostBenefit::society, years));
    }

    private List<OfYear> years(Appraisal<?> planned, Appraisal<?> came) {
        var years = new ArrayList<OfYear>();
        for (int year = 0; year <= basis.horizon(); year++) {
            var expectedOfIt = CostAndBenefit.of(planned, year);
            var cameOfIt = CostAndBenefit.of(came, year);
            if (!expectedOfIt.isNothing() || !cameOfIt.isNothing()) {
                years.add(new OfYear(
                        basis.yearZero() + year,
                        planned.basis()
                                .discountFactors()
                                .factor(year)
                                .setScale(FACTOR_DECIMALS, RoundingMode.HALF_EVEN),
                        expectedOfIt,
                        cameOfIt));
            }
        }
        return years;
    }

    private <P extends Perspective> InPerspective seen(Function<CostBenefit, Appraisal<P>> by, boolean years) {
        Appraisal<P> planned = by.apply(expected);
        PlannedAndRealised<P> sideBySide = PlannedAndRealised.of(planned, by.apply(realised), lastYear);
        P perspective = planned.basis().perspective();
        return new InPerspective(
                perspective.code(),
                perspective.label(),
                AppraisalFigures.of(by.apply(low)),
                AppraisalFigures.of(planned),
                AppraisalFigures.of(by.apply(high)),
                AppraisalFigures.of(sideBySide.plannedToDate()),
                AppraisalFigures.of(sideBySide.realised()),
                years ? years(planned, by.apply(realised)) : null);
    }

    /**
     * What one party puts in and gets out, in present value, whole øre. Costs in one pocket and gains in another is the
     * normal case.
     *
     * @param party who
     * @param plannedPutsOre its share of the planned costs
     * @param plannedGetsOre its planned benefits
     * @param realisedPutsOre what it has paid
     * @param realisedGetsOre what it has gained
     */
    record OfParty(
            String party, long plannedPutsOre, long plannedGetsOre, long realisedPutsOre, long realisedGetsOre) {}

    List<OfParty> parties() {
        return Arrays.stream(Party.values())
                .map(party -> {
                    PartyBalance planned = expected.balanceOf(party);
                    PartyBalance came = realised.balanceOf(party);
                    return new OfParty(
                            party.name(),
                            planned.puts().toOre(),
                            planned.gets().toOre(),
                            came.puts().toOre(),
                            came.gets().toOre());
                })
                .toList();
    }

    Basis basis() {
        return basis;
    }
}
