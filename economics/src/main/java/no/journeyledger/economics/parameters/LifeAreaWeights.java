package no.journeyledger.economics.parameters;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * How much each area of life counts in a satisfaction index. Stages are never averaged; this is for self-reports only.
 *
 * @param weights a weight above zero for each of the six areas; only their proportions matter
 * @param source who decided them
 * @param inForce when they apply
 */
public record LifeAreaWeights(Map<LifeArea, BigDecimal> weights, Source source, InForce inForce) {

    /**
     * Copies the weights.
     *
     * @throws CannotBeCalculated when an area has no weight or one that is not above zero
     */
    public LifeAreaWeights {
        Map<LifeArea, BigDecimal> copy = new EnumMap<>(LifeArea.class);
        for (LifeArea area : LifeArea.values()) {
            BigDecimal weight = weights.get(area);
            if (weight == null || weight.signum() <= 0) {
                throw new CannotBeCalculated("Life area " + area + " needs a weight above zero.");
            }
            copy.put(area, weight);
        }
        weights = Collections.unmodifiableMap(copy);
    }

    /** The weight of an area. */
    public BigDecimal of(LifeArea area) {
        return weights.getOrDefault(area, BigDecimal.ZERO);
    }
}
