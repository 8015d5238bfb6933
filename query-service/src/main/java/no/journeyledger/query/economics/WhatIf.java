package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.YearlyAmounts;
import no.journeyledger.economics.appraisal.Appraisal;
import no.journeyledger.economics.appraisal.AppraisalFigures;
import no.journeyledger.economics.appraisal.BreakEven;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Dependence;
import no.journeyledger.economics.appraisal.Perspective;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.appraisal.Proportion;
import no.journeyledger.economics.appraisal.SimulatedCostBenefit;
import no.journeyledger.economics.appraisal.SimulatedNetPresentValue;
import no.journeyledger.economics.appraisal.Uncertain;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.query.economics.Question.Settled;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How sure what is planned is: as a range, and how much of it must come true. Nothing is written. */
final class WhatIf {

    /** Draws when none are asked for. */
    static final int STANDARD_DRAWS = 2_000;

    /** The most that may be asked for. */
    static final int MOST_DRAWS = 20_000;

    /** Whole numbers that every reader of JSON keeps. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private static final long PORTFOLIO_SEED = 1;
    private static final int DECIMALS = 4;

    private static final List<Export.Column> COLUMNS = List.of(
            new Export.Column("group_key", Export.Type.TEXT),
            new Export.Column("journeys", Export.Type.WHOLE),
            new Export.Column("perspective", Export.Type.TEXT),
            new Export.Column("label", Export.Type.TEXT),
            new Export.Column("net_present_value_ore", Export.Type.WHOLE),
            new Export.Column("low_ore", Export.Type.WHOLE),
            new Export.Column("high_ore", Export.Type.WHOLE),
            new Export.Column("mean_ore", Export.Type.WHOLE),
            new Export.Column("p5_ore", Export.Type.WHOLE),
            new Export.Column("p10_ore", Export.Type.WHOLE),
            new Export.Column("p50_ore", Export.Type.WHOLE),
            new Export.Column("p90_ore", Export.Type.WHOLE),
            new Export.Column("p95_ore", Export.Type.WHOLE),
            new Export.Column("share_below_zero", Export.Type.RATIO),
            new Export.Column("switching_value", Export.Type.RATIO),
            new Export.Column("cost_ore", Export.Type.WHOLE),
            new Export.Column("per_success_ore", Export.Type.WHOLE),
            new Export.Column("break_even_successes", Export.Type.RATIO),
            new Export.Column("break_even_journeys", Export.Type.WHOLE),
            new Export.Column("seed", Export.Type.WHOLE),
            new Export.Column("draws", Export.Type.WHOLE),
            new Export.Column("generator", Export.Type.TEXT),
            new Export.Column("dependence", Export.Type.TEXT),
            new Export.Column("basis", Export.Type.TEXT),
            new Export.Column("costs_up", Export.Type.SHARE),
            new Export.Column("benefits_down", Export.Type.SHARE),
            new Export.Column("success", Export.Type.SHARE),
            new Export.Column("parameter_version", Export.Type.TEXT),
            new Export.Column("as_of_position", Export.Type.WHOLE));

    private WhatIf() {}

    /** What groups may be asked for: those that do not overlap, and that blocks are made by. */
    enum Grouping {
        NOTHING(By.NOTHING),
        TARGET_GROUP(By.TARGET_GROUP),
        COHORT(By.COHORT),
        STARTING_STAGE(By.STARTING_STAGE),
        STAGE(By.STAGE);

        final By by;

        Grouping(By by) {
            this.by = by;
        }
    }

    /**
     * Planned figures, how sure they are and how much of them must come true.
     *
     * @param basis what they rest on
     * @param chance how the ranges were drawn: asked again with the same, they are the same
     * @param groups group by group; one without a key when no grouping was asked for
     */
    record Ranges(Basis basis, Chance chance, List<Group> groups) {}

