package no.journeyledger.query.projection;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One table of the {@code views} schema (or its namesake in the schema where it is made anew) and the record that is its row:
 * each component is the column of the same name in snake case. Whole batches of rows are read and written in one statement each.
 *
 * @param <R> the row
 */
public final class Table<R extends Record> {

    /** The schema of the tables that are asked. */
    static final String LIVE = "views";

    private final String name;
    private final Class<R> rowType;
    private final List<String> columns;
    private final ColumnType[] types;
    private final MethodHandle[] accessors;
    private final MethodHandle constructor;
    private final int[] key;
    private final Sql live;
    private final Map<String, Sql> elsewhere = new ConcurrentHashMap<>();

    private record Sql(String select, String selectByKeys, String insert, String upsert) {}

    private Table(MethodHandles.Lookup lookup, String name, Class<R> rowType, List<String> keyComponents) {
        this.name = name;
        this.rowType = rowType;
        RecordComponent[] components = rowType.getRecordComponents();
        this.columns =
                Arrays.stream(components).map(c -> snakeCase(c.getName())).toList();
        this.types = Arrays.stream(components).map(ColumnType::of).toArray(ColumnType[]::new);
        try {
            this.accessors = new MethodHandle[components.length];
            for (int i = 0; i < components.length; i++) {
                accessors[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Record.class));
            }
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.constructor = lookup.findConstructor(rowType, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Record.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("the row " + rowType.getName() + " is not open to its table", e);
        }
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        this.key = keyComponents.stream().mapToInt(names::indexOf).toArray();
        if (Arrays.stream(key).anyMatch(index -> index < 0)) {
            throw new IllegalArgumentException("no such key column in " + rowType.getName() + ": " + keyComponents);
        }

        this.live = sql(LIVE);
    }

