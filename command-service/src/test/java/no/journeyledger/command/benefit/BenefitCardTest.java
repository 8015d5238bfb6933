package no.journeyledger.command.benefit;

import static no.journeyledger.command.story.People.ADVISER;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.LEADER;
import static no.journeyledger.command.story.People.MEASURE;
import static no.journeyledger.command.story.People.OUTSIDER;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.People.worker;
import static no.journeyledger.command.story.Story.planned;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.benefit.BenefitRejection.BenefitAfterClosing;
import no.journeyledger.command.benefit.BenefitRejection.BenefitEnded;
import no.journeyledger.command.benefit.BenefitRejection.BenefitIdTaken;
import no.journeyledger.command.benefit.BenefitRejection.BenefitMeasureUnknown;
import no.journeyledger.command.benefit.BenefitRejection.BenefitNotByTeam;
import no.journeyledger.command.benefit.BenefitRejection.BenefitStepMissing;
import no.journeyledger.command.benefit.BenefitRejection.BenefitUnknown;
import no.journeyledger.command.benefit.BenefitRejection.ConsequenceOutOfRange;
import no.journeyledger.command.benefit.BenefitRejection.EstimateOutOfOrder;
import no.journeyledger.command.benefit.BenefitRejection.GainTwice;
import no.journeyledger.command.benefit.BenefitRejection.GiverAndReceiverDoNotFit;
import no.journeyledger.command.benefit.BenefitRejection.MeasuredOutsideItsTime;
import no.journeyledger.command.benefit.BenefitRejection.NotCashButMoney;
import no.journeyledger.command.benefit.BenefitRejection.PriceYearNotInUse;
import no.journeyledger.command.benefit.BenefitRejection.SavedTimeIsNotCash;
import no.journeyledger.command.benefit.BenefitRejection.ShareOutOfRange;
import no.journeyledger.command.benefit.BenefitRejection.TargetIsBaseline;
import no.journeyledger.command.benefit.BenefitRejection.TargetNotAfterBaseline;
import no.journeyledger.command.benefit.BenefitRejection.UnitValueDoesNotFit;
import no.journeyledger.command.benefit.BenefitRejection.UnitValueInsideAnother;
import no.journeyledger.command.benefit.BenefitRejection.UnitValueUnknown;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitEvaluated;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.BenefitResult;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.IndicatorReading;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.benefit.TakenOff;
import no.journeyledger.events.benefit.Worth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A benefit card through its four steps. */
class BenefitCardTest {

    private static final UUID CARD = id(301);
    private static final UUID OTHER_CARD = id(302);
    private static final Sealed WHY = envelope(KARI, "why");

    private static IdentifyBenefit identify(UUID card, BenefitKind kind, String baseline, String target) {
        return new IdentifyBenefit(
                JOURNEY,
                card,
                envelope(KARI, "fewer sick days"),
                Beneficiary.MUNICIPALITY,
                kind,
                envelope(KARI, "sick days"),
                envelope(KARI, "days"),
                new IndicatorReading(new BigDecimal(baseline), TODAY.minusDays(1)),
                new IndicatorReading(new BigDecimal(target), TODAY.plusYears(1)),
                List.of(MEASURE),
                envelope(KARI, "own count"),
                List.of(),
                List.of(),
                null);
    }

    private static BenefitIdentified identified(UUID card, BenefitKind kind) {
        IdentifyBenefit command = identify(card, kind, "12", "6");
        return new BenefitIdentified(
                card,
                command.description(),
                command.beneficiary(),
                kind,
                command.indicator(),
                command.unit(),
                command.baseline(),
                command.target(),
                command.measures(),
                command.source(),
                List.of(),
                List.of(),
                null);
    }

    private static TakenOff off(String share) {
        return new TakenOff(new BigDecimal(share), true, WHY);
    }

    private static Gain gain(
            String name, GainForm form, @Nullable Party giver, Party receiver, GainPrice price, TakenOff probability) {
        return new Gain(
                name,
                form,
                giver,
                receiver,
                price,
                null,
                2026,
                3,
                probability,
                off("0.25"),
                new TakenOff(BigDecimal.ZERO, false, WHY),
                off("0"),
                off("0.2"));
    }

    private static Gain bill(GainPrice price) {
        return gain("bill", GainForm.CASH, null, Party.MUNICIPALITY, price, off("0.9"));
    }

    private static final GainPrice PRICE = new GainPrice.Stated(1, 2, 3);

