package no.journeyledger.query.projection;

/** An event changes something that was never recorded: the event is parked, and somebody has to look. */
final class MissingRow extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingRow(String table, Object key) {
        super("no row " + key + " in " + table + " to change");
    }
}
