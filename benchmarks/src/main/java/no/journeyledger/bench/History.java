package no.journeyledger.bench;

import static no.journeyledger.bench.Report.decimal;
import static no.journeyledger.bench.Report.row;
import static no.journeyledger.bench.Report.whole;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one command costs on a citizen with a long history, from one client. Warm: the citizen is sent one command after
 * the other. Cold: the process is new (and then driven with other citizens until it runs at full speed), and each of
 * several citizens is sent one single command.
 */
final class History {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final int KEPT_EVERY = 64;

    private final Plan plan;
    private final Report report;
    private final Workload workload;
    private final BenchPostgres postgres;
    private final List<Report.Row> rows = new ArrayList<>();

    History(Plan plan, Report report, Workload workload, BenchPostgres postgres) {
        this.plan = plan;
        this.report = report;
        this.workload = workload;
        this.postgres = postgres;
    }

    /** One command's median time and the mean of its processor time, server and database together. */
    private record Cost(double milliseconds, double micros) {}

    private record Citizens(Workload.Citizen warm, List<Workload.Citizen> cold) {}

    /**
     * Measures a peer.
     *
     * @return cost at the longest history divided by the cost at the shortest: warm and cold
     */
    Map<String, Double> measure(Deployment peer) throws IOException, SQLException, InterruptedException {
        List<Workload.Citizen> others;
        var byLength = new LinkedHashMap<Integer, Citizens>();
        try (Contender running = peer.start(Deployment.Form.COMMANDS, number -> new byte[0])) {
            others = workload.openJourneys(running.server().address(), plan.journeys() / 2);
            for (int length : plan.histories()) {
                byLength.put(length, grow(peer, running, length));
            }
        }
        try (Contender fresh = peer.start(Deployment.Form.COMMANDS, workload.ratings(others))) {
            fresh.warmUp(8, plan.warmUp());
            var cold = new LinkedHashMap<Integer, Cost>();
            for (var entry : byLength.entrySet()) {
                cold.put(entry.getKey(), cold(fresh, entry.getValue().cold()));
            }
            Map<Integer, Cost> warm = warm(fresh, byLength);
            for (int length : plan.histories()) {
                Cost coldCost = cost(cold, length);
                Cost warmCost = cost(warm, length);
                rows.add(row(
                        peer.name(),
                        whole(length),
                        decimal(warmCost.milliseconds()),
                        whole(warmCost.micros()),
                        decimal(coldCost.milliseconds()),
                        whole(coldCost.micros())));
            }
            int first = plan.histories().getFirst();
            int last = plan.histories().getLast();
            var ratios = new LinkedHashMap<String, Double>();
            ratios.put(
                    "warm time",
                    cost(warm, last).milliseconds() / cost(warm, first).milliseconds());
            ratios.put("warm CPU", cost(warm, last).micros() / cost(warm, first).micros());
            ratios.put(
                    "cold time",
                    cost(cold, last).milliseconds() / cost(cold, first).milliseconds());
            ratios.put("cold CPU", cost(cold, last).micros() / cost(cold, first).micros());
            return ratios;
        }
    }

    /** Writes what was measured. */
    void table() {
        report.table(
                List.of("peer", "events of history", "warm p50 ms", "warm CPU µs", "cold p50 ms", "cold CPU µs"), rows);
    }

    private Citizens grow(Deployment peer, Contender running, int length) throws IOException, SQLException {
        Workload.Citizen warm =
                workload.openJourneys(running.server().address(), 1).getFirst();
        List<Workload.Citizen> cold = workload.openJourneys(running.server().address(), plan.coldCitizens());
        peer.lengthen(running, workload, List.of(warm), length - 1);
        peer.lengthen(running, workload, cold, length - 1);
        if (length > KEPT_EVERY) {
            // Spread them over the way from one kept state to the next, so that no lucky length is measured.
            for (int i = 0; i < cold.size(); i++) {
                peer.lengthen(running, workload, List.of(cold.get(i)), i * KEPT_EVERY / cold.size());
            }
        }
        return new Citizens(warm, cold);
    }

    private Cost cold(Contender fresh, List<Workload.Citizen> citizens) throws IOException, SQLException {
        var times = new ArrayList<Double>();
        Duration before = cpu(fresh);
        for (Workload.Citizen citizen : citizens) {
            times.add(fresh.closedLoop(workload.ratings(List.of(citizen)), 1, 1).p50());
        }
        return new Cost(Measured.middle(times), cpu(fresh).minus(before).toNanos() / NANOS_PER_MICRO / citizens.size());
    }

    /** In turn over the lengths, so that whatever else the machine does falls on all of them alike. */
    private Map<Integer, Cost> warm(Contender fresh, Map<Integer, Citizens> byLength) throws IOException, SQLException {
        var times = new LinkedHashMap<Integer, List<Double>>();
        var micros = new LinkedHashMap<Integer, List<Double>>();
        int commands = Math.max(1, plan.warmCommands() / plan.repetitions());
        for (int i = 0; i <= plan.repetitions(); i++) {
            for (var entry : byLength.entrySet()) {
                var ratings = workload.ratings(List.of(entry.getValue().warm()));
                Duration before = cpu(fresh);
                double p50 = fresh.closedLoop(ratings, 1, commands).p50();
                double used = cpu(fresh).minus(before).toNanos() / NANOS_PER_MICRO / commands;
                if (i > 0) { // the first round loads the citizen
                    times.computeIfAbsent(entry.getKey(), l -> new ArrayList<>())
                            .add(p50);
                    micros.computeIfAbsent(entry.getKey(), l -> new ArrayList<>())
                            .add(used);
                }
            }
        }
        var costs = new LinkedHashMap<Integer, Cost>();
        times.forEach((length, all) -> costs.put(
                length, new Cost(Measured.middle(all), Measured.middle(micros.getOrDefault(length, List.of())))));
        return costs;
    }

    private Duration cpu(Contender fresh) {
        return fresh.server().preciseCpu().plus(postgres.preciseCpu());
    }

    private static Cost cost(Map<Integer, Cost> costs, int length) {
        Cost cost = costs.get(length);
        if (cost == null) {
            throw new IllegalStateException("nothing was measured at " + length + " events");
        }
        return cost;
    }
}
