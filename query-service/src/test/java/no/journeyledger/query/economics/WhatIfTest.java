package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Dependence;
import no.journeyledger.economics.parameters.InForce;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.PriceIndex;
import no.journeyledger.economics.parameters.PriceIndex.Level;
import no.journeyledger.economics.parameters.Source;
import no.journeyledger.economics.parameters.Standing;
import no.journeyledger.economics.parameters.file.ParameterFile;
import no.journeyledger.events.parameter.ParameterEvent.ParametersAdopted;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.economics.WhatIf.Drawing;
import no.journeyledger.query.economics.WhatIf.Group;
import no.journeyledger.query.economics.WhatIf.Range;
import no.journeyledger.query.economics.WhatIf.Ranges;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ranges, break-even and kroner of other years, on two hundred synthetic journeys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {

    private static final long SEED = 20_260_102;
    private static final int JOURNEYS = 200;
    private static final Drawing TOGETHER = new Drawing(7, 400, Dependence.TOGETHER);
    private static final Drawing APART = new Drawing(7, 400, Dependence.INDEPENDENT);

    private TestLedger ledger;
    private Projections projections;
    private JdbcClient views;

    @BeforeAll
    void makeThem() throws InterruptedException {
        ledger = new TestLedger();
        var progress = new Progress(ledger.views());
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
        var synthetic = new SyntheticJourneys(ledger, SEED);
        synthetic.prepare();
        synthetic.make(JOURNEYS);
        long last = ledger.append(Story.BOOK, indexed()).lastPosition();
        assertThat(progress.await(projections.names(), last, Duration.ofSeconds(60)))
                .isTrue();
        System.out.println("seed " + SEED);
    }

    /** The version that comes with the ledger, and beside it made-up price levels of 2024 to 2026. */
    private static ParametersAdopted indexed() {
        Parameters first = ParameterFile.builtIn().version("2026-01");
        var source = new Source("Made-up price levels", "The tests", "2025 is 4 % above 2024, 2026 3 % above 2025");
        var version = new Parameters(
                "2026-indexed",
                InForce.from(LocalDate.of(2026, 1, 2)),
                first.schedules(),
                first.taxFundingCost(),
                first.unitValues(),
                first.instruments(),
                first.lifeAreaWeights(),
                first.smallGroupThreshold(),
                new PriceIndex(
                        "made-up levels",
                        List.of(
                                new Level(2024, new BigDecimal("100")),
                                new Level(2025, new BigDecimal("104")),
                                new Level(2026, new BigDecimal("107.12"))),
                        Standing.ILLUSTRATIVE,
                        source,
                        InForce.from(LocalDate.of(2026, 1, 1))));
        return new ParametersAdopted(
                Story.BOOK,
                version.version(),
                version.inForce().from(),
                null,
                ParameterFile.write(version),
                "kroner of other years");
    }

    @AfterAll
    void end() {
        projections.close();
        ledger.close();
    }

    private static Question question(
            @Nullable String parameters, int priceYear, @Nullable BigDecimal success, @Nullable BigDecimal down) {
        return new Question(null, parameters, 2026, 45, null, priceYear, null, down, success);
    }

    private static Question planned() {
        return question("2026-01", 2025, null, null);
    }

    private Ranges portfolio(Question question, By by, Drawing drawing) {
        Settled settled = question.settle(views, null);
        Chosen all = Chosen.everything(Chosen.Filter.NONE, settled.basis().asOfPosition());
        return WhatIf.portfolio(
                Portfolio.journeys(views, all, by), Flows.read(views, all, by, settled), settled, drawing);
    }

    private static Range society(Group group) {
        return group.perspectives().getLast();
    }

    @Test
    void the_same_question_has_the_same_ranges_and_another_seed_others() {
        Ranges first = portfolio(planned(), By.TARGET_GROUP, APART);

        assertThat(portfolio(planned(), By.TARGET_GROUP, APART)).isEqualTo(first);
        assertThat(first.chance().generator()).isEqualTo("L64X128MixRandom");
        assertThat(portfolio(planned(), By.TARGET_GROUP, new Drawing(8, 400, Dependence.INDEPENDENT))
                        .groups())
                .isNotEqualTo(first.groups());
        assertThat(first.groups())
                .hasSizeGreaterThan(1)
                .allSatisfy(group -> assertThat(group.perspectives())
                        .extracting(Range::perspective)
                        .containsExactly("municipality", "fiscal", "citizen", "society"));
    }

    @Test
    void ranges_lie_between_low_and_high_and_are_wider_when_all_goes_together() {
        for (By by : By.apart()) {
            Ranges together = portfolio(planned(), by, TOGETHER);
            for (Group group : together.groups()) {
                Range range = society(group);
                assertThat(List.of(
                                range.lowOre(),
                                range.p5Ore(),
                                range.p10Ore(),
                                range.p50Ore(),
                                range.p90Ore(),
                                range.p95Ore(),
                                range.highOre()))
                        .as("%s", group.key())
                        .isSorted();
            }
        }
        Range apart = society(portfolio(planned(), By.NOTHING, APART).groups().getFirst());
        Range together =
                society(portfolio(planned(), By.NOTHING, TOGETHER).groups().getFirst());
        assertThat(together.p95Ore() - together.p5Ore()).isGreaterThan(apart.p95Ore() - apart.p5Ore());
        assertThat(apart.planned()).isEqualTo(together.planned());
        System.out.printf(
                "society, %d journeys: planned %d øre; drawn apart %d to %d, together %d to %d%n",
                JOURNEYS,
                apart.planned().netPresentValueOre(),
                apart.p5Ore(),
                apart.p95Ore(),
                together.p5Ore(),
                together.p95Ore());
    }

    private static BigDecimal known(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number);
    }

    @Test
    void so_many_successes_pay_for_everything_and_fewer_do_not() {
        Range range = society(portfolio(planned(), By.NOTHING, APART).groups().getFirst());
        BigDecimal successes = known(range.breakEven().successes());
        assertThat(range.breakEven().costOre()).isEqualTo(range.planned().presentValueOfCostsOre());
        // What must come true is the rest of what may fall away: successes / journeys = 1 - switching value.
        BigDecimal switching = known(range.planned().switchingValue());
        assertThat(successes.doubleValue() / JOURNEYS).isCloseTo(1 - switching.doubleValue(), Offset.offset(0.0002));
        // Asked with exactly that share of success, nothing is left over.
        BigDecimal share = successes.movePointLeft(2).divide(BigDecimal.TWO, 6, RoundingMode.HALF_EVEN);
        long left = society(portfolio(question("2026-01", 2025, share, null), By.NOTHING, APART)
                        .groups()
                        .getFirst())
                .planned()
                .netPresentValueOre();
        assertThat(Math.abs(left)).isLessThan(range.breakEven().costOre() / 10_000);
        assertThat(range.breakEven().journeys())
                .isEqualTo(successes.setScale(0, RoundingMode.CEILING).longValue());
    }

    @Test
    void fewer_successes_and_corrected_hopes_lower_the_range_and_change_nothing_else() {
        Ranges planned = portfolio(planned(), By.NOTHING, APART);
        Ranges fewer = portfolio(question("2026-01", 2025, new BigDecimal("0.8"), null), By.NOTHING, APART);
        Ranges corrected = portfolio(question("2026-01", 2025, null, new BigDecimal("0.15")), By.NOTHING, APART);

        assertThat(fewer.chance()).isEqualTo(planned.chance());
        for (Ranges other : List.of(fewer, corrected)) {
            Range before = society(planned.groups().getFirst());
            Range after = society(other.groups().getFirst());
            assertThat(after.p5Ore()).isLessThan(before.p5Ore());
            assertThat(after.p95Ore()).isLessThan(before.p95Ore());
            assertThat(after.planned().presentValueOfCostsOre())
                    .isEqualTo(before.planned().presentValueOfCostsOre());
        }
        assertThat(portfolio(planned(), By.NOTHING, APART))
                .as("nothing was written")
                .isEqualTo(planned);
    }

    @Test
    void analysts_are_told_of_the_same_whole_blocks_as_in_every_other_view() {
        int fewest = Portfolio.fewest(views);
        Settled settled = planned().settle(views, fewest);
        long position = settled.basis().asOfPosition();
        Drawing few = new Drawing(7, 100, Dependence.INDEPENDENT);
        List<Chosen.Filter> filters = ThousandJourneysTest.everyFilter();
        for (int i = 0; i < filters.size(); i++) {
            Chosen blocks = Chosen.blocks(filters.get(i), position);
            By by = By.apart().get(i % By.apart().size());
            Map<String, Long> journeys = Portfolio.journeys(views, blocks, by);
            // The sets are those that ThousandJourneysTest adds and subtracts.
            assertThat(journeys.values())
                    .allSatisfy(number -> assertThat(number).isGreaterThanOrEqualTo(fewest));
            assertThat(journeys.values().stream().mapToLong(Long::longValue).sum())
                    .as("%s", filters.get(i))
                    .isEqualTo(Portfolio.stages(views, blocks, position, fewest).ways().stream()
                            .mapToLong(Portfolio.Way::journeys)
                            .sum());
            if (i % 37 == 0) {
                Ranges told = WhatIf.portfolio(journeys, Flows.read(views, blocks, by, settled), settled, few);
                assertThat(told.groups()).extracting(Group::journeys).containsExactlyElementsOf(journeys.values());
            }
        }
        System.out.printf("what if: %d combinations of filters, all of whole blocks%n", filters.size());
    }

    @Test
    void a_journey_has_a_range_of_its_own_with_a_seed_of_its_own() {
        Settled settled = planned().settle(views, null);
        List<UUID> some = views.sql("SELECT DISTINCT journey FROM views.benefit_gain ORDER BY 1 LIMIT 10")
                .query(UUID.class)
                .list();
        assertThat(some).hasSize(10);
        for (UUID journey : some) {
            Chosen chosen = Chosen.journey(journey, null, settled.basis().asOfPosition());
            Drawing drawing = Drawing.of(journey, new WhatIf.Asked(null, null, null));
            Ranges ranges = WhatIf.journey(views, chosen, settled, drawing);
            assertThat(ranges).isEqualTo(WhatIf.journey(views, chosen, settled, drawing));
            assertThat(drawing.seed())
                    .isNotEqualTo(Drawing.of(Story.JOURNEY, new WhatIf.Asked(null, null, null))
                            .seed());
            assertThat(drawing.draws()).isEqualTo(WhatIf.STANDARD_DRAWS);
            Range range = society(ranges.groups().getFirst());
            assertThat(range.planned())
                    .isEqualTo(Portfolio.costsAndBenefits(views, chosen, By.NOTHING, settled)
                            .groups()
                            .getFirst()
                            .perspectives()
                            .getLast()
                            .planned());
            assertThat(range.p5Ore()).isBetween(range.lowOre() - 100, range.highOre() + 100);
        }
    }

    @Test
    void what_is_out_of_bounds_is_refused() {
        for (WhatIf.Asked asked : List.of(
                new WhatIf.Asked(null, 99, null),
                new WhatIf.Asked(null, WhatIf.MOST_DRAWS + 1, null),
                new WhatIf.Asked(-1L, null, null),
                new WhatIf.Asked(1L << 53, null, null))) {
            assertThatThrownBy(() -> Drawing.of(null, asked)).isInstanceOf(TurnedAway.class);
        }
    }

    @Test
    void kroner_of_another_year_are_turned_by_the_index_and_left_out_without_one() {
        Settled inOwn = question("2026-indexed", 2025, null, null).settle(views, null);
        Settled turned = question("2026-indexed", 2026, null, null).settle(views, null);
        Chosen all = Chosen.everything(Chosen.Filter.NONE, inOwn.basis().asOfPosition());
        CostBenefit own = figures(all, inOwn);
        CostBenefit later = figures(all, turned);

        assertThat(turned.basis().priceIndex()).isEqualTo("made-up levels");
        assertThat(turned.basis().leftOut()).isZero();
        // 107.12 / 104 = 1.03, for every gain; costs are taken as kroner of the year asked for.
        assertThat(later.society().benefits().sum().ore())
                .isEqualByComparingTo(own.society().benefits().sum().ore().multiply(new BigDecimal("1.03")));
        assertThat(later.society().costs()).isEqualTo(own.society().costs());

        Settled without = question("2026-01", 2026, null, null).settle(views, null);
        assertThat(without.basis().priceIndex()).isNull();
        assertThat(without.basis().leftOut()).isPositive();
        assertThat(figures(all, without).society().benefits().sum().signum()).isZero();
        // A year that is not in the index.
        assertThat(question("2026-indexed", 2030, null, null)
                        .settle(views, null)
                        .basis()
                        .leftOut())
                .isEqualTo(without.basis().leftOut());
        assertThat(figures(all, question("2026-indexed", 2025, null, null).settle(views, null)))
                .as("in their own kroner they are what they were")
                .isEqualTo(figuresUnder("2026-01", all, own));
    }

    /** The same under another version, with that version's name left out of the comparison. */
    private CostBenefit figuresUnder(String version, Chosen all, CostBenefit other) {
        CostBenefit figures = figures(all, question(version, 2025, null, null).settle(views, null));
        assertThat(figures.society().netPresentValue())
                .isEqualTo(other.society().netPresentValue());
        assertThat(figures.partiesByYear()).isEqualTo(other.partiesByYear());
        return other;
    }

    @Test
    void journeys_turned_one_by_one_still_add_up_to_the_portfolio() {
        Settled turned = question("2026-indexed", 2026, null, null).settle(views, null);
        long position = turned.basis().asOfPosition();
        CostBenefit portfolio = figures(Chosen.everything(Chosen.Filter.NONE, position), turned);
        CostBenefit sum = CostBenefit.sum(
                views.sql("SELECT journey FROM views.economics_journey").query(UUID.class).list().stream()
                        .map(journey -> figures(Chosen.journey(journey, null, position), turned))
                        .toList());
        assertThat(sum).isEqualTo(portfolio);
    }

    private CostBenefit figures(Chosen chosen, Settled settled) {
        List<Flow> flows = Flows.read(views, chosen, By.NOTHING, settled).getOrDefault("", List.of());
        return Portfolio.figures(flows, settled).planned();
    }

    @Test
    void the_ranges_taken_along_are_the_ranges_told(@TempDir Path folder) throws Exception {
        Ranges ranges = portfolio(planned(), By.STAGE, APART);
        Export export = WhatIf.export(ranges);
        for (Map.Entry<Export.Format, String> read : Map.of(
                        Export.Format.CSV, "read_csv", Export.Format.PARQUET, "read_parquet")
                .entrySet()) {
            Path file = Files.write(folder.resolve("file." + read.getKey()), export.as(read.getKey()));
            try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                    ResultSet rows = duck.createStatement()
                            .executeQuery("SELECT sum(p5_ore), count(*) FROM " + read.getValue() + "('" + file
                                    + "') WHERE perspective = 'society'")) {
                rows.next();
                assertThat(new BigDecimal(rows.getString(1)).longValueExact())
                        .isEqualTo(ranges.groups().stream()
                                .mapToLong(group -> society(group).p5Ore())
                                .sum());
                assertThat(rows.getInt(2)).isEqualTo(ranges.groups().size());
            }
        }
        assertThat(new String(export.as(Export.Format.CSV), StandardCharsets.UTF_8))
                .contains("L64X128MixRandom");
    }
}
