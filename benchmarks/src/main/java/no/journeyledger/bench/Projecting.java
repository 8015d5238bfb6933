package no.journeyledger.bench;

import static no.journeyledger.bench.Report.decimal;
import static no.journeyledger.bench.Report.row;
import static no.journeyledger.bench.Report.whole;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * What happens after the append: how long until a command is seen in the projections, at half of what each contender
 * does with its projections on, and how fast projections are made again.
 */
final class Projecting {

    private static final double MOST_LAG_MILLIS = 50;
    private static final List<String> PROJECTIONS = List.of("journeys", "decisions", "money", "timeline");
    private static final String TUNED_ROWS = "select count(*) from tuned_timeline";
    private static final int MOST_REPLAYS = 3;

    private final Plan plan;
    private final Report report;
    private final Peers peers;
    private final BenchPostgres postgres;
    private final int tunedPool;
    private final int clients;

    Projecting(Plan plan, Report report, Peers peers, BenchPostgres postgres, int tunedPool, int clients) {
        this.plan = plan;
        this.report = report;
        this.peers = peers;
        this.postgres = postgres;
        this.tunedPool = tunedPool;
        this.clients = clients;
    }

    private record Followed(Contender contender, Deployment deployment) {}

    void measure() throws IOException, SQLException, InterruptedException, GeneralSecurityException {
        var followed = new ArrayList<Followed>();
        Deployment tuned = peers.tuned(postgres, "tuned_views", tunedPool);
        try {
            Deployment one = peers.ledger(postgres, "ledger_one_process");
            followed.add(start(one, Deployment.Form.ONE_PROCESS));
            followed.add(start(peers.ledger(postgres, "ledger_two_processes"), Deployment.Form.TWO_PROCESSES));
            followed.add(start(tuned, Deployment.Form.ONE_PROCESS));
            lag(followed);
            followed.removeLast().contender().close();
            rebuild(followed.getFirst(), tuned);
        } finally {
            followed.forEach(each -> each.contender().close());
        }
    }

    private Followed start(Deployment deployment, Deployment.Form form)
            throws IOException, SQLException, InterruptedException {
        Contender contender = deployment.start(form, number -> new byte[0]);
        var followed = new Followed(contender, deployment);
        try {
            contender.spreadOver(peers.workload(), plan.journeys());
            contender.warmUp(clients, plan.warmUp());
            return followed;
        } catch (IOException | SQLException e) {
            contender.close();
            throw e;
        }
    }

    private void lag(List<Followed> followed) throws IOException, SQLException, InterruptedException {
        report.heading("From append to visible, at half load");
        var most = new LinkedHashMap<Followed, List<Double>>();
        for (int i = 0; i < plan.repetitions(); i++) {
            for (Followed each : followed) {
                awaitProjected(each);
                most.computeIfAbsent(each, f -> new ArrayList<>())
                        .add(each.contender()
                                .closedLoop(clients, plan.measured())
                                .perSecond());
            }
        }
        var lags = new LinkedHashMap<Followed, List<Lag>>();
        for (int i = 0; i < plan.repetitions(); i++) {
            for (Followed each : followed) {
                awaitProjected(each);
                double half = Measured.middle(most.getOrDefault(each, List.of())) / 2;
                Lag lag = Lag.measure(
                        each.contender(), postgres, each.deployment().following(), half, clients, plan.measured());
                if (lag.unseen() > 0) {
                    throw new IllegalStateException(
                            each.contender().name() + ": " + lag.unseen() + " commands never became visible");
                }
                lags.computeIfAbsent(each, f -> new ArrayList<>()).add(lag);
            }
        }
        var rows = new ArrayList<Report.Row>();
        var p99 = new LinkedHashMap<Followed, Double>();
        lags.forEach((each, all) -> {
            double rate = Measured.middle(most.getOrDefault(each, List.of()));
            p99.put(each, middle(all.stream().map(Lag::fromAcknowledged).toList(), 99));
            rows.add(row(
                    each.contender().name(),
                    whole(rate),
                    whole(rate / 2),
                    decimal(middle(all.stream().map(Lag::fromAcknowledged).toList(), 50)),
                    decimal(p99.getOrDefault(each, 0.0)),
                    decimal(middle(all.stream().map(Lag::fromDue).toList(), 50)),
                    decimal(middle(all.stream().map(Lag::fromDue).toList(), 99))));
        });
        report.table(
                List.of(
                        "peer",
                        "most commands/s, projections on",
                        "commands/s",
                        "from reply to visible p50 ms",
                        "p99 ms",
                        "from due to visible p50 ms",
                        "p99 ms"),
                rows);
        double tuned = p99.getOrDefault(followed.getLast(), 0.0);
        for (Followed each : followed.subList(0, followed.size() - 1)) {
            double ours = p99.getOrDefault(each, Double.MAX_VALUE);
            report.goal(
                    each.contender().name() + ": p99 from reply to visible under 50 ms and not above T's",
                    ours < MOST_LAG_MILLIS && ours <= tuned,
                    decimal(ours) + " ms, T " + decimal(tuned) + " ms");
        }
        var proofs = new ArrayList<String>();
        for (Followed each : followed) {
            proofs.add(each.contender().proof());
        }
        report.paragraph("\nCounted at the end: " + String.join("; ", proofs) + ".");
    }

