package no.journeyledger.economics.selfreport;

import java.math.BigDecimal;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.Who5Scale;

/**
 * One person's WHO-5 before and after. Before and after is not effect: there is no comparison group.
 *
 * @param <R> own or proxy
 */
public sealed interface Who5Change<R extends Respondent> {

    /** What must stand beside every before and after. */
    String CAVEAT = "Before/after, no comparison group: this shows change, not effect.";

    /**
     * Both were scored.
     *
     * @param before the score before, 0-100
     * @param after the score after, 0-100
     * @param meaningful whether it changed by as much as matters to a person
     * @param meaningfulThreshold that many points, 10
     * @param reliable whether it changed by more than measurement error explains
     * @param reliableChange {@code RC = (after - before) / (SD sqrt(2 (1 - alpha)))}, in standard errors of a difference.
     *     Source: Jacobson and Truax 1991
     * @param reliableThreshold more points than {@code 1.96 x SD sqrt(2 (1 - alpha))}; stricter than the other
     * @param parameterVersion the version of the parameters the norms are from
     */
    record Compared<R extends Respondent>(
            int before,
            int after,
            Change meaningful,
            int meaningfulThreshold,
            Change reliable,
            BigDecimal reliableChange,
            BigDecimal reliableThreshold,
            String parameterVersion)
            implements Who5Change<R> {

        /** {@code after - before}, points. */
        public int points() {
            return after - before;
        }
    }

    /**
     * They cannot be compared.
     *
     * @param reason why not, as a sentence
     * @param declined whether that is because the person declined to answer
     */
    record NotCompared<R extends Respondent>(String reason, boolean declined) implements Who5Change<R> {}

    /**
     * Compares two reports of the same kind of respondent.
     *
     * @throws CannotBeCalculated when the one called after is not later, or one is the person's own and the other is not
     */
    static <R extends Respondent> Who5Change<R> between(Who5Report<R> before, Who5Report<R> after) {
        if (!after.on().isAfter(before.on())) {
            throw new CannotBeCalculated("The report after is from " + after.on() + " and the one before from "
                    + before.on() + ": the first must be the later one.");
        }
        if (!before.respondent().getClass().equals(after.respondent().getClass())) {
            throw new CannotBeCalculated("The person's own answers and answers given for them are never compared.");
        }
        if (!before.scale().equals(after.scale())) {
            return new NotCompared<>("The two were scored differently: score both with one parameter version.", false);
        }
        return switch (before.score()) {
            case Who5Score.Declined ignored -> new NotCompared<>("The person declined to answer before.", true);
            case Who5Score.NotScored ignored -> new NotCompared<>("An item was left open before.", false);
            case Who5Score.Scored first ->
                switch (after.score()) {
                    case Who5Score.Declined ignored -> new NotCompared<>("The person declined to answer after.", true);
                    case Who5Score.NotScored ignored -> new NotCompared<>("An item was left open after.", false);
                    case Who5Score.Scored second ->
                        compared(first.score(), second.score(), after.scale(), after.parameterVersion());
                };
        };
    }

    private static <R extends Respondent> Who5Change<R> compared(
            int before, int after, Who5Scale scale, String parameterVersion) {
        int points = after - before;
        BigDecimal error = standardErrorOfDifference(scale);
        BigDecimal reliableChange = Arithmetic.divide(BigDecimal.valueOf(points), error);
        Change meaningful = Math.abs(points) >= scale.meaningfulChange() ? direction(points) : Change.NO_CHANGE;
        Change reliable =
                reliableChange.abs().compareTo(scale.criticalValue()) > 0 ? direction(points) : Change.NO_CHANGE;
        return new Compared<>(
                before,
                after,
                meaningful,
                scale.meaningfulChange(),
                reliable,
                reliableChange,
                error.multiply(scale.criticalValue(), Arithmetic.PRECISION),
                parameterVersion);
    }

    /** {@code SD sqrt(2 (1 - alpha))}, points. */
    private static BigDecimal standardErrorOfDifference(Who5Scale scale) {
        BigDecimal unreliability = BigDecimal.ONE.subtract(scale.reliability());
        return unreliability
                .multiply(BigDecimal.TWO)
                .sqrt(Arithmetic.PRECISION)
                .multiply(scale.standardDeviation(), Arithmetic.PRECISION);
    }

    private static Change direction(int points) {
        return points > 0 ? Change.BETTER : Change.WORSE;
    }
}
