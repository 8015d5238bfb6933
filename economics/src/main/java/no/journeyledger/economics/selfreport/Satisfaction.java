package no.journeyledger.economics.selfreport;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.LifeArea;
import no.journeyledger.economics.parameters.LifeAreaWeights;
import no.journeyledger.economics.parameters.RatingScale;

/** Satisfaction with each area of life, 0-10. */
public sealed interface Satisfaction {

    /**
     * The form was filled in.
     *
     * @param byArea the answer per area; an area left open is not in it
     */
    record Answered(Map<LifeArea, Integer> byArea) implements Satisfaction {

        /** Copies the answers. */
        public Answered {
            Map<LifeArea, Integer> copy = new EnumMap<>(LifeArea.class);
            copy.putAll(byArea);
            byArea = Collections.unmodifiableMap(copy);
        }

        /**
         * The weighted mean of all areas, {@code sum w x / sum w}. There is none when an area was left open: a missing answer
         * is not guessed. Never calculated from stages.
         */
        public Index index(LifeAreaWeights weights) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal all = BigDecimal.ZERO;
            for (LifeArea area : LifeArea.values()) {
                Integer answer = byArea.get(area);
                if (answer == null) {
                    return new Index.None("Satisfaction with " + area + " was left open.");
                }
                sum = sum.add(weights.of(area).multiply(BigDecimal.valueOf(answer)));
                all = all.add(weights.of(area));
            }
            return new Index.Of(Arithmetic.divide(sum, all));
        }
    }

    /** The person declined to answer. */
    record Declined() implements Satisfaction {}

    /** A weighted mean, or none. */
    sealed interface Index {

        /**
         * There is one.
         *
         * @param value 0-10, not rounded
         */
        record Of(BigDecimal value) implements Index {}

        /**
         * There is none.
         *
         * @param reason why not, as a sentence
         */
        record None(String reason) implements Index {}
    }

    /**
     * Reads a form: one item per area of life, in the order of {@link LifeArea}.
     *
     * @throws CannotBeCalculated when it has another number of items, or an answer outside of the scale
     */
    static Satisfaction of(Answers answers, RatingScale scale) {
        return switch (answers) {
            case Answers.Declined ignored -> new Declined();
            case Answers.Given given -> {
                LifeArea[] areas = LifeArea.values();
                Forms.requireFits(given, areas.length, scale.lowest(), scale.highest(), "Satisfaction");
                Map<LifeArea, Integer> byArea = new EnumMap<>(LifeArea.class);
                for (int i = 0; i < areas.length; i++) {
                    LifeArea area = areas[i];
                    given.items().get(i).ifPresent(answer -> byArea.put(area, answer));
                }
                yield new Answered(byArea);
            }
        };
    }
}