    /**
     * How the ranges were drawn.
     *
     * @param seed what the draws came from; of a journey derived from its id, of a portfolio 1, unless another was asked for: so
     *     the same question under other parameters or success rates differs by them and not by chance
     * @param draws how many
     * @param generator the algorithm of the draws
     * @param dependence whether everything uncertain goes up and down together
     * @param drawnAsOne what goes up and down as one in any case
     */
    record Chance(long seed, int draws, String generator, Dependence dependence, String drawnAsOne) {}

    /**
     * A group of journeys.
     *
     * @param key what they have in common; empty where journeys of several were merged
     * @param journeys how many
     * @param perspectives never to be added across
     */
    record Group(String key, long journeys, List<Range> perspectives) {}

    /**
     * What is planned, in one perspective.
     *
     * @param perspective whose gain it is
     * @param label what a figure in it may be called
     * @param planned at expected values
     * @param lowOre net present value with all benefits low, whole øre
     * @param highOre with all benefits high
     * @param meanOre mean of the draws; a skewed estimate's mean is not its expected value
     * @param p5Ore one draw in twenty is below or at it
     * @param p10Ore one in ten
     * @param p50Ore half of them
     * @param p90Ore nine in ten
     * @param p95Ore nineteen in twenty
     * @param shareBelowZero the share of draws in which it does not pay
     * @param breakEven how many must succeed
     */
    record Range(
            String perspective,
            String label,
            AppraisalFigures planned,
            long lowOre,
            long highOre,
            long meanOre,
            long p5Ore,
            long p10Ore,
            long p50Ore,
            long p90Ore,
            long p95Ore,
            BigDecimal shareBelowZero,
            Successes breakEven) {}

    /**
     * How many journeys must succeed for what all of them are planned to cost. One success is what is planned for one journey
     * of the group on average; what is taken off for doubt and for what would have happened anyway is off already.
     *
     * @param costOre present value of all planned costs, whole øre
     * @param perSuccessOre present value of one success, whole øre
     * @param successes cost by success; absent when no number is enough
     * @param journeys that, rounded up: half a person does not find work; absent likewise
     * @param reason why no number is enough
     */
    record Successes(
            long costOre,
            long perSuccessOre,
            @Nullable BigDecimal successes,
            @Nullable Long journeys,
            @Nullable String reason) {}

    /** What was asked about chance, settled. */
    record Drawing(long seed, int draws, Dependence dependence) {

        /**
         * Settles what was left open.
         *
         * @throws no.journeyledger.query.door.TurnedAway when it is out of bounds
         */
        static Drawing of(@Nullable UUID journey, Asked asked) {
            if (asked.seed() != null && (asked.seed() < 0 || asked.seed() > LARGEST_SEED)) {
                throw Question.malformed("seed");
            }
            if (asked.draws() != null
                    && (asked.draws() < SimulatedNetPresentValue.FEWEST_DRAWS || asked.draws() > MOST_DRAWS)) {
                throw Question.malformed("draws");
            }
            long derived = journey == null
                    ? PORTFOLIO_SEED
                    : (journey.getMostSignificantBits() ^ journey.getLeastSignificantBits()) & LARGEST_SEED;
            return new Drawing(
                    asked.seed() == null ? derived : asked.seed(),
                    asked.draws() == null ? STANDARD_DRAWS : asked.draws(),
                    asked.dependence() == null ? Dependence.INDEPENDENT : asked.dependence());
        }
    }

    /**
     * What may be asked about chance.
     *
     * @param seed what the draws come from
     * @param draws how many
     * @param dependence whether everything uncertain goes up and down together
     */
    record Asked(
            @Parameter(description = "what the draws come from, from 0 to 2^53 - 1; derived and said when left out")
            @Nullable
            Long seed,

            @Parameter(description = "how many draws, from 100 to 20 000; 2 000 when left out") @Nullable
            Integer draws,

            @Parameter(description = "TOGETHER: all values are high or low at once, the widest range") @Nullable
            Dependence dependence) {}

