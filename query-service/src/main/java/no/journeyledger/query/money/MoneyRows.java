package no.journeyledger.query.money;

import static java.lang.invoke.MethodHandles.lookup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.query.projection.Table;
import org.jspecify.annotations.Nullable;

/** The rows of the money's tables; what each column means is said in the migration. */
final class MoneyRows {

    static final Table<FundRow> FUNDS = Table.of(lookup(), "fund", FundRow.class, "fund");
    static final Table<FundYearRow> FUND_YEARS = Table.of(lookup(), "fund_year", FundYearRow.class, "fund", "year");
    static final Table<PostingRow> POSTINGS = Table.of(lookup(), "fund_posting", PostingRow.class, "position");
    static final Table<LineRow> LINES = Table.of(lookup(), "journey_money", LineRow.class, "fund", "reservation");

    static final Table<InKindRow> IN_KIND = Table.of(lookup(), "in_kind", InKindRow.class, "fund", "contribution");
    static final Table<InKindUseRow> IN_KIND_USES =
            Table.of(lookup(), "in_kind_use", InKindUseRow.class, "fund", "use");

    private MoneyRows() {}

    /** Which way an amount moved. */
    enum PostingKind {
        CONTRIBUTED,
        RESERVED,
        SPENT,
        REVERSED,
        RELEASED,
        /** To another fund, or to a later year. */
        SENT,
        /** From another fund, or from an earlier year. */
        RECEIVED
    }

    record FundRow(UUID fund, String name, List<UUID> owners, Instant openedAt, long position) {}

    record FundYearRow(UUID fund, int year, long contributedOre, long availableOre, long reservedOre, long spentOre) {

        static FundYearRow opened(UUID fund, int year) {
            return new FundYearRow(fund, year, 0, 0, 0, 0);
        }

        FundYearRow moved(PostingKind kind, long amountOre) {
            return switch (kind) {
                case CONTRIBUTED -> plus(amountOre, amountOre, 0, 0);
                case RESERVED -> plus(0, -amountOre, amountOre, 0);
                case SPENT -> plus(0, 0, -amountOre, amountOre);
                case REVERSED -> plus(0, 0, amountOre, -amountOre);
                case RELEASED -> plus(0, amountOre, -amountOre, 0);
                case SENT -> plus(-amountOre, -amountOre, 0, 0);
                case RECEIVED -> plus(amountOre, amountOre, 0, 0);
            };
        }

        private FundYearRow plus(long contributed, long available, long reserved, long spent) {
            return new FundYearRow(
                    fund,
                    year,
                    Math.addExact(contributedOre, contributed),
                    Math.addExact(availableOre, available),
                    Math.addExact(reservedOre, reserved),
                    Math.addExact(spentOre, spent));
        }
    }

    record PostingRow(
            long position,
            UUID fund,
            int year,
            PostingKind kind,
            long amountOre,
            long contributedOre,
            long availableOre,
            long reservedOre,
            long spentOre,
            @Nullable UUID organisation,
            @Nullable UUID journey,
            @Nullable UUID decision,
            @Nullable UUID reservation,
            @Nullable UUID measure,
            @Nullable UUID goal,
            @Nullable UUID payingService,
            @Nullable UUID spending,
            @Nullable String voucher,
            Instant recordedAt,
            Instant effectiveAt) {}

    record InKindRow(
            UUID contribution,
            UUID fund,
            UUID organisation,
            int year,
            String what,
            long valueOre,
            int priceYear,
            long position) {}

    record InKindUseRow(
            UUID fund,
            UUID use,
            UUID contribution,
            UUID organisation,
            String what,
            UUID journey,
            UUID measure,
            long valueOre,
            long position) {}

    record LineRow(
            UUID reservation,
            UUID journey,
            UUID decision,
            UUID measure,
            UUID goal,
            UUID fund,
            UUID payingService,
            int year,
            long allocatedOre,
            long reservedOre,
            long spentOre,
            long releasedOre,
            long position) {

        LineRow spent(long amountOre) {
            return moved(-amountOre, amountOre, 0);
        }

        LineRow reversed(long amountOre) {
            return moved(amountOre, -amountOre, 0);
        }

        LineRow released(long amountOre) {
            return moved(-amountOre, 0, amountOre);
        }

        private LineRow moved(long reserved, long spent, long released) {
            return new LineRow(
                    reservation,
                    journey,
                    decision,
                    measure,
                    goal,
                    fund,
                    payingService,
                    year,
                    allocatedOre,
                    Math.addExact(reservedOre, reserved),
                    Math.addExact(spentOre, spent),
                    Math.addExact(releasedOre, released),
                    position);
        }
    }
}
