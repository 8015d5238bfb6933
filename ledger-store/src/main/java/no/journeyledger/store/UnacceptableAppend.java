package no.journeyledger.store;

import java.sql.SQLException;

/** The database refuses the append's own data. Nothing of it was written; repeating it would not help. */
public final class UnacceptableAppend extends AppendFailure {

    private final String sqlState;

    UnacceptableAppend(SQLException cause) {
        super("the ledger refuses the data of this append (SQLSTATE " + cause.getSQLState() + ")", cause);
        this.sqlState = String.valueOf(cause.getSQLState());
    }

    /** The database's five-character code. */
    public String sqlState() {
        return sqlState;
    }
}
