package no.journeyledger.economics.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Bound;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.Parameters;

/**
 * Net present values as ranges, in all four perspectives from the same draws.
 *
 * <p>What is uncertain is named by the caller: everything under one name goes up or down as one, in every year. Its place
 * between low and high is drawn from the triangle over 0, where the expected value lies, and 1; its net present value is
 * then taken in straight lines between the low, the expected and the high one, in whole øre. So a draw costs the same however
 * many effects lie behind a name, and a portfolio of any size can be simulated.
 *
 * @param municipality in the municipality's own purse
 * @param fiscal in all public purses
 * @param citizen for the citizen
 * @param society for everybody
 */
public record SimulatedCostBenefit(
        SimulatedNetPresentValue<Perspective.Municipality> municipality,
        SimulatedNetPresentValue<Perspective.Fiscal> fiscal,
        SimulatedNetPresentValue<Perspective.Citizen> citizen,
        SimulatedNetPresentValue<Perspective.Society> society) {

    /** Places between low and expected, and between expected and high, are drawn to a millionth. */
    private static final long PLACES = 1_000_000;

    /**
     * Simulates.
     *
     * @param certain what is known and not drawn, e.g. costs
     * @param uncertain what is drawn; plans of the same years and kroner, with stated prices
     * @throws CannotBeCalculated when draws are too few or too many, or something cannot be calculated
     */
    public static SimulatedCostBenefit of(
            Plan certain,
            List<Uncertain> uncertain,
            Parameters parameters,
            Dependence dependence,
            long seed,
            int draws) {
        SimulatedNetPresentValue.requireDraws(draws);
        CostBenefit known = CostBenefit.of(certain, parameters);
        var municipality = new Range<>(known, CostBenefit::municipality, draws);
        var fiscal = new Range<>(known, CostBenefit::fiscal, draws);
        var citizen = new Range<>(known, CostBenefit::citizen, draws);
        var society = new Range<>(known, CostBenefit::society, draws);
        for (Uncertain one : uncertain) {
            Drawn drawn = Drawn.of(one, parameters, dependence, seed, draws);
            municipality.add(drawn);
            fiscal.add(drawn);
            citizen.add(drawn);
            society.add(drawn);
        }
        return new SimulatedCostBenefit(
                municipality.summary(seed, dependence),
                fiscal.summary(seed, dependence),
                citizen.summary(seed, dependence),
                society.summary(seed, dependence));
    }

    /** The draws as they add up in one perspective. */
    private static final class Range<P extends Perspective> {

        private final Function<CostBenefit, Appraisal<P>> by;
        private final Basis<P> basis;
        private final long[] results;
        private final List<Amount> atExpectedValues = new ArrayList<>();

        private Range(CostBenefit known, Function<CostBenefit, Appraisal<P>> by, int draws) {
            Appraisal<P> ground = by.apply(known);
            this.by = by;
            this.basis = ground.basis();
            this.atExpectedValues.add(ground.netPresentValue());
            this.results = new long[draws];
            Arrays.fill(results, ground.netPresentValue().toOre());
        }

        private void add(Drawn drawn) {
            Appraisal<P> expected = by.apply(drawn.expected());
            basis.requireSameAs(expected.basis());
            atExpectedValues.add(expected.netPresentValue());
            drawn.addTo(results, by);
        }

        private SimulatedNetPresentValue<P> summary(long seed, Dependence dependence) {
            Amount[] amounts = Arrays.stream(results).mapToObj(Amount::ofOre).toArray(Amount[]::new);
            return SimulatedNetPresentValue.summary(
                    basis, seed, dependence, atExpectedValues.stream().reduce(Amount.ZERO, Amount::plus), amounts);
        }
    }

    /**
     * Something uncertain at its three values, and its place in each draw.
     *
     * @param places from 0 (low) over {@link #PLACES} (expected) to twice that (high)
     */
    private record Drawn(CostBenefit low, CostBenefit expected, CostBenefit high, int[] places) {

        static Drawn of(Uncertain uncertain, Parameters parameters, Dependence dependence, long seed, int draws) {
            long own = dependence == Dependence.TOGETHER
                    ? seed
                    : seed ^ SimulatedNetPresentValue.fingerprint(uncertain.name());
            RandomGenerator stream = SimulatedNetPresentValue.stream(own);
            double peak = uncertain.peak();
            var places = new int[draws];
            for (int draw = 0; draw < draws; draw++) {
                places[draw] = place(stream.nextDouble(), peak);
            }
            return new Drawn(
                    CostBenefit.of(uncertain.plan(), parameters, Bound.LOW),
                    CostBenefit.of(uncertain.plan(), parameters, Bound.EXPECTED),
                    CostBenefit.of(uncertain.plan(), parameters, Bound.HIGH),
                    places);
        }

        /** Chance is a double, from 0 (low) to 1 (high); money never is. */
        private static int place(double chance, double peak) {
            return Math.toIntExact(
                    chance < peak
                            ? Math.round(Math.sqrt(chance / peak) * PLACES)
                            : 2 * PLACES - Math.round(Math.sqrt((1 - chance) / (1 - peak)) * PLACES));
        }

        <P extends Perspective> void addTo(long[] results, Function<CostBenefit, Appraisal<P>> by) {
            long atLow = by.apply(low).netPresentValue().toOre();
            long atExpected = by.apply(expected).netPresentValue().toOre();
            long atHigh = by.apply(high).netPresentValue().toOre();
            try {
                long below = Math.subtractExact(atExpected, atLow);
                long above = Math.subtractExact(atHigh, atExpected);
                for (int draw = 0; draw < results.length; draw++) {
                    long place = places[draw];
                    long value = place < PLACES
                            ? Math.addExact(atLow, part(below, place))
                            : Math.addExact(atExpected, part(above, place - PLACES));
                    results[draw] = Math.addExact(results[draw], value);
                }
            } catch (ArithmeticException tooLarge) {
                var refusal = new CannotBeCalculated("The amounts are too large to be simulated.");
                refusal.initCause(tooLarge);
                throw refusal;
            }
        }

        /** So many millionths of an amount, towards zero. */
        private static long part(long amount, long millionths) {
            return amount / PLACES * millionths + amount % PLACES * millionths / PLACES;
        }
    }
}
