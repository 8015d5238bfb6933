package no.journeyledger.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an event does to one row of a view. Changes are pure; the rows they need are read once for a whole batch. */
public sealed interface RowChange {

    /** The table it is about. */
    Table<?> table();

    /** A new row. */
    record Insert<R extends Record>(Table<R> table, R row) implements RowChange {}

    /**
     * A row read, changed and written back.
     *
     * @param table the table
     * @param key the row's key
     * @param change from the row as it is ({@code null} when there is none) to the row as it shall be
     * @param then further changes that follow from the changed row
     */
    record Update<R extends Record>(
            Table<R> table, Object key, Function<@Nullable R, R> change, Function<R, List<RowChange>> then)
            implements RowChange {

        /** The same change, followed by what the changed row gives rise to. */
        public Update<R> then(Function<R, RowChange> next) {
            return new Update<>(table, key, change, row -> {
                var changes = new ArrayList<>(then.apply(row));
                changes.add(next.apply(row));
                return changes;
            });
        }
    }

    /** A row that later changes of the same event will need. */
    record Expect(Table<?> table, Object key) implements RowChange {}
}
