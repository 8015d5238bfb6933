package no.journeyledger.bench;

import static no.journeyledger.bench.Report.decimal;
import static no.journeyledger.bench.Report.row;
import static no.journeyledger.bench.Report.whole;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The speed suite. Prints one report and writes it beside the machine's facts to {@code benchmarks/results/}.
 *
 * <p>Arguments: {@code --quick} for the short form, {@code --brief} for fewer figures, {@code --out <folder>} for another place.
 */
public final class Benchmarks {

    private static final int COMPARED_CLIENTS = 64;
    private static final double LEAST_ADVANTAGE = 1.5;
    private static final double MOST_GROWTH = 1.3;

    private final Plan plan;
    private final Report report;
    private final Path work;
    private final Map<Contender, Integer> tunedPools = new HashMap<>();
    private int tunedPool;

    private Benchmarks(Plan plan, Path work) {
        this.plan = plan;
        this.work = work;
        this.report = new Report(!plan.quick());
        this.tunedPool = plan.pools().getFirst();
    }

    /** Runs the suite. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
        List<String> given = List.of(arguments);
        int out = given.indexOf("--out");
        Path folder = out < 0 ? Path.of("benchmarks", "results") : Path.of(given.get(out + 1));
        Plan plan =
                given.contains("--quick") ? Plan.shortForm() : given.contains("--brief") ? Plan.brief() : Plan.full();
        run(plan, folder);
    }

    /** Measures everything and writes the report; the file it was written to. */
    static Path run(Plan plan, Path results)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        Path work = Files.createTempDirectory("journey-ledger-bench");
        var benchmarks = new Benchmarks(plan, work);
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        Path file = results.resolve((plan.quick() ? "quick-" : "full-") + time + ".md");
        try {
            benchmarks.everything();
            return file;
        } finally {
            benchmarks.report.write(file);
            System.out.println("Written to " + file);
            BenchPostgres.delete(work);
        }
    }

    private void everything() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        report.paragraph(
                "# Speed, " + (plan.quick() ? "short form: shows that it works, its figures mean nothing" : "measured")
                        + "\n\n" + facts(Machine.here()));
        Path binaries = Files.createDirectory(work.resolve("postgresql"));
        BenchPostgres.unpackBinaries(binaries);
        List<Profile> profiles = profiles();
        for (Profile profile : profiles) {
            measure(profile, binaries, profiles.getFirst().equals(profile));
        }
        new StartTime(plan, report, work).measure();
    }

    private String facts(Machine machine) {
        return "- machine: %s, %d cores, %d MiB, %s\n"
                        .formatted(machine.processor(), machine.cores(), machine.memoryMiB(), machine.system())
                + "- Java: " + machine.java() + ", every server with " + String.join(" ", plan.jvmOptions())
                + "\n- PostgreSQL, the same for all: " + new TreeMap<>(BenchPostgres.SETTINGS)
                + "\n- ledger at " + machine.commit()
                + "\n- servers, PostgreSQL and the load generator share this machine; compare within a table only";
    }

    private List<Profile> profiles() throws IOException, InterruptedException {
        var profiles = new ArrayList<Profile>();
        profiles.add(Profile.asItIs());
        Optional<SlowFlush> slowFlush = SlowFlush.build(work);
        if (slowFlush.isPresent()) {
            profiles.add(Profile.oneMillisecond(slowFlush.get()));
        } else {
            report.paragraph("The 1 ms profile is left out: no C compiler, or not Linux.");
        }
        return profiles;
    }

    private void measure(Profile profile, Path binaries, boolean alsoProjections)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        var peers = new Peers(work, plan.jvmOptions());
        try (var postgres = BenchPostgres.start(binaries, profile.environment())) {
            report.heading("Durable commands, profile " + profile.name());
            report.paragraph("One commit of one row from one connection takes "
                    + postgres.medianCommit().toNanos() / 1_000 + " µs (median).");
            rawWithoutHttp(postgres);
            if (plan.quick() && !alsoProjections) {
                return; // that flushes are slow is seen from the raw rows; the rest works as in the first profile
            }
            commands(profile, peers, postgres);
            history(profile, peers, postgres);
            if (alsoProjections) {
                new Projecting(plan, report, peers, postgres, tunedPool, comparedClients()).measure();
                new Sealing(plan, report, postgres, work).measure();
            }
        }
    }

    private void commands(Profile profile, Peers peers, BenchPostgres postgres)
            throws IOException, InterruptedException, SQLException {
        var contenders = new ArrayList<Contender>();
        try {
            Workload workload = peers.workload();
            Contender ledger = peers.ledger(postgres, "ledger").start(Deployment.Form.COMMANDS, number -> new byte[0]);
            contenders.add(ledger);
            ledger.spreadOver(workload, plan.journeys());
            ledger.warmUp(comparedClients(), plan.warmUp());
            Contender tuned = bestOf(pool -> {
                Contender candidate = peers.tuned(postgres, "tuned_" + pool, pool)
                        .start(Deployment.Form.COMMANDS, number -> new byte[0]);
                candidate.spreadOver(workload, plan.journeys());
                tunedPools.put(candidate, pool);
                return candidate;
            });
            contenders.add(tuned);
            tunedPool = tunedPools.getOrDefault(tuned, tunedPool);
            contenders.add(bestOf(pool -> peers.raw(postgres, pool)));
            var throughput = new Throughput(plan, report, contenders);
            Map<String, Double> most = throughput.closedLoop(comparedClients());
            double ratio = most.getOrDefault(ledger.name(), 0.0) / most.getOrDefault(tuned.name(), 1.0);
            report.goal(
                    "at " + comparedClients() + " clients at least 1.5 times T, " + profile.name(),
                    ratio >= LEAST_ADVANTAGE,
                    decimal(ratio) + " times");
            report.paragraph("\nLatency at given rates, from the moment each command was due:");
            throughput.openLoop(most, comparedClients());
            prove(contenders);
        } finally {
            contenders.forEach(Contender::close);
        }
    }

    private void history(Profile profile, Peers peers, BenchPostgres postgres)
            throws IOException, InterruptedException, SQLException {
        report.heading("One command on a citizen with a long history, profile " + profile.name());
        var history = new History(plan, report, peers.workload(), postgres);
        Map<String, Double> growth = history.measure(peers.ledger(postgres, "ledger_history"));
        history.measure(peers.tuned(postgres, "tuned_history", tunedPool));
        history.table();
        growth.forEach((what, times) -> report.goal(
                "the ledger at " + plan.histories().getLast() + " events costs at most 1.3 times what it does at "
                        + plan.histories().getFirst() + ", " + what,
                times <= MOST_GROWTH,
                decimal(times) + " times"));
    }

    private int comparedClients() {
        return plan.clients().contains(COMPARED_CLIENTS)
                ? COMPARED_CLIENTS
                : plan.clients().getLast();
    }

    private void rawWithoutHttp(BenchPostgres postgres) throws SQLException, InterruptedException {
        Peers.prepareRaw(postgres, "raw_jdbc");
        var rows = new ArrayList<Report.Row>();
        long acknowledged = 0;
        for (int connections : plan.pools()) {
            var rates = new ArrayList<Double>();
            for (int i = 0; i < plan.repetitions(); i++) {
                Load load = RawInserts.withoutHttp(postgres, "raw_jdbc", connections, plan.measured());
                acknowledged += load.accepted();
                rates.add(load.perSecond());
            }
            rows.add(row(Integer.toString(connections), whole(Measured.middle(rates))));
        }
        report.table(List.of("R without HTTP: connections", "commits/s"), rows);
        long stored = postgres.number("raw_jdbc", Peers.RAW_ROWS);
        if (stored != acknowledged) {
            throw new IllegalStateException("R acknowledged " + acknowledged + " commits and has " + stored + " rows");
        }
    }

    @FunctionalInterface
    private interface WithPool {
        Contender start(int connections) throws IOException, SQLException, InterruptedException;
    }

    /** Starts a peer with each pool, drives each for a moment, and keeps the one that did most. */
    private Contender bestOf(WithPool peer) throws IOException, SQLException, InterruptedException {
        Contender best = null;
        double most = -1;
        for (int pool : plan.pools()) {
            Contender candidate = peer.start(pool);
            candidate.warmUp(comparedClients(), plan.warmUp());
            double rate =
                    candidate.closedLoop(comparedClients(), plan.measured()).perSecond();
            Contender worse = rate > most ? best : candidate;
            if (rate > most) {
                most = rate;
                best = candidate;
            }
            if (worse != null) {
                worse.close();
            }
        }
        return Objects.requireNonNull(best, "at least one pool is tried");
    }

    private void prove(List<Contender> contenders) throws SQLException {
        var proofs = new ArrayList<String>();
        for (Contender contender : contenders) {
            proofs.add(contender.proof());
        }
        report.paragraph("Counted at the end: " + String.join("; ", proofs) + ".");
    }
}
