package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.query.economics.Question.Settled;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what is known of the journeys chosen, group by group. */
final class Portfolio {

    private Portfolio() {}

    /**
     * Costs and benefits.
     *
     * @param basis what they rest on
     * @param overlapping whether a journey may be in several groups, so that they do not add up to the portfolio
     * @param groups group by group; one without a key when no grouping was asked for
     */
    record CostsAndBenefits(Basis basis, boolean overlapping, List<Group> groups) {}

    /**
     * How much is told of each group.
     *
     * @param years whether year by year too
     * @param year only what falls in this calendar year; {@code null} for all of it
     */
    record Detail(boolean years, @Nullable Integer year) {

        /** The sums alone. */
        static final Detail NONE = new Detail(false, null);
    }

    /**
     * A group of journeys.
     *
     * @param key what they have in common; empty where journeys of several were merged
     * @param journeys how many
     * @param perspectives costs and benefits, planned beside realised; never to be added across
     * @param parties who pays and who gains
     * @param withoutPrice benefits without a price, which weigh as much
     */
    record Group(
            String key,
            long journeys,
            List<Figures.InPerspective> perspectives,
            List<Figures.OfParty> parties,
            List<WithoutPrice> withoutPrice) {}

    /**
     * Benefits without a price.
     *
     * @param beneficiary who gains
     * @param consequence from -4 (very large harm) to +4 (very large gain)
     * @param benefits how many
     */
    record WithoutPrice(Beneficiary beneficiary, int consequence, long benefits) {}

    static CostsAndBenefits costsAndBenefits(JdbcClient views, Chosen chosen, By by, Settled settled) {
        return costsAndBenefits(views, chosen, by, Detail.NONE, settled);
    }

    static CostsAndBenefits costsAndBenefits(JdbcClient views, Chosen chosen, By by, Detail detail, Settled settled) {
        Map<String, List<Flow>> flows = Flows.read(views, chosen, by, settled);
        Map<String, List<WithoutPrice>> words = withoutPrice(views, chosen, by);
        var groups = new ArrayList<Group>();
        journeys(views, chosen, by)
                .forEach((key, journeys) -> groups.add(group(
                        key,
                        journeys,
                        flows.getOrDefault(key, List.of()),
                        words.getOrDefault(key, List.of()),
                        detail,
                        settled)));
        return new CostsAndBenefits(settled.basis(), by.overlapping(), groups);
    }

    static Group group(
            String key, long journeys, List<Flow> flows, List<WithoutPrice> words, Detail detail, Settled settled) {
        Integer year = detail.year();
        Figures figures = figures(
                year == null
                        ? flows
                        : flows.stream().filter(flow -> flow.year() == year).toList(),
                settled);
        return new Group(key, journeys, figures.perspectives(detail.years()), figures.parties(), words);
    }

    static Figures figures(List<Flow> flows, Settled settled) {
        return Figures.of(
                flows, settled.basis(), settled.parameters(), settled.day().getYear());
    }

    static Map<String, Long> journeys(JdbcClient views, Chosen chosen, By by) {
        var counted = new TreeMap<String, Long>();
        views.sql("SELECT " + by.key + " AS key, count(*) FROM (" + chosen.sql() + ") c GROUP BY key")
                .params(chosen.parameters())
                .query((row, i) -> counted.put(row.getString(1), row.getLong(2)))
                .list();
        return counted;
    }

