package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.Vulnerability;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journey matrix: stage by degree of vulnerability. Each journey has three circles in it: where it started, where it is and
 * where it is going. Team and household judge the degree of vulnerability apart, so there are two matrices, never merged.
 */
final class Matrix {

    /** A household whose degree of vulnerability nobody of them has judged. */
    static final String NOT_JUDGED = "NOT_JUDGED";

    private static final List<String> ORDER = Stream.concat(
                    Arrays.stream(Vulnerability.values()).map(Vulnerability::name), Stream.of(NOT_JUDGED))
            .toList();

    private static final List<Export.Column> COLUMNS = List.of(
            new Export.Column("judged_by", Export.Type.TEXT),
            new Export.Column("stage", Export.Type.TEXT),
            new Export.Column("vulnerability", Export.Type.TEXT),
            new Export.Column("started_here", Export.Type.WHOLE),
            new Export.Column("are_here", Export.Type.WHOLE),
            new Export.Column("aim_here", Export.Type.WHOLE),
            new Export.Column("additional_investment", Export.Type.WHOLE),
            new Export.Column("as_of_position", Export.Type.WHOLE));

    private Matrix() {}

    /**
     * The matrix.
     *
     * @param asOfPosition the ledger position
     * @param fewest groups of fewer journeys are hidden, {@code null} when nothing is
     * @param byTeam with the degree of vulnerability as the team judged it last
     * @param byHousehold as the household judged it last
     */
    record Squares(long asOfPosition, @Nullable Integer fewest, List<Square> byTeam, List<Square> byHousehold) {}

    /**
     * A square of the matrix. Squares without any circle are left out.
     *
     * @param stage the stage; absent where journeys in several were merged
     * @param vulnerability HIGH, CONSIDERABLE, MODERATE or LOW as judged last, NOT_JUDGED; absent where several were merged
     * @param startedHere how many journeys started in this stage
     * @param areHere how many are in it now
     * @param aimHere how many are going there
     * @param additionalInvestment how many of those that are here were marked as needing more than was planned; absent when too
     *     few to be told
     */
    record Square(
            @Nullable String stage,
            @Nullable String vulnerability,
            long startedHere,
            long areHere,
            long aimHere,
            @Nullable Long additionalInvestment) {}

    /** Journeys that are alike, or a part of a block. */
    private record Part(
            @Nullable String start,
            @Nullable String stage,
            @Nullable String goal,
            @Nullable String byTeam,
            @Nullable String byHousehold,
            long journeys,
            @Nullable Long additional) {}

    /** Of every journey as it was at a position. */
    static Squares everything(JdbcClient views, Chosen.Filter filter, long position) {
        return everything(cells(views, position), filter, position);
    }

    /** Of every journey of these cells. */
    static Squares everything(Map<MatrixCell, MatrixCell.Count> cells, Chosen.Filter filter, long position) {
        var parts = new ArrayList<Part>();
        cells.forEach((cell, count) -> {
            if (passes(filter, cell.targetGroup(), cell.cohort(), cell.startingStage(), cell.stage())) {
                parts.add(new Part(
                        cell.startingStage(),
                        cell.stage(),
                        cell.goalStage(),
                        cell.byTeam(),
                        cell.byHousehold(),
                        count.journeys(),
                        count.additional()));
            }
        });
        return squares(parts, position, null);
    }

    /** Of whole parts of the blocks that these cells make. */
    static Squares merged(Map<MatrixCell, MatrixCell.Count> cells, Chosen.Filter filter, long position, int fewest) {
        return squares(
                MatrixParts.of(cells, fewest).stream()
                        .filter(part ->
                                passes(filter, part.targetGroup(), part.cohort(), part.startingStage(), part.stage()))
                        .map(part -> new Part(
                                part.startingStage(),
                                part.stage(),
                                part.goalStage(),
                                part.byTeam(),
                                part.byHousehold(),
                                part.journeys(),
                                part.additional()))
                        .toList(),
                position,
                fewest);
    }

    private static boolean passes(
            Chosen.Filter filter,
            @Nullable String targetGroup,
            @Nullable Integer cohort,
            @Nullable String startingStage,
            @Nullable String stage) {
        return (filter.targetGroup() == null || filter.targetGroup().name().equals(targetGroup))
                && (filter.cohort() == null || filter.cohort().equals(cohort))
                && (filter.startingStage() == null
                        || filter.startingStage().name().equals(startingStage))
                && (filter.stage() == null || filter.stage().name().equals(stage));
    }

    /** Every cell as it was at a position, counted anew. */
    static Map<MatrixCell, MatrixCell.Count> cells(JdbcClient views, long position) {
        // Nearly every row of what holds now held at the position too; the few that are newer are looked up as they
        // were.
        String sql = """
                WITH state AS (
                    SELECT e.journey, e.target_group, e.cohort, e.starting_stage, e.stage, e.goal_stage
                    FROM views.economics_journey e WHERE e.from_position <= :p
                    UNION ALL
                    SELECT s.journey, s.target_group, s.cohort, s.starting_stage, s.stage, s.goal_stage
                    FROM views.economics_journey e
                    JOIN views.journey_state s
                      ON s.journey = e.journey AND s.from_position <= :p AND s.until_position > :p
                    WHERE e.from_position > :p),
                judged AS (
                    SELECT j.journey, j.by_team, j.by_household, j.additional
                    FROM views.journey_judgement j WHERE j.position <= :p
                    UNION ALL
                    SELECT j.journey, %1$s, %2$s,
                           (SELECT count(*) FROM views.additional_investment a
                            WHERE a.journey = j.journey AND a.position <= :p)
                    FROM views.journey_judgement j WHERE j.position > :p)
                SELECT c.target_group, c.cohort, c.starting_stage, c.stage, c.goal_stage, coalesce(j.by_team, '%3$s'),
                       coalesce(j.by_household, '%3$s'), count(*), count(*) FILTER (WHERE j.additional > 0)
                FROM state c LEFT JOIN judged j ON j.journey = c.journey
                WHERE c.cohort IS NOT NULL
                GROUP BY 1, 2, 3, 4, 5, 6, 7
                """.formatted(latest("TEAM", ":p"), latest("CITIZEN", ":p"), NOT_JUDGED);
        return counted(views, sql, Map.of("p", position));
    }

