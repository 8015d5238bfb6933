package no.journeyledger.store.axon;

import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.store.AnsweredRequest;
import no.journeyledger.store.Appended;
import no.journeyledger.store.ConcurrentAppend;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.IdempotencyKeyTaken;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.StoredAnswer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;

/**
 * The single door commands come in by. In this order: a repeated request gets its earlier answer; an outdated version is
 * refused; then the handler decides. Its answer and everything it recorded are kept in one append.
 *
 * <p>No answer comes from the past. An append fails if anything it rests on has changed elsewhere; then the command is
 * handled again on the newest state, up to {@value #RETRIES} times. An answer that records nothing is given only after
 * the versions it rests on were found to be the newest.
 *
 * <p>A request that is new costs nothing extra: its key is checked within its own append, and looked up only when
 * nothing was appended.
 */
public final class LedgerCommands implements CommandDoor, DryRuns {

    /** How often a command is handled again after others were faster. */
    public static final int RETRIES = 3;

    private final CommandBus bus;
    private final LedgerReader reader;
    private final AggregateCache cache;
    private final Map<UUID, IdempotencyKey> inFlight = new ConcurrentHashMap<>();

    /**
     * A door.
     *
     * @param bus handles commands on the calling thread, see {@link #newBus()}
     * @param reader reads with the writer role
     * @param cache the repositories' cache
     */
    public LedgerCommands(CommandBus bus, LedgerReader reader, AggregateCache cache) {
        this.bus = bus;
        this.reader = reader;
        this.cache = cache;
    }

    /** A command bus as this door needs it: no transaction per command, and whatever a handler throws rolls back. */
    public static SimpleCommandBus newBus() {
        return SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .build();
    }

    @Override
    public <R> Answer<R> dispatch(
            UUID target,
            Object command,
            EventMetadata metadata,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedVersion,
            AnswerEncoder<R> encoder) {
        if (key == null) {
            return handle(target, command, metadata, null, expectedVersion, encoder);
        }
        IdempotencyKey other = inFlight.putIfAbsent(key.key(), key);
        if (other != null) {
            throw sameRequest(other.requestHash(), key) ? new RequestInFlight() : new IdempotencyKeyReused();
        }
        try {
            return handle(target, command, metadata, key, expectedVersion, encoder);
        } finally {
            inFlight.remove(key.key());
        }
    }

    private <R> Answer<R> handle(
            UUID target,
            Object command,
            EventMetadata metadata,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedVersion,
            AnswerEncoder<R> encoder) {
        MetaData messageMetaData = messageMetaData(target, metadata, expectedVersion);
        for (int attempt = 0; ; attempt++) {
            var door = new Door(target, key, encoder);
            Outcome outcome = send(new GenericCommandMessage<>(command, messageMetaData), door);

            Appended appended = door.appended;
            StoredAnswer stored = door.stored;
            if (appended != null && stored != null) {
                // Committed: whatever failed after that does not change the answer.
                return new Answer<>(typed(door.result, encoder), stored, appended.lastPosition(), door.version, false);
            }
            Throwable failure = outcome.failure();
            boolean others = failure instanceof ConcurrentAppend;
            if (!others && !(failure instanceof LedgerUnavailable)) {
                if (key != null) {
                    Optional<AnsweredRequest> earlier = reader.answered(key.key());
                    if (earlier.isPresent()) {
                        return replay(earlier.get(), key);
                    }
                }
                others = failure instanceof IdempotencyKeyTaken || restsOnThePast(door);
            }
            if (others) {
                if (attempt < RETRIES) {
                    continue;
                }
                throw new ConcurrentAppend("other requests on the same aggregate were faster " + RETRIES + " times");
            }
            if (failure != null) {
                throw rethrown(failure);
            }
            R result = typed(outcome.result(), encoder);
            StoredAnswer answer = door.encode(result);
            return new Answer<>(result, answer, null, currentVersion(door), false);
        }
    }