    /** One journey: each gain of each benefit is drawn apart, unit values of one tree as one. */
    static Ranges journey(JdbcClient views, Chosen chosen, Settled settled, Drawing drawing) {
        List<Flow> all = Flows.read(views, chosen, By.NOTHING, settled).getOrDefault("", List.of());
        Map<String, List<Flow>> gains = UncertainGains.read(views, chosen, settled);
        return new Ranges(
                settled.basis(),
                chance(drawing, "a gain over all its years; unit values of one tree"),
                List.of(new Group("", 1, ranges(all, asOne(gains, settled.parameters()), 1, settled, drawing))));
    }

    /** A portfolio: gains of the same kind, from the same to the same, are drawn as one. */
    static Ranges portfolio(
            Map<String, Long> journeys, Map<String, List<Flow>> flows, Settled settled, Drawing drawing) {
        var groups = new ArrayList<Group>();
        journeys.forEach(
                (key, number) -> groups.add(group(key, number, flows.getOrDefault(key, List.of()), settled, drawing)));
        return portfolio(groups, settled, drawing);
    }

    /** The same from groups that are worked out already. */
    static Ranges portfolio(List<Group> groups, Settled settled, Drawing drawing) {
        return new Ranges(
                settled.basis(),
                chance(
                        drawing,
                        "gains of one form from one party to one, of all journeys and years, harms apart; unit values of one"
                                + " tree"),
                groups);
    }

    /** One group of a portfolio. */
    static Group group(String key, long journeys, List<Flow> flows, Settled settled, Drawing drawing) {
        var gains = new TreeMap<String, List<Flow>>();
        for (Flow flow : flows) {
            if (flow.kind() == Flow.Kind.PLANNED_GAIN) {
                gains.computeIfAbsent(kind(flow), kind -> new ArrayList<>()).add(flow);
            }
        }
        return new Group(key, journeys, ranges(flows, asOne(gains, settled.parameters()), journeys, settled, drawing));
    }

    private static Chance chance(Drawing drawing, String drawnAsOne) {
        return new Chance(
                drawing.seed(), drawing.draws(), SimulatedNetPresentValue.GENERATOR, drawing.dependence(), drawnAsOne);
    }

    private static String kind(Flow flow) {
        GainForm form = flow.form();
        Party giver = flow.giver();
        return form + "/" + (giver == null ? "" : giver) + "/" + flow.receiver() + "/"
                + flow.expected().signum();
    }

    /** What is drawn as one: of a unit value, the whole of which it is a part. */
    private static Map<String, List<Flow>> asOne(Map<String, List<Flow>> gains, Parameters parameters) {
        var drawn = new TreeMap<String, List<Flow>>();
        gains.forEach((name, flows) -> {
            for (Flow flow : flows) {
                String unitValue = flow.unitValue();
                drawn.computeIfAbsent(
                                unitValue == null ? name : "unit value " + root(unitValue, parameters),
                                key -> new ArrayList<>())
                        .add(flow);
            }
        });
        return drawn;
    }

    private static String root(String unitValue, Parameters parameters) {
        String root = unitValue;
        for (String at = unitValue;
                at != null;
                at = parameters.unitValues().value(at).partOf()) {
            root = at;
        }
        return root;
    }

    private static List<Range> ranges(
            List<Flow> flows, Map<String, List<Flow>> uncertain, long journeys, Settled settled, Drawing drawing) {
        Basis basis = settled.basis();
        Parameters parameters = settled.parameters();
        Figures figures = Portfolio.figures(flows, settled);
        Plan costs = Figures.plan(
                "planned",
                flows.stream()
                        .filter(flow -> flow.kind() == Flow.Kind.PLANNED_COST)
                        .toList(),
                basis,
                parameters);
        List<Uncertain> drawn = uncertain.entrySet().stream()
                .map(one -> new Uncertain(one.getKey(), Figures.plan("planned", one.getValue(), basis, parameters)))
                .toList();
        SimulatedCostBenefit simulated = SimulatedCostBenefit.of(
                costs, drawn, parameters, drawing.dependence(), drawing.seed(), drawing.draws());
        CostBenefit planned = figures.planned();
        Map<String, Figures.InPerspective> shown = new TreeMap<>();
        figures.perspectives().forEach(seen -> shown.put(seen.perspective(), seen));
        return List.of(
                range(planned, CostBenefit::municipality, simulated.municipality(), shown.values(), journeys),
                range(planned, CostBenefit::fiscal, simulated.fiscal(), shown.values(), journeys),
                range(planned, CostBenefit::citizen, simulated.citizen(), shown.values(), journeys),
                range(planned, CostBenefit::society, simulated.society(), shown.values(), journeys));
    }

