package no.journeyledger.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.List;

/** A peer on a database of its own, whose process can be started again on the same data. */
interface Deployment {

    /** How the report calls it. */
    String name();

    /** In which form it runs. */
    enum Form {
        /** Commands alone; nobody follows what is recorded. */
        COMMANDS,
        /** Commands and projections in one process. */
        ONE_PROCESS,
        /** Commands and projections in a process each. */
        TWO_PROCESSES
    }

    /** Starts new processes that are sent these requests. */
    Contender start(Form form, LoadGenerator.Requests requests) throws IOException, SQLException, InterruptedException;

    /** Where its projections say how far they are. */
    Lag.Following following();

    /**
     * Gives each citizen this many more events of history.
     *
     * @param running the process that is running on the data
     */
    void lengthen(Contender running, Workload workload, List<Workload.Citizen> citizens, int events)
            throws IOException, SQLException;

    /** Where its query service listens, in the forms that have one. */
    InetSocketAddress queries();
}
