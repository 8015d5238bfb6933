package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that a batch of events touches: read together, changed in memory in the events' order, written together. */
final class RowBatch {

    private final Connection connection;
    private final String schema;
    private final Map<Table<?>, Touched<?>> tables = new LinkedHashMap<>();

    private RowBatch(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Carries out the changes, in order, with at most one read and two writes per table. */
    static void write(Connection connection, String schema, List<RowChange> changes) throws SQLException {
        var batch = new RowBatch(connection, schema);
        for (RowChange change : changes) {
            batch.announce(change);
        }
        for (Touched<?> touched : batch.tables.values()) {
            touched.loadExpected();
        }
        for (RowChange change : changes) {
            batch.carryOut(change);
        }
        for (Touched<?> touched : batch.tables.values()) {
            touched.store();
        }
    }

    private void announce(RowChange change) {
        switch (change) {
            case RowChange.Insert<?> insert -> of(insert.table());
            case RowChange.Update<?> update -> of(update.table()).expected.add(update.key());
            case RowChange.Expect expect -> of(expect.table()).expected.add(expect.key());
        }
    }

    private void carryOut(RowChange change) throws SQLException {
        switch (change) {
            case RowChange.Insert<?> insert -> insert(insert);
            case RowChange.Update<?> update -> update(update);
            case RowChange.Expect expect -> {
                // read already
            }
        }
    }

    private <R extends Record> void insert(RowChange.Insert<R> insert) {
        of(insert.table()).insert(insert.row());
    }

    private <R extends Record> void update(RowChange.Update<R> update) throws SQLException {
        Touched<R> touched = of(update.table());
        R changed = update.change().apply(touched.get(update.key()));
        touched.put(update.key(), changed);
        for (RowChange next : update.then().apply(changed)) {
            carryOut(next);
        }
    }

    @SuppressWarnings("unchecked") // a table is only ever put beside rows of its own type
    private <R extends Record> Touched<R> of(Table<R> table) {
        return (Touched<R>) tables.computeIfAbsent(table, t -> new Touched<>((Table<R>) t));
    }

    private final class Touched<R extends Record> {
        private final Table<R> table;
        private final Set<Object> expected = new HashSet<>();
        private final Map<Object, R> before = new LinkedHashMap<>();
        private final Map<Object, R> now = new LinkedHashMap<>();
        private final Set<Object> inserted = new HashSet<>();
        private final Set<Object> known = new HashSet<>();

        Touched(Table<R> table) {
            this.table = table;
        }

        void loadExpected() throws SQLException {
            if (!expected.isEmpty()) {
                for (R row : table.load(connection, schema, expected)) {
                    Object key = table.keyOf(row);
                    before.put(key, row);
                    now.put(key, row);
                }
                known.addAll(expected);
            }
        }

        @Nullable
        R get(Object key) throws SQLException {
            if (known.add(key)) {
                for (R row : table.load(connection, schema, List.of(key))) {
                    before.put(key, row);
                    now.put(key, row);
                }
            }
            return now.get(key);
        }

        void insert(R row) {
            Object key = table.keyOf(row);
            if (now.putIfAbsent(key, row) != null) {
                throw new IllegalStateException("row " + key + " of " + table + " is already there");
            }
            known.add(key);
            inserted.add(key);
        }

        void put(Object key, R row) {
            if (!table.keyOf(row).equals(key)) {
                throw new IllegalStateException("a change of row " + key + " of " + table + " moved it to another key");
            }
            now.put(key, row);
        }

        void store() throws SQLException {
            var inserts = new ArrayList<R>();
            var upserts = new ArrayList<R>();
            for (Map.Entry<Object, R> entry : now.entrySet()) {
                if (inserted.contains(entry.getKey())) {
                    inserts.add(entry.getValue());
                } else if (!Objects.equals(entry.getValue(), before.get(entry.getKey()))) {
                    upserts.add(entry.getValue());
                }
            }
            table.insertAll(connection, schema, inserts);
            table.upsertAll(connection, schema, upserts);
        }
    }
}
