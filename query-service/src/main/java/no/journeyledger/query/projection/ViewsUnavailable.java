package no.journeyledger.query.projection;

import java.sql.SQLException;

/** The views' database failed in a way that says nothing about the events; what was under way is tried again. */
public final class ViewsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    ViewsUnavailable(String projection, SQLException cause) {
        super("projection " + projection + " could not reach its tables (" + cause.getSQLState() + ")", cause);
    }
}
