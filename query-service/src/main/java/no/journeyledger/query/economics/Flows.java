package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.query.economics.Question.Settled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was planned and what was realised of the journeys chosen, summed per group, year, party and price. */
final class Flows {

    private static final String GAINS_GROUPED = """
            GROUP BY key, g.year, g.form, g.giver, g.receiver, g.unit_value,
                     b.price_year, sign(g.planned_low), sign(g.planned_expected), sign(g.planned_high)
            """;

    private Flows() {}

    /** The flows of each group, in kroner of one year. */
    static Map<String, List<Flow>> read(JdbcClient views, Chosen chosen, By by, int priceYear) {
        return read(views, chosen, by.key, List.of(priceYear));
    }

    /** The flows of each group, in kroner of any year that can be turned into the one asked for. */
    static Map<String, List<Flow>> read(JdbcClient views, Chosen chosen, By by, Settled settled) {
        return read(views, chosen, by.key, settled.priceYears());
    }

    /** The flows of each journey, by its id. Not among what may be asked for: it names journeys. */
    static Map<String, List<Flow>> byJourney(JdbcClient views, Chosen chosen, int priceYear) {
        return read(views, chosen, "c.journey::text", List.of(priceYear));
    }

    private static Map<String, List<Flow>> read(
            JdbcClient views, Chosen chosen, String key, Collection<Integer> priceYears) {
        var parameters = new LinkedHashMap<>(chosen.parameters());
        parameters.put("priceYears", priceYears);
        String sql = """
                WITH c AS MATERIALIZED (%1$s),
                payer AS (
                    SELECT DISTINCT ON (payer) payer, party FROM views.payer_party
                    WHERE position <= :p ORDER BY payer, position DESC)
                SELECT %2$s AS key, 'PLANNED_COST' AS kind, k.year, 'CASH' AS form, NULL AS giver,
                       coalesce(y.party, 'MUNICIPALITY') AS receiver, NULL AS unit_value,
                       NULL::integer AS price_year,
                       sum(k.amount_ore) AS low, sum(k.amount_ore) AS expected, sum(k.amount_ore) AS high
                FROM c JOIN views.planned_cost k ON k.journey = c.journey AND k.plan = c.plan
                LEFT JOIN payer y ON y.payer = k.paying_service
                GROUP BY key, k.year, receiver
                UNION ALL
                SELECT %2$s AS key, 'REALISED_COST', f.year, 'CASH', NULL, coalesce(y.party, 'MUNICIPALITY') AS receiver,
                       NULL, NULL, sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore ELSE -f.amount_ore END),
                       sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore ELSE -f.amount_ore END),
                       sum(CASE f.kind WHEN 'SPENT' THEN f.amount_ore ELSE -f.amount_ore END)
                FROM c JOIN views.fund_posting f
                  ON f.journey = c.journey AND f.position <= :p AND f.kind IN ('SPENT', 'REVERSED')
                LEFT JOIN payer y ON y.payer = f.paying_service
                GROUP BY key, f.year, receiver
                UNION ALL
                SELECT %2$s AS key, 'PLANNED_GAIN', g.year, g.form, g.giver, g.receiver, g.unit_value,
                       b.price_year, sum(g.planned_low), sum(g.planned_expected), sum(g.planned_high)
                FROM c JOIN views.benefit_state b
                  ON b.journey = c.journey AND b.from_position <= :p
                     AND (b.until_position IS NULL OR b.until_position > :p)
                     AND b.step <> 'DROPPED' AND b.price_year IN (:priceYears)
                JOIN views.plan_outline o ON o.journey = c.journey AND o.plan = c.plan AND o.measures && b.measures
                JOIN views.benefit_gain g ON g.journey = b.journey AND g.benefit = b.benefit AND g.valuation = b.valuation
                %3$s
                UNION ALL
                SELECT %2$s AS key, 'REALISED_GAIN', g.year, g.form, g.giver, g.receiver, g.unit_value,
                       b.price_year, sum(round(g.measured_expected * r.share, d.decimals)),
                       sum(round(g.measured_expected * r.share, d.decimals)),
                       sum(round(g.measured_expected * r.share, d.decimals))
                FROM c JOIN (
                    SELECT DISTINCT ON (r.journey, r.benefit, r.year) r.benefit, r.journey, r.year, r.share
                    FROM views.benefit_reading r WHERE r.position <= :p AND r.journey IN (SELECT journey FROM c)
                    ORDER BY r.journey, r.benefit, r.year, r.on_day DESC, r.position DESC) r ON r.journey = c.journey
                JOIN views.benefit_state b
                  ON b.journey = r.journey AND b.benefit = r.benefit AND b.from_position <= :p
                     AND (b.until_position IS NULL OR b.until_position > :p) AND b.price_year IN (:priceYears)
                JOIN views.benefit_gain g ON g.journey = b.journey AND g.benefit = b.benefit AND g.valuation = b.valuation AND g.year = r.year
                CROSS JOIN LATERAL (SELECT CASE WHEN g.unit_value IS NULL THEN %4$d ELSE %5$d END AS decimals) d
                %3$s
                ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
                """.formatted(
                        chosen.sql(), key, GAINS_GROUPED, YearlyGains.ORE_DECIMALS, YearlyGains.QUANTITY_DECIMALS);
        var groups = new TreeMap<String, List<Flow>>();
        views.sql(sql)
                .params(parameters)
                .query((row, i) -> {
                    String giver = row.getString(5);
                    return groups.computeIfAbsent(row.getString(1), group -> new ArrayList<>())
                            .add(new Flow(
                                    Flow.Kind.valueOf(row.getString(2)),
                                    row.getInt(3),
                                    GainForm.valueOf(row.getString(4)),
                                    giver == null ? null : Party.valueOf(giver),
                                    Party.valueOf(row.getString(6)),
                                    row.getString(7),
                                    row.getObject(8, Integer.class),
                                    row.getBigDecimal(9),
                                    row.getBigDecimal(10),
                                    row.getBigDecimal(11)));
                })
                .list();
        return groups;
    }
}