    /** What has come and gone of each cell between two positions. */
    static Map<MatrixCell, MatrixCell.Count> changes(JdbcClient views, long after, long to) {
        String sql = """
                WITH touched AS (
                    SELECT journey FROM views.journey_state WHERE from_position > :after AND from_position <= :to
                    UNION SELECT journey FROM views.vulnerability WHERE position > :after AND position <= :to
                    UNION SELECT journey FROM views.additional_investment WHERE position > :after AND position <= :to),
                known AS (%1$s UNION ALL %2$s)
                SELECT target_group, cohort, starting_stage, stage, goal_stage, coalesce(by_team, '%3$s'),
                       coalesce(by_household, '%3$s'), sum(one)::bigint,
                       coalesce(sum(one) FILTER (WHERE additional > 0), 0)::bigint
                FROM known WHERE cohort IS NOT NULL
                GROUP BY 1, 2, 3, 4, 5, 6, 7
                """.formatted(touched(":to", 1), touched(":after", -1), NOT_JUDGED);
        return counted(views, sql, Map.of("after", after, "to", to));
    }

    private static String touched(String position, int one) {
        return """
                SELECT s.target_group, s.cohort, s.starting_stage, s.stage, s.goal_stage,
                       %1$s AS by_team, %2$s AS by_household,
                       (SELECT count(*) FROM views.additional_investment a
                        WHERE a.journey = j.journey AND a.position <= %3$s) AS additional, %4$d AS one
                FROM touched j JOIN views.journey_state s
                  ON s.journey = j.journey AND s.from_position <= %3$s
                     AND (s.until_position IS NULL OR s.until_position > %3$s)
                """.formatted(latest("TEAM", position), latest("CITIZEN", position), position, one);
    }

    private static Map<MatrixCell, MatrixCell.Count> counted(
            JdbcClient views, String sql, Map<String, Object> parameters) {
        var cells = new HashMap<MatrixCell, MatrixCell.Count>();
        views.sql(sql)
                .params(parameters)
                .query((row, i) -> cells.put(
                        new MatrixCell(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)),
                        new MatrixCell.Count(row.getLong(8), row.getLong(9))))
                .list();
        return cells;
    }

    private static String latest(String rater, String position) {
        return """
                (SELECT v.degree FROM views.vulnerability v
                 WHERE v.journey = j.journey AND v.rater = '%s' AND v.position <= %s
                 ORDER BY v.position DESC LIMIT 1)""".formatted(rater, position);
    }

    private static Squares squares(List<Part> parts, long position, @Nullable Integer fewest) {
        return new Squares(position, fewest, squares(parts, Part::byTeam), squares(parts, Part::byHousehold));
    }

    /** Where a square is. */
    private record Place(@Nullable String stage, @Nullable String vulnerability) {}

    private static List<Square> squares(List<Part> parts, Function<Part, @Nullable String> judged) {
        var squares = new HashMap<Place, Square>();
        for (Part part : parts) {
            String degree = judged.apply(part);
            long number = part.journeys();
            add(squares, new Square(part.start(), degree, number, 0, 0, 0L));
            add(squares, new Square(part.stage(), degree, 0, number, 0, part.additional()));
            add(squares, new Square(part.goal(), degree, 0, 0, number, 0L));
        }
        return squares.values().stream()
                .sorted(Comparator.comparing(Square::stage, Comparator.nullsLast(Comparator.comparing(Stage::valueOf)))
                        .thenComparing(
                                Square::vulnerability, Comparator.nullsLast(Comparator.comparingInt(ORDER::indexOf))))
                .toList();
    }

    private static void add(Map<Place, Square> squares, Square more) {
        squares.merge(new Place(more.stage(), more.vulnerability()), more, Matrix::plus);
    }

    private static Square plus(Square one, Square other) {
        Long some = one.additionalInvestment();
        Long more = other.additionalInvestment();
        return new Square(
                one.stage(),
                one.vulnerability(),
                one.startedHere() + other.startedHere(),
                one.areHere() + other.areHere(),
                one.aimHere() + other.aimHere(),
                some == null || more == null ? null : Long.valueOf(some + more));
    }

    /** Flat: one row per square and who judged. */
    static Export export(Squares matrix) {
        var rows = new ArrayList<List<@Nullable Object>>();
        matrix.byTeam().forEach(square -> rows.add(row("TEAM", square, matrix.asOfPosition())));
        matrix.byHousehold().forEach(square -> rows.add(row("HOUSEHOLD", square, matrix.asOfPosition())));
        return new Export(COLUMNS, rows);
    }

    private static List<@Nullable Object> row(String judgedBy, Square square, long position) {
        return Arrays.<@Nullable Object>asList(
                judgedBy,
                square.stage(),
                square.vulnerability(),
                square.startedHere(),
                square.areHere(),
                square.aimHere(),
                square.additionalInvestment(),
                position);
    }
}