    @Override
    public <R> DryRun<R> dryRun(UUID target, Object command, EventMetadata metadata, @Nullable Long expectedVersion) {
        MetaData messageMetaData = messageMetaData(target, metadata, expectedVersion);
        for (int attempt = 0; ; attempt++) {
            var door = new Door(target);
            long position = reader.head();
            Outcome outcome = send(new GenericCommandMessage<>(command, messageMetaData), door);
            Throwable failure = outcome.failure();
            if (!(failure instanceof LedgerUnavailable) && restsOnThePast(door)) {
                if (attempt < RETRIES) {
                    continue;
                }
                throw new ConcurrentAppend("other requests on the same aggregate were faster " + RETRIES + " times");
            }
            if (failure != null) {
                throw rethrown(failure);
            }
            return new DryRun<>(answered(outcome.result()), door.wouldRecord, currentVersion(door), position);
        }
    }

    private static MetaData messageMetaData(UUID target, EventMetadata metadata, @Nullable Long expectedVersion) {
        MetaData messageMetaData = LedgerMetaData.with(metadata);
        return expectedVersion == null
                ? messageMetaData
                : messageMetaData.and(LedgerMetaData.EXPECTED_VERSION, new ExpectedVersion(target, expectedVersion));
    }

    private record Outcome(
            @Nullable Object result, @Nullable Throwable failure) {}

    private Outcome send(GenericCommandMessage<Object> message, Door door) {
        var outcome = new AtomicReference<@Nullable Outcome>();
        ScopedValue.where(Door.CURRENT, door)
                .run(() -> bus.<Object, Object>dispatch(
                        message.withMetaData(message.getMetaData()),
                        (sent, result) -> outcome.set(
                                result.isExceptional()
                                        ? new Outcome(null, result.exceptionResult())
                                        : new Outcome(result.getPayload(), null))));
        Outcome known = outcome.get();
        if (known == null) {
            throw new IllegalStateException("the command bus must handle commands on the calling thread");
        }
        return known;
    }

    /** Whether something the outcome rests on has changed in the ledger; what is outdated is forgotten. */
    private boolean restsOnThePast(Door door) {
        LedgerUnit unit = door.unit;
        if (unit == null) {
            return false;
        }
        Map<UUID, Long> read = unit.readVersions();
        if (read.isEmpty()) {
            return false;
        }
        Map<UUID, Long> newest = reader.lastSequences(read.keySet());
        boolean past = false;
        for (Map.Entry<UUID, Long> entry : read.entrySet()) {
            if (!entry.getValue().equals(newest.getOrDefault(entry.getKey(), -1L))) {
                cache.evict(entry.getKey());
                past = true;
            }
        }
        return past;
    }

    private static @Nullable Long currentVersion(Door door) {
        LedgerUnit unit = door.unit;
        Long version = unit == null ? null : unit.readVersions().get(door.target);
        return version == null || version < 0 ? null : version;
    }

    private static <R> Answer<R> replay(AnsweredRequest earlier, IdempotencyKey key) {
        if (!sameRequest(earlier.requestHash(), key)) {
            throw new IdempotencyKeyReused();
        }
        return new Answer<>(
                null, earlier.answer(), earlier.position(), earlier.version() < 0 ? null : earlier.version(), true);
    }

    private static boolean sameRequest(byte[] requestHash, IdempotencyKey key) {
        return MessageDigest.isEqual(requestHash, key.requestHash());
    }

    private static RuntimeException rethrown(Throwable failure) {
        return switch (failure) {
            case LockAcquisitionFailedException busy -> new LedgerUnavailable("the aggregate is too busy", busy);
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            default -> new CommandExecutionException("the command handler failed", failure);
        };
    }

    /** Gives a handler's result the type its encoder takes; the caller knows its own handlers. */
    @SuppressWarnings("unused")
    private static <R> R typed(@Nullable Object result, AnswerEncoder<R> encoder) {
        return answered(result);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <R> R answered(@Nullable Object result) {
        if (result == null) {
            throw new IllegalStateException("a command handler answered nothing; every command has an answer");
        }
        return (R) result;
    }
}