    private static ValueBenefit priced(Cashable cashable, int priceYear, Gain... gains) {
        return new ValueBenefit(JOURNEY, CARD, new ValueBenefit.Value.Priced(priceYear, List.of(gains)), cashable, WHY);
    }

    private static ValueBenefit inWords(int consequence) {
        return new ValueBenefit(
                JOURNEY, CARD, new ValueBenefit.Value.InWords(consequence, WHY), Cashable.NOT_CASH, WHY);
    }

    private static BenefitValued valued(UUID card, Gain... gains) {
        return new BenefitValued(card, 1, new Worth.Priced(2025, "2026-01", List.of(gains)), Cashable.DIRECTLY, WHY);
    }

    private static Story opened() {
        return planned().then(identified(CARD, BenefitKind.AVOIDED_COST));
    }

    private static Story anchored() {
        return opened().then(valued(CARD, bill(PRICE)))
                .then(new BenefitAnchored(CARD, ADVISER, LEADER, List.of(TODAY)));
    }

    private static MeasureBenefit measure(LocalDate on, String value) {
        return new MeasureBenefit(JOURNEY, CARD, on, new BigDecimal(value), null);
    }

    private static final DropBenefit DROP = new DropBenefit(JOURNEY, CARD, WHY);
    private static final EvaluateBenefit EVALUATE =
            new EvaluateBenefit(JOURNEY, CARD, BenefitResult.PARTLY_REALISED, WHY);

    @Test
    void a_benefit_is_identified_valued_anchored_measured_and_evaluated() {
        planned()
                .when(identify(CARD, BenefitKind.AVOIDED_COST, "12", "6"), worker(LEADER))
                .records(identified(CARD, BenefitKind.AVOIDED_COST))
                .answers(new Created.Benefit(CARD));
        opened().when(priced(Cashable.DIRECTLY, 2025, bill(PRICE)), worker(LEADER))
                .records(valued(CARD, bill(PRICE)))
                .answers(new Created.Valuation(CARD, 1));
        opened().then(valued(CARD, bill(PRICE)))
                .when(new AnchorBenefit(JOURNEY, CARD, ADVISER, LEADER, List.of(TODAY)), worker(LEADER))
                .records(new BenefitAnchored(CARD, ADVISER, LEADER, List.of(TODAY)));
        anchored()
                .when(measure(TODAY, "9"), worker(LEADER))
                .records(new BenefitMeasured(CARD, TODAY, new BigDecimal("9"), new BigDecimal("0.500000000000"), null));
        anchored()
                .then(new BenefitMeasured(CARD, TODAY, BigDecimal.TEN, BigDecimal.ONE, null))
                .when(EVALUATE, worker(LEADER))
                .records(new BenefitEvaluated(CARD, BenefitResult.PARTLY_REALISED, WHY));
        opened().when(DROP, worker(LEADER)).records(new BenefitDropped(CARD, WHY));
    }

    @Test
    void a_benefit_may_be_valued_anew_and_in_words() {
        anchored()
                .when(inWords(-2), worker(LEADER))
                .records(new BenefitValued(CARD, 2, new Worth.InWords(-2, WHY), Cashable.NOT_CASH, WHY));
    }

    @Test
    @Shows(BenefitAfterClosing.class)
    void on_a_closed_journey_what_was_begun_is_measured_but_nothing_new_is_planned() {
        planned()
                .closed()
                .when(identify(CARD, BenefitKind.OTHER, "12", "6"), worker(LEADER))
                .isRejected(new BenefitAfterClosing(JOURNEY));
        opened().closed().when(inWords(1), worker(LEADER)).isRejected(new BenefitAfterClosing(JOURNEY));
        anchored()
                .closed()
                .when(new AnchorBenefit(JOURNEY, CARD, ADVISER, LEADER, List.of(TODAY)), worker(LEADER))
                .isRejected(new BenefitAfterClosing(JOURNEY));
        anchored().closed().when(measure(TODAY, "9"), worker(LEADER)).isDone();
    }

    @Test
    @Shows(BenefitNotByTeam.class)
    void benefit_cards_are_kept_by_the_team() {
        planned()
                .when(identify(CARD, BenefitKind.OTHER, "12", "6"), worker(OUTSIDER))
                .isRejected(new BenefitNotByTeam(OUTSIDER));
        opened().when(inWords(1), worker(OUTSIDER)).isRejected(new BenefitNotByTeam(OUTSIDER));
    }

    @Test
    @Shows(BenefitIdTaken.class)
    void a_card_is_opened_once() {
        opened().when(identify(CARD, BenefitKind.OTHER, "12", "6"), worker(LEADER))
                .isRejected(new BenefitIdTaken(CARD));
    }

