package no.journeyledger.query.money;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import no.journeyledger.events.Sealed;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.journeys.MeasureTexts;
import no.journeyledger.query.money.MoneyRows.FundRow;
import no.journeyledger.query.money.MoneyRows.FundYearRow;
import no.journeyledger.query.money.MoneyRows.LineRow;
import no.journeyledger.query.money.MoneyRows.PostingKind;
import no.journeyledger.query.money.MoneyRows.PostingRow;
import no.journeyledger.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about money: of a journey, who paid for what; of a fund, what it has had, has and will have. */
@RestController
@Tag(
        name = "Money",
        description = "Amounts are whole øre. contributed = available + reserved + spent, after every posting.")
public class MoneyController {

    private static final List<String> VIEWS = List.of(MoneyProjection.NAME);

    private final Asking asking;

    MoneyController(Asking asking) {
        this.asking = asking;
    }

    /**
     * The money of a journey.
     *
     * @param total of all measures
     * @param measures one by one, in the order money was first reserved for them
     */
    public record JourneyMoney(UUID journey, Amounts total, List<MeasureMoney> measures, List<InKindUse> inKind) {}

    /**
     * What became of the money that was allocated: allocated = reserved + spent + released.
     *
     * @param allocatedOre reserved by decisions
     * @param reservedOre what is left of that
     * @param spentOre what was spent
     * @param releasedOre what went back to the funds
     */
    record Amounts(long allocatedOre, long reservedOre, long spentOre, long releasedOre) {

        static Amounts of(List<LineRow> lines) {
            return new Amounts(
                    sum(lines, LineRow::allocatedOre),
                    sum(lines, LineRow::reservedOre),
                    sum(lines, LineRow::spentOre),
                    sum(lines, LineRow::releasedOre));
        }

        private static long sum(List<LineRow> lines, ToLongFunction<LineRow> amount) {
            long sum = 0;
            for (LineRow line : lines) {
                sum = Math.addExact(sum, amount.applyAsLong(line));
            }
            return sum;
        }
    }

    /**
     * The money of a measure.
     *
     * @param text what is done, absent when the plan is not known here yet
     */
    record MeasureMoney(UUID measure, UUID goal, @Nullable Sealed text, Amounts total, List<Line> lines) {}

    /** One amount line of a decision and what became of it: which service of which fund paid in which year. */
    record Line(
            UUID reservation,
            UUID decision,
            UUID fund,
            String fundName,
            UUID payingService,
            int year,
            Amounts amounts,
            List<Movement> postings) {}

    /** A movement of a line's money. */
    record Movement(
            long position,
            PostingKind kind,
            long amountOre,
            @Nullable UUID spending,
            @Nullable String voucher,
            Instant recordedAt,
            Instant effectiveAt) {}

    /** A fund in the list. */
    record FundListed(UUID fund, String name, List<UUID> owners, Instant openedAt) {}

    /** A fund with its balance, year by year. */
    record Fund(UUID fund, String name, List<UUID> owners, Instant openedAt, List<Year> years, List<InKind> inKind) {}

    /**
     * Something contributed that is no money: a balance of its own.
     *
     * @param valueOre what it is worth, in øre of the price year
     * @param usedOre what was used of it
     */
    record InKind(
            UUID contribution, UUID organisation, int year, String what, long valueOre, int priceYear, long usedOre) {}

    /** What each owner of a fund bears of a budget year, in proportion to what it contributed. */
    record Charge(UUID organisation, long contributedOre, long reservedOre, long spentOre) {}

    /**
     * Something that is no money, used for a measure.
     *
     * @param organisation which contributed it
     * @param what in its own words
     */
    record InKindUse(UUID contribution, UUID organisation, String what, UUID measure, long valueOre) {}

    /** The balance of a budget year: contributed = available + reserved + spent. */
    record Year(
            int year, long contributedOre, long availableOre, long reservedOre, long spentOre, List<Charge> charges) {}

