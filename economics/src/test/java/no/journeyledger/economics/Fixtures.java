package no.journeyledger.economics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import no.journeyledger.economics.appraisal.OptimismCorrection;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.discounting.PriceGrowth;
import no.journeyledger.economics.effect.Adjustment;
import no.journeyledger.economics.effect.Adjustments;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.Price;
import no.journeyledger.economics.effect.Probability;
import no.journeyledger.economics.effect.Role;
import no.journeyledger.economics.parameters.DiscountSchedule;
import no.journeyledger.economics.parameters.InForce;
import no.journeyledger.economics.parameters.ParameterCatalogue;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.Source;
import no.journeyledger.economics.parameters.TaxFundingCost;
import no.journeyledger.economics.parameters.UnitValue;
import no.journeyledger.economics.parameters.UnitValues;
import no.journeyledger.economics.parameters.file.ParameterFile;

/** What the tests calculate with. Synthetic, all of it. */
final class Fixtures {

    static final ParameterCatalogue BUILT_IN = ParameterFile.builtIn();
    static final Parameters PARAMETERS = BUILT_IN.version("2026-01");
    static final DiscountSchedule R109 = PARAMETERS.schedule("R-109");
    static final OptimismCorrection AS_PLANNED = OptimismCorrection.none("the check is about the plan as it stands");
    static final Adjustments UNADJUSTED = Adjustments.none("the check is about the amounts before adjustment");
    static final Role COST = new Role.Cost();
    static final Role GAIN = new Role.Benefit(UNADJUSTED);
    static final Source EXAMPLE = new Source("An example", "The tests", "made up");

    private static final List<Party> PARTIES = List.of(Party.values());

    private Fixtures() {}

    static Adjustment share(String share) {
        return new Adjustment.Estimated(new BigDecimal(share), "stated in the check");
    }

    static Adjustment none() {
        return new Adjustment.NoneAssumed("not part of the check");
    }

    static Probability probability(String share) {
        return new Probability.Estimated(new BigDecimal(share), "stated in the check");
    }

    static Price kroner(long kroner) {
        return new Price.Stated(Estimate.known(Amount.ofKroner(kroner)));
    }

    static Price kroner(long low, long expected, long high) {
        return new Price.Stated(new Estimate(Amount.ofKroner(low), Amount.ofKroner(expected), Amount.ofKroner(high)));
    }

    static Effect cost(String id, Party party, Price price, Course course) {
        return new Effect.ResourceEffect(id, COST, party, Form.CASH, price, course);
    }

    static Effect gain(String id, Party party, Price price, Course course) {
        return new Effect.ResourceEffect(id, GAIN, party, Form.CASH, price, course);
    }

    static Effect transfer(String id, Party from, Party to, Price price, Course course) {
        return new Effect.Transfer(id, GAIN, from, to, price, course);
    }

    static Plan plan(int horizon, Effect... effects) {
        return plan("R-109", PaymentTiming.YEAR_END, horizon, List.of(effects));
    }

    static Plan plan(String schedule, PaymentTiming timing, int horizon, List<Effect> effects) {
        return new Plan("plan", 2026, 2025, horizon, timing, schedule, AS_PLANNED, effects);
    }

    /** The built-in parameters with one more discount schedule, of one rate. */
    static Parameters withFlatRate(String id, String rate) {
        List<DiscountSchedule> schedules = new ArrayList<>(PARAMETERS.schedules());
        schedules.add(DiscountSchedule.flat(id, new BigDecimal(rate), EXAMPLE, PARAMETERS.inForce()));
        return changed("2026-01+" + id, schedules, PARAMETERS.taxFundingCost(), PARAMETERS.unitValues());
    }

