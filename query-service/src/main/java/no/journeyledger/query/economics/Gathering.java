package no.journeyledger.query.economics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What journeys come to, cell by cell, read from the tables as of a ledger position; and what they came to as of another one
 * taken away again, which together is what has changed in between.
 */
final class Gathering {

    /** What the journeys of a cell have in common, and where they are: the first four columns of every question below. */
    private enum By {
        ALIKE("c.target_group, c.cohort, c.starting_stage, c.stage", "c") {
            @Override
            Cell.Of of(ResultSet row) throws SQLException {
                return new Cell.Alike(row.getString(1), row.getInt(2), row.getString(3), row.getString(4));
            }
        },
        PAID_BY("z.kind, z.id, NULL::text, NULL::text", "c JOIN scope z ON z.journey = c.journey") {
            @Override
            Cell.Of of(ResultSet row) throws SQLException {
                UUID id = row.getObject(2, UUID.class);
                return row.getString(1).equals("SERVICE") ? new Cell.OfService(id) : new Cell.OfFund(id);
            }
        };

        private final String columns;
        private final String from;

        By(String columns, String from) {
            this.columns = columns;
            this.from = from;
        }

        abstract Cell.Of of(ResultSet row) throws SQLException;
    }

    private static final String GAINS_GROUPED = """
            GROUP BY 1, 2, 3, 4, b.price_year, g.year, g.form, g.giver, g.receiver, g.unit_value
            """;

    private final JdbcClient views;
    private final FlowKeys keys;
    private final Map<Cell.Of, Cell.Change> changes = new HashMap<>();
    private final Map<Integer, Long> priced = new HashMap<>();

    Gathering(JdbcClient views, FlowKeys keys) {
        this.views = views;
        this.keys = keys;
    }

    /** What was gathered, by cell. */
    Map<Cell.Of, Cell.Change> changes() {
        return changes;
    }

    /** How many priced benefits there are, by the year of their kroner, of journeys that are not enrolled too. */
    Map<Integer, Long> priced() {
        return priced;
    }

    /**
     * Reads what journeys come to.
     *
     * @param journeys which; {@code null} for all
     * @param away whether to take it away
     */
    void read(String @Nullable [] journeys, long position, boolean away) {
        Chosen chosen = Chosen.among(journeys, position);
        for (By by : By.values()) {
            new Reading(chosen, by, away).all();
        }
        new Reading(chosen, By.ALIKE, away).lines();
        String whose = journeys == null ? "" : " AND b.journey = ANY (:journeys::uuid[])";
        views.sql("""
                SELECT b.price_year, count(*) FROM views.benefit_state b
                WHERE b.from_position <= :p AND (b.until_position IS NULL OR b.until_position > :p)
                  AND b.price_year IS NOT NULL AND b.step <> 'DROPPED' %s GROUP BY 1
                """.formatted(whose)).params(chosen.parameters()).query((RowCallbackHandler)
                row -> priced.merge(row.getInt(1), away ? -row.getLong(2) : row.getLong(2), Long::sum));
    }

    /** One way of reading them. */
    private final class Reading {

        private final By by;
        private final boolean away;
        private final String with;
        private final Map<String, Object> parameters;

        Reading(Chosen chosen, By by, boolean away) {
            this.by = by;
            this.away = away;
            this.with = "WITH c AS MATERIALIZED (" + chosen.sql() + ")"
                    + (by == By.PAID_BY ? ", scope AS MATERIALIZED (" + Chosen.SCOPES + ")" : "");
            this.parameters = new LinkedHashMap<>(chosen.parameters());
        }

        private Cell.Change change(ResultSet row) throws SQLException {
            return changes.computeIfAbsent(by.of(row), unused1 -> new Cell.Change());
        }

        private void ask(String sql, RowCallbackHandler each) {
            views.sql(with
                            + sql.formatted(
                                    by.columns, by.from, YearlyGains.ORE_DECIMALS, YearlyGains.QUANTITY_DECIMALS))
                    .params(parameters)
                    .query(each);
        }

