package no.journeyledger.query.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.journey.WordingHash;
import no.journeyledger.query.money.MoneyController.Charge;
import no.journeyledger.query.money.MoneyRows.FundYearRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each owner of a pooled fund bears of what is reserved and spent: in proportion to its contributions to the year, in whole
 * øre that add up. What is left over after rounding down goes to the largest remainders, and among equals by the owner's id.
 */
final class Charging {

    private Charging() {}

    /** An owner, and what it contributed to the year, in øre. */
    record Share(UUID organisation, long contributedOre) {}

    /** What each owner contributed to each budget year of a fund. */
    static Map<Integer, List<Share>> shares(JdbcClient views, UUID fund) {
        var shares = new HashMap<Integer, List<Share>>();
        views.sql("""
                SELECT year, organisation, sum(CASE kind WHEN 'SENT' THEN -amount_ore ELSE amount_ore END)::bigint
                FROM views.fund_posting
                WHERE fund = ? AND organisation IS NOT NULL
                GROUP BY year, organisation ORDER BY year, organisation
                """)
                .param(fund)
                .query((row, i) -> shares.computeIfAbsent(row.getInt(1), unused1 -> new ArrayList<>())
                        .add(new Share(row.getObject(2, UUID.class), row.getLong(3))))
                .list();
        return shares;
    }

    /** What each owner bears of a budget year, in proportion to what it contributed to it. */
    static List<Charge> by(FundYearRow year, Map<Integer, List<Share>> contributed) {
        List<Share> shares = contributed.getOrDefault(year.year(), List.of());
        List<Long> reserved = inProportion(year.reservedOre(), shares);
        List<Long> spent = inProportion(year.spentOre(), shares);
        var charges = new ArrayList<Charge>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            charges.add(new Charge(share.organisation(), share.contributedOre(), reserved.get(i), spent.get(i)));
        }
        return List.copyOf(charges);
    }

    /** An amount split in proportion to what each contributed; the parts add up to the amount. */
    static List<Long> inProportion(long amountOre, List<Share> shares) {
        long all = shares.stream().mapToLong(Share::contributedOre).sum();
        var parts = new ArrayList<Long>();
        var byRemainder = new ArrayList<Integer>();
        var remainders = new ArrayList<Long>();
        long given = 0;
        for (int i = 0; i < shares.size(); i++) {
            long part = 0;
            long remainder = 0;
            if (all > 0) {
                // Up to 10^15 times 10^15: more than a long holds.
                var product = BigInteger.valueOf(amountOre)
                        .multiply(BigInteger.valueOf(shares.get(i).contributedOre()))
                        .divideAndRemainder(BigInteger.valueOf(all));
                part = product[0].longValueExact();
                remainder = product[1].longValueExact();
            }
            parts.add(part);
            remainders.add(remainder);
            byRemainder.add(i);
            given += part;
        }
        byRemainder.sort(Comparator.<Integer, Long>comparing(remainders::get)
                .reversed()
                .thenComparing(i -> shares.get(i).organisation(), WordingHash.BY_TEXT));
        for (int i = 0; i < byRemainder.size() && given < amountOre && all > 0; i++, given++) {
            parts.set(byRemainder.get(i), parts.get(byRemainder.get(i)) + 1);
        }
        return List.copyOf(parts);
    }
}