    private static double middle(List<Histogram> histograms, double percentile) {
        return Measured.middle(histograms.stream()
                .map(histogram -> Lag.milliseconds(histogram, percentile))
                .toList());
    }

    private void awaitProjected(Followed followed) throws SQLException, InterruptedException {
        Lag.awaitRows(postgres, followed.deployment().following());
    }

    private void rebuild(Followed ledger, Deployment tuned)
            throws IOException, SQLException, InterruptedException, GeneralSecurityException {
        report.heading("Projections made again from the first event");
        var rows = new ArrayList<Report.Row>();
        Contender contender = ledger.contender();
        Lag.Following following = ledger.deployment().following();
        long missing = plan.rebuiltEvents() - postgres.number(following.database(), following.recorded());
        if (missing > 0) {
            contender.closedLoop(peers.workload().ratings(contender.citizens()), clients, missing);
        }
        awaitProjected(ledger);
        String operator = peers.operator();
        for (List<String> together : List.of(List.of("timeline"), PROJECTIONS)) {
            var repetitions = new ArrayList<Rebuild>();
            for (int i = 0; i < plan.repetitions(); i++) {
                repetitions.add(
                        Rebuild.ofLedger(ledger.deployment().queries(), operator, together, postgres, following));
            }
            rows.add(row(
                    contender.name() + ": " + String.join(", ", together),
                    Long.toString(repetitions.getFirst().events()),
                    whole(Measured.middle(
                            repetitions.stream().map(Rebuild::perSecond).toList()))));
        }
        rows.add(replayed(tuned));
        report.table(List.of("projections", "events", "events/s"), rows);
    }

    private Report.Row replayed(Deployment tuned) throws IOException, SQLException, InterruptedException {
        Lag.Following following = tuned.following();
        long events = postgres.number(following.database(), following.recorded());
        var repetitions = new ArrayList<Double>();
        for (int i = 0; i < Math.min(plan.repetitions(), MOST_REPLAYS); i++) {
            forget(following.database());
            try (var watcher = Executors.newSingleThreadExecutor()) {
                Future<Rebuild> replay = watcher.submit(() -> Rebuild.fromNothing(postgres, following, TUNED_ROWS));
                try (Contender again = tuned.start(Deployment.Form.ONE_PROCESS, number -> new byte[0])) {
                    repetitions.add(replay.get().perSecond());
                    long seen = postgres.number(following.database(), TUNED_ROWS);
                    if (seen != events) {
                        throw new IllegalStateException(
                                again.name() + " has " + events + " events and projected " + seen);
                    }
                }
            } catch (ExecutionException e) {
                throw new SQLException(e.getCause());
            }
        }
        return row("T: its own timeline, a row per event", Long.toString(events), whole(Measured.middle(repetitions)));
    }

    private void forget(String database) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("truncate tuned_timeline restart identity");
            statement.execute("delete from tokenentry");
        }
    }
}
