package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Bound;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.YearlyAmounts;
import no.journeyledger.economics.discounting.DiscountFactors;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.PartyAmounts;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.DiscountSchedule;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.TaxFundingCost;

/**
 * One plan, or a portfolio of them, in all four perspectives, and party by party.
 *
 * <p>Invariant: in every year the effects of all parties sum to the resource effect; transfers cancel out.
 *
 * @param municipality in the municipality's own purse
 * @param fiscal in all public purses
 * @param citizen for the citizen
 * @param society for everybody
 * @param partiesByYear what each party gains or loses in year 0, 1 and so on, undiscounted
 * @param resourceEffect what is made or used up in each year, worked out without looking at transfers
 * @param taxFunding what society gains (above zero) or loses by the public purses' net effect of each year
 * @param balances what each party puts in and gets out, in present value
 */
public record CostBenefit(
        Appraisal<Perspective.Municipality> municipality,
        Appraisal<Perspective.Fiscal> fiscal,
        Appraisal<Perspective.Citizen> citizen,
        Appraisal<Perspective.Society> society,
        List<PartyAmounts> partiesByYear,
        YearlyAmounts resourceEffect,
        YearlyAmounts taxFunding,
        Map<Party, PartyBalance> balances) {

    /** Copies the list and the map. */
    public CostBenefit {
        partiesByYear = List.copyOf(partiesByYear);
        balances = Collections.unmodifiableMap(new EnumMap<>(balances));
    }

    /** What one party puts in and gets out, in present value. */
    public PartyBalance balanceOf(Party party) {
        return balances.getOrDefault(party, PartyBalance.NONE);
    }

    /** A plan at its expected values. */
    public static CostBenefit of(Plan plan, Parameters parameters) {
        return of(plan, parameters, Bound.EXPECTED);
    }

    /**
     * A plan at its low, expected or high values.
     *
     * @throws CannotBeCalculated when a unit value is unknown, of another price year, used as what it is not, or counted
     *     beside its own part; or when the discount schedule is unknown
     */
    public static CostBenefit of(Plan plan, Parameters parameters, Bound bound) {
        return new Calculation(plan, parameters, bound).costBenefit();
    }

    /**
     * Two together, exact.
     *
     * @throws CannotBeCalculated when they rest on different ground
     */
    public CostBenefit plus(CostBenefit other) {
        Appraisal<Perspective.Society> both = society.plus(other.society);
        List<PartyAmounts> parties = new ArrayList<>(partiesByYear.size());
        for (int year = 0; year < partiesByYear.size(); year++) {
            parties.add(partiesByYear.get(year).plus(other.partiesByYear.get(year)));
        }
        Map<Party, PartyBalance> sums = new EnumMap<>(balances);
        other.balances.forEach((party, balance) -> sums.merge(party, balance, PartyBalance::plus));
        return new CostBenefit(
                municipality.plus(other.municipality),
                fiscal.plus(other.fiscal),
                citizen.plus(other.citizen),
                both,
                parties,
                resourceEffect.plus(other.resourceEffect),
                taxFunding.plus(other.taxFunding),
                sums);
    }

    /**
     * All of them together: the portfolio.
     *
     * @throws CannotBeCalculated when there are none, or they rest on different ground
     */
    public static CostBenefit sum(Collection<CostBenefit> plans) {
        return plans.stream()
                .reduce(CostBenefit::plus)
                .orElseThrow(() -> new CannotBeCalculated("A portfolio without plans has no figures."));
    }

    /** One cost in one year of its course, or all benefits of one year. */
    private record Happening(Role role, int year, PartyAmounts parties, Amount resourceEffect) {}

    /** The benefits of one year, summed. */
    private static final class Gains {

        private final Role role;
        private final Map<Party, BigDecimal> cash = new EnumMap<>(Party.class);
        private final Map<Party, BigDecimal> inKind = new EnumMap<>(Party.class);
        private final Map<Party, BigDecimal> resource = new EnumMap<>(Party.class);

        Gains(Role role) {
            this.role = role;
        }

        void add(Effect effect, Amount amount) {
            BigDecimal ore = amount.ore();
            switch (effect) {
                case Effect.ResourceEffect resource -> {
                    this.resource.merge(resource.party(), ore, BigDecimal::add);
                    (resource.form() == Form.CASH ? cash : inKind).merge(resource.party(), ore, BigDecimal::add);
                }
                case Effect.Transfer transfer -> {
                    cash.merge(transfer.from(), ore.negate(), BigDecimal::add);
                    cash.merge(transfer.to(), ore, BigDecimal::add);
                }
            }
        }

        Happening in(int year) {
            BigDecimal effect = resource.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Happening(role, year, new PartyAmounts(amounts(cash), amounts(inKind)), new Amount(effect));
        }

        private static Map<Party, Amount> amounts(Map<Party, BigDecimal> sums) {
            Map<Party, Amount> amounts = new EnumMap<>(Party.class);
            sums.forEach((party, ore) -> amounts.put(party, new Amount(ore)));
            return amounts;
        }
    }

    /** What is needed on the way. */
    private static final class Calculation {

        private final Plan plan;
        private final Parameters parameters;
        private final Bound bound;
        private final DiscountSchedule schedule;
        private final TaxFundingCost taxFundingCost;
        private final List<Happening> happenings = new ArrayList<>();

        private Calculation(Plan plan, Parameters parameters, Bound bound) {
            this.plan = plan;
            this.parameters = parameters;
            this.bound = bound;
            this.schedule = parameters.schedule(plan.schedule());
            this.taxFundingCost = parameters.taxFundingCost();
            // Whether a cost is put in is asked of each; benefits of a year are one sum in every perspective.
            SortedMap<Integer, Gains> gains = new TreeMap<>();
            for (PricedEffect priced : PricedEffect.of(plan, parameters)) {
                Effect effect = priced.effect();
                Amount price = priced.priceAt(bound);
                for (int year = effect.course().firstYear();
                        year <= effect.course().lastYear();
                        year++) {
                    Amount amount = priced.amountIn(year, price);
                    switch (effect.role()) {
                        case Role.Cost ignored ->
                            happenings.add(new Happening(
                                    effect.role(), year, priced.parties(amount), priced.resourceEffect(amount)));
                        case Role.Benefit ignored ->
                            gains.computeIfAbsent(year, unused1 -> new Gains(effect.role()))
                                    .add(effect, amount);
                    }
                }
            }
            gains.forEach((year, sums) -> happenings.add(sums.in(year)));
        }

        private CostBenefit costBenefit() {
            List<PartyAmounts> parties = new ArrayList<>(Collections.nCopies(plan.horizon() + 1, PartyAmounts.NONE));
            Amount[] resources = new Amount[plan.horizon() + 1];
            Arrays.fill(resources, Amount.ZERO);
            for (Happening happening : happenings) {
                int year = happening.year();
                parties.set(year, parties.get(year).plus(happening.parties()));
                resources[year] = resources[year].plus(happening.resourceEffect());
            }
            return new CostBenefit(
                    seenBy(new Perspective.Municipality()),
                    seenBy(new Perspective.Fiscal()),
                    seenBy(new Perspective.Citizen()),
                    seenBy(new Perspective.Society()),
                    parties,
                    YearlyAmounts.through(plan.horizon(), year -> resources[year]),
                    YearlyAmounts.through(
                            plan.horizon(),
                            year -> parties.get(year).publicBudgets().times(taxFundingCost.perKrone())),
                    balances());
        }

        private <P extends Perspective> Appraisal<P> seenBy(P perspective) {
            Amount[] costs = new Amount[plan.horizon() + 1];
            Amount[] benefits = new Amount[plan.horizon() + 1];
            Arrays.fill(costs, Amount.ZERO);
            Arrays.fill(benefits, Amount.ZERO);
            for (Happening happening : happenings) {
                Amount worth = perspective.worth(happening.parties(), taxFundingCost);
                int year = happening.year();
                if (isPutIn(happening.role(), worth)) {
                    costs[year] = costs[year].minus(worth);
                } else {
                    benefits[year] = benefits[year].plus(worth);
                }
            }
            return new Appraisal<>(
                    new Basis<>(
                            perspective,
                            parameters.version(),
                            schedule,
                            plan.timing(),
                            plan.horizon(),
                            plan.priceYear(),
                            plan.yearZero(),
                            bound),
                    YearlyAmounts.through(plan.horizon(), year -> costs[year]),
                    YearlyAmounts.through(plan.horizon(), year -> benefits[year]));
        }

        private Map<Party, PartyBalance> balances() {
            DiscountFactors factors = DiscountFactors.of(schedule, plan.horizon(), plan.timing());
            Map<Party, PartyBalance> balances = new EnumMap<>(Party.class);
            for (Party party : Party.values()) {
                Amount puts = Amount.ZERO;
                Amount gets = Amount.ZERO;
                for (Happening happening : happenings) {
                    Amount worth = happening.parties().of(party);
                    Amount presentValue = worth.times(factors.factor(happening.year()));
                    if (isPutIn(happening.role(), worth)) {
                        puts = puts.minus(presentValue);
                    } else {
                        gets = gets.plus(presentValue);
                    }
                }
                balances.put(party, new PartyBalance(puts, gets));
            }
            return balances;
        }

        /** A cost of the plan that is a gain to the one who looks is no cost to them. */
        private static boolean isPutIn(Role role, Amount worth) {
            return switch (role) {
                case Role.Cost ignored -> worth.signum() < 0;
                case Role.Benefit ignored -> false;
            };
        }
    }
}