    /** A newer version: tax funding costs 30 øre, and a year's work is worth a tenth more. */
    static Parameters newer() {
        List<UnitValue> values = PARAMETERS.unitValues().values().stream()
                .map(value -> new UnitValue(
                        value.id(),
                        value.partOf(),
                        value.description(),
                        value.unit(),
                        value.lowOre() / 10 * 11,
                        value.expectedOre() / 10 * 11,
                        value.highOre() / 10 * 11,
                        value.countedFor(),
                        value.nature(),
                        value.priceYear(),
                        value.vintage(),
                        value.standing(),
                        EXAMPLE,
                        value.inForce()))
                .toList();
        var taxFunding = new TaxFundingCost(new BigDecimal("0.30"), EXAMPLE, PARAMETERS.inForce());
        Parameters changed = changed("2027-01", PARAMETERS.schedules(), taxFunding, new UnitValues(values));
        return new Parameters(
                changed.version(),
                InForce.from(LocalDate.of(2027, 1, 1)),
                changed.schedules(),
                changed.taxFundingCost(),
                changed.unitValues(),
                changed.instruments(),
                changed.lifeAreaWeights(),
                changed.smallGroupThreshold(),
                null);
    }

    private static Parameters changed(
            String version, List<DiscountSchedule> schedules, TaxFundingCost taxFunding, UnitValues values) {
        return new Parameters(
                version,
                PARAMETERS.inForce(),
                schedules,
                taxFunding,
                values,
                PARAMETERS.instruments(),
                PARAMETERS.lifeAreaWeights(),
                PARAMETERS.smallGroupThreshold(),
                null);
    }

    /** A made-up journey: some costs, resources gained and transfers, at random parties and years. */
    static Plan syntheticJourney(long seed, int horizon) {
        var random = new SplittableRandom(seed);
        List<Effect> effects = new ArrayList<>();
        int costs = random.nextInt(1, 5);
        for (int i = 0; i < costs; i++) {
            effects.add(new Effect.ResourceEffect(
                    "cost " + i, COST, party(random), form(random), estimate(random, 0), course(random, horizon)));
        }
        int gains = random.nextInt(1, 6);
        for (int i = 0; i < gains; i++) {
            effects.add(new Effect.ResourceEffect(
                    "gain " + i,
                    benefit(random),
                    party(random),
                    form(random),
                    estimate(random, -2_000_000),
                    course(random, horizon)));
        }
        int transfers = random.nextInt(6);
        for (int i = 0; i < transfers; i++) {
            Party from = party(random);
            Party to = otherThan(from, random);
            Role role = random.nextBoolean() ? benefit(random) : COST;
            effects.add(
                    new Effect.Transfer("transfer " + i, role, from, to, estimate(random, 0), course(random, horizon)));
        }
        var optimism = new OptimismCorrection(
                BigDecimal.valueOf(random.nextInt(30), 2), BigDecimal.valueOf(random.nextInt(30), 2), "made up");
        return new Plan("journey " + seed, 2026, 2025, horizon, PaymentTiming.YEAR_END, "R-109", optimism, effects);
    }

    private static Price estimate(SplittableRandom random, long from) {
        long low = random.nextLong(from, 30_000_000);
        long expected = low + random.nextLong(10_000_000);
        return new Price.Stated(new Estimate(
                Amount.ofOre(low), Amount.ofOre(expected), Amount.ofOre(expected + random.nextLong(10_000_000))));
    }

    private static Role benefit(SplittableRandom random) {
        return new Role.Benefit(new Adjustments(
                new Probability.Estimated(BigDecimal.valueOf(random.nextInt(101), 2), "made up"),
                share(random),
                share(random),
                share(random),
                share(random)));
    }

    private static Adjustment share(SplittableRandom random) {
        return new Adjustment.Estimated(BigDecimal.valueOf(random.nextInt(60), 2), "made up");
    }

    private static Course course(SplittableRandom random, int horizon) {
        int firstYear = random.nextInt(horizon + 1);
        int years = random.nextInt(1, horizon - firstYear + 2);
        PriceGrowth growth = random.nextBoolean()
                ? new PriceGrowth.NoGrowth()
                : new PriceGrowth.DocumentedGrowth(BigDecimal.valueOf(random.nextInt(30), 3), EXAMPLE);
        return new Course(firstYear, years, growth);
    }

    private static Party party(SplittableRandom random) {
        return PARTIES.get(random.nextInt(PARTIES.size()));
    }

    private static Party otherThan(Party party, SplittableRandom random) {
        Party other = party(random);
        return other == party ? otherThan(party, random) : other;
    }

    private static Form form(SplittableRandom random) {
        return random.nextInt(4) == 0 ? Form.IN_KIND : Form.CASH;
    }
}
