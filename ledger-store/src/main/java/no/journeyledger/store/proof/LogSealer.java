package no.journeyledger.store.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerGap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the ledger: follows it by position, writes a leaf for every event, reads back what it wrote, and has the root of
 * what it read signed and handed to the witnesses, about once a second. It stands beside the commands, never in their way.
 *
 * <p>Any number of instances may run one; a lock in the database lets one of them lead, and a number taken with it fences
 * off an earlier leader that does not know yet that it was cut off. Before it signs anything the leader makes sure that
 * the log continues what the signer remembers, the newest stored checkpoint and what every witness that answers knows. If
 * it does not, sealing stops ({@link #refusal()}) and says the way out; the ledger goes on recording.
 */
public final class LogSealer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogSealer.class);
    private static final long LEADER_LOCK = 4_771_463;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource source;
    private final Tail tail;
    private final LogTables tables;
    private final TypeNames types;
    private final LogSigner signer;
    private final List<Publishing> witnesses;
    private final Settings settings;
    private final Clock clock;
    private final Semaphore hastened = new Semaphore(0);
    private final Timer latency;
    private final Counter sealed;
    private final @Nullable Thread thread;

    private @Nullable Lead lead;
    private int publishedKeys;
    private boolean failing;
    private volatile boolean closed;
    private volatile @Nullable CannotSeal refusal;
    private volatile @Nullable Instant newestCheckpoint;
    private volatile long sealedTo;

    /** Where the events come from: {@code LedgerReader::readAfter}. */
    public interface Tail {

        /**
         * The next events after a position, in order and without a gap.
         *
         * @param limit how many at most
         */
        List<EncodedEvent> readAfter(long position, int limit);
    }

    /**
     * How the log is sealed.
     *
     * @param interval how long to gather events before sealing them
     * @param most how many events at most are sealed at a time
     */
    public record Settings(Duration interval, int most) {

        /** Half a second, so that an event is sealed within one; at most 8 192 events at a time. */
        public static final Settings USUAL = new Settings(Duration.ofMillis(500), 8_192);
    }

    /** The connection that holds the lock, the fencing number, the edge of the tree that was signed, and its last leaf. */
    private record Lead(Connection lock, long fence, Frontier signed, TreeHash lastLeaf) {}

    private LogSealer(
            DataSource source,
            Tail tail,
            LogSigner signer,
            List<Witness> witnesses,
            Settings settings,
            Clock clock,
            MeterRegistry meters,
            boolean byItself) {
        this.source = source;
        this.tail = tail;
        this.tables = new LogTables(source);
        this.types = new TypeNames(source);
        this.signer = signer;
        this.settings = settings;
        this.clock = clock;
        this.witnesses = witnesses.stream().map(w -> new Publishing(w, meters)).toList();
        this.latency = Timer.builder("ledger.log.seal.latency")
                .description("from reading events to their signed checkpoint")
                .publishPercentileHistogram()
                .register(meters);
        this.sealed = Counter.builder("ledger.log.sealed")
                .description("events sealed by this instance")
                .register(meters);
        Gauge.builder("ledger.log.checkpoint.age", this, LogSealer::checkpointAge)
                .description("age of the newest checkpoint this instance signed; not a number while it does not lead")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("ledger.log.refused", this, s -> s.refusal == null ? 0 : 1)
                .description("1 when sealing stopped because the log does not continue what was signed")
                .register(meters);
        this.thread = byItself ? Thread.ofPlatform().name("log-sealer").daemon().start(this::run) : null;
    }

    /**
     * Starts sealing.
     *
     * @param source connections of the sealer role; one of them is kept for as long as this instance leads
     * @param tail the ledger's events by position
     * @param signer signs for the log
     * @param witnesses are handed every checkpoint; one that fails or is slow holds nothing up and gets the next one
     */
    public static LogSealer start(
            DataSource source,
            Tail tail,
            LogSigner signer,
            List<Witness> witnesses,
            Settings settings,
            Clock clock,
            MeterRegistry meters) {
        return new LogSealer(source, tail, signer, witnesses, settings, clock, meters, true);
    }

    /** A sealer that only seals when {@link #sealOnce()} is called. */
    static LogSealer byHand(
            DataSource source,
            Tail tail,
            LogSigner signer,
            List<Witness> witnesses,
            Clock clock,
            MeterRegistry meters) {
        return new LogSealer(source, tail, signer, witnesses, Settings.USUAL, clock, meters, false);
    }

    /** Why sealing stopped; empty while it goes on, or while another instance leads. */
    public Optional<CannotSeal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The last position this instance sealed or found sealed. */
    public long sealedTo() {
        return sealedTo;
    }

    /** Seals what there is now instead of gathering more, because somebody waits for a receipt. */
    public void hasten() {
        if (hastened.availablePermits() == 0) {
            hastened.release();
        }
    }

    private double checkpointAge() {
        Instant newest = newestCheckpoint;
        return newest == null
                ? Double.NaN
                : Duration.between(newest, clock.instant()).toMillis() / 1e3;
    }

    private void run() {
        while (!closed) {
            try {
                int justSealed = sealOnce();
                if (failing) {
                    failing = false;
                    log.info("the log is sealed again");
                }
                if (justSealed < settings.most()) {
                    pause(settings.interval());
                }
            } catch (CannotSeal.LeadershipLost e) {
                log.info("{}", e.getMessage());
                stepDown();
                pause(PAUSE_AFTER_FAILURE);
            } catch (CannotSeal e) {
                log.error("{}", e.getMessage());
                refusal = e;
                stepDown();
                return;
            } catch (SQLException | RuntimeException e) {
                tellOnce(e);
                stepDown();
                pause(PAUSE_AFTER_FAILURE);
            }
        }
        sealTheLast();
        stepDown();
    }

    /** A database that is away for an hour is no reason to say so four thousand times. */
    private void tellOnce(Exception failure) {
        if (!failing) {
            failing = true;
            log.warn("the log cannot be sealed just now and is tried again every second: {}", failure.toString());
        }
        log.debug("the log cannot be sealed just now", failure);
    }

    /** An orderly stop leaves nothing unsealed, if it is for this instance to seal. */
    private void sealTheLast() {
        try {
            if (lead != null) {
                sealOnce();
            }
        } catch (SQLException | RuntimeException e) {
            log.info("the last events before the stop are sealed at the next start: {}", e.getMessage());
        }
    }

    private void pause(Duration duration) {
        try {
            if (hastened.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                hastened.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /**
     * Seals what is there, as the leader.
     *
     * @return how many events were sealed; 0 also when another instance leads
     * @throws CannotSeal when the log must not be sealed further
     */
    int sealOnce() throws SQLException {
        Lead leading = lead;
        if (leading == null) {
            leading = takeLead();
            lead = leading;
        }
        return leading == null ? 0 : seal(leading);
    }

    private int seal(Lead leading) throws SQLException {
        Frontier signed = leading.signed();
        long start = System.nanoTime();
        List<Leaf> leaves = leavesAfter(leading);
        if (leaves.isEmpty()) {
            return 0;
        }
        try {
            write(leading, leaves);
            Frontier reread = readBack(signed, leaves);
            TileTree tree = new TileTree(tables, reread.size());
            TreeHash root = reread.root();
            if (!tree.root().equals(root)) {
                throw new CannotSeal.ReadBackDiffers(reread.size());
            }
            lead = new Lead(
                    leading.lock(), leading.fence(), reread, leaves.getLast().hash());
            long signedBefore = signer.lastSigned().size();
            if (signedBefore > reread.size() && signedBefore <= tables.size()) {
                // An earlier leader had more of what is written signed just before it was fenced off.
                return leaves.size();
            }
            SignedNote note = signer.sign(reread.size(), root, consistency(tree, signedBefore));
            publishKeys(leading);
            tables.publish(leading.fence(), reread.size(), note);
            sealedTo = reread.size();
            newestCheckpoint = clock.instant();
            sealed.increment(leaves.size());
            latency.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            witnesses.forEach(w -> w.offer(note));
            return leaves.size();
        } catch (SQLException e) {
            if (LogTables.FENCED_OFF.equals(e.getSQLState())) {
                throw new CannotSeal.LeadershipLost();
            }
            throw e;
        }
    }

    /** Keys are published before the first checkpoint they sign. */
    private void publishKeys(Lead leading) throws SQLException {
        List<VerifierKey> every = signer.everyKey();
        for (VerifierKey key : every.subList(Math.min(publishedKeys, every.size()), every.size())) {
            tables.publishKey(leading.fence(), key);
        }
        publishedKeys = every.size();
    }

    /** The leaves of what was recorded since, if the last event that was sealed still is what was sealed. */
    private List<Leaf> leavesAfter(Lead leading) throws SQLException {
        long size = leading.signed().size();
        List<EncodedEvent> events;
        try {
            events = tail.readAfter(Math.max(0, size - 1), settings.most() + 1);
        } catch (LedgerGap e) {
            throw new CannotSeal.EventsMissing(e.missing());
        }
        var leaves = new ArrayList<Leaf>();
        for (EncodedEvent event : events) {
            leaves.add(Leaf.of(event, types.nameOf(event)));
        }
        if (size == 0) {
            return leaves;
        }
        if (leaves.isEmpty() || !leaves.getFirst().hash().equals(leading.lastLeaf())) {
            throw new CannotSeal.EventsMissing(size);
        }
        return leaves.subList(1, leaves.size());
    }

    private static ConsistencyProof consistency(TileTree tree, long from) {
        // The signer itself refuses a shorter tree, and says so better than a missing proof would.
        return from > tree.size() ? new ConsistencyProof(from, tree.size(), List.of()) : tree.consistency(from);
    }

    /** Writes those leaves that are not written yet; some are when a leader stopped before it had them signed. */
    private void write(Lead leading, List<Leaf> leaves) throws SQLException {
        Frontier edge = leading.signed().copy();
        long written = tables.size();
        var runs = new ArrayList<LogTables.Run>();
        var nodes = new ArrayList<LogTables.Node>();
        var entries = new ArrayList<byte[]>();
        var hashes = new ByteArrayOutputStream();
        for (Leaf leaf : leaves) {
            byte[] entry = leaf.entry();
            TreeHash hash = TreeHash.ofLeaf(entry);
            boolean isNew = edge.size() >= written;
            edge.append(hash, (height, index, node) -> {
                if (isNew && height % Tile.HEIGHT == 0) {
                    nodes.add(new LogTables.Node(height / Tile.HEIGHT, index, node.bytes()));
                }
            });
            if (isNew) {
                entries.add(entry);
                hashes.writeBytes(hash.bytes());
                if (edge.size() % Tile.FULL == 0) {
                    endRun(edge.size(), entries, hashes, runs);
                }
            }
        }
        endRun(edge.size(), entries, hashes, runs);
        if (!runs.isEmpty()) {
            tables.extend(leading.fence(), runs, nodes);
        }
    }

    private static void endRun(long end, List<byte[]> entries, ByteArrayOutputStream hashes, List<LogTables.Run> runs) {
        if (!entries.isEmpty()) {
            runs.add(new LogTables.Run(
                    end - entries.size(), entries.size(), EntryBundle.write(entries), hashes.toByteArray()));
            entries.clear();
            hashes.reset();
        }
    }

    /** The edge of the tree as it is after reading the new leaves from the database again, each as it must be. */
    private Frontier readBack(Frontier signed, List<Leaf> leaves) {
        Frontier edge = signed.copy();
        long end = signed.size() + leaves.size();
        for (LogTables.Run run : tables.runs(signed.size(), end)) {
            List<byte[]> entries;
            try {
                entries = EntryBundle.read(run.entries());
            } catch (IllegalArgumentException e) {
                throw new CannotSeal.ReadBackDiffers(run.first() + 1);
            }
            // A run that an earlier leader wrote may begin before what is signed, or end after what is read.
            for (long index = Math.max(run.first(), signed.size());
                    index < Math.min(run.first() + entries.size(), end);
                    index++) {
                int at = (int) (index - run.first());
                byte[] entry = entries.get(at);
                TreeHash hash = TreeHash.ofLeaf(entry);
                if (index != edge.size()
                        || !Arrays.equals(
                                entry, leaves.get((int) (index - signed.size())).entry())
                        || run.hashes().length < (at + 1) * TreeHash.LENGTH
                        || !hash.isAt(run.hashes(), at * TreeHash.LENGTH)) {
                    throw new CannotSeal.ReadBackDiffers(index + 1);
                }
                edge.append(hash);
            }
        }
        if (edge.size() != end) {
            throw new CannotSeal.ReadBackDiffers(edge.size() + 1);
        }
        return edge;
    }

    private @Nullable Lead takeLead() throws SQLException {
        Connection lock = source.getConnection();
        boolean taken = false;
        try (Statement statement = lock.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + LEADER_LOCK + ")")) {
            rows.next();
            if (rows.getBoolean(1)) {
                long fence = tables.lead();
                Frontier signed = continuing();
                TreeHash lastLeaf = signed.size() == 0
                        ? TreeHash.EMPTY
                        : new TileTree(tables, signed.size()).leaf(signed.size() - 1);
                Lead leading = new Lead(lock, fence, signed, lastLeaf);
                taken = true;
                return leading;
            }
            return null;
        } finally {
            if (!taken) {
                release(lock);
            }
        }
    }

    /** The edge of what was signed last, after making sure that everything known to be signed is in this log. */
    private Frontier continuing() {
        Checkpoint remembered = signer.lastSigned();
        long size = tables.size();
        mustContain(size, remembered, "by this signer");
        tables.newest().ifPresent(note -> {
            Checkpoint stored = Checkpoint.of(note);
            if (stored.origin().equals(signer.origin())) {
                mustContain(size, opened(note, "the database"), "the newest checkpoint in the database");
            }
        });
        for (Publishing publishing : witnesses) {
            Witness witness = publishing.witness;
            try {
                witness.newest(signer.origin())
                        .ifPresent(note ->
                                mustContain(size, opened(note, witness.name()), "known to witness " + witness.name()));
            } catch (IOException e) {
                log.warn("witness {} did not tell what it knows; sealing goes on", witness.name(), e);
            }
        }
        sealedTo = remembered.size();
        return new TileTree(tables, remembered.size()).frontier();
    }

    private Checkpoint opened(SignedNote note, String where) {
        try {
            return Checkpoint.open(note, signer.origin(), signer.everyKey());
        } catch (NotGenuine e) {
            throw new CannotSeal.SignerForgot("There is a checkpoint of " + signer.origin() + " in " + where
                    + " that none of this signer's keys signed: its folder was replaced.");
        }
    }

    private void mustContain(long size, Checkpoint checkpoint, String where) {
        if (size < checkpoint.size()) {
            throw new CannotSeal.RestoredBackup(size, checkpoint.size(), where);
        }
        TreeHash root;
        try {
            root = new TileTree(tables, checkpoint.size()).root();
        } catch (LogUnreadable e) {
            if (e.getCause() == null) {
                throw new CannotSeal.HistoryDiffers(checkpoint.size(), where);
            }
            throw e;
        }
        if (!root.equals(checkpoint.root())) {
            throw new CannotSeal.HistoryDiffers(checkpoint.size(), where);
        }
    }

    private void stepDown() {
        Lead leading = lead;
        lead = null;
        publishedKeys = 0;
        newestCheckpoint = null;
        if (leading != null) {
            release(leading.lock());
        }
    }

    private static void release(Connection lock) {
        try (lock;
                Statement statement = lock.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + LEADER_LOCK + ")");
        } catch (SQLException e) {
            // The connection is gone, and the lock with it.
            log.debug("the leader's lock went with its connection", e);
        }
    }

    /** Stops sealing and lets another instance lead. */
    @Override
    public void close() {
        closed = true;
        hasten();
        if (thread == null) {
            stepDown();
        } else {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        witnesses.forEach(Publishing::close);
    }

    /** Hands checkpoints to one witness at its own pace: when it is slow it gets the newest one next. */
    private final class Publishing {
        private final Witness witness;
        private final AtomicReference<@Nullable SignedNote> next = new AtomicReference<>();
        private final Semaphore offered = new Semaphore(0);
        private final Counter failures;
        private final Thread thread;
        private volatile boolean ended;

        Publishing(Witness witness, MeterRegistry meters) {
            this.witness = witness;
            this.failures = Counter.builder("ledger.log.witness.failures")
                    .description("checkpoints a witness did not take")
                    .tag("witness", witness.name())
                    .register(meters);
            this.thread = Thread.ofVirtual().name("witness-" + witness.name()).start(this::publish);
        }

        void offer(SignedNote note) {
            next.set(note);
            offered.release();
        }

        private void publish() {
            try {
                while (true) {
                    offered.acquire();
                    SignedNote note = next.getAndSet(null);
                    if (note != null) {
                        hand(note);
                    } else if (ended) {
                        return;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void hand(SignedNote note) {
            try {
                for (NoteSignature signature : witness.publish(note, signer.everyKey(), tables)) {
                    tables.cosigned(Checkpoint.of(note).size(), signature);
                }
            } catch (IOException | SQLException | RuntimeException e) {
                failures.increment();
                log.warn("witness {} did not take a checkpoint; it gets the next one", witness.name(), e);
            }
        }

        /** Lets it take what it was offered, for a moment. */
        void close() {
            ended = true;
            offered.release();
            try {
                thread.join(Duration.ofSeconds(6));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread.interrupt();
        }
    }
}
