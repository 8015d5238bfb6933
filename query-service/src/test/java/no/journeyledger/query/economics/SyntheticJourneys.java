package no.journeyledger.query.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.IndicatorReading;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.benefit.PriceGrowth;
import no.journeyledger.events.benefit.TakenOff;
import no.journeyledger.events.benefit.Worth;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.journey.Vulnerability;
import no.journeyledger.events.journey.WorkPhase;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.jspecify.annotations.Nullable;

/** Made-up journeys, appended as the events that commands would record; the same seed makes the same ones. */
final class SyntheticJourneys {

    static final List<UUID> SERVICES = List.of(Story.id(801), Story.id(802), Story.id(803), Story.id(804));
    static final List<UUID> FUNDS = List.of(Story.id(811), Story.id(812));
    private static final List<TargetGroup> GROUPS = List.of(TargetGroup.values());
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final List<Vulnerability> DEGREES = List.of(Vulnerability.values());
    private static final List<Party> PARTIES = List.of(Party.values());
    private static final List<Beneficiary> BENEFICIARIES = List.of(Beneficiary.values());
    private static final UUID WORKER = Story.id(821);
    private static final int AT_A_TIME = 25;

    private final TestLedger ledger;
    private final long seed;
    private final SplittableRandom random;
    private int made;

    SyntheticJourneys(TestLedger ledger, long seed) {
        this.ledger = ledger;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** Funds, and one service that draws on the region's purse. */
    long prepare() {
        for (UUID fund : FUNDS) {
            ledger.append(
                    fund,
                    new FundOpened(fund, "synthetic", List.of(SERVICES.getFirst())),
                    new ContributionReceived(Story.id(830), SERVICES.getFirst(), 2025, 1_000_000_000_000L),
                    new ContributionReceived(Story.id(831), SERVICES.getFirst(), 2026, 1_000_000_000_000L));
        }
        return ledger.append(Story.BOOK, new PayerAssigned(Story.BOOK, SERVICES.get(2), Party.REGION))
                .lastPosition();
    }

    /** Appends so many journeys. */
    long make(int number) {
        long last = 0;
        for (int left = number; left > 0; left -= AT_A_TIME) {
            Map<UUID, List<LedgerEvent>> together = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(left, AT_A_TIME); i++) {
                journey(together);
            }
            last = ledger.append(together).lastPosition();
        }
        return last;
    }

    private static UUID id(int journey, int part) {
        return new UUID(0x0000_0000_0001_7000L, 0x8000_0000_0000_0000L + journey * 100L + part);
    }

    private static Sealed text(UUID person) {
        return Story.standIn(person, "synthetic");
    }

    private void journey(Map<UUID, List<LedgerEvent>> together) {
        int number = made++;
        UUID journey = id(number, 0);
        UUID person = id(number, 1);
        UUID measure = id(number, 3);
        UUID goal = id(number, 2);
        var events = new ArrayList<LedgerEvent>();
        // Squared, so that some groups are large and some are small.
        TargetGroup group = GROUPS.get(skewed(GROUPS.size()));
        int from = skewed(3);
        Stage start = STAGES.get(from);
        int cohort = 2026 - skewed(3);
        events.add(new PersonReferred(journey, person, text(person), text(person), Door.OTHER, null));
        events.add(new ChecklistAssessed(true, true, true, true, group, 2, text(person), true));
        events.add(new HouseholdEnrolled(List.of(person), start, Stage.SUSTAINABLE, LocalDate.of(cohort, 3, 1)));
        events.add(new PlanDrafted(
                1,
                text(person),
                List.of(new Goal(goal, text(person), Horizon.LONG, List.of(person), null)),
                List.of(new Measure(
                        measure,
                        goal,
                        text(person),
                        LifeArea.HOUSING,
                        WorkPhase.DEVELOP,
                        List.of(person),
                        WORKER,
                        LocalDate.of(2026, 1, 1),
                        null,
                        costs())),
                List.of(),
                null,
                "hash"));
        events.add(new PlanAgreed(1, id(number, 4)));
        int cards = random.nextInt(3);
        for (int card = 0; card < cards; card++) {
            card(events, id(number, 20 + card), person, measure);
        }
        if (random.nextInt(3) > 0) {
            Stage next = STAGES.get(Math.min(3, from + 1 + random.nextInt(2)));
            events.add(new StageMoved(id(number, 5), start, next, null));
        }
        judgements(events, number, person);
        together.put(journey, events);
        spend(together, number, journey, measure, goal);
    }

    /** From a stream of their own, so that everything else is what it was. */
    private void judgements(List<LedgerEvent> events, int number, UUID person) {
        var chance = new SplittableRandom(seed ^ number);
        for (Rater rater : Rater.values()) {
            int times = chance.nextInt(3);
            for (int time = 0; time < times; time++) {
                events.add(new VulnerabilityAssessed(
                        DEGREES.get(Math.min(chance.nextInt(DEGREES.size()), chance.nextInt(DEGREES.size()))),
                        rater,
                        null));
            }
        }
        if (chance.nextInt(4) == 0) {
            events.add(new AdditionalInvestmentMarked(text(person)));
        }
    }

