package no.journeyledger.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** Events of the tests' own aggregate. */
public sealed interface TallyEvent extends LedgerEvent {

    /** A tally with a limit was opened. Revision 1 had no limit: it is read as 1 000. */
    @LogicalType(value = "tally.opened", revision = 2)
    record Opened(UUID tally, long limit) implements TallyEvent {}

    /** Something was counted. */
    @LogicalType("tally.counted")
    record Counted(UUID tally, long amount) implements TallyEvent {}

    /** Counting was refused. */
    @LogicalType("tally.counting-refused")
    record CountingRefused(UUID tally, long amount, long left) implements TallyEvent {}

    /** Everything a codec has to cope with. */
    @LogicalType("tally.described")
    record Described(UUID tally, @Nullable String note, List<String> tags, LocalDate on, Sealed words)
            implements TallyEvent {}
}