    /** The statements on the table of this name in a schema. */
    private Sql sql(String schema) {
        String table = schema + "." + name;
        String columnList = String.join(", ", columns);
        String keyList = Arrays.stream(key).mapToObj(columns::get).collect(Collectors.joining(", "));
        String casts = IntStream.range(0, columns.size())
                .mapToObj(i -> "u." + columns.get(i) + types[i].cast)
                .collect(Collectors.joining(", "));
        String unnest = Arrays.stream(types)
                .map(type -> "?::" + type.element + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        String keyUnnest = Arrays.stream(key)
                .mapToObj(index -> "?::" + types[index].element + "[]")
                .collect(Collectors.joining(", "));
        String assignments = IntStream.range(0, columns.size())
                .filter(i -> Arrays.stream(key).noneMatch(k -> k == i))
                .mapToObj(i -> columns.get(i) + " = excluded." + columns.get(i))
                .collect(Collectors.joining(", "));
        String select = "SELECT " + columnList + " FROM " + table;
        String insert = "INSERT INTO " + table + " (" + columnList + ") SELECT " + casts + " FROM " + unnest + " AS u("
                + columnList + ")";
        return new Sql(
                select,
                key.length == 1
                        ? select + " WHERE " + keyList + " = ANY (" + keyUnnest + ")"
                        : select + " WHERE (" + keyList + ") IN (SELECT * FROM unnest(" + keyUnnest + "))",
                insert,
                insert + " ON CONFLICT (" + keyList + ") DO "
                        + (assignments.isEmpty() ? "NOTHING" : "UPDATE SET " + assignments));
    }

    private Sql in(String schema) {
        return schema.equals(LIVE) ? live : elsewhere.computeIfAbsent(schema, this::sql);
    }

    /**
     * Names a table.
     *
     * @param lookup the caller's, so that its row record may stay package-private
     * @param name the table's name in the schema {@code views}
     * @param rowType its row
     * @param keyComponents the components that are its primary key
     */
    public static <R extends Record> Table<R> of(
            MethodHandles.Lookup lookup, String name, Class<R> rowType, String... keyComponents) {
        return new Table<>(lookup, name, rowType, List.of(keyComponents));
    }

    /** The table's name within the schema. */
    public String name() {
        return name;
    }

    /** The column of a component. */
    String column(String component) {
        return columns.get(indexOf(component));
    }

    /** A component of a row. */
    @Nullable
    Object value(R row, String component) {
        return component(row, indexOf(component));
    }

    private int indexOf(String component) {
        int index = columns.indexOf(snakeCase(component));
        if (index < 0) {
            throw new IllegalArgumentException("a row of " + name + " has no " + component);
        }
        return index;
    }

    /** {@code SELECT} of every column, to which a query adds its condition and order. */
    public String select() {
        return live.select();
    }

    /** A new row. That it is already there is a fault. */
    public RowChange insert(R row) {
        return new RowChange.Insert<>(this, row);
    }

    /** Changes a row that must be there. */
    public RowChange.Update<R> update(Object key, UnaryOperator<R> change) {
        return new RowChange.Update<>(
                this,
                key,
                row -> {
                    if (row == null) {
                        throw new MissingRow(name, key);
                    }
                    return change.apply(row);
                },
                row -> List.of());
    }

    /** Changes a row, or makes it when it is not there yet (the change is given {@code null}). */
    public RowChange.Update<R> upsert(Object key, Function<@Nullable R, R> change) {
        return new RowChange.Update<>(this, key, change, row -> List.of());
    }

    /** Changes nothing; lets the row be read together with the rest of its batch. */
    public RowChange expect(Object key) {
        return new RowChange.Expect(this, key);
    }

    /** The key of several columns, in the order they were named. */
    public static Object key(Object... parts) {
        return List.of(parts);
    }

    /** The columns that are the primary key. */
    List<String> keyColumns() {
        return Arrays.stream(key).mapToObj(columns::get).toList();
    }

    Object keyOf(R row) {
        if (key.length == 1) {
            return keyPart(row, 0);
        }
        var parts = new ArrayList<Object>(key.length);
        for (int i = 0; i < key.length; i++) {
            parts.add(keyPart(row, i));
        }
        return parts;
    }

    private Object keyPart(R row, int part) {
        Object value = component(row, key[part]);
        if (value == null) {
            throw new IllegalArgumentException("a key column of " + name + " is empty");
        }
        return value;
    }

    /** The rows that exist of those asked for. */
    List<R> load(Connection connection, String schema, Collection<?> keys) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(in(schema).selectByKeys())) {
            for (int part = 0; part < key.length; part++) {
                var values = new Object[keys.size()];
                int i = 0;
                for (Object one : keys) {
                    Object value = key.length == 1 ? one : ((List<?>) one).get(part);
                    values[i++] = types[key[part]].toColumn(value);
                }
                statement.setArray(part + 1, connection.createArrayOf(types[key[part]].element, values));
            }
            try (ResultSet rows = statement.executeQuery()) {
                var found = new ArrayList<R>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        }
    }

    void insertAll(Connection connection, String schema, List<R> rows) throws SQLException {
        write(connection, in(schema).insert(), rows);
    }

    void upsertAll(Connection connection, String schema, List<R> rows) throws SQLException {
        write(connection, in(schema).upsert(), rows);
    }

    private void write(Connection connection, String sql, List<R> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < types.length; column++) {
                var values = new @Nullable Object[rows.size()];
                for (int i = 0; i < values.length; i++) {
                    Object value = component(rows.get(i), column);
                    values[i] = value == null ? null : types[column].toColumn(value);
                }
                statement.setArray(column + 1, connection.createArrayOf(types[column].element, values));
            }
            statement.executeUpdate();
        }
    }

    /** The row under the cursor of a query that selected with {@link #select()}. */
    public R read(ResultSet rows) throws SQLException {
        var values = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = types[i].fromColumn(rows, i + 1);
        }
        try {
            return rowType.cast((Record) constructor.invokeExact(values));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a row of " + name + " cannot be read", e);
        }
    }

    private @Nullable Object component(R row, int index) {
        try {
            return (Object) accessors[index].invokeExact((Record) row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a row of " + name + " cannot be taken apart", e);
        }
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
