package no.journeyledger.query.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.store.RecordedEvent;

/**
 * Rows folded from some of the ledger's events, in memory: what the tables would hold had nothing else been recorded. The
 * folds are the projections' own, so that what is replayed and what is kept cannot come apart.
 *
 * <p>Where the events were chosen by when they took effect, an entry may change what had not begun by then (an answer dated
 * before the proposal it answers). Such a change has nothing to change and is left out; the entry is told.
 */
public final class FoldedRows implements Rows {

    private final List<Fold> folds;
    private final Map<Table<?>, Map<Object, Record>> tables = new LinkedHashMap<>();

    /** No rows yet; every event applied goes through all the folds. */
    public FoldedRows(List<Fold> folds) {
        this.folds = List.copyOf(folds);
    }

    /**
     * Applies an event.
     *
     * @return whether all of it could be: false when it changes what is not there
     */
    public boolean apply(RecordedEvent event) {
        boolean whole = true;
        for (Fold fold : folds) {
            for (RowChange change : fold.fold(event)) {
                whole &= carryOut(change);
            }
        }
        return whole;
    }

    private boolean carryOut(RowChange change) {
        return switch (change) {
            case RowChange.Insert<?> insert -> insert(insert);
            case RowChange.Update<?> update -> update(update);
            case RowChange.Expect ignored -> true;
        };
    }

    private <R extends Record> boolean insert(RowChange.Insert<R> insert) {
        Object key = insert.table().keyOf(insert.row());
        if (of(insert.table()).putIfAbsent(key, insert.row()) != null) {
            throw new IllegalStateException("row " + key + " of " + insert.table() + " is already there");
        }
        return true;
    }

    @SuppressWarnings("unchecked") // a table is only ever put beside rows of its own type
    private <R extends Record> boolean update(RowChange.Update<R> update) {
        Map<Object, Record> rows = of(update.table());
        R changed;
        try {
            changed = update.change().apply((R) rows.get(update.key()));
        } catch (MissingRow ignored) {
            return false;
        }
        rows.put(update.key(), changed);
        boolean whole = true;
        for (RowChange next : update.then().apply(changed)) {
            whole &= carryOut(next);
        }
        return whole;
    }

    private Map<Object, Record> of(Table<?> table) {
        return tables.computeIfAbsent(table, ignored -> new LinkedHashMap<>());
    }

    @Override
    @SuppressWarnings("unchecked") // as above; what orders rows compares
    public <R extends Record> List<R> about(Table<R> table, String about, UUID id, String order) {
        var found = new ArrayList<R>();
        for (Record row : of(table).values()) {
            if (id.equals(table.value((R) row, about))) {
                found.add((R) row);
            }
        }
        found.sort(Comparator.comparing(row -> (Comparable<Object>) table.value(row, order)));
        return found;
    }
}
