package no.journeyledger.economics.selfreport;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.parameters.SmallGroupThreshold;

/**
 * A group's WHO-5 before and after. Own reports only, or proxy reports only: the type does not let them be pooled. Carries
 * {@link Who5Change#CAVEAT}.
 *
 * @param <R> own or proxy
 */
public sealed interface Who5GroupChange<R extends Respondent> {

    /**
     * The group is large enough.
     *
     * @param compared how many persons have a score before and after
     * @param meanPoints the mean change, points
     * @param meaningful how many changed as much as matters to a person
     * @param reliable how many changed by more than measurement error explains
     * @param declined how many declined, before or after
     * @param open how many left an item open, or cannot be compared for another reason
     */
    record Shown<R extends Respondent>(
            int compared, BigDecimal meanPoints, Counts meaningful, Counts reliable, Counted declined, Counted open)
            implements Who5GroupChange<R> {}

    /**
     * The group is too small to be shown.
     *
     * @param threshold the fewest persons a figure may be about
     */
    record Hidden<R extends Respondent>(int threshold) implements Who5GroupChange<R> {}

    /** A number of persons, or that it is too small to be shown. */
    sealed interface Counted {

        /**
         * The number; nobody may be shown.
         *
         * @param number how many
         */
        record Persons(int number) implements Counted {}

        /** Between one and the threshold. */
        record TooFew() implements Counted {}
    }

    /** How many changed which way. All three are hidden together: two of them would give away the third. */
    sealed interface Counts {

        /**
         * The numbers.
         *
         * @param better how many for the better
         * @param unchanged how many neither
         * @param worse how many for the worse
         */
        record Numbers(int better, int unchanged, int worse) implements Counts {}

        /** One of the three is between one and the threshold. */
        record TooFew() implements Counts {}
    }

    /** Puts the changes of a group together. */
    static <R extends Respondent> Who5GroupChange<R> of(
            Collection<Who5Change<R>> changes, SmallGroupThreshold threshold) {
        List<Who5Change.Compared<R>> compared = changes.stream()
                .<Who5Change.Compared<R>>mapMulti((change, sink) -> {
                    if (change instanceof Who5Change.Compared<R> both) {
                        sink.accept(both);
                    }
                })
                .toList();
        if (compared.size() < threshold.fewest()) {
            return new Hidden<>(threshold.fewest());
        }
        int declined = (int)
                notCompared(changes).filter(Who5Change.NotCompared::declined).count();
        int points = compared.stream().mapToInt(Who5Change.Compared::points).sum();
        return new Shown<>(
                compared.size(),
                Arithmetic.divide(BigDecimal.valueOf(points), BigDecimal.valueOf(compared.size())),
                counts(compared, Who5Change.Compared::meaningful, threshold),
                counts(compared, Who5Change.Compared::reliable, threshold),
                counted(declined, threshold),
                counted(changes.size() - compared.size() - declined, threshold));
    }

    private static <R extends Respondent> Stream<Who5Change.NotCompared<R>> notCompared(
            Collection<Who5Change<R>> changes) {
        return changes.stream().mapMulti((change, sink) -> {
            if (change instanceof Who5Change.NotCompared<R> not) {
                sink.accept(not);
            }
        });
    }

    private static <R extends Respondent> Counts counts(
            List<Who5Change.Compared<R>> compared,
            Function<Who5Change.Compared<R>, Change> by,
            SmallGroupThreshold threshold) {
        int better = (int) compared.stream()
                .filter(change -> by.apply(change) == Change.BETTER)
                .count();
        int worse = (int) compared.stream()
                .filter(change -> by.apply(change) == Change.WORSE)
                .count();
        int unchanged = compared.size() - better - worse;
        boolean tooFew =
                IntStream.of(better, unchanged, worse).anyMatch(count -> count > 0 && count < threshold.fewest());
        return tooFew ? new Counts.TooFew() : new Counts.Numbers(better, unchanged, worse);
    }

    private static Counted counted(int persons, SmallGroupThreshold threshold) {
        return persons > 0 && persons < threshold.fewest() ? new Counted.TooFew() : new Counted.Persons(persons);
    }
}
