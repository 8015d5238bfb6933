package no.journeyledger.economics.selfreport;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What came back of a form. */
public sealed interface Answers {

    /**
     * The form was filled in, perhaps with items left open.
     *
     * @param items in the order of the form; empty for an item left open
     */
    record Given(List<OptionalInt> items) implements Answers {
        /** Copies the list. */
        public Given {
            items = List.copyOf(items);
        }
    }

    /** The person did not want to answer. That is an answer, not a missing one. */
    record Declined() implements Answers {}

    /** A form that was filled in; {@code null} for an item left open. */
    static Answers given(@Nullable Integer... items) {
        return new Given(Arrays.stream(items)
                .map(item -> item == null ? OptionalInt.empty() : OptionalInt.of(item))
                .toList());
    }
}