    private static <P extends Perspective> Range range(
            CostBenefit planned,
            Function<CostBenefit, Appraisal<P>> by,
            SimulatedNetPresentValue<P> simulated,
            Collection<Figures.InPerspective> shown,
            long journeys) {
        Appraisal<P> appraisal = by.apply(planned);
        P perspective = appraisal.basis().perspective();
        Figures.InPerspective seen = shown.stream()
                .filter(one -> one.perspective().equals(perspective.code()))
                .findFirst()
                .orElseThrow();
        return new Range(
                perspective.code(),
                perspective.label(),
                seen.planned(),
                Math.min(seen.low().netPresentValueOre(), seen.high().netPresentValueOre()),
                Math.max(seen.low().netPresentValueOre(), seen.high().netPresentValueOre()),
                simulated.mean().toOre(),
                simulated.p5().toOre(),
                simulated.p10().toOre(),
                simulated.p50().toOre(),
                simulated.p90().toOre(),
                simulated.p95().toOre(),
                rounded(simulated.shareBelowZero()),
                successes(appraisal, journeys));
    }

    private static <P extends Perspective> Successes successes(Appraisal<P> programme, long journeys) {
        BigDecimal share = Arithmetic.divide(BigDecimal.ONE, BigDecimal.valueOf(journeys));
        int horizon = programme.basis().horizon();
        var oneSuccess = new Appraisal<>(
                programme.basis(),
                YearlyAmounts.through(horizon, year -> Amount.ZERO),
                YearlyAmounts.through(
                        horizon, year -> programme.benefits().in(year).times(share)));
        BreakEven<P> breakEven = BreakEven.of(programme, oneSuccess);
        return switch (breakEven.successes()) {
            case Proportion.Known known ->
                new Successes(
                        breakEven.cost().toOre(),
                        breakEven.perSuccess().toOre(),
                        rounded(known.value()),
                        persons(breakEven),
                        null);
            case Proportion.Undefined undefined ->
                new Successes(breakEven.cost().toOre(), breakEven.perSuccess().toOre(), null, null, undefined.reason());
        };
    }

    private static @Nullable Long persons(BreakEven<?> breakEven) {
        return switch (breakEven.persons()) {
            case Proportion.Known known -> known.value().longValueExact();
            case Proportion.Undefined ignored -> null;
        };
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The ranges, flat: one row per group and perspective. */
    static Export export(Ranges ranges) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Group group : ranges.groups()) {
            for (Range range : group.perspectives()) {
                rows.add(Arrays.<@Nullable Object>asList(
                        group.key(),
                        group.journeys(),
                        range.perspective(),
                        range.label(),
                        range.planned().netPresentValueOre(),
                        range.lowOre(),
                        range.highOre(),
                        range.meanOre(),
                        range.p5Ore(),
                        range.p10Ore(),
                        range.p50Ore(),
                        range.p90Ore(),
                        range.p95Ore(),
                        range.shareBelowZero(),
                        range.planned().switchingValue(),
                        range.breakEven().costOre(),
                        range.breakEven().perSuccessOre(),
                        range.breakEven().successes(),
                        range.breakEven().journeys(),
                        ranges.chance().seed(),
                        (long) ranges.chance().draws(),
                        ranges.chance().generator(),
                        ranges.chance().dependence().name(),
                        range.planned().basis(),
                        ranges.basis().costsUp(),
                        ranges.basis().benefitsDown(),
                        ranges.basis().success(),
                        ranges.basis().parameterVersion(),
                        ranges.basis().asOfPosition()));
            }
        }
        return new Export(COLUMNS, rows);
    }
}