    private static Map<String, List<WithoutPrice>> withoutPrice(JdbcClient views, Chosen chosen, By by) {
        var groups = new LinkedHashMap<String, List<WithoutPrice>>();
        views.sql("""
                SELECT %s AS key, b.beneficiary, b.consequence, count(*)
                FROM (%s) c JOIN views.benefit_state b
                  ON b.journey = c.journey AND b.from_position <= :p
                     AND (b.until_position IS NULL OR b.until_position > :p)
                     AND b.step <> 'DROPPED' AND b.consequence IS NOT NULL
                GROUP BY key, b.beneficiary, b.consequence ORDER BY 1, 2, 3
                """.formatted(by.key, chosen.sql()))
                .params(chosen.parameters())
                .query((row, i) -> groups.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new WithoutPrice(Beneficiary.valueOf(row.getString(2)), row.getInt(3), row.getLong(4))))
                .list();
        return groups;
    }

    /**
     * Journeys on their way between stages.
     *
     * @param asOfPosition the ledger position
     * @param fewest groups of fewer journeys are hidden, {@code null} when nothing is
     * @param ways from each starting stage to each stage
     */
    record Stages(long asOfPosition, @Nullable Integer fewest, List<Way> ways) {}

    /**
     * Journeys that started in one stage and are in one now.
     *
     * @param targetGroup their target group; absent where journeys of several were merged
     * @param cohort the year of enrolment, likewise
     * @param startingStage where they started, likewise
     * @param stage where they are, likewise
     * @param journeys how many
     * @param spentOre what was spent for them, whole øre
     * @param spentPerMoveOre that, by the number of journeys that are in another stage than they started in; absent when
     *     they are where they started or were merged
     * @param decided how many have a first decision; absent when too few to be told
     * @param daysToFirstDecision days from the door to it, on average, rounded; absent likewise
     */
    record Way(
            @Nullable String targetGroup,
            @Nullable Integer cohort,
            @Nullable String startingStage,
            @Nullable String stage,
            long journeys,
            long spentOre,
            @Nullable Long spentPerMoveOre,
            @Nullable Long decided,
            @Nullable Long daysToFirstDecision) {}

    static Stages stages(JdbcClient views, Chosen chosen, long position, @Nullable Integer fewest) {
        List<Way> ways = views.sql("""
                WITH c AS MATERIALIZED (%s),
                spent AS (
                    SELECT f.journey, sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore ELSE -f.amount_ore END) AS ore
                    FROM views.fund_posting f
                    WHERE f.journey IS NOT NULL AND f.position <= :p AND f.kind IN ('SPENT', 'REVERSED')
                    GROUP BY f.journey)
                SELECT c.target_group, c.cohort, c.starting_stage, c.stage, count(*), coalesce(sum(s.ore), 0),
                       count(c.first_decision_on), coalesce(sum(c.first_decision_on - c.opened_on), 0)
                FROM c LEFT JOIN spent s ON s.journey = c.journey
                GROUP BY 1, 2, 3, 4 ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST, 4 NULLS LAST
                """.formatted(chosen.sql()))
                .params(chosen.parameters())
                .query((row, i) -> way(
                        row.getString(1),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        fewest))
                .list();
        return new Stages(position, fewest, ways);
    }

    static Way way(
            @Nullable String targetGroup,
            @Nullable Integer cohort,
            @Nullable String startingStage,
            @Nullable String stage,
            long journeys,
            long spentOre,
            long decided,
            long days,
            @Nullable Integer fewest) {
        boolean moved = startingStage != null && stage != null && !startingStage.equals(stage);
        boolean told = fewest == null || (decided >= fewest && (decided == journeys || journeys - decided >= fewest));
        return new Way(
                targetGroup,
                cohort,
                startingStage,
                stage,
                journeys,
                spentOre,
                moved ? Math.floorDiv(spentOre, journeys) : null,
                told ? decided : null,
                told && decided > 0 ? (days + decided / 2) / decided : null);
    }

    /**
     * Who pays for what.
     *
     * @param asOfPosition the ledger position
     * @param fewest lines about fewer journeys are merged, {@code null} when nothing is
     * @param lines by paying service, fund and budget year
     */
    record Money(long asOfPosition, @Nullable Integer fewest, List<Line> lines) {}

    /**
     * Money decided and spent.
     *
     * @param payingService the service that pays; absent where lines were merged
     * @param fund the fund, likewise
     * @param year the budget year, likewise
     * @param allocatedOre decided: reserved, spent and released together, whole øre
     * @param spentOre spent, whole øre
     * @param releasedOre given back, whole øre
     */
    record Line(
            @Nullable UUID payingService,
            @Nullable UUID fund,
            @Nullable Integer year,
            long allocatedOre,
            long spentOre,
            long releasedOre) {}

    /** What the money may be asked by. */
    record LineFilter(
            @Parameter(description = "only lines this service pays") @Nullable
            UUID service,

            @Parameter(description = "only lines from this fund") @Nullable
            UUID fund,

            @Parameter(description = "only lines of this budget year") @Nullable
            Integer year) {}

    /** Every line, as the postings had it at a position. */
    static Money money(JdbcClient views, Chosen chosen, LineFilter filter, long position) {
        var parameters = new LinkedHashMap<>(chosen.parameters());
        String where = where("f.paying_service", "f.fund", "f.year", filter, parameters);
        return new Money(
                position,
                null,
                views.sql("""
                SELECT f.paying_service, f.fund, f.year,
                       sum(CASE f.kind WHEN 'RESERVED' THEN f.amount_ore ELSE 0 END),
                       sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore WHEN 'REVERSED' THEN -f.amount_ore ELSE 0 END),
                       sum(CASE f.kind WHEN 'RELEASED' THEN f.amount_ore ELSE 0 END)
                FROM (%s) c JOIN views.fund_posting f ON f.journey = c.journey AND f.position <= :p
                WHERE true %s GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """.formatted(chosen.sql(), where))
                        .params(parameters)
                        .query((row, i) -> line(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, Integer.class),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                        .list());
    }

    /** Lines that are never about few journeys, as they are now. */
    static Money mergedMoney(JdbcClient views, Chosen.Filter of, LineFilter filter, long position, int fewest) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = new StringBuilder(where("m.paying_service", "m.fund", "m.year", filter, parameters));
        where.append(Chosen.where("m", of, parameters));
        return new Money(
                position,
                fewest,
                views.sql("""
                SELECT m.paying_service, m.fund, m.year, sum(m.allocated_ore), sum(m.spent_ore), sum(m.released_ore)
                FROM views.analyst_money m WHERE true %s
                GROUP BY 1, 2, 3 ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3 NULLS LAST
                """.formatted(where))
                        .params(parameters)
                        .query((row, i) -> line(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, Integer.class),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)))
                        .list());
    }

    private static Line line(
            @Nullable UUID service,
            @Nullable UUID fund,
            @Nullable Integer year,
            long allocated,
            long spent,
            long released) {
        return new Line(service, fund, year, allocated, spent, released);
    }

    private static String where(
            String service, String fund, String year, LineFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder();
        if (filter.service() != null) {
            parameters.put("service", filter.service());
            where.append(" AND ").append(service).append(" = :service");
        }
        if (filter.fund() != null) {
            parameters.put("fund", filter.fund());
            where.append(" AND ").append(fund).append(" = :fund");
        }
        if (filter.year() != null) {
            parameters.put("year", filter.year());
            where.append(" AND ").append(year).append(" = :year");
        }
        return where.toString();
    }

    /** The fewest journeys a figure for analysts may be about. */
    static int fewest(JdbcClient views) {
        return views.sql("SELECT fewest FROM views.small_group")
                .query(Integer.class)
                .single();
    }
}
