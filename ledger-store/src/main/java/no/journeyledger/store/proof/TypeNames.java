package no.journeyledger.store.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;

/** What type numbers stand for, read from the database and nowhere else: the log holds what is stored. */
final class TypeNames {

    private final DataSource source;
    private final Map<Integer, LogicalTypeName> names = new HashMap<>();

    TypeNames(DataSource source) {
        this.source = source;
    }

    LogicalTypeName nameOf(EncodedEvent event) throws SQLException {
        LogicalTypeName name = names.get(event.typeId());
        if (name == null) {
            try (Connection connection = source.getConnection()) {
                read(connection).forEach((id, rows) -> names.put(id, rows.getFirst()));
            }
            name = names.get(event.typeId());
        }
        if (name == null) {
            throw new LogUnreadable("position " + event.position() + " has type number " + event.typeId()
                    + ", which stands for nothing: it was altered, or the type's row removed");
        }
        return name;
    }

    /** The rows under each number; one, unless somebody altered a number. */
    static Map<Integer, List<LogicalTypeName>> read(Connection connection) throws SQLException {
        var names = new HashMap<Integer, List<LogicalTypeName>>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, name, revision FROM ledger.event_type");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.computeIfAbsent(rows.getInt(1), id -> new ArrayList<>())
                        .add(new LogicalTypeName(rows.getString(2), rows.getInt(3)));
            }
        }
        return names;
    }
}
