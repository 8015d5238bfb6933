package no.journeyledger.economics.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Role;

/**
 * What came of a benefit card, from measurements of its indicator.
 *
 * <p>In a measured year a priced effect counts by the realised share: {@code price x realised share x (1 - deadweight) x (1 -
 * attribution) x (1 - displacement)}. Probability and drop-off are not applied again, since measuring has answered both.
 * Value is taken to follow the indicator in proportion.
 *
 * @param card the card
 * @param realisedShares the realised share in each year measured, year 0 being that of the analysis
 * @param effects what was realised, year by year; empty for a benefit without a price
 * @param yearsNotMeasured years up to the last one looked at in which the benefit was expected and nothing was measured: not
 *     known, which is not nothing
 */
public record Realisation(
        BenefitCard card,
        SortedMap<Integer, BigDecimal> realisedShares,
        List<Effect> effects,
        SortedSet<Integer> yearsNotMeasured) {

    /** Copies the collections. */
    public Realisation {
        realisedShares = Collections.unmodifiableSortedMap(new TreeMap<>(realisedShares));
        effects = List.copyOf(effects);
        yearsNotMeasured = Collections.unmodifiableSortedSet(new TreeSet<>(yearsNotMeasured));
    }

    /**
     * From measurements.
     *
     * @param card the card
     * @param actuals the indicator's value in each year measured
     * @param lastYear the last year looked at; later measurements are left out
     */
    public static Realisation of(BenefitCard card, SortedMap<Integer, BigDecimal> actuals, int lastYear) {
        SortedMap<Integer, BigDecimal> shares = new TreeMap<>();
        actuals.headMap(lastYear + 1).forEach((year, actual) -> shares.put(year, card.realisedShare(actual)));
        return switch (card.worth()) {
            case Worth.InWords ignored -> new Realisation(card, shares, List.of(), new TreeSet<>());
            case Worth.Priced priced -> of(card, shares, priced, lastYear);
        };
    }

    private static Realisation of(
            BenefitCard card, SortedMap<Integer, BigDecimal> shares, Worth.Priced priced, int lastYear) {
        List<Effect> realised = new ArrayList<>();
        SortedSet<Integer> notMeasured = new TreeSet<>();
        for (Effect effect : priced.effects()) {
            int until = Math.min(effect.course().lastYear(), lastYear);
            for (int year = effect.course().firstYear(); year <= until; year++) {
                BigDecimal share = shares.get(year);
                if (share == null) {
                    notMeasured.add(year);
                } else {
                    realised.add(inYear(effect, year, share));
                }
            }
        }
        return new Realisation(card, shares, realised, notMeasured);
    }

    private static Effect inYear(Effect effect, int year, BigDecimal share) {
        Role measured = switch (effect.role()) {
            case Role.Benefit benefit -> new Role.Benefit(benefit.adjustments().onceMeasured());
            case Role.Cost cost -> cost;
        };
        Course course = new Course(year, 1, effect.course().growth());
        return switch (effect.with(measured, effect.price().times(share), course)) {
            case Effect.ResourceEffect r ->
                new Effect.ResourceEffect(named(r.id(), year), r.role(), r.party(), r.form(), r.price(), r.course());
            case Effect.Transfer t ->
                new Effect.Transfer(named(t.id(), year), t.role(), t.from(), t.to(), t.price(), t.course());
        };
    }

    private static String named(String id, int year) {
        return id + " in year " + year;
    }
}
