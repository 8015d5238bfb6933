package no.journeyledger.query.door;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param items in order
 * @param next the {@code cursor} of the following page, absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The page of rows fetched with {@link Asked#limitAndOne()}: one more than fits says that there is another page. */
    public static <R, T> Page<T> of(Asked asked, List<R> rows, ToLongFunction<R> position, Function<R, T> item) {
        boolean more = rows.size() > asked.limit();
        List<R> shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Page<>(
                shown.stream().map(item).toList(), more ? Cursor.after(position.applyAsLong(shown.getLast())) : null);
    }
}
