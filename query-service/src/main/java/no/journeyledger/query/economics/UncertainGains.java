package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.query.economics.Question.Settled;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The planned gains of a journey one by one: each is estimated on its own, and so it goes up or down on its own. */
final class UncertainGains {

    private UncertainGains() {}

    /** The flows of each gain of each benefit that belongs to the plan. */
    static Map<String, List<Flow>> read(JdbcClient views, Chosen chosen, Settled settled) {
        var parameters = new LinkedHashMap<>(chosen.parameters());
        parameters.put("priceYears", settled.priceYears());
        var gains = new TreeMap<String, List<Flow>>();
        views.sql("""
                SELECT g.benefit || '/' || g.gain, g.year, g.form, g.giver, g.receiver, g.unit_value, b.price_year,
                       g.planned_low, g.planned_expected, g.planned_high
                FROM (%s) c JOIN views.benefit_state b
                  ON b.journey = c.journey AND b.from_position <= :p
                     AND (b.until_position IS NULL OR b.until_position > :p)
                     AND b.step <> 'DROPPED' AND b.price_year IN (:priceYears)
                JOIN views.plan_outline o ON o.journey = c.journey AND o.plan = c.plan AND o.measures && b.measures
                JOIN views.benefit_gain g ON g.journey = b.journey AND g.benefit = b.benefit AND g.valuation = b.valuation
                ORDER BY 1, 2
                """.formatted(chosen.sql()))
                .params(parameters)
                .query((row, i) -> {
                    String giver = row.getString(4);
                    return gains.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(new Flow(
                                    Flow.Kind.PLANNED_GAIN,
                                    row.getInt(2),
                                    GainForm.valueOf(row.getString(3)),
                                    giver == null ? null : Party.valueOf(giver),
                                    Party.valueOf(row.getString(5)),
                                    row.getString(6),
                                    row.getObject(7, Integer.class),
                                    row.getBigDecimal(8),
                                    row.getBigDecimal(9),
                                    row.getBigDecimal(10)));
                })
                .list();
        return gains;
    }
}
