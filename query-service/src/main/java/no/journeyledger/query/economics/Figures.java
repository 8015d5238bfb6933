package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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

/** Costs and benefits of some journeys, in the four perspectives and party by party, planned beside realised. */
final class Figures {

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
        var effects = new ArrayList<Effect>();
        boolean forecast = name.equals("planned");
        for (Flow flow : flows) {
            int year = Math.max(0, flow.year() - basis.yearZero());
            if (year > basis.horizon()) {
                continue;
            }
            Estimate price = flow.price(parameters, basis.priceYear());
            if (forecast && !flow.cost()) {
                price = price.times(basis.success());
            }
            effects.add(effect(flow, name + " " + effects.size(), new Price.Stated(price), Course.once(year)));
        }
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

    private static Effect effect(Flow flow, String name, Price price, Course course) {
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

    private static Party giver(Flow flow) {
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
     */
    record InPerspective(
            String perspective,
            String label,
            AppraisalFigures low,
            AppraisalFigures planned,
            AppraisalFigures high,
            AppraisalFigures plannedToDate,
            AppraisalFigures realised) {}

    List<InPerspective> perspectives() {
        return List.of(
                seen(CostBenefit::municipality),
                seen(CostBenefit::fiscal),
                seen(CostBenefit::citizen),
                seen(CostBenefit::society));
    }

    private <P extends Perspective> InPerspective seen(Function<CostBenefit, Appraisal<P>> by) {
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
                AppraisalFigures.of(sideBySide.realised()));
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
