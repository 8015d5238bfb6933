package no.journeyledger.store.axon;

import java.util.List;
import java.util.UUID;
import no.journeyledger.store.Appended;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.StoredAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One passage of a command through {@link LedgerCommands}: what the event store needs to know of the request when it
 * appends, and what it found out. The command bus runs on the same thread, so it travels as a scoped value.
 */
final class Door {

    static final ScopedValue<Door> CURRENT = ScopedValue.newInstance();

    final UUID target;
    final @Nullable IdempotencyKey key;
    private final AnswerEncoder<Object> encoder;

    @Nullable
    LedgerUnit unit;

    @Nullable
    Object result;

    @Nullable
    StoredAnswer stored;

    @Nullable
    Appended appended;

    @Nullable
    Long version;

    /** Whether nothing shall be recorded. */
    final boolean dry;

    /** Of a dry run: what would have been recorded. */
    List<DryRun.Event> wouldRecord = List.of();

    @SuppressWarnings("unchecked")
    Door(UUID target, @Nullable IdempotencyKey key, AnswerEncoder<?> encoder) {
        this.target = target;
        this.key = key;
        this.encoder = (AnswerEncoder<Object>) encoder;
        this.dry = false;
    }

    /** A passage on which nothing is recorded, and so no answer is kept either. */
    Door(UUID target) {
        this.target = target;
        this.key = null;
        this.encoder = ignored -> {
            throw new IllegalStateException("the answer of a dry run is not kept");
        };
        this.dry = true;
    }

    StoredAnswer encode(@Nullable Object handled) {
        if (handled == null) {
            throw new IllegalStateException("a command handler answered nothing; every command has an answer");
        }
        result = handled;
        StoredAnswer encoded = encoder.encode(handled);
        stored = encoded;
        return encoded;
    }
}
