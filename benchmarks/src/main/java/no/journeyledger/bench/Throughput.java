package no.journeyledger.bench;

import static no.journeyledger.bench.Report.decimal;
import static no.journeyledger.bench.Report.row;
import static no.journeyledger.bench.Report.whole;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Durable commands per second over HTTP, and latency at given rates, contenders in turn (A B C A B C ...), so that
 * whatever else the machine does in between falls on all of them alike.
 */
final class Throughput {

    private static final List<Double> SHARES_OF_MOST = List.of(0.1, 0.5);

    private final Plan plan;
    private final Report report;
    private final List<Contender> contenders;

    Throughput(Plan plan, Report report, List<Contender> contenders) {
        this.plan = plan;
        this.report = report;
        this.contenders = contenders;
    }

    /** Measures with every number of clients; the median rate of each contender at the number that is compared. */
    Map<String, Double> closedLoop(int comparedClients) throws IOException, SQLException {
        var compared = new LinkedHashMap<String, Double>();
        var rows = new ArrayList<Report.Row>();
        for (int clients : plan.clients()) {
            var repetitions = new LinkedHashMap<Contender, List<Measured>>();
            for (int i = 0; i < plan.repetitions(); i++) {
                for (Contender contender : contenders) {
                    repetitions
                            .computeIfAbsent(contender, c -> new ArrayList<>())
                            .add(contender.closedLoop(clients, plan.measured()));
                }
            }
            repetitions.forEach((contender, all) -> {
                Measured median = Measured.median(all);
                rows.add(row(
                        contender.name(),
                        Integer.toString(clients),
                        whole(median.perSecond()),
                        whole(all.stream()
                                        .mapToDouble(Measured::perSecond)
                                        .min()
                                        .orElse(0)) + " - "
                                + whole(all.stream()
                                        .mapToDouble(Measured::perSecond)
                                        .max()
                                        .orElse(0)),
                        decimal(median.p50()),
                        decimal(median.p99()),
                        whole(median.serverMicros()),
                        whole(median.databaseMicros()),
                        whole(median.walBytes())));
                if (clients == comparedClients) {
                    compared.put(contender.name(), median.perSecond());
                }
            });
        }
        report.table(
                List.of(
                        "peer",
                        "clients",
                        "commands/s",
                        "lowest - highest",
                        "p50 ms",
                        "p99 ms",
                        "server CPU µs/command",
                        "PostgreSQL CPU µs/command",
                        "WAL bytes/command"),
                rows);
        return compared;
    }

    /** Latency at a tenth and at half of what each contender reached. */
    void openLoop(Map<String, Double> most, int clients) throws IOException, SQLException {
        var rows = new ArrayList<Report.Row>();
        for (double share : SHARES_OF_MOST) {
            var repetitions = new LinkedHashMap<Contender, List<Measured>>();
            for (int i = 0; i < plan.repetitions(); i++) {
                for (Contender contender : contenders) {
                    double rate = Math.max(1, share * most.getOrDefault(contender.name(), 0.0));
                    repetitions
                            .computeIfAbsent(contender, c -> new ArrayList<>())
                            .add(contender.openLoop(rate, clients, plan.measured()));
                }
            }
            repetitions.forEach((contender, all) -> {
                Measured median = Measured.median(all);
                rows.add(row(
                        contender.name(),
                        whole(share * 100) + " %",
                        whole(share * most.getOrDefault(contender.name(), 0.0)),
                        whole(median.perSecond()),
                        decimal(median.p50()),
                        decimal(median.p99()),
                        whole(median.serverMicros()),
                        whole(median.databaseMicros())));
            });
        }
        report.table(
                List.of(
                        "peer",
                        "of its most",
                        "due/s",
                        "answered/s",
                        "p50 ms",
                        "p99 ms",
                        "server CPU µs/command",
                        "PostgreSQL CPU µs/command"),
                rows);
    }
}
