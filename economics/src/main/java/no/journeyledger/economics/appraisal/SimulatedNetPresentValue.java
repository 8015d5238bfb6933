package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.Bound;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.Estimate;
import no.journeyledger.economics.YearlyAmounts;
import no.journeyledger.economics.discounting.DiscountFactors;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.Parameters;

/**
 * A plan's net present value as a range.
 *
 * <p>Each value is drawn from the triangle over low, expected (the peak) and high. The same plan, parameters, seed and
 * number of draws give the same result, everywhere and always. Every effect draws from a stream of its own, made of the
 * seed and its name, so two variants of a plan differ only where they differ.
 *
 * <p>A skewed triangle's mean is not its peak, so the mean here may differ from the net present value at expected values;
 * both are given.
 *
 * @param basis what the figures rest on
 * @param seed what the draws came from
 * @param draws how many
 * @param generator the algorithm of the draws
 * @param dependence whether values were drawn together
 * @param atExpectedValues the net present value without simulation
 * @param mean of all draws
 * @param p5 one in twenty draws is below or at it
 * @param p10 one in ten
 * @param p50 half of them
 * @param p90 nine in ten
 * @param p95 nineteen in twenty
 * @param shareBelowZero the share of draws in which the plan does not pay
 * @param <P> the perspective
 */
public record SimulatedNetPresentValue<P extends Perspective>(
        Basis<P> basis,
        long seed,
        int draws,
        String generator,
        Dependence dependence,
        Amount atExpectedValues,
        Amount mean,
        Amount p5,
        Amount p10,
        Amount p50,
        Amount p90,
        Amount p95,
        BigDecimal shareBelowZero) {

    /** The most draws in one simulation. */
    public static final int MOST_DRAWS = 100_000;

    /** The fewest. */
    public static final int FEWEST_DRAWS = 100;

    /** The algorithm of the draws. */
    public static final String GENERATOR = "L64X128MixRandom";

    private static final Amount ONE_KRONE = Amount.ofKroner(1);

    /**
     * Simulates a plan in one perspective.
     *
     * @throws CannotBeCalculated when draws are fewer than a hundred or more than {@value #MOST_DRAWS}, or the plan cannot
     *     be calculated
     */
    public static <P extends Perspective> SimulatedNetPresentValue<P> of(
            Plan plan, Parameters parameters, P perspective, Dependence dependence, long seed, int draws) {
        requireDraws(draws);
        var basis = new Basis<>(
                perspective,
                parameters.version(),
                parameters.schedule(plan.schedule()),
                plan.timing(),
                plan.horizon(),
                plan.priceYear(),
                plan.yearZero(),
                Bound.EXPECTED);
        List<Weighed> effects = PricedEffect.of(plan, parameters).stream()
                .map(effect -> Weighed.of(effect, basis, parameters))
                .toList();

        Amount[] results = new Amount[draws];
        Arrays.fill(results, Amount.ZERO);
        for (Weighed effect : effects) {
            RandomGenerator stream = stream(dependence == Dependence.TOGETHER ? seed : seed ^ fingerprint(effect.id()));
            boolean mirrored = dependence == Dependence.TOGETHER && effect.isCost();
            var triangle = Triangle.of(effect.price(), mirrored);
            for (int draw = 0; draw < draws; draw++) {
                results[draw] = results[draw].plus(effect.worthAt(triangle.draw(stream)));
            }
        }
        Amount atExpectedValues = effects.stream()
                .map(effect -> effect.worthAt(effect.price().expected()))
                .reduce(Amount.ZERO, Amount::plus);
        return summary(basis, seed, dependence, atExpectedValues, results);
    }

    /**
     * A number of draws that is enough and not too many.
     *
     * @throws CannotBeCalculated when it is not
     */
    static void requireDraws(int draws) {
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
            throw new CannotBeCalculated("A simulation takes from " + FEWEST_DRAWS + " to " + MOST_DRAWS
                    + " draws, not " + draws + "; a few thousand are enough.");
        }
    }

    static <P extends Perspective> SimulatedNetPresentValue<P> summary(
            Basis<P> basis, long seed, Dependence dependence, Amount atExpectedValues, Amount[] results) {
        Arrays.sort(results);
        BigDecimal draws = BigDecimal.valueOf(results.length);
        Amount sum = Arrays.stream(results).reduce(Amount.ZERO, Amount::plus);
        long below =
                Arrays.stream(results).filter(result -> result.signum() < 0).count();
        return new SimulatedNetPresentValue<>(
                basis,
                seed,
                results.length,
                GENERATOR,
                dependence,
                atExpectedValues,
                new Amount(Arithmetic.divide(sum.ore(), draws)),
                percentile(results, 5),
                percentile(results, 10),
                percentile(results, 50),
                percentile(results, 90),
                percentile(results, 95),
                Arithmetic.divide(BigDecimal.valueOf(below), draws));
    }

    /** Nearest rank: the smallest result that at least that many per cent are not above. */
    private static Amount percentile(Amount[] sorted, int percent) {
        int rank = Math.ceilDiv(sorted.length * percent, 100);
        return sorted[rank - 1];
    }

    static RandomGenerator stream(long seed) {
        return RandomGeneratorFactory.of(GENERATOR).create(seed);
    }

    /** A triangle to draw from. Chance is a double, from 0 (low) to 1 (high); money never is. */
    private record Triangle(Amount low, Amount width, double peak, boolean mirrored) {

        static Triangle of(Estimate estimate, boolean mirrored) {
            Amount width = estimate.high().minus(estimate.low());
            double peak = width.signum() == 0
                    ? 0
                    : estimate.expected().minus(estimate.low()).dividedBy(width).doubleValue();
            return new Triangle(estimate.low(), width, peak, mirrored);
        }

        Amount draw(RandomGenerator stream) {
            double chance = stream.nextDouble();
            double quantile = mirrored ? 1 - chance : chance;
            double position = quantile < peak ? Math.sqrt(quantile * peak) : 1 - Math.sqrt((1 - quantile) * (1 - peak));
            return low.plus(width.times(BigDecimal.valueOf(position)));
        }
    }

    /** 64-bit FNV-1a: the same name gives the same stream in every version of Java. */
    static long fingerprint(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** An effect and what one krone of its price is worth in present value, gained or lost. */
    private record Weighed(String id, boolean isCost, Estimate price, BigDecimal perKroneUp, BigDecimal perKroneDown) {

        static <P extends Perspective> Weighed of(PricedEffect effect, Basis<P> basis, Parameters parameters) {
            return new Weighed(
                    effect.effect().id(),
                    effect.effect().role() instanceof Role.Cost,
                    effect.price(),
                    weight(effect, ONE_KRONE, basis, parameters),
                    weight(effect, ONE_KRONE.negated(), basis, parameters));
        }

        Amount worthAt(Amount drawnPrice) {
            return drawnPrice.times(drawnPrice.signum() < 0 ? perKroneDown : perKroneUp);
        }

        private static <P extends Perspective> BigDecimal weight(
                PricedEffect effect, Amount price, Basis<P> basis, Parameters parameters) {
            DiscountFactors factors = basis.discountFactors();
            YearlyAmounts worth = YearlyAmounts.through(
                    basis.horizon(),
                    year -> effect.effect().course().covers(year)
                            ? basis.perspective()
                                    .worth(effect.parties(effect.amountIn(year, price)), parameters.taxFundingCost())
                            : Amount.ZERO);
            return factors.presentValue(worth).dividedBy(price);
        }
    }
}
