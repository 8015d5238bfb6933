package no.journeyledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The append-only table of logical types and revisions, each with the small number events are stored under. A writer
 * registers the types it knows when it starts; a reader looks again when it meets a number it has not seen.
 */
public final class TypeRegistry {

    private final DataSource source;
    private final Map<Integer, LogicalTypeName> names = new ConcurrentHashMap<>();
    private final Map<LogicalTypeName, Integer> ids = new ConcurrentHashMap<>();

    /**
     * A registry over a database; reads nothing yet.
     *
     * @param source connections of the writer or reader role
     */
    public TypeRegistry(DataSource source) {
        this.source = source;
    }

    /**
     * Registers the newest revision of every type of the catalogue. Only the writer role may.
     *
     * @throws LedgerUnavailable when the database cannot be reached
     */
    public void register(EventCatalogue catalogue) {
        refresh();
        try (Connection connection = source.getConnection();
                PreparedStatement register = connection.prepareStatement("SELECT ledger.register_event_type(?, ?)")) {
            for (LogicalTypeName type : catalogue.types().stream()
                    .sorted(Comparator.comparing(LogicalTypeName::name))
                    .toList()) {
                if (ids.containsKey(type)) {
                    continue;
                }
                register.setString(1, type.name());
                register.setInt(2, type.revision());
                try (ResultSet answer = register.executeQuery()) {
                    answer.next();
                    remember(answer.getInt(1), type);
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("the event types could not be registered", e);
        }
    }

    /**
     * The number a type is stored under.
     *
     * @throws IllegalStateException when the type was never registered
     */
    public int idOf(LogicalTypeName type) {
        Integer id = ids.get(type);
        if (id == null) {
            throw new IllegalStateException(type + " is not registered: register the catalogue when the writer starts");
        }
        return id;
    }

    /** The type stored under a number, looking again in the database if needed; {@code null} when there is none. */
    public @Nullable LogicalTypeName find(int id) {
        LogicalTypeName name = names.get(id);
        if (name == null) {
            refresh();
            name = names.get(id);
        }
        return name;
    }

    private void refresh() {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT id, name, revision FROM ledger.event_type");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                remember(rows.getInt(1), new LogicalTypeName(rows.getString(2), rows.getInt(3)));
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("the event types could not be read", e);
        }
    }

    private void remember(int id, LogicalTypeName type) {
        names.put(id, type);
        ids.put(type, id);
    }
}
