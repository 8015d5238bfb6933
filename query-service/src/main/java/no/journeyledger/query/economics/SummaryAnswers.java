package no.journeyledger.query.economics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.query.economics.Blocks.Block;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.economics.Summary.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers questions about a portfolio from the summary: the same numbers as {@link Portfolio} adds up journey by journey. */
final class SummaryAnswers {

    private SummaryAnswers() {}

    /** Whether the summary holds what is asked for: services and funds only by themselves. */
    static boolean holds(Chosen.Filter filter, Chosen.Scope scope, By by) {
        boolean overlapping = by == By.SERVICE || by == By.FUND;
        if (scope.isEverything() && !overlapping) {
            return true;
        }
        return filter.equals(Chosen.Filter.NONE)
                && (scope.isEverything() ? overlapping : by == By.NOTHING && !scope.isBoth());
    }

    /** Whose purse each paying service draws on, as was said at a position. */
    private static Map<UUID, Party> payers(JdbcClient views, long position) {
        var payers = new HashMap<UUID, Party>();
        views.sql("""
                SELECT DISTINCT ON (payer) payer, party FROM views.payer_party
                WHERE position <= ? ORDER BY payer, position DESC
                """)
                .param(position)
                .query((row, i) -> payers.put(row.getObject(1, UUID.class), Party.valueOf(row.getString(2))))
                .list();
        return payers;
    }

    /** A group, and the cells it is made of. */
    private static final class Adding {
        private final List<Cell> cells = new ArrayList<>();

        void add(Cell cell) {
            cells.add(cell);
        }

        long journeys() {
            return cells.stream().mapToLong(Cell::journeys).sum();
        }

        FlowSums.Total flows(State state) {
            var total = new FlowSums.Total(state.keys().size());
            cells.forEach(cell -> total.add(cell.flows()));
            return total;
        }

        List<Portfolio.WithoutPrice> withoutPrice() {
            var words = new HashMap<Cell.Words, Long>();
            cells.forEach(cell -> cell.words().forEach((of, number) -> words.merge(of, number, Long::sum)));
            return words.entrySet().stream()
                    .map(each -> new Portfolio.WithoutPrice(
                            each.getKey().beneficiary(), each.getKey().consequence(), each.getValue()))
                    .sorted(Comparator.comparing((Portfolio.WithoutPrice one) ->
                                    one.beneficiary().name())
                            .thenComparingInt(Portfolio.WithoutPrice::consequence))
                    .toList();
        }
    }

    /** Costs and benefits. */
    static Portfolio.CostsAndBenefits costsAndBenefits(
            JdbcClient views,
            State state,
            Chosen.Filter filter,
            Chosen.Scope scope,
            By by,
            Portfolio.Detail detail,
            Settled settled) {
        Map<UUID, Party> payers = payers(views, state.position());
        return state.remembered(List.of(filter, scope, by, detail, settled.basis(), settled.day(), payers), () -> {
            var groups = new ArrayList<Portfolio.Group>();
            var question = List.of(
                    "costs and benefits",
                    filter,
                    scope,
                    by,
                    detail,
                    settled.basis().ofAnyPosition(),
                    settled.day(),
                    payers);
            adding(state, filter, scope, by, settled.basis().fewest())
                    .forEach((key, adding) -> groups.add(state.groups()
                            .known(
                                    question,
                                    key,
                                    adding.cells,
                                    () -> Portfolio.group(
                                            key,
                                            adding.journeys(),
                                            flows(state, adding.flows(state), settled.priceYears(), payers),
                                            adding.withoutPrice(),
                                            detail,
                                            settled))));
            return new Portfolio.CostsAndBenefits(settled.basis(), by.overlapping(), groups);
        });
    }

    /** How sure what is planned is. */
    static WhatIf.Ranges ranges(
            JdbcClient views, State state, Chosen.Filter filter, By by, Settled settled, WhatIf.Drawing drawing) {
        Map<UUID, Party> payers = payers(views, state.position());
        return state.remembered(List.of(filter, by, settled.basis(), settled.day(), payers, drawing), () -> {
            var question =
                    List.of("what if", filter, by, settled.basis().ofAnyPosition(), settled.day(), payers, drawing);
            var groups = new ArrayList<WhatIf.Group>();
            adding(state, filter, Chosen.Scope.NONE, by, settled.basis().fewest())
                    .forEach((key, adding) -> groups.add(state.groups()
                            .known(
                                    question,
                                    key,
                                    adding.cells,
                                    () -> WhatIf.group(
                                            key,
                                            adding.journeys(),
                                            flows(state, adding.flows(state), settled.priceYears(), payers),
                                            settled,
                                            drawing))));
            return WhatIf.portfolio(groups, settled, drawing);
        });
    }

    private static Map<String, Adding> adding(
            State state, Chosen.Filter filter, Chosen.Scope scope, By by, @Nullable Integer fewest) {
        var groups = new TreeMap<String, Adding>();
        if (scope.isEverything() && !by.overlapping()) {
            for (Block block : blocks(state, fewest)) {
                if (block.passes(filter)) {
                    Adding adding = groups.computeIfAbsent(key(block, by), unused1 -> new Adding());
                    block.cells().forEach(adding::add);
                }
            }
            return groups;
        }
        state.cells().forEach((of, cell) -> {
            String key = switch (of) {
                case Cell.Alike ignored -> null;
                case Cell.OfService service -> key(scope.service(), service.service(), by == By.SERVICE);
                case Cell.OfFund fund -> key(scope.fund(), fund.fund(), by == By.FUND);
            };
            if (key != null) {
                groups.computeIfAbsent(key, unused1 -> new Adding()).add(cell);
            }
        });
        return groups;
    }

