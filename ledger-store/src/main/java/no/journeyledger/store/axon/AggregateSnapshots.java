package no.journeyledger.store.axon;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.NewSnapshot;
import no.journeyledger.store.SnapshotSeal;
import no.journeyledger.store.StoredSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Snapshots of aggregates: every {@value #EVERY} events the state in memory is kept with the append, for ever, so that a
 * load, and a look at any moment in the past, reads at most that many events.
 */
public final class AggregateSnapshots {

    /** How many events lie between two snapshots. */
    public static final int EVERY = 64;

    private static final Logger log = LoggerFactory.getLogger(AggregateSnapshots.class);

    private final LedgerReader reader;
    private final SnapshotSeal seal;
    private final Counter written;
    private final Counter ignored;

    /** Reads with the writer role; a snapshot that the seal does not know is ignored, counted and logged. */
    public AggregateSnapshots(LedgerReader reader, SnapshotSeal seal, MeterRegistry meters) {
        this.reader = reader;
        this.seal = seal;
        this.written = Counter.builder("ledger.snapshots.written")
                .description("snapshots appended")
                .register(meters);
        this.ignored = Counter.builder("ledger.snapshots.ignored")
                .description("snapshots found that the ledger did not write so")
                .register(meters);
    }

    /** A state read from a snapshot. */
    record Restored<S extends Record>(S state, long version, int bytes) {}

    <S extends Record> Optional<Restored<S>> newest(UUID aggregate, Class<S> stateType, int stateRevision) {
        long atOrBefore = Long.MAX_VALUE;
        while (true) {
            Optional<StoredSnapshot> found =
                    reader.newestSnapshot(aggregate, atOrBefore, stateType.getSimpleName(), stateRevision);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            StoredSnapshot snapshot = found.get();
            if (seal.isGenuine(snapshot)) {
                try {
                    return Optional.of(new Restored<>(
                            seal.open(snapshot, stateType), snapshot.sequence(), snapshot.state().length));
                } catch (JacksonException e) {
                    log.error(
                            "the snapshot of {} at {} cannot be read as {} revision {}: raise the state's revision",
                            aggregate,
                            snapshot.sequence(),
                            stateType.getSimpleName(),
                            stateRevision,
                            e);
                }
            } else {
                log.error(
                        "the snapshot of {} at {} was not written by this ledger; it is ignored",
                        aggregate,
                        snapshot.sequence());
            }
            ignored.increment();
            atOrBefore = snapshot.sequence() - 1;
        }
    }

    NewSnapshot take(UUID aggregate, long version, Record state, int stateRevision) {
        written.increment();
        return seal.seal(aggregate, version, state, stateRevision);
    }
}
