package no.journeyledger.query.projection;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of views, wherever they are: kept in the tables, or folded from events just now. What is answered from rows is the
 * same answer either way.
 */
public interface Rows {

    /**
     * The rows about something.
     *
     * @param table whose rows
     * @param about the component of the row that names it
     * @param id what it is about
     * @param order the component that orders them
     */
    <R extends Record> List<R> about(Table<R> table, String about, UUID id, String order);

    /**
     * The rows about something of a journey. Ids of things are given by callers, and may be the same in another journey.
     *
     * @param journey the journey; every row has a component of that name
     * @param about the component of the row that names the thing
     * @param id its id
     */
    default <R extends Record> List<R> about(Table<R> table, UUID journey, String about, UUID id, String order) {
        return about(table, about, id, order).stream()
                .filter(row -> journey.equals(table.value(row, "journey")))
                .toList();
    }

    /** The rows in the tables. */
    static Rows kept(JdbcClient views) {
        return new Rows() {
            @Override
            public <R extends Record> List<R> about(Table<R> table, String about, UUID id, String order) {
                return views.sql(table.select() + " WHERE " + table.column(about) + " = ? ORDER BY "
                                + table.column(order))
                        .param(id)
                        .query((row, i) -> table.read(row))
                        .list();
            }
        };
    }
}