    /** A posting of a fund, with the balance of its year just after it. */
    record Posting(
            long position,
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

    @Operation(
            operationId = "getJourneyMoney",
            summary = "The money of a journey",
            description = "Per measure, and within it per fund, paying service and year, with every posting.")
    @GetMapping("/v1/journeys/{journey}/money")
    ResponseEntity<JourneyMoney> journey(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, List.of(MoneyProjection.NAME, JourneysProjection.NAME), views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            return journeyMoney(Rows.kept(views), journey);
        });
    }

    @Operation(operationId = "listFunds", summary = "The funds, oldest first")
    @Asked.InPages
    @GetMapping("/v1/funds")
    ResponseEntity<Page<FundListed>> funds(Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            List<FundRow> rows = views.sql(MoneyRows.FUNDS.select() + " WHERE position > ? ORDER BY position LIMIT ?")
                    .params(asked.after(), asked.limitAndOne())
                    .query((row, i) -> MoneyRows.FUNDS.read(row))
                    .list();
            return Page.of(
                    asked,
                    rows,
                    FundRow::position,
                    row -> new FundListed(row.fund(), row.name(), row.owners(), row.openedAt()));
        });
    }

    @Operation(operationId = "getFund", summary = "A fund and its balance, year by year")
    @GetMapping("/v1/funds/{fund}")
    ResponseEntity<Fund> fund(@PathVariable("fund") UUID fund, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            FundRow row = fundRow(views, fund);
            var contributed = Charging.shares(views, fund);
            List<Year> years = views
                    .sql(MoneyRows.FUND_YEARS.select() + " WHERE fund = ? ORDER BY year")
                    .param(fund)
                    .query((rows, i) -> MoneyRows.FUND_YEARS.read(rows))
                    .list()
                    .stream()
                    .map(year -> year(year, Charging.by(year, contributed)))
                    .toList();
            return new Fund(row.fund(), row.name(), row.owners(), row.openedAt(), years, inKind(views, fund));
        });
    }

    @Operation(
            operationId = "listFundPostings",
            summary = "Every posting of a fund, in recorded order, with the balance after it")
    @Asked.InPages
    @GetMapping("/v1/funds/{fund}/postings")
    ResponseEntity<Page<Posting>> postings(@PathVariable("fund") UUID fund, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            FundRow known = fundRow(views, fund);
            List<PostingRow> rows = views.sql(
                            MoneyRows.POSTINGS.select() + " WHERE fund = ? AND position > ? ORDER BY position LIMIT ?")
                    .params(known.fund(), asked.after(), asked.limitAndOne())
                    .query((row, i) -> MoneyRows.POSTINGS.read(row))
                    .list();
            return Page.of(asked, rows, PostingRow::position, MoneyController::posting);
        });
    }

    private static FundRow fundRow(JdbcClient views, UUID fund) {
        return views.sql(MoneyRows.FUNDS.select() + " WHERE fund = ?")
                .param(fund)
                .query((rows, i) -> MoneyRows.FUNDS.read(rows))
                .optional()
                .orElseThrow(() -> new TurnedAway(AskingProblem.FUND_UNKNOWN));
    }

    /** The money of a journey, out of rows from wherever. */
    static JourneyMoney journeyMoney(Rows rows, UUID journey) {
        List<LineRow> lines = rows.about(MoneyRows.LINES, "journey", journey, "position");
        Map<List<UUID>, List<Movement>> movements = new HashMap<>();
        for (PostingRow row : rows.about(MoneyRows.POSTINGS, "journey", journey, "position")) {
            UUID reservation = row.reservation();
            if (reservation != null) {
                movements
                        .computeIfAbsent(List.of(row.fund(), reservation), key -> new ArrayList<>())
                        .add(movement(row));
            }
        }
        Map<UUID, String> funds = new HashMap<>();
        lines.stream()
                .map(LineRow::fund)
                .distinct()
                .forEach(fund -> rows.about(MoneyRows.FUNDS, "fund", fund, "position")
                        .forEach(row -> funds.put(fund, row.name())));
        Map<UUID, Sealed> texts = MeasureTexts.of(rows, journey);
        Map<UUID, List<LineRow>> byMeasure = new LinkedHashMap<>();
        lines.forEach(line -> byMeasure
                .computeIfAbsent(line.measure(), key -> new ArrayList<>())
                .add(line));
        List<MeasureMoney> measures = byMeasure.entrySet().stream()
                .map(entry -> new MeasureMoney(
                        entry.getKey(),
                        entry.getValue().getFirst().goal(),
                        texts.get(entry.getKey()),
                        Amounts.of(entry.getValue()),
                        entry.getValue().stream()
                                .map(line -> line(line, funds, movements))
                                .toList()))
                .toList();
        return new JourneyMoney(journey, Amounts.of(lines), measures, inKindUses(rows, journey));
    }

    private static Line line(LineRow line, Map<UUID, String> funds, Map<List<UUID>, List<Movement>> movements) {
        return new Line(
                line.reservation(),
                line.decision(),
                line.fund(),
                funds.getOrDefault(line.fund(), ""),
                line.payingService(),
                line.year(),
                Amounts.of(List.of(line)),
                movements.getOrDefault(List.of(line.fund(), line.reservation()), List.of()));
    }

    private static Movement movement(PostingRow row) {
        return new Movement(
                row.position(),
                row.kind(),
                row.amountOre(),
                row.spending(),
                row.voucher(),
                row.recordedAt(),
                row.effectiveAt());
    }

    static Year year(FundYearRow row, List<Charge> charges) {
        return new Year(
                row.year(), row.contributedOre(), row.availableOre(), row.reservedOre(), row.spentOre(), charges);
    }

    private static List<InKind> inKind(JdbcClient views, UUID fund) {
        Map<UUID, Long> used = new HashMap<>();
        views.sql("""
                SELECT u.contribution, sum(u.value_ore)::bigint
                FROM views.in_kind_use u WHERE u.fund = ? GROUP BY 1
                """).param(fund).query(row -> {
            used.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        return Rows.kept(views).about(MoneyRows.IN_KIND, "fund", fund, "position").stream()
                .map(row -> new InKind(
                        row.contribution(),
                        row.organisation(),
                        row.year(),
                        row.what(),
                        row.valueOre(),
                        row.priceYear(),
                        used.getOrDefault(row.contribution(), 0L)))
                .toList();
    }

    private static List<InKindUse> inKindUses(Rows rows, UUID journey) {
        return rows.about(MoneyRows.IN_KIND_USES, "journey", journey, "position").stream()
                .map(use -> new InKindUse(
                        use.contribution(), use.organisation(), use.what(), use.measure(), use.valueOre()))
                .toList();
    }

    private static Posting posting(PostingRow row) {
        return new Posting(
                row.position(),
                row.year(),
                row.kind(),
                row.amountOre(),
                row.contributedOre(),
                row.availableOre(),
                row.reservedOre(),
                row.spentOre(),
                row.organisation(),
                row.journey(),
                row.decision(),
                row.reservation(),
                row.measure(),
                row.goal(),
                row.payingService(),
                row.spending(),
                row.voucher(),
                row.recordedAt(),
                row.effectiveAt());
    }
}