    @Test
    @Shows(BenefitUnknown.class)
    void steps_are_taken_on_a_card_that_is_there() {
        planned().when(inWords(1), worker(LEADER)).isRejected(new BenefitUnknown(CARD));
        planned().when(DROP, worker(LEADER)).isRejected(new BenefitUnknown(CARD));
    }

    @Test
    @Shows(BenefitMeasureUnknown.class)
    void a_benefit_depends_on_measures_of_the_plan() {
        var command = identify(CARD, BenefitKind.OTHER, "12", "6");
        planned()
                .when(
                        new IdentifyBenefit(
                                JOURNEY,
                                CARD,
                                command.description(),
                                command.beneficiary(),
                                command.kind(),
                                command.indicator(),
                                command.unit(),
                                command.baseline(),
                                command.target(),
                                List.of(id(999)),
                                command.source(),
                                List.of(),
                                List.of(),
                                null),
                        worker(LEADER))
                .isRejected(new BenefitMeasureUnknown(id(999)));
    }

    @Test
    @Shows(TargetIsBaseline.class)
    void where_the_target_is_the_baseline_there_is_nothing_to_reach() {
        planned()
                .when(identify(CARD, BenefitKind.OTHER, "12", "12.0"), worker(LEADER))
                .isRejected(new TargetIsBaseline(CARD));
    }

    @Test
    @Shows(TargetNotAfterBaseline.class)
    void the_baseline_was_read_and_the_target_lies_after_it() {
        planned()
                .on(TODAY.minusDays(2))
                .when(identify(CARD, BenefitKind.OTHER, "12", "6"), worker(LEADER))
                .isRejected(new TargetNotAfterBaseline(TODAY.minusDays(1), TODAY.plusYears(1)));
    }

    @Test
    @Shows(BenefitEnded.class)
    void a_dropped_or_evaluated_card_changes_no_more() {
        opened().then(new BenefitDropped(CARD, WHY))
                .when(inWords(1), worker(LEADER))
                .isRejected(new BenefitEnded(CARD));
        anchored()
                .then(new BenefitEvaluated(CARD, BenefitResult.REALISED, WHY))
                .when(measure(TODAY, "9"), worker(LEADER))
                .isRejected(new BenefitEnded(CARD));
    }

    @Test
    @Shows(BenefitStepMissing.class)
    void the_four_steps_are_taken_in_order() {
        opened().when(measure(TODAY, "9"), worker(LEADER))
                .isRejected(new BenefitStepMissing(CARD, BenefitStep.ANCHORED));
        opened().when(new AnchorBenefit(JOURNEY, CARD, ADVISER, LEADER, List.of(TODAY)), worker(LEADER))
                .isRejected(new BenefitStepMissing(CARD, BenefitStep.VALUED));
        anchored().when(EVALUATE, worker(LEADER)).isRejected(new BenefitStepMissing(CARD, BenefitStep.MEASURED));
    }

    @Test
    @Shows(MeasuredOutsideItsTime.class)
    void something_is_measured_after_its_baseline_and_when_it_has_happened() {
        for (LocalDate on : List.of(TODAY.plusDays(1), TODAY.minusDays(2))) {
            anchored().when(measure(on, "9"), worker(LEADER)).isRejected(new MeasuredOutsideItsTime(on));
        }
    }

    @Test
    @Shows(ConsequenceOutOfRange.class)
    void a_benefit_without_a_price_is_never_nothing() {
        for (int consequence : new int[] {0, 5, -5, Integer.MIN_VALUE}) {
            opened().when(inWords(consequence), worker(LEADER)).isRejected(new ConsequenceOutOfRange(consequence));
        }
    }

    @Test
    @Shows(SavedTimeIsNotCash.class)
    void saved_time_is_not_cash_until_a_budget_is_cut() {
        Story time = planned().then(identified(CARD, BenefitKind.SAVED_TIME));
        time.when(priced(Cashable.DIRECTLY, 2025, bill(PRICE)), worker(LEADER))
                .isRejected(new SavedTimeIsNotCash(CARD));
        time.when(priced(Cashable.BY_BUDGET_CUT, 2025, bill(PRICE)), worker(LEADER))
                .isDone();
    }

    @Test
    @Shows(NotCashButMoney.class)
    void what_is_not_cash_puts_no_money_into_a_purse() {
        opened().when(priced(Cashable.NOT_CASH, 2025, bill(PRICE)), worker(LEADER))
                .isRejected(new NotCashButMoney("bill"));
    }

