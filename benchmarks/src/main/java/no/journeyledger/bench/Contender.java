package no.journeyledger.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A server under load, with a count of what it has acknowledged, to be compared with the rows it has. */
final class Contender implements AutoCloseable {

    private static final double NANOS_PER_MICRO = 1e3;

    private final String name;
    private final ServerProcess server;
    private final List<ServerProcess> companions;
    private final BenchPostgres postgres;
    private final String database;
    private final String rowCount;
    private LoadGenerator.Requests requests;
    private List<Workload.Citizen> citizens = List.of();
    private long rowsBefore;
    private long acknowledged;

    /**
     * @param name how the report calls it
     * @param server answers the requests
     * @param companions other processes that belong to it
     * @param database where its rows are
     * @param rowCount the query that counts them
     * @param requests what it is sent
     */
    Contender(
            String name,
            ServerProcess server,
            List<ServerProcess> companions,
            BenchPostgres postgres,
            String database,
            String rowCount,
            LoadGenerator.Requests requests)
            throws SQLException {
        this.name = name;
        this.server = server;
        this.companions = List.copyOf(companions);
        this.postgres = postgres;
        this.database = database;
        this.rowCount = rowCount;
        this.requests = requests;
        this.rowsBefore = postgres.number(database, rowCount);
    }

    String name() {
        return name;
    }

    ServerProcess server() {
        return server;
    }

    /** Opens this many journeys; from now on it is sent ratings spread over them, and only those count. */
    void spreadOver(Workload workload, int journeys) throws IOException, SQLException {
        citizens = workload.openJourneys(server.address(), journeys);
        requests = workload.ratings(citizens);
        rowsBefore = postgres.number(database, rowCount);
        acknowledged = 0;
    }

    /** Whom its commands are about. */
    List<Workload.Citizen> citizens() {
        return citizens;
    }

    /** Drives it without measuring. */
    void warmUp(int clients, Duration duration) throws IOException {
        acknowledged +=
                generator(clients).closedLoop(duration).allAccepted(name).accepted();
    }

    /** As fast as it answers. */
    Measured closedLoop(int clients, Duration duration) throws IOException, SQLException {
        return measured(() -> generator(clients).closedLoop(duration));
    }

    /** At a given rate; latency counts from when each request was due. */
    Measured openLoop(double perSecond, int clients, Duration duration) throws IOException, SQLException {
        return measured(() -> generator(clients).openLoop(perSecond, duration));
    }

    /** The same, for somebody who follows every reply. */
    Load openLoop(double perSecond, int clients, Duration duration, LoadGenerator.Replies replies) throws IOException {
        Load load = new LoadGenerator(server.address(), clients, requests, replies)
                .openLoop(perSecond, duration)
                .allAccepted(name);
        acknowledged += load.accepted();
        return load;
    }

    /** This many commands, whose requests are made by {@code others}. */
    Measured closedLoop(LoadGenerator.Requests others, int clients, long commands) throws IOException, SQLException {
        return measured(() -> generator(others, clients).closedLoop(commands));
    }

    private LoadGenerator generator(int clients) {
        return generator(requests, clients);
    }

    private LoadGenerator generator(LoadGenerator.Requests sent, int clients) {
        return new LoadGenerator(server.address(), clients, sent, (number, due, arrived, reply) -> {});
    }

    /** Counts commands that somebody else sent to it. */
    void acknowledged(long more) {
        acknowledged += more;
    }

    @FunctionalInterface
    private interface Driven {
        Load load() throws IOException;
    }

    private Measured measured(Driven driven) throws IOException, SQLException {
        long walBefore = postgres.walBytes();
        Duration serverBefore = cpu();
        Duration databaseBefore = postgres.cpu();
        Load load = driven.load().allAccepted(name);
        double commands = Math.max(1, load.accepted());
        acknowledged += load.accepted();
        return new Measured(
                load.perSecond(),
                load.milliseconds(50),
                load.milliseconds(99),
                cpu().minus(serverBefore).toNanos() / NANOS_PER_MICRO / commands,
                postgres.cpu().minus(databaseBefore).toNanos() / NANOS_PER_MICRO / commands,
                (postgres.walBytes() - walBefore) / commands);
    }

    /**
     * Says how many rows prove the work.
     *
     * @throws IllegalStateException when there are fewer or more than were acknowledged
     */
    String proof() throws SQLException {
        long rows = postgres.number(database, rowCount) - rowsBefore;
        if (rows != acknowledged) {
            throw new IllegalStateException(
                    name + " acknowledged " + acknowledged + " commands and has " + rows + " rows");
        }
        return name + ": " + acknowledged + " acknowledged, " + rows + " rows";
    }

    private Duration cpu() {
        return companions.stream().map(ServerProcess::cpu).reduce(server.cpu(), Duration::plus);
    }

    @Override
    public void close() {
        server.close();
        companions.forEach(ServerProcess::close);
    }

    /** The best of several by one figure. */
    static <T> T best(List<T> candidates, ToDoubleFunction<T> figure) {
        T best = candidates.getFirst();
        for (T candidate : candidates) {
            if (figure.applyAsDouble(candidate) > figure.applyAsDouble(best)) {
                best = candidate;
            }
        }
        return best;
    }
}
