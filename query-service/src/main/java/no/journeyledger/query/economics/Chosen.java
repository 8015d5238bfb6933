package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import org.jspecify.annotations.Nullable;

/**
 * The journeys a question is about: one journey, a portfolio with every journey in it, or blocks of journeys that are never
 * small. The figures of an answer are sums over them.
 *
 * @param sql a query with the columns journey, plan, target_group, cohort, starting_stage and stage
 * @param parameters the values of its named parameters
 */
record Chosen(String sql, Map<String, Object> parameters) {

    /**
     * What a portfolio may be asked by.
     *
     * @param targetGroup only this target group
     * @param cohort only journeys enrolled in this year
     * @param startingStage only those that started in this stage
     * @param stage only those that are in this stage
     */
    record Filter(
            @Parameter(description = "only this target group") @Nullable
            TargetGroup targetGroup,

            @Parameter(description = "only journeys enrolled in this year") @Nullable
            Integer cohort,

            @Parameter(description = "only those that started in this stage") @Nullable
            Stage startingStage,

            @Parameter(description = "only those that are in this stage") @Nullable
            Stage stage) {

        /** Everything. */
        static final Filter NONE = new Filter(null, null, null, null);
    }

    /**
     * Whose journeys a portfolio may be asked for. A journey is a service's when the service plans to pay or pays something
     * in it, and a fund's when the fund has money set aside for it; so a journey may be several's, and all of it is counted
     * for each.
     *
     * @param service only this service's
     * @param fund only this fund's
     */
    record Scope(
            @Parameter(description = "only journeys in which this service plans to pay or pays; for auditors") @Nullable
            UUID service,

            @Parameter(description = "only journeys that this fund has money set aside for; for auditors") @Nullable
            UUID fund) {

        /** Everybody's. */
        static final Scope NONE = new Scope(null, null);

        boolean isEverything() {
            return service == null && fund == null;
        }

        boolean isBoth() {
            return service != null && fund != null;
        }
    }

    /** One journey, with the plan that was agreed, or another version of it. */
    static Chosen journey(UUID journey, @Nullable Integer plan, long position) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("p", position);
        parameters.put("journey", journey);
        String version = "s.agreed_plan";
        if (plan != null) {
            parameters.put("plan", plan);
            version = ":plan::integer";
        }
        return new Chosen("""
                SELECT s.journey, %s AS plan, s.target_group, s.cohort, s.starting_stage, s.stage,
                       s.opened_on, s.first_decision_on
                FROM views.journey_state s
                WHERE s.journey = :journey AND s.from_position <= :p
                  AND (s.until_position IS NULL OR s.until_position > :p)
                """.formatted(version), parameters);
    }

    /** Every enrolled journey as it was at a position. */
    static Chosen everything(Filter filter, long position) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("p", position);
        return new Chosen("""
                SELECT s.journey, s.agreed_plan AS plan, s.target_group, s.cohort, s.starting_stage, s.stage,
                       s.opened_on, s.first_decision_on
                FROM views.journey_state s
                WHERE s.cohort IS NOT NULL AND s.from_position <= :p
                  AND (s.until_position IS NULL OR s.until_position > :p)
                """ + where("s", filter, parameters), parameters);
    }

    /** Every enrolled journey of a scope as it was at a position, once for each group that it is in. */
    static Chosen everything(Filter filter, Scope scope, By by, long position) {
        Chosen all = everything(filter, position);
        if (scope.isEverything() && !by.overlapping()) {
            return all;
        }
        var parameters = new LinkedHashMap<>(all.parameters());
        var where = new StringBuilder();
        if (scope.service() != null) {
            parameters.put("service", scope.service());
            where.append(" AND EXISTS (SELECT FROM scope z WHERE z.journey = c.journey AND z.kind = 'SERVICE'"
                    + " AND z.id = :service)");
        }
        if (scope.fund() != null) {
            parameters.put("fund", scope.fund());
            where.append(
                    " AND EXISTS (SELECT FROM scope z WHERE z.journey = c.journey AND z.kind = 'FUND' AND z.id = :fund)");
        }
        return new Chosen(
                "WITH c AS MATERIALIZED (" + all.sql() + "), scope AS MATERIALIZED (" + SCOPES + ")\n"
                        + (by.overlapping()
                                ? "SELECT c.*, g.id AS scope FROM c JOIN scope g ON g.journey = c.journey AND g.kind = '"
                                        + by.name() + "'"
                                : "SELECT c.* FROM c")
                        + " WHERE true" + where,
                parameters);
    }

    /** The journeys that each service plans to pay or pays something in, and those that each fund has money set aside for. */
    static final String SCOPES = """
            SELECT c.journey, 'SERVICE' AS kind, k.paying_service AS id
            FROM c JOIN views.planned_cost k ON k.journey = c.journey AND k.plan = c.plan
            UNION
            SELECT c.journey, 'SERVICE', f.paying_service
            FROM c JOIN views.fund_posting f ON f.journey = c.journey AND f.position <= :p AND f.paying_service IS NOT NULL
            UNION
            SELECT c.journey, 'FUND', f.fund
            FROM c JOIN views.fund_posting f ON f.journey = c.journey AND f.position <= :p
            """;

    /** Enrolled journeys as they were at a position: these, or {@code null} for all. */
    static Chosen among(String @Nullable [] journeys, long position) {
        Chosen all = everything(Filter.NONE, position);
        if (journeys == null) {
            return all;
        }
        var parameters = new LinkedHashMap<>(all.parameters());
        parameters.put("journeys", journeys);
        return new Chosen(all.sql() + " AND s.journey = ANY (:journeys::uuid[])", parameters);
    }

    /** Whole blocks of journeys as they are now. */
    static Chosen blocks(Filter filter, long position) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("p", position);
        return new Chosen("""
                SELECT b.journey, s.agreed_plan AS plan, b.target_group, b.cohort, b.starting_stage, b.stage,
                       s.opened_on, s.first_decision_on
                FROM views.journey_block b
                JOIN views.journey_state s ON s.journey = b.journey AND s.until_position IS NULL
                WHERE true
                """ + where("b", filter, parameters), parameters);
    }

    static String where(String table, Filter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        if (filter.targetGroup() != null) {
            parameters.put("targetGroup", filter.targetGroup().name());
            conditions.add(table + ".target_group = :targetGroup");
        }
        if (filter.cohort() != null) {
            parameters.put("cohort", filter.cohort());
            conditions.add(table + ".cohort = :cohort");
        }
        if (filter.startingStage() != null) {
            parameters.put("startingStage", filter.startingStage().name());
            conditions.add(table + ".starting_stage = :startingStage");
        }
        if (filter.stage() != null) {
            parameters.put("stage", filter.stage().name());
            conditions.add(table + ".stage = :stage");
        }
        return conditions.isEmpty() ? "" : " AND " + String.join(" AND ", conditions);
    }
}
