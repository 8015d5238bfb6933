package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import no.journeyledger.e2e.RunningLedger.Citizen;
import no.journeyledger.e2e.RunningLedger.Worker;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that write without pause, each on journeys of its own and all of them on one fund. A client that gets no answer
 * does not know what happened, so it sends the same command under the same key until it is answered; then it writes the
 * answer down and goes on.
 */
final class Load implements AutoCloseable {

    /** Answers after which the same command is sent again: store unavailable, overload, and the same key in flight. */
    private static final Set<Integer> AGAIN = Set.of(409, 429, 503);

    private final RunningLedger running;
    private final UUID fund = UUID.randomUUID();
    private final UUID organisation = UUID.randomUUID();
    private final Worker fundManager;
    private final ConcurrentLinkedQueue<Acknowledged> journal = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicLong unanswered = new AtomicLong();
    private final List<Thread> clients = new ArrayList<>();
    private final BufferedWriter file;
    private final JsonMapper json = new JsonMapper();

    private Load(RunningLedger running, Path journalFile) {
        this.running = running;
        this.fundManager = running.worker(UUID.randomUUID(), "FUND_MANAGER");
        try {
            Files.createDirectories(journalFile.toAbsolutePath().getParent());
            this.file = Files.newBufferedWriter(journalFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the fund and lets the clients begin.
     *
     * @param journalFile where every acknowledged command is written down
     */
    static Load begin(RunningLedger running, int clients, RandomGenerator random, Path journalFile) {
        var load = new Load(running, journalFile);
        load.write(
                load.fundManager,
                load.fund,
                Acknowledged.OPENING,
                "/v1/funds",
                body("fund", load.fund, "name", "Under load", "owners", List.of(load.organisation)));
        for (int i = 0; i < clients; i++) {
            long seed = random.nextLong();
            load.clients.add(Thread.ofVirtual().name("client-" + i).start(() -> load.client(seed)));
        }
        return load;
    }

    private void client(long seed) {
        try {
            var random = new java.util.Random(seed);
            while (going.get()) {
                oneJourney(random);
            }
        } catch (RuntimeException e) {
            unexpected.add(e.toString());
        }
    }

    /** A journey that gets a team and then some dozens of ratings, meetings and reports, and contributions in between. */
    private void oneJourney(RandomGenerator random) {
        UUID journey = UUID.randomUUID();
        Worker member = running.worker(UUID.randomUUID(), "TEAM");
        Citizen citizen = running.citizen();
        String path = "/v1/journeys/" + journey;
        write(
                member,
                journey,
                Acknowledged.OPENING,
                "/v1/journeys",
                body(
                        "journey", journey,
                        "person", citizen.id(),
                        "name", "Under Load",
                        "birthDate", "1990-05-17",
                        "door", "SELF"));
        write(
                member,
                journey,
                "team",
                path + "/team",
                body("worker", member.id(), "service", member.service(), "role", "LEADER"));
        int steps = random.nextInt(20, 120);
        for (int i = 0; i < steps && going.get(); i++) {
            switch (random.nextInt(4)) {
                case 0 ->
                    write(
                            member,
                            journey,
                            "meeting",
                            path + "/meetings",
                            body(
                                    "kind", "FOLLOW_UP",
                                    "on", JourneyCalls.today(),
                                    "attended", List.of(member.id(), citizen.id())));
                case 1 ->
                    write(
                            member,
                            journey,
                            "rating",
                            path + "/ratings",
                            body(
                                    "person", citizen.id(),
                                    "area", "HOUSING",
                                    "rating", "VULNERABLE",
                                    "rater", "TEAM",
                                    "remark", "Step " + i));
                case 2 ->
                    write(
                            member,
                            journey,
                            "relation",
                            path + "/relations",
                            body("worker", UUID.randomUUID(), "person", citizen.id()));
                default ->
                    write(
                            fundManager,
                            fund,
                            Acknowledged.CONTRIBUTION,
                            "/v1/funds/" + fund + "/contributions",
                            body(
                                    "organisation",
                                    organisation,
                                    "year",
                                    JourneyCalls.today().getYear(),
                                    "amountOre",
                                    1));
            }
        }
    }

    /** Sends until answered, and writes the answer down before doing anything else. */
    private void write(Worker by, UUID aggregate, String what, String path, Map<String, Object> command) {
        String key = UUID.randomUUID().toString();
        String bytes = json.writeValueAsString(command);
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = running.client().commandOnce(by.token(), key, path, bytes);
                if (answer.accepted()) {
                    writeDown(new Acknowledged(key, aggregate, what, answer.position(), answer.version(), attempt));
                    return;
                }
                if (!AGAIN.contains(answer.status())) {
                    unexpected.add(answer.call() + " was answered " + answer);
                    return;
                }
            } catch (IOException e) {
                unanswered.incrementAndGet();
            }
            Started.pause(Duration.ofMillis(20));
        }
    }

    private void writeDown(Acknowledged acknowledged) {
        journal.add(acknowledged);
        synchronized (file) {
            try {
                file.write(acknowledged.line());
                file.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Lets every client finish the command it has in hand, and no more. */
    Load end() {
        going.set(false);
        for (Thread client : clients) {
            try {
                if (!client.join(Duration.ofSeconds(60))) {
                    throw new AssertionError("a client still waits for an answer: " + client.getName());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    UUID fund() {
        return fund;
    }

    /** Every command that got a 2xx. */
    List<Acknowledged> journal() {
        return List.copyOf(journal);
    }

    /** Answers that no client should ever see here. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** How often no answer came. */
    long unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        going.set(false);
        clients.forEach(Thread::interrupt);
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
