package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.testing.TestLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A thousand synthetic journeys: what must add up does, exports say the same, and nobody is found by subtraction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThousandJourneysTest {

    private static final long SEED = 20_260_101;
    private static final int JOURNEYS = 1_000;
    private static final Question QUESTION = new Question(null, null, 2026, 45, null, 2025, null, null, null);

    private TestLedger ledger;
    private Projections projections;
    private Progress progress;
    private JdbcClient views;
    private SyntheticJourneys synthetic;

    @BeforeAll
    void makeThem() {
        ledger = new TestLedger();
        progress = new Progress(ledger.views());
        projections = new Projections(
                List.of(
                        JourneysProjection.projection(),
                        MoneyProjection.projection(),
                        EconomicsProjection.projection()),
                ledger.source(),
                ledger.reader(),
                ledger.views(),
                progress);
        projections.start();
        views = JdbcClient.create(ledger.views());
        synthetic = new SyntheticJourneys(ledger, SEED);
        synthetic.prepare();
        await(synthetic.make(JOURNEYS));
        System.out.println("seed " + SEED);
    }

    private void await(long position) {
        try {
            assertThat(progress.await(projections.names(), position, Duration.ofSeconds(60)))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(ledger.rows("dead_letter")).isEmpty();
    }

    @AfterAll
    void end() {
        projections.close();
        ledger.close();
    }

    private Figures figures(Chosen chosen, Settled settled) {
        List<Flow> flows = Flows.read(views, chosen, By.NOTHING, settled.basis().priceYear())
                .getOrDefault("", List.of());
        return Portfolio.figures(flows, settled);
    }

    @Test
    @Order(1)
    void in_every_year_the_parties_sum_to_the_resource_effect_and_the_portfolio_is_the_sum_of_its_journeys() {
        Settled settled = QUESTION.settle(views, null);
        long position = settled.basis().asOfPosition();
        Figures portfolio = figures(Chosen.everything(Chosen.Filter.NONE, position), settled);
        var planned = new ArrayList<CostBenefit>();
        var realised = new ArrayList<CostBenefit>();
        int years = 0;
        Map<String, List<Flow>> flows = Flows.byJourney(views, Chosen.everything(Chosen.Filter.NONE, position), 2025);
        for (UUID journey : views.sql("SELECT journey FROM views.economics_journey ORDER BY 1")
                .query(UUID.class)
                .list()) {
            Figures one = Portfolio.figures(flows.getOrDefault(journey.toString(), List.of()), settled);
            if (planned.size() % 50 == 0) {
                assertThat(figures(Chosen.journey(journey, null, position), settled)
                                .planned())
                        .isEqualTo(one.planned());
            }
            for (CostBenefit figures : List.of(one.planned(), one.realised())) {
                for (int year = 0; year <= settled.basis().horizon(); year++) {
                    figures.partiesByYear()
                            .get(year)
                            .reconciledWith(figures.resourceEffect().in(year));
                    years++;
                }
            }
            planned.add(one.planned());
            realised.add(one.realised());
        }
        assertThat(planned).hasSize(JOURNEYS);
        assertThat(CostBenefit.sum(planned)).isEqualTo(portfolio.planned());
        assertThat(CostBenefit.sum(realised)).isEqualTo(portfolio.realised());
        assertThat(portfolio.planned().society().presentValueOfBenefits().signum())
                .isPositive();
        assertThat(portfolio.realised().society().presentValueOfCosts().signum())
                .isPositive();
        System.out.printf(
                "%d journeys, %d journey years reconciled; portfolio: net present value %s%n",
                planned.size(), years, portfolio.planned().society().netPresentValue());
    }

    @Test
    @Order(2)
    void groups_add_up_to_the_portfolio() {
        Settled settled = QUESTION.settle(views, null);
        Chosen all = Chosen.everything(Chosen.Filter.NONE, settled.basis().asOfPosition());
        CostBenefit portfolio = figures(all, settled).planned();
        for (By by : By.apart()) {
            Map<String, List<Flow>> groups = Flows.read(views, all, by, 2025);
            assertThat(CostBenefit.sum(groups.values().stream()
                            .map(flows -> Portfolio.figures(flows, settled).planned())
                            .toList()))
                    .as("by %s, %d groups", by, groups.size())
                    .isEqualTo(portfolio);
        }
    }

    @Test
    @Order(3)
    void exports_open_in_duckdb_and_their_sums_equal_the_answers(@TempDir Path folder) throws Exception {
        Settled settled = QUESTION.settle(views, null);
        long position = settled.basis().asOfPosition();
        Chosen all = Chosen.everything(Chosen.Filter.NONE, position);
        var economics = Portfolio.costsAndBenefits(views, all, By.TARGET_GROUP, settled);
        var stages = Portfolio.stages(views, all, position, null);
        var money = Portfolio.money(views, all, new Portfolio.LineFilter(null, null, null), position);
        for (Export.Format format : Export.Format.values()) {
            long net = economics.groups().stream()
                    .flatMap(group -> group.perspectives().stream())
                    .filter(seen -> seen.perspective().equals("society"))
                    .mapToLong(seen -> seen.planned().netPresentValueOre())
                    .sum();
            assertThat(duck(
                            folder,
                            Exports.of(economics),
                            format,
                            "sum(net_present_value_ore)",
                            "WHERE perspective = 'society' AND figures = 'planned'"))
                    .isEqualTo(net);
            assertThat(duck(folder, Exports.of(stages), format, "sum(journeys)", ""))
                    .isEqualTo(stages.ways().stream()
                            .mapToLong(Portfolio.Way::journeys)
                            .sum())
                    .isEqualTo(JOURNEYS);
            assertThat(duck(folder, Exports.of(money), format, "sum(spent_ore)", ""))
                    .isEqualTo(money.lines().stream()
                            .mapToLong(Portfolio.Line::spentOre)
                            .sum())
                    .isEqualTo(views.sql("SELECT sum(spent_ore)::bigint FROM views.fund_year")
                            .query(Long.class)
                            .single());
        }
    }

    private static long duck(Path folder, Export export, Export.Format format, String figure, String where)
            throws IOException, SQLException {
        Path file = folder.resolve(UUID.randomUUID() + "." + format);
        Files.write(file, export.as(format));
        String read = format == Export.Format.CSV ? "read_csv" : "read_parquet";
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet rows = duck.createStatement()
                        .executeQuery("SELECT " + figure + " FROM " + read + "('" + file + "') " + where)) {
            rows.next();
            return rows.getObject(1, BigDecimal.class) == null
                    ? -1
                    : new BigDecimal(rows.getString(1)).longValueExact();
        }
    }

    /** Every combination of the filters that portfolios are offered with. */
    static List<Chosen.Filter> everyFilter() {
        var filters = new ArrayList<Chosen.Filter>();
        for (@Nullable TargetGroup group : orNone(TargetGroup.values())) {
            for (@Nullable Integer cohort : orNone(new Integer[] {2024, 2025, 2026})) {
                for (@Nullable Stage start : orNone(Stage.values())) {
                    for (@Nullable Stage stage : orNone(Stage.values())) {
                        filters.add(new Chosen.Filter(group, cohort, start, stage));
                    }
                }
            }
        }
        return filters;
    }

    private static <T> List<@Nullable T> orNone(T[] values) {
        var all = new ArrayList<@Nullable T>(List.of(values));
        all.add(null);
        return all;
    }

    /** The smallest group that can be told apart by adding and subtracting answers, each a sum over one of these sets. */
    static <T> long smallestGroup(List<Set<T>> answers, Map<T, UUID> journeyOf) {
        var tellsApart = new HashMap<T, List<Integer>>();
        for (int i = 0; i < answers.size(); i++) {
            for (T one : answers.get(i)) {
                tellsApart.computeIfAbsent(one, key -> new ArrayList<>()).add(i);
            }
        }
        // What is in the same answers cannot be told apart; whatever can be computed is a sum over whole such groups.
        var groups = new HashMap<List<Integer>, Set<UUID>>();
        tellsApart.forEach(
                (one, in) -> groups.computeIfAbsent(in, key -> new HashSet<>()).add(journeyOf.get(one)));
        return groups.values().stream().mapToLong(Set::size).min().orElse(0);
    }

    /** A journey with what it may be asked by, or a line of money with what that may be asked by. */
    private record Row(
            long number,
            UUID journey,
            @Nullable String group,
            @Nullable Integer cohort,
            @Nullable String start,
            @Nullable String stage,
            @Nullable UUID service,
            @Nullable UUID fund,
            @Nullable Integer year) {

        boolean passes(Chosen.Filter filter) {
            return (filter.targetGroup() == null || filter.targetGroup().name().equals(group))
                    && (filter.cohort() == null || filter.cohort().equals(cohort))
                    && (filter.startingStage() == null
                            || filter.startingStage().name().equals(start))
                    && (filter.stage() == null || filter.stage().name().equals(stage));
        }

        boolean passes(Portfolio.LineFilter filter) {
            return (filter.service() == null || filter.service().equals(service))
                    && (filter.fund() == null || filter.fund().equals(fund))
                    && (filter.year() == null || filter.year().equals(year));
        }
    }

    private List<Row> rows(String from, String line) {
        return views.sql("SELECT row_number() OVER (), journey, target_group, cohort, starting_stage, stage, " + line
                        + " FROM " + from)
                .query((row, i) -> new Row(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, UUID.class),
                        row.getObject(8, UUID.class),
                        row.getObject(9, Integer.class)))
                .list();
    }

    private static List<Set<Long>> answers(List<Row> rows, List<Chosen.Filter> filters) {
        return filters.stream()
                .<Set<Long>>map(filter -> {
                    var told = new HashSet<Long>();
                    rows.stream().filter(row -> row.passes(filter)).forEach(row -> told.add(row.number()));
                    return told;
                })
                .toList();
    }

    private static Map<Long, UUID> journeys(List<Row> rows) {
        var journeys = new HashMap<Long, UUID>();
        rows.forEach(row -> journeys.put(row.number(), row.journey()));
        return journeys;
    }

    @Test
    @Order(4)
    void no_group_under_the_threshold_is_found_by_asking_with_every_filter() {
        int fewest = Portfolio.fewest(views);
        assertThat(fewest).isEqualTo(5);
        long position = QUESTION.settle(views, fewest).basis().asOfPosition();
        List<Chosen.Filter> filters = everyFilter();
        List<Row> blocks = rows("views.journey_block", "NULL::uuid, NULL::uuid, NULL::integer");
        List<Set<Long>> answers = answers(blocks, filters);
        long found = smallestGroup(answers, journeys(blocks));
        assertThat(found).isGreaterThanOrEqualTo(fewest);
        // What is told is told of those very sets.
        for (int i = 0; i < filters.size(); i += 23) {
            assertThat(
                            Portfolio.stages(views, Chosen.blocks(filters.get(i), position), position, fewest)
                                    .ways()
                                    .stream()
                                    .mapToLong(Portfolio.Way::journeys)
                                    .sum())
                    .as("%s", filters.get(i))
                    .isEqualTo(answers.get(i).size());
        }
        // The control: the same questions without blocks find single journeys.
        List<Row> open = rows("views.economics_journey", "NULL::uuid, NULL::uuid, NULL::integer");
        long without = smallestGroup(answers(open, filters), journeys(open));
        assertThat(without).isLessThan(fewest);
        System.out.printf(
                "%d combinations of filters; smallest group told apart: %d journeys (without blocks: %d); in blocks: %d of"
                        + " %d%n",
                filters.size(), found, without, blocks.size(), JOURNEYS);
    }

    @Test
    @Order(5)
    void no_line_of_money_about_too_few_journeys_is_found_by_asking_with_every_filter() {
        int fewest = Portfolio.fewest(views);
        long position = QUESTION.settle(views, fewest).basis().asOfPosition();
        var lineFilters = new ArrayList<Portfolio.LineFilter>();
        for (@Nullable UUID service : orNone(SyntheticJourneys.SERVICES.toArray(UUID[]::new))) {
            for (@Nullable UUID fund : orNone(SyntheticJourneys.FUNDS.toArray(UUID[]::new))) {
                for (@Nullable Integer year : orNone(new Integer[] {2025, 2026})) {
                    lineFilters.add(new Portfolio.LineFilter(service, fund, year));
                }
            }
        }
        // The lines behind views.analyst_money, without those it leaves out.
        List<Row> lines = rows("""
                (SELECT b.*, count(*) FILTER (WHERE first) OVER
                    (PARTITION BY block, level, paying_service, fund, year) AS journeys
                 FROM (SELECT m.*, row_number() OVER
                           (PARTITION BY block, level, paying_service, fund, year, journey) = 1 AS first
                       FROM views.money_block m) b) c
                WHERE journeys >= %d""".formatted(fewest), "paying_service, fund, year");
        var answers = new ArrayList<Set<Long>>();
        int asked = 0;
        for (Chosen.Filter filter : everyFilter()) {
            List<Row> passing = lines.stream().filter(row -> row.passes(filter)).toList();
            for (Portfolio.LineFilter lineFilter : lineFilters) {
                asked++;
                var told = new HashMap<String, Set<Long>>();
                passing.stream()
                        .filter(row -> row.passes(lineFilter))
                        .forEach(row -> told.computeIfAbsent(
                                        row.service() + "/" + row.fund() + "/" + row.year(), key -> new HashSet<>())
                                .add(row.number()));
                answers.addAll(told.values());
                if (asked % 997 == 0) {
                    assertThat(Portfolio.mergedMoney(views, filter, lineFilter, position, fewest)
                                    .lines())
                            .as("%s %s", filter, lineFilter)
                            .hasSize(told.size());
                }
            }
        }
        long found = smallestGroup(answers, journeys(lines));
        assertThat(found).isGreaterThanOrEqualTo(fewest);
        System.out.printf(
                "%d combinations of filters of money, %d lines told; smallest group told apart: %d journeys%n",
                asked, answers.size(), found);
    }

    @Test
    @Order(6)
    void analysts_with_sql_see_the_same_groups_and_nothing_beneath_them() throws SQLException {
        try (Connection analyst = ledger.connectionAs("ledger_analyst")) {
            try (ResultSet rows = analyst.createStatement()
                    .executeQuery("SELECT min(journeys), sum(journeys) FROM views.analyst_journeys")) {
                rows.next();
                assertThat(rows.getLong(1)).isGreaterThanOrEqualTo(5);
            }
            try (ResultSet rows =
                    analyst.createStatement().executeQuery("SELECT min(journeys) FROM views.analyst_money")) {
                rows.next();
                assertThat(rows.getLong(1)).isGreaterThanOrEqualTo(5);
            }
        }
        Set<String> readable =
                new HashSet<>(ledger.sql().sql("""
                        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE n.nspname IN ('views', 'ledger') AND c.relkind IN ('r', 'v', 'm', 'p')
                          AND has_table_privilege('ledger_analyst', c.oid, 'SELECT')
                        """).query(String.class).list());
        assertThat(readable)
                .containsExactlyInAnyOrder("small_group", "analyst_journeys", "analyst_money", "analyst_matrix");
        assertThat(ledger.sql().sql("""
                                SELECT c.relname || '.' || a.attname FROM pg_class c
                                JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'views'
                                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                                WHERE c.relname IN ('small_group', 'analyst_journeys', 'analyst_money', 'analyst_matrix')
                                  AND col_description(c.oid, a.attnum) IS NULL
                                """).query(String.class).list())
                .as("columns without a comment")
                .isEmpty();
    }

    @Test
    @Order(7)
    void a_portfolio_as_of_an_earlier_moment_is_the_one_calculated_then() {
        Settled then = QUESTION.settle(views, null);
        long position = then.basis().asOfPosition();
        var before = Portfolio.costsAndBenefits(views, Chosen.everything(Chosen.Filter.NONE, position), By.STAGE, then);
        var stages = Portfolio.stages(views, Chosen.everything(Chosen.Filter.NONE, position), position, null);
        await(synthetic.make(50));
        Settled later =
                new Question(Long.toString(position), null, 2026, 45, null, 2025, null, null, null).settle(views, null);
        assertThat(Portfolio.costsAndBenefits(views, Chosen.everything(Chosen.Filter.NONE, position), By.STAGE, later))
                .isEqualTo(before);
        assertThat(Portfolio.stages(views, Chosen.everything(Chosen.Filter.NONE, position), position, null))
                .isEqualTo(stages);
        Settled now = QUESTION.settle(views, null);
        assertThat(Portfolio.costsAndBenefits(
                        views, Chosen.everything(Chosen.Filter.NONE, now.basis().asOfPosition()), By.STAGE, now))
                .isNotEqualTo(before);
    }
}
