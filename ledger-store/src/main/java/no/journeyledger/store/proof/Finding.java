package no.journeyledger.store.proof;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the verifier found that is not as it was signed.
 *
 * @param kind what is wrong
 * @param row the stored row it is wrong in, e.g. {@code event position=42}
 * @param position the sealed event's ledger position, when an event is concerned
 * @param event the sealed event's id, when it is known
 * @param aggregate the sealed event's aggregate, when it is known
 * @param sentence what was found, for people
 */
public record Finding(
        Kind kind,
        String row,
        @Nullable Long position,
        @Nullable UUID event,
        @Nullable UUID aggregate,
        String sentence) {

    /** What can be wrong. */
    public enum Kind {
        /** An event is not what was sealed at its position. */
        EVENT_ALTERED,
        /** A sealed event is gone. */
        EVENT_MISSING,
        /** A sealed event stands at another position. */
        EVENT_MOVED,
        /** There is an event, or a second one, where none was sealed. */
        EVENT_INSERTED,
        /** Events have waited for their leaf or their checkpoint longer than sealing ever takes. */
        NOT_SEALED,
        /** What a type number stands for was changed. */
        TYPE_ALTERED,
        /** A row of leaves is not what it must be; the events are. */
        LEAF_ALTERED,
        /** A row of leaves is gone. */
        LEAF_MISSING,
        /** The root of a tile is not what it must be, is gone, or is one too many. */
        TILE_ALTERED,
        /** A checkpoint or a witness's signature is not genuine. */
        CHECKPOINT_NOT_GENUINE,
        /** A genuine checkpoint covers more entries than there are: the newest were removed. */
        TRUNCATED,
        /** Events and leaves agree with each other, but not with what was signed. */
        HISTORY_REWRITTEN
    }
}