    @Test
    @Shows(GainTwice.class)
    void each_gain_has_a_name_of_its_own() {
        opened().when(priced(Cashable.DIRECTLY, 2025, bill(PRICE), bill(PRICE)), worker(LEADER))
                .isRejected(new GainTwice("bill"));
    }

    @Test
    @Shows(GiverAndReceiverDoNotFit.class)
    void a_transfer_has_a_giver_and_another_receiver() {
        for (Gain gain : List.of(
                gain("g", GainForm.TRANSFER, null, Party.STATE, PRICE, off("1")),
                gain("g", GainForm.TRANSFER, Party.STATE, Party.STATE, PRICE, off("1")),
                gain("g", GainForm.CASH, Party.CITIZEN, Party.STATE, PRICE, off("1")))) {
            opened().when(priced(Cashable.DIRECTLY, 2025, gain), worker(LEADER))
                    .isRejected(new GiverAndReceiverDoNotFit("g"));
        }
    }

    @Test
    @Shows(EstimateOutOfOrder.class)
    void an_estimate_goes_from_low_to_high() {
        opened().when(priced(Cashable.DIRECTLY, 2025, bill(new GainPrice.Stated(3, 2, 3))), worker(LEADER))
                .isRejected(new EstimateOutOfOrder("bill"));
    }

    @Test
    @Shows(ShareOutOfRange.class)
    void a_share_is_from_0_to_1_and_one_not_estimated_is_nothing() {
        for (TakenOff probability : List.of(off("1.1"), off("-0.1"), new TakenOff(new BigDecimal("0.5"), false, WHY))) {
            opened().when(
                            priced(
                                    Cashable.DIRECTLY,
                                    2025,
                                    gain("g", GainForm.CASH, null, Party.STATE, PRICE, probability)),
                            worker(LEADER))
                    .isRejected(new ShareOutOfRange("g"));
        }
    }

    private static GainPrice unit(String name) {
        return new GainPrice.OfUnitValue(name, BigDecimal.ONE);
    }

    @Test
    @Shows(UnitValueUnknown.class)
    void a_unit_value_is_one_of_the_parameters_in_force() {
        opened().when(priced(Cashable.DIRECTLY, 2025, bill(unit("moonshine"))), worker(LEADER))
                .isRejected(new UnitValueUnknown("moonshine", "2026-01"));
    }

    @Test
    @Shows(UnitValueDoesNotFit.class)
    void a_unit_value_is_used_as_what_it_is() {
        for (Gain gain : List.of(
                // a transfer entered as something made; a value for the public purses given to the citizen; no price
                // year
                gain("g", GainForm.CASH, null, Party.CITIZEN, unit("work.production.wage"), off("1")),
                gain("g", GainForm.TRANSFER, Party.PRIVATE, Party.CITIZEN, unit("benefit.income-support"), off("1")),
                gain("g", GainForm.CASH, null, Party.PRIVATE, unit("work.method-book"), off("1")))) {
            String unit = ((GainPrice.OfUnitValue) gain.price()).unitValue();
            opened().when(priced(Cashable.DIRECTLY, 2025, gain), worker(LEADER))
                    .isRejected(new UnitValueDoesNotFit(unit));
        }
    }

    @Test
    @Shows(UnitValueInsideAnother.class)
    void a_unit_value_is_never_added_to_its_own_part_not_even_on_another_card() {
        Gain whole =
                gain("wage", GainForm.TRANSFER, Party.PRIVATE, Party.CITIZEN, unit("work.production.wage"), off("1"));
        Gain part =
                gain("tax", GainForm.TRANSFER, Party.CITIZEN, Party.STATE, unit("work.production.wage.tax"), off("1"));
        var twice = new UnitValueInsideAnother("work.production.wage.tax", "work.production.wage");
        opened().when(priced(Cashable.DIRECTLY, 2025, whole, part), worker(LEADER))
                .isRejected(twice);
        opened().then(identified(OTHER_CARD, BenefitKind.TAX))
                .then(valued(OTHER_CARD, whole))
                .when(priced(Cashable.DIRECTLY, 2025, part), worker(LEADER))
                .isRejected(twice);
    }

    @Test
    @Shows(PriceYearNotInUse.class)
    void kroner_of_different_years_are_not_added() {
        opened().when(priced(Cashable.DIRECTLY, 2024, bill(PRICE)), worker(LEADER))
                .isRejected(new PriceYearNotInUse(2024, 2025));
    }
}