    private static @Nullable String key(@Nullable UUID asked, UUID id, boolean grouped) {
        return grouped ? id.toString() : id.equals(asked) ? "" : null;
    }

    private static String key(Block block, By by) {
        Object key = switch (by) {
            case NOTHING, SERVICE, FUND -> null;
            case TARGET_GROUP -> block.targetGroup();
            case COHORT -> block.cohort();
            case STARTING_STAGE -> block.startingStage();
            case STAGE -> block.stage();
        };
        return key == null ? "" : key.toString();
    }

    private static List<Block> blocks(State state, @Nullable Integer fewest) {
        return fewest == null
                ? state.remembered("open", () -> Blocks.open(state.alike()))
                : state.blocks(fewest).blocks();
    }

    private static List<Flow> flows(
            State state, FlowSums.Total total, Set<Integer> priceYears, Map<UUID, Party> payers) {
        record Cost(Flow.Kind kind, int year, Party payer) {}
        var flows = new ArrayList<Flow>();
        var costs = new HashMap<Cost, BigDecimal>();
        total.forEach(number -> {
            FlowKey key = state.keys().get(number);
            Party receiver = key.receiver();
            if (receiver == null) {
                UUID payer = key.payer();
                costs.merge(
                        new Cost(
                                key.kind(),
                                key.year(),
                                payer == null ? Party.MUNICIPALITY : payers.getOrDefault(payer, Party.MUNICIPALITY)),
                        total.expected(number),
                        BigDecimal::add);
            } else if (priceYears.contains(key.priceYear())) {
                flows.add(new Flow(
                        key.kind(),
                        key.year(),
                        key.form(),
                        key.giver(),
                        receiver,
                        key.unitValue(),
                        key.priceYear(),
                        total.low(number),
                        total.expected(number),
                        total.high(number)));
            }
        });
        costs.forEach((cost, ore) -> flows.add(
                new Flow(cost.kind(), cost.year(), GainForm.CASH, null, cost.payer(), null, null, ore, ore, ore)));
        return flows;
    }

    /** What ways are told by. */
    private record Way(
            @Nullable String targetGroup,
            @Nullable Integer cohort,
            @Nullable String startingStage,
            @Nullable String stage) {}

    /** Journeys on their way between stages. */
    static Portfolio.Stages stages(State state, Chosen.Filter filter, @Nullable Integer fewest) {
        var ways = new HashMap<Way, long[]>();
        for (Block block : blocks(state, fewest)) {
            if (block.passes(filter)) {
                long[] sums = ways.computeIfAbsent(
                        new Way(block.targetGroup(), block.cohort(), block.startingStage(), block.stage()),
                        unused1 -> new long[4]);
                for (Cell cell : block.cells()) {
                    sums[0] += cell.journeys();
                    sums[1] += cell.spentOre();
                    sums[2] += cell.decided();
                    sums[3] += cell.days();
                }
            }
        }
        return new Portfolio.Stages(
                state.position(),
                fewest,
                ways.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(
                                        Way::targetGroup, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                                .thenComparing(Way::cohort, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                                .thenComparing(
                                        Way::startingStage, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                                .thenComparing(Way::stage, Comparator.nullsLast(Comparator.<String>naturalOrder()))))
                        .map(each -> Portfolio.way(
                                each.getKey().targetGroup(),
                                each.getKey().cohort(),
                                each.getKey().startingStage(),
                                each.getKey().stage(),
                                each.getValue()[0],
                                each.getValue()[1],
                                each.getValue()[2],
                                each.getValue()[3],
                                fewest))
                        .toList());
    }

    /** Who pays for what. */
    static Portfolio.Money money(
            State state, Chosen.Filter filter, Portfolio.LineFilter lines, @Nullable Integer fewest) {
        var money = new HashMap<Portfolio.LineFilter, long[]>();
        if (fewest == null) {
            for (Block block : blocks(state, null)) {
                if (block.passes(filter)) {
                    block.cells()
                            .forEach(cell -> cell.lines()
                                    .forEach((key, line) -> add(
                                            money,
                                            lines,
                                            key.service(),
                                            key.fund(),
                                            key.year(),
                                            line.allocatedOre(),
                                            line.spentOre(),
                                            line.releasedOre())));
                }
            }
        } else {
            for (Blocks.Line line : state.lines(fewest)) {
                if (line.block().passes(filter)) {
                    add(
                            money,
                            lines,
                            line.service(),
                            line.fund(),
                            line.year(),
                            line.allocatedOre(),
                            line.spentOre(),
                            line.releasedOre());
                }
            }
        }
        return new Portfolio.Money(
                state.position(),
                fewest,
                money.entrySet().stream()
                        .map(each -> new Portfolio.Line(
                                each.getKey().service(),
                                each.getKey().fund(),
                                each.getKey().year(),
                                each.getValue()[0],
                                each.getValue()[1],
                                each.getValue()[2]))
                        .sorted(Comparator.comparing(
                                        (Portfolio.Line line) -> text(line.payingService()),
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(
                                        line -> text(line.fund()), Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Portfolio.Line::year, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    /** Ids in the order in which the database has them, which is not that of two signed numbers. */
    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static void add(
            Map<Portfolio.LineFilter, long[]> money,
            Portfolio.LineFilter asked,
            @Nullable UUID service,
            @Nullable UUID fund,
            @Nullable Integer year,
            long allocated,
            long spent,
            long released) {
        if ((asked.service() == null || asked.service().equals(service))
                && (asked.fund() == null || asked.fund().equals(fund))
                && (asked.year() == null || asked.year().equals(year))) {
            long[] sums = money.computeIfAbsent(new Portfolio.LineFilter(service, fund, year), unused1 -> new long[3]);
            sums[0] += allocated;
            sums[1] += spent;
            sums[2] += released;
        }
    }
}
