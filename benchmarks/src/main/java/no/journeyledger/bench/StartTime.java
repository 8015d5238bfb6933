package no.journeyledger.bench;

import static no.journeyledger.bench.Report.decimal;
import static no.journeyledger.bench.Report.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.journeyledger.standalone.Standalone;

/** How long the standalone takes from the start of its process to the first 200 of both services. */
final class StartTime {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MOST_SECONDS = 15;

    private final Plan plan;
    private final Report report;
    private final Path work;

    StartTime(Plan plan, Report report, Path work) {
        this.plan = plan;
        this.report = report;
        this.work = work;
    }

    /** The first start makes the database and loads the demonstration cases; the later ones find them there. */
    void measure() throws IOException, InterruptedException {
        report.heading("Start of the standalone");
        Path data = Files.createTempDirectory(work, "standalone-data");
        Path keys = Files.createTempDirectory(work, "standalone-keys");
        double first = start(data, keys);
        var later = new ArrayList<Double>();
        for (int i = 0; i < plan.starts(); i++) {
            later.add(start(data, keys));
        }
        report.table(
                List.of("start", "seconds to the first 200 of both services"),
                List.of(
                        row("first, with nothing there", decimal(first)),
                        row("later, median of " + plan.starts(), decimal(Measured.middle(later)))));
        report.goal(
                "warm, the standalone answers within 15 s",
                Measured.middle(later) <= MOST_SECONDS,
                decimal(Measured.middle(later)) + " s");
    }

    private double start(Path data, Path keys) throws IOException, InterruptedException {
        int queries = BenchPostgres.freePort();
        var launch = new ServerProcess.Launch(
                "standalone",
                Standalone.class.getName(),
                plan.jvmOptions(),
                List.of(),
                Map.of(
                        "LEDGER_DATA_DIR",
                        data.toString(),
                        "LEDGER_KEYS_DIR",
                        keys.toString(),
                        "LEDGER_COMMAND_PORT",
                        Integer.toString(BenchPostgres.freePort()),
                        "LEDGER_ISSUER_PORT",
                        Integer.toString(BenchPostgres.freePort()),
                        "LEDGER_QUERY_PORT",
                        Integer.toString(queries)),
                "/actuator/health/readiness"); // the query service starts last
        try (ServerProcess standalone = ServerProcess.start(launch, queries, work)) {
            return standalone.startTime().toNanos() / NANOS_PER_SECOND;
        }
    }
}