    private int skewed(int of) {
        int a = random.nextInt(of);
        int b = random.nextInt(of);
        return Math.min(a, Math.min(b, random.nextInt(of)));
    }

    private List<CostLine> costs() {
        var costs = new ArrayList<CostLine>();
        int lines = 1 + random.nextInt(3);
        for (int line = 0; line < lines; line++) {
            costs.add(new CostLine(
                    SERVICES.get(skewed(SERVICES.size())), 2026 + random.nextInt(3), 1 + random.nextLong(50_000_000)));
        }
        return costs;
    }

    private void spend(Map<UUID, List<LedgerEvent>> together, int number, UUID journey, UUID measure, UUID goal) {
        int lines = random.nextInt(3);
        for (int line = 0; line < lines; line++) {
            UUID reservation = id(number, 40 + line);
            UUID fund = FUNDS.get(skewed(FUNDS.size()));
            int year = 2025 + random.nextInt(2);
            long amount = 1_000 + random.nextLong(10_000_000);
            List<LedgerEvent> events = together.computeIfAbsent(fund, key -> new ArrayList<>());
            events.add(new AmountReserved(
                    reservation,
                    journey,
                    id(number, 6),
                    measure,
                    goal,
                    SERVICES.get(skewed(SERVICES.size())),
                    year,
                    amount));
            long spent = 1 + random.nextLong(amount);
            events.add(new AmountSpent(id(number, 60 + line), reservation, journey, year, spent, null));
            if (random.nextInt(5) == 0) {
                events.add(new SpendingReversed(id(number, 60 + line), reservation, journey, year, spent));
            }
        }
    }

    private void card(List<LedgerEvent> events, UUID card, UUID person, UUID measure) {
        events.add(new BenefitIdentified(
                card,
                text(person),
                BENEFICIARIES.get(random.nextInt(4)),
                BenefitKind.AVOIDED_COST,
                text(person),
                text(person),
                new IndicatorReading(BigDecimal.TEN, LocalDate.of(2026, 1, 1)),
                new IndicatorReading(BigDecimal.ZERO, LocalDate.of(2027, 1, 1)),
                List.of(measure),
                text(person),
                List.of(),
                List.of(),
                null));
        if (random.nextInt(4) == 0) {
            events.add(new BenefitValued(
                    card,
                    1,
                    new Worth.InWords(random.nextBoolean() ? 2 : -1, text(person)),
                    Cashable.NOT_CASH,
                    text(person)));
            return;
        }
        var gains = new ArrayList<Gain>();
        int number = 1 + random.nextInt(3);
        for (int gain = 0; gain < number; gain++) {
            gains.add(gain(gain, person));
        }
        events.add(
                new BenefitValued(card, 1, new Worth.Priced(2025, "2026-01", gains), Cashable.DIRECTLY, text(person)));
        events.add(new BenefitAnchored(card, WORKER, WORKER, List.of(LocalDate.of(2026, 6, 30))));
        int readings = random.nextInt(3);
        for (int reading = 0; reading < readings; reading++) {
            BigDecimal share = BigDecimal.valueOf(random.nextInt(-20, 140), 2);
            events.add(new BenefitMeasured(
                    card,
                    LocalDate.of(2026, 2 + reading * 3, 1),
                    BigDecimal.TEN.subtract(BigDecimal.TEN.multiply(share)),
                    share.setScale(12, RoundingMode.UNNECESSARY),
                    null));
        }
    }

    private Gain gain(int number, UUID person) {
        boolean transfer = random.nextInt(3) == 0;
        int gains = random.nextInt(5);
        Party receiver = PARTIES.get(gains);
        Party giver = PARTIES.get((gains + 1 + random.nextInt(4)) % 5);
        return new Gain(
                "g" + number,
                transfer ? GainForm.TRANSFER : random.nextInt(4) == 0 ? GainForm.IN_KIND : GainForm.CASH,
                transfer ? giver : null,
                receiver,
                price(transfer),
                growth(),
                2026 + random.nextInt(3),
                1 + random.nextInt(30),
                share(person, 101),
                share(person, 60),
                share(person, 60),
                share(person, 60),
                share(person, 40));
    }

    private GainPrice price(boolean transfer) {
        if (random.nextInt(3) == 0) {
            return new GainPrice.OfUnitValue(
                    transfer ? "work.production.wage" : "work.production",
                    BigDecimal.valueOf(random.nextInt(1, 150), 2));
        }
        long low = random.nextLong(-5_000_000, 20_000_000);
        long expected = low + random.nextLong(10_000_000);
        return new GainPrice.Stated(low, expected, expected + random.nextLong(10_000_000));
    }

    private @Nullable PriceGrowth growth() {
        return random.nextInt(4) == 0 ? new PriceGrowth(new BigDecimal("0.013"), "synthetic") : null;
    }

    private TakenOff share(UUID person, int most) {
        return new TakenOff(BigDecimal.valueOf(random.nextInt(most), 2), true, text(person));
    }
}