        void all() {
            ask("""
                    SELECT %1$s, count(*), count(c.first_decision_on),
                           coalesce(sum(c.first_decision_on - c.opened_on), 0)
                    FROM %2$s GROUP BY 1, 2, 3, 4
                    """, row -> change(row).journeys(row.getLong(5), row.getLong(6), row.getLong(7), away));
            ask(
                    """
                    SELECT %1$s, b.beneficiary, b.consequence, count(*)
                    FROM %2$s JOIN views.benefit_state b
                      ON b.journey = c.journey AND b.from_position <= :p
                         AND (b.until_position IS NULL OR b.until_position > :p)
                         AND b.step <> 'DROPPED' AND b.consequence IS NOT NULL
                    GROUP BY 1, 2, 3, 4, b.beneficiary, b.consequence
                    """,
                    row -> change(row)
                            .words(
                                    new Cell.Words(Beneficiary.valueOf(row.getString(5)), row.getInt(6)),
                                    row.getLong(7),
                                    away));
            ask("""
                    SELECT %1$s, k.year, k.paying_service, sum(k.amount_ore)
                    FROM %2$s JOIN views.planned_cost k ON k.journey = c.journey AND k.plan = c.plan
                    GROUP BY 1, 2, 3, 4, k.year, k.paying_service
                    """, row -> cost(row, Flow.Kind.PLANNED_COST));
            ask("""
                    SELECT %1$s, f.year, f.paying_service,
                           sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore ELSE -f.amount_ore END)
                    FROM %2$s JOIN views.fund_posting f
                      ON f.journey = c.journey AND f.position <= :p AND f.kind IN ('SPENT', 'REVERSED')
                    GROUP BY 1, 2, 3, 4, f.year, f.paying_service
                    """, row -> cost(row, Flow.Kind.REALISED_COST));
            ask(
                    """
                    SELECT %1$s, b.price_year, g.year, g.form, g.giver, g.receiver, g.unit_value,
                           sum(g.planned_low), sum(g.planned_expected), sum(g.planned_high)
                    FROM %2$s JOIN views.benefit_state b
                      ON b.journey = c.journey AND b.from_position <= :p
                         AND (b.until_position IS NULL OR b.until_position > :p)
                         AND b.step <> 'DROPPED' AND b.price_year IS NOT NULL
                    JOIN views.plan_outline o ON o.journey = c.journey AND o.plan = c.plan AND o.measures && b.measures
                    JOIN views.benefit_gain g ON g.journey = b.journey AND g.benefit = b.benefit
                         AND g.valuation = b.valuation
                    """ + GAINS_GROUPED + ", sign(g.planned_low), sign(g.planned_expected), sign(g.planned_high)",
                    row -> gain(row, Flow.Kind.PLANNED_GAIN));
            ask("""
                    SELECT %1$s, b.price_year, g.year, g.form, g.giver, g.receiver, g.unit_value, sum(v.ore), sum(v.ore),
                           sum(v.ore)
                    FROM %2$s JOIN (
                        SELECT DISTINCT ON (r.journey, r.benefit, r.year) r.benefit, r.journey, r.year, r.share
                        FROM views.benefit_reading r WHERE r.position <= :p AND r.journey IN (SELECT journey FROM c)
                        ORDER BY r.journey, r.benefit, r.year, r.on_day DESC, r.position DESC) r ON r.journey = c.journey
                    JOIN views.benefit_state b
                      ON b.journey = r.journey AND b.benefit = r.benefit AND b.from_position <= :p
                         AND (b.until_position IS NULL OR b.until_position > :p) AND b.price_year IS NOT NULL
                    JOIN views.benefit_gain g ON g.journey = b.journey AND g.benefit = b.benefit
                         AND g.valuation = b.valuation AND g.year = r.year
                    CROSS JOIN LATERAL (SELECT round(g.measured_expected * r.share,
                        CASE WHEN g.unit_value IS NULL THEN %3$d ELSE %4$d END) AS ore) v
                    """ + GAINS_GROUPED, row -> gain(row, Flow.Kind.REALISED_GAIN));
        }

        private void cost(ResultSet row, Flow.Kind kind) throws SQLException {
            BigDecimal ore = row.getBigDecimal(7);
            change(row)
                    .flows()
                    .add(
                            keys.number(FlowKey.cost(kind, row.getInt(5), row.getObject(6, UUID.class))),
                            ore,
                            ore,
                            ore,
                            away);
        }

        private void gain(ResultSet row, Flow.Kind kind) throws SQLException {
            String giver = row.getString(8);
            BigDecimal low = row.getBigDecimal(11);
            BigDecimal expected = row.getBigDecimal(12);
            BigDecimal high = row.getBigDecimal(13);
            var key = new FlowKey(
                    kind,
                    row.getInt(6),
                    GainForm.valueOf(row.getString(7)),
                    giver == null ? null : Party.valueOf(giver),
                    Party.valueOf(row.getString(9)),
                    null,
                    row.getString(10),
                    row.getInt(5),
                    kind == Flow.Kind.PLANNED_GAIN ? FlowKey.signs(low, expected, high) : 0);
            change(row).flows().add(keys.number(key), low, expected, high, away);
        }

        /** Journey by journey, because lines about few of them are merged by who they are. */
        void lines() {
            ask(
                    """
                    SELECT %1$s, c.journey, f.paying_service, f.fund, f.year,
                           sum(CASE f.kind WHEN 'RESERVED' THEN f.amount_ore ELSE 0 END),
                           sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore WHEN 'REVERSED' THEN -f.amount_ore ELSE 0 END),
                           sum(CASE f.kind WHEN 'RELEASED' THEN f.amount_ore ELSE 0 END)
                    FROM %2$s JOIN views.fund_posting f ON f.journey = c.journey AND f.position <= :p
                    GROUP BY 1, 2, 3, 4, c.journey, f.paying_service, f.fund, f.year
                    """,
                    row -> change(row)
                            .line(
                                    new Cell.LineKey(
                                            row.getObject(6, UUID.class), row.getObject(7, UUID.class), row.getInt(8)),
                                    row.getObject(5, UUID.class),
                                    row.getLong(9),
                                    row.getLong(10),
                                    row.getLong(11),
                                    away));
        }
    }
}
