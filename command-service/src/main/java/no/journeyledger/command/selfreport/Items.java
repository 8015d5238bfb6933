package no.journeyledger.command.selfreport;

import java.util.List;
import java.util.Optional;
import no.journeyledger.command.selfreport.SelfReportRejection.ItemsDoNotFit;
import no.journeyledger.events.journey.Instrument;
import org.jspecify.annotations.Nullable;

/**
 * The items of a self-report, checked while they can still be read: the ledger itself keeps them sealed and never looks
 * inside. A missing item is {@code null} and allowed: it means no score, not no report.
 */
public final class Items {

    private Items() {}

    /** Whether these items are of the instrument: the number of them, and each within its scale. */
    public static Optional<SelfReportRejection> unfit(Instrument instrument, List<@Nullable Integer> items) {
        int count = switch (instrument) {
            case WHO5 -> 5;
            case LADDER -> 2;
            case SATISFACTION -> 6;
            case MET_BY_SERVICES -> 1;
        };
        int most = switch (instrument) {
            case WHO5 -> 5;
            case LADDER, SATISFACTION, MET_BY_SERVICES -> 10;
        };
        boolean fits =
                items.size() == count && items.stream().allMatch(item -> item == null || (item >= 0 && item <= most));
        return fits ? Optional.empty() : Optional.of(new ItemsDoNotFit(instrument, count, 0, most));
    }
}
