package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;

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
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import no.journeyledger.events.journey.Vulnerability;
import no.journeyledger.query.course.CourseProjection;
import no.journeyledger.query.economics.Matrix.Square;
import no.journeyledger.query.economics.Matrix.Squares;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journey matrix of synthetic journeys: every circle is in it once, as of any moment, and nobody is found in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {

    private static final long SEED = 20_260_103;
    private static final int EARLIER = 500;
    private static final int LATER = 100;
    private static final Chosen.Filter NONE = Chosen.Filter.NONE;

    private TestLedger ledger;
    private Projections projections;
    private JdbcClient views;
    private final MatrixKept kept = new MatrixKept();
    private long then;
    private Squares thenTold;
    private long now;

    @BeforeAll
    void makeThem() throws InterruptedException {
        ledger = new TestLedger();
        var progress = new Progress(ledger.views());
        projections = new Projections(
                List.of(EconomicsProjection.projection(), CourseProjection.projection()),
                ledger.source(),
                ledger.reader(),
                ledger.views(),
                progress);
        projections.start();
        views = JdbcClient.create(ledger.views());
        var synthetic = new SyntheticJourneys(ledger, SEED);
        then = synthetic.make(EARLIER);
        assertThat(progress.await(projections.names(), then, Duration.ofSeconds(60)))
                .isTrue();
        thenTold = Matrix.everything(views, NONE, then);
        assertThat(kept.at(views, then).cells()).isEqualTo(Matrix.cells(views, then));
        synthetic.make(LATER);
        now = ofSomeOfThemMore(synthetic);
        assertThat(progress.await(projections.names(), now, Duration.ofSeconds(60)))
                .isTrue();
        System.out.println("seed " + SEED);
    }

    /** Some of the earlier journeys are judged again, moved and marked; then come a few more. */
    private long ofSomeOfThemMore(SyntheticJourneys synthetic) {
        List<UUID> some = views.sql("SELECT journey FROM views.economics_journey ORDER BY journey LIMIT 40")
                .query(UUID.class)
                .list();
        for (UUID journey : some) {
            ledger.append(
                    journey,
                    new VulnerabilityAssessed(Vulnerability.HIGH, Rater.TEAM, null),
                    new StageMoved(UUID.randomUUID(), Stage.UNTENABLE, Stage.SUSTAINABLE, null),
                    new AdditionalInvestmentMarked(Story.standIn(journey, "synthetic")));
        }
        return synthetic.make(1);
    }

    @AfterAll
    void end() {
        projections.close();
        ledger.close();
    }

    @Test
    void every_journey_has_its_three_circles_once_in_each_matrix() {
        Squares matrix = Matrix.everything(views, NONE, now);
        for (List<Square> squares : List.of(matrix.byTeam(), matrix.byHousehold())) {
            assertThat(squares.stream().mapToLong(Square::startedHere).sum()).isEqualTo(EARLIER + LATER + 1);
            assertThat(squares.stream().mapToLong(Square::areHere).sum()).isEqualTo(EARLIER + LATER + 1);
            assertThat(squares.stream().mapToLong(Square::aimHere).sum()).isEqualTo(EARLIER + LATER + 1);
        }
        assertThat(matrix.byTeam()).isNotEqualTo(matrix.byHousehold());
        assertThat(matrix.byTeam())
                .extracting(Square::vulnerability)
                .contains("HIGH", "CONSIDERABLE", "MODERATE", "LOW", "NOT_JUDGED");
    }

    @Test
    void as_of_an_earlier_position_it_is_the_matrix_told_then() {
        assertThat(Matrix.everything(views, NONE, then)).isEqualTo(thenTold);
        // In the middle of everything: counted anew from the history alone.
        for (long position : List.of(1L, then / 3, then / 2, then, now)) {
            Map<String, Long> counted = new HashMap<>();
            views.sql("""
                    SELECT s.stage || '/' || coalesce(v.degree, 'NOT_JUDGED'), count(*)
                    FROM views.journey_state s
                    LEFT JOIN (SELECT DISTINCT ON (journey) journey, degree FROM views.vulnerability
                               WHERE rater = 'TEAM' AND position <= :p ORDER BY journey, position DESC) v
                      ON v.journey = s.journey
                    WHERE s.cohort IS NOT NULL AND s.from_position <= :p
                      AND (s.until_position IS NULL OR s.until_position > :p)
                    GROUP BY 1
                    """)
                    .param("p", position)
                    .query((row, i) -> counted.put(row.getString(1), row.getLong(2)))
                    .list();
            Map<String, Long> told = new HashMap<>();
            Matrix.everything(views, NONE, position).byTeam().stream()
                    .filter(square -> square.areHere() > 0)
                    .forEach(square -> told.put(square.stage() + "/" + square.vulnerability(), square.areHere()));
            assertThat(told).as("as of %d", position).isEqualTo(counted);
        }
    }

    @Test
    void brought_further_by_what_came_and_went_it_is_what_counting_anew_gives() {
        MatrixKept.State further = kept.at(views, now);
        assertThat(further.position()).isEqualTo(now);
        assertThat(further.cells()).isEqualTo(Matrix.cells(views, now));
        assertThat(Matrix.changes(views, then, now)).isNotEmpty();
        // An earlier question is answered with what is kept, and says as of when.
        assertThat(kept.at(views, then)).isSameAs(further);
        assertThat(new MatrixKept().at(views, now / 2).cells()).isEqualTo(Matrix.cells(views, now / 2));
    }

    @Test
    void parts_put_together_from_cells_are_those_of_the_view() {
        List<String> ofTheView = views.sql("""
                SELECT part, target_group, cohort, starting_stage, stage, goal_stage, by_team, by_household, journeys,
                       additional_investment
                FROM views.analyst_matrix""")
                .query((row, i) -> new MatrixParts.Part(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, Integer.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getLong(9),
                                row.getObject(10, Long.class))
                        .toString())
                .list();
        assertThat(MatrixParts.of(Matrix.cells(views, now), 5))
                .extracting(MatrixParts.Part::toString)
                .containsExactlyInAnyOrderElementsOf(ofTheView);
    }

    @Test
    void what_is_kept_of_judgements_is_what_their_history_says() {
        String history = """
                SELECT journey,
                       (array_agg(degree ORDER BY position DESC) FILTER (WHERE rater = 'TEAM'))[1] AS by_team,
                       (array_agg(degree ORDER BY position DESC) FILTER (WHERE rater = 'CITIZEN'))[1] AS by_household,
                       (count(*) FILTER (WHERE rater IS NULL))::integer AS additional, max(position) AS position
                FROM (SELECT journey, degree, rater, position FROM views.vulnerability
                      UNION ALL SELECT journey, NULL, NULL, position FROM views.additional_investment) AS judged
                GROUP BY journey""";
        String kept = "SELECT journey, by_team, by_household, additional, position FROM views.journey_judgement";
        assertThat(views.sql("SELECT count(*) FROM ((" + history + " EXCEPT " + kept + ") UNION ALL (" + kept
                                + " EXCEPT " + history + ")) d")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(views.sql("SELECT count(*) FROM views.journey_judgement")
                        .query(Long.class)
                        .single())
                .isGreaterThan(EARLIER / 2);
    }

    /** A journey, the part of a block that analysts are told it in, and what that part is asked by. */
    private record Told(
            UUID journey,
            String part,
            @Nullable String group,
            @Nullable Integer cohort,
            @Nullable String start,
            @Nullable String stage,
            @Nullable String goal,
            @Nullable String byTeam,
            @Nullable String byHousehold) {

        boolean passes(Chosen.Filter filter) {
            return (filter.targetGroup() == null || filter.targetGroup().name().equals(group))
                    && (filter.cohort() == null || filter.cohort().equals(cohort))
                    && (filter.startingStage() == null
                            || filter.startingStage().name().equals(start))
                    && (filter.stage() == null || filter.stage().name().equals(stage));
        }

        /** Everything that the two matrices count it in, and the way between stages. */
        List<String> countedIn() {
            return List.of(
                    "team started " + start + "/" + byTeam,
                    "team is " + stage + "/" + byTeam,
                    "team aims " + goal + "/" + byTeam,
                    "household started " + start + "/" + byHousehold,
                    "household is " + stage + "/" + byHousehold,
                    "household aims " + goal + "/" + byHousehold,
                    "way " + group + "/" + cohort + "/" + start + "/" + stage);
        }
    }

    private List<Told> told(String from) {
        return views.sql("SELECT e.journey, " + from)
                .query((row, i) -> new Told(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9)))
                .list();
    }

    private static long smallest(List<Told> journeys) {
        var answers = new ArrayList<Set<UUID>>();
        for (Chosen.Filter filter : ThousandJourneysTest.everyFilter()) {
            var squares = new HashMap<String, Set<UUID>>();
            for (Told journey : journeys) {
                if (journey.passes(filter)) {
                    journey.countedIn()
                            .forEach(square -> squares.computeIfAbsent(square, unused1 -> new HashSet<>())
                                    .add(journey.journey()));
                }
            }
            answers.addAll(squares.values());
        }
        Map<UUID, UUID> self = new HashMap<>();
        journeys.forEach(journey -> self.put(journey.journey(), journey.journey()));
        return ThousandJourneysTest.smallestGroup(answers, self);
    }

    @Test
    void no_group_under_the_threshold_is_found_by_asking_for_the_matrix_with_every_filter() {
        int fewest = Portfolio.fewest(views);
        List<Told> journeys = told("""
                m.part, m.block_group, m.block_cohort, m.block_start, m.block_stage, m.part_goal, m.part_team,
                m.part_household
                FROM views.economics_journey e LEFT JOIN views.journey_judgement j USING (journey)
                JOIN views.matrix_part m
                  ON (m.target_group, m.cohort, m.starting_stage, m.stage, m.goal_stage, m.by_team, m.by_household)
                   = (e.target_group, e.cohort, e.starting_stage, e.stage, e.goal_stage,
                      coalesce(j.by_team, 'NOT_JUDGED'), coalesce(j.by_household, 'NOT_JUDGED'))""");
        long found = smallest(journeys);
        assertThat(found).isGreaterThanOrEqualTo(fewest);
        // The parts lie within the blocks of every other view, and leave none of them out: the two answers differ by
        // nobody.
        assertThat(views.sql("SELECT block, count(*) FROM views.journey_block GROUP BY 1 ORDER BY 1")
                        .query((row, i) -> row.getString(1) + " " + row.getLong(2))
                        .list())
                .isEqualTo(views.sql("SELECT block, sum(journeys) FROM views.analyst_matrix GROUP BY 1 ORDER BY 1")
                        .query((row, i) -> row.getString(1) + " " + row.getLong(2))
                        .list());
        // What is told is told of those very parts.
        List<Chosen.Filter> filters = ThousandJourneysTest.everyFilter();
        for (int i = 0; i < filters.size(); i += 23) {
            Chosen.Filter filter = filters.get(i);
            assertThat(Matrix.merged(Matrix.cells(views, now), filter, now, fewest).byTeam().stream()
                            .mapToLong(Square::areHere)
                            .sum())
                    .as("%s", filter)
                    .isEqualTo(journeys.stream()
                            .filter(journey -> journey.passes(filter))
                            .count());
        }
        // The control: the same questions without parts find single journeys.
        List<Told> open = told("""
                '', e.target_group, e.cohort, e.starting_stage, e.stage, e.goal_stage, j.by_team, j.by_household
                FROM views.economics_journey e LEFT JOIN views.journey_judgement j USING (journey)""");
        long without = smallest(open);
        assertThat(without).isLessThan(fewest);
        long exact =
                journeys.stream().filter(journey -> journey.byTeam() != null).count();
        assertThat(exact).as("journeys whose degree is told").isPositive();
        System.out.printf(
                "matrix: %d combinations of filters; smallest group told apart: %d journeys (without parts: %d); %d of %d in"
                        + " parts, the team's degree told of %d%n",
                filters.size(), found, without, journeys.size(), EARLIER + LATER + 1, exact);
    }

    @Test
    void analysts_with_sql_see_parts_and_nothing_beneath_them() throws SQLException {
        try (Connection analyst = ledger.connectionAs("ledger_analyst");
                ResultSet rows = analyst.createStatement()
                        .executeQuery("SELECT min(journeys), min(additional_investment) FROM views.analyst_matrix")) {
            rows.next();
            assertThat(rows.getLong(1)).isGreaterThanOrEqualTo(5);
            assertThat(rows.getObject(2) == null || rows.getLong(2) >= 5).isTrue();
        }
    }

    @Test
    void the_matrix_taken_along_is_the_matrix_told(@TempDir Path folder) throws Exception {
        Squares matrix = Matrix.everything(views, NONE, now);
        for (Map.Entry<Export.Format, String> read : Map.of(
                        Export.Format.CSV, "read_csv", Export.Format.PARQUET, "read_parquet")
                .entrySet()) {
            Path file = Files.write(
                    folder.resolve("file." + read.getKey()),
                    Matrix.export(matrix).as(read.getKey()));
            try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                    ResultSet rows = duck.createStatement()
                            .executeQuery("SELECT sum(are_here), sum(additional_investment) FROM " + read.getValue()
                                    + "('" + file + "') WHERE judged_by = 'TEAM'")) {
                rows.next();
                assertThat(new BigDecimal(rows.getString(1)).longValueExact()).isEqualTo(EARLIER + LATER + 1);
                assertThat(new BigDecimal(rows.getString(2)).longValueExact())
                        .isEqualTo(views.sql("SELECT count(*) FROM views.journey_judgement WHERE additional > 0")
                                .query(Long.class)
                                .single());
            }
        }
    }
}
