package no.journeyledger.command.fund;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.decision.DecisionRejection.FundHoldsTooMuch;
import no.journeyledger.command.fund.FundRejection.CarriedToEarlierYear;
import no.journeyledger.command.fund.FundRejection.ContributionIdTaken;
import no.journeyledger.command.fund.FundRejection.FundAlreadyOpened;
import no.journeyledger.command.fund.FundRejection.InKindMeasureUnknown;
import no.journeyledger.command.fund.FundRejection.InKindUnknown;
import no.journeyledger.command.fund.FundRejection.InKindUsedUp;
import no.journeyledger.command.fund.FundRejection.MoneyOutOfRange;
import no.journeyledger.command.fund.FundRejection.MoreThanContributed;
import no.journeyledger.command.fund.FundRejection.NotAnOwner;
import no.journeyledger.command.fund.FundRejection.NotAnOwnerThere;
import no.journeyledger.command.fund.FundRejection.NotEnoughAvailable;
import no.journeyledger.command.fund.FundRejection.NothingLeftToRelease;
import no.journeyledger.command.fund.FundRejection.OtherFundUnknown;
import no.journeyledger.command.fund.FundRejection.OwnersMissing;
import no.journeyledger.command.fund.FundRejection.ReleaseNeedsDecision;
import no.journeyledger.command.fund.FundRejection.ReservationUnknown;
import no.journeyledger.command.fund.FundRejection.SpendingExceedsReservation;
import no.journeyledger.command.fund.FundRejection.SpendingIdTaken;
import no.journeyledger.command.fund.FundRejection.SpendingUnknown;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.InKindContributed;
import no.journeyledger.events.fund.FundEvent.MoneyReceived;
import no.journeyledger.events.fund.FundEvent.MoneySent;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Money moves in balanced postings. */
class MoneyTest {

    private static final UUID SPENDING = id(97);

    private static SpendReservation spend(long ore) {
        return new SpendReservation(FUND, SPENDING, LINE, ore, "V-1");
    }

    private static ReceiveContribution contribute(UUID organisation, long ore) {
        return new ReceiveContribution(FUND, id(200), organisation, 2026, ore);
    }

    private static FundStory spent(long ore) {
        return FundStory.reserved().then(new AmountSpent(SPENDING, LINE, JOURNEY, 2026, ore, "V-1"));
    }

    private static final ReleaseReservation RELEASE = new ReleaseReservation(FUND, LINE, JOURNEY);

    private static Story reservedFor() {
        return planned()
                .fund(1_000_000)
                .beside(FUND, new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 100_000));
    }

    @Test
    @Shows(FundAlreadyOpened.class)
    void a_fund_is_opened_once() {
        var open = new OpenFund(FUND, "fund", List.of(LABOUR));
        Story story = enrolled();
        story.when(open, worker(LEADER)).answers(new Created.Fund(FUND));
        assertThat(story.recordedBeside(FUND)).containsExactly(new FundOpened(FUND, "fund", List.of(LABOUR)));
        enrolled().fund(1).when(open, worker(LEADER)).isRejected(new FundAlreadyOpened(FUND));
    }

    @Test
    @Shows(OwnersMissing.class)
    void a_fund_belongs_to_somebody() {
        enrolled().when(new OpenFund(FUND, "fund", List.of()), worker(LEADER)).isRejected(new OwnersMissing(FUND));
    }

    @Test
    @Shows(NotAnOwner.class)
    void only_owners_contribute() {
        FundStory.opened()
                .records(
                        contribute(LABOUR, 5),
                        new Created.Contribution(id(200)),
                        new ContributionReceived(id(200), LABOUR, 2026, 5));
        FundStory.opened().rejects(contribute(HEALTH, 5), new NotAnOwner(HEALTH));
    }

    @Test
    @Shows(ContributionIdTaken.class)
    void a_contribution_is_received_once() {
        FundStory.reserved().rejects(contribute(LABOUR, 5), new ContributionIdTaken(id(200)));
    }

    @Test
    @Shows(MoneyOutOfRange.class)
    void an_amount_is_positive_and_cannot_overflow() {
        for (long ore : new long[] {0, -1, Long.MAX_VALUE}) {
            FundStory.opened().rejects(contribute(LABOUR, ore), new MoneyOutOfRange(ore));
            FundStory.reserved().rejects(spend(ore), new MoneyOutOfRange(ore));
        }
    }

    @Test
    void part_of_a_reservation_is_spent() {
        FundStory.reserved()
                .records(
                        spend(40_000),
                        new Created.Spending(SPENDING, 60_000),
                        new AmountSpent(SPENDING, LINE, JOURNEY, 2026, 40_000, "V-1"));
    }

    @Test
    @Shows(SpendingExceedsReservation.class)
    void spending_never_exceeds_what_is_reserved() {
        FundStory.reserved().rejects(spend(100_001), new SpendingExceedsReservation(LINE, 100_000));
        FundStory.reserved()
                .then(new AmountSpent(id(98), LINE, JOURNEY, 2026, 60_000, null))
                .rejects(spend(40_001), new SpendingExceedsReservation(LINE, 40_000));
    }

    @Test
    @Shows(ReservationUnknown.class)
    void money_moves_on_a_reservation_that_exists() {
        FundStory.opened().rejects(spend(1), new ReservationUnknown(LINE));
        FundStory.opened().rejects(new ReverseSpending(FUND, LINE, SPENDING), new ReservationUnknown(LINE));
        planned().fund(1).when(RELEASE, worker(LEADER)).isRejected(new ReservationUnknown(LINE));
    }

    @Test
    @Shows(SpendingIdTaken.class)
    void a_spending_is_recorded_once() {
        spent(1).rejects(spend(1), new SpendingIdTaken(SPENDING));
    }

    @Test
    @Shows(SpendingUnknown.class)
    void a_spending_is_reversed_once_and_returns_to_reserved() {
        spent(100_000)
                .records(
                        new ReverseSpending(FUND, LINE, SPENDING),
                        new Created.Spending(SPENDING, 100_000),
                        new SpendingReversed(SPENDING, LINE, JOURNEY, 2026, 100_000));
        spent(100_000)
                .then(new SpendingReversed(SPENDING, LINE, JOURNEY, 2026, 100_000))
                .rejects(new ReverseSpending(FUND, LINE, SPENDING), new SpendingUnknown(SPENDING));
    }

    @Test
    @Shows(ReleaseNeedsDecision.class)
    void an_unfinished_measures_money_is_released_by_a_decision() {
        reservedFor().when(RELEASE, worker(LEADER)).isRejected(new ReleaseNeedsDecision(MEASURE));
    }

    @Test
    void a_finished_measures_money_or_a_closed_journeys_is_released() {
        Story finished = reservedFor().then(new MeasureFinished(MEASURE, null));
        finished.when(RELEASE, worker(LEADER)).answers(new Created.Release(100_000));
        assertThat(finished.recordedBeside(FUND)).endsWith(new ReservationReleased(LINE, JOURNEY, 2026, 100_000, null));
        reservedFor().closed().when(RELEASE, worker(LEADER)).answers(new Created.Release(100_000));
    }

    @Test
    @Shows(NothingLeftToRelease.class)
    void what_is_used_up_is_not_released() {
        reservedFor()
                .then(new MeasureFinished(MEASURE, null))
                .beside(FUND, new AmountSpent(SPENDING, LINE, JOURNEY, 2026, 100_000, null))
                .when(RELEASE, worker(LEADER))
                .isRejected(new NothingLeftToRelease(LINE));
    }

    private static MoveMoney move(UUID organisation, int year, UUID toFund, int toYear, long ore) {
        return new MoveMoney(FUND, id(210), organisation, year, toFund, toYear, ore);
    }

    private static Story twoFunds() {
        return enrolled().fund(FUND, 1_000).fund(OTHER_FUND, 10);
    }

    @Test
    void money_moves_to_another_fund_on_both_sides_in_one_append() {
        Story story = twoFunds();
        story.when(move(LABOUR, 2026, OTHER_FUND, 2026, 400), worker(LEADER)).answers(new Created.Transfer(id(210)));
        assertThat(story.recordedBeside(FUND)).endsWith(new MoneySent(id(210), LABOUR, 2026, OTHER_FUND, 2026, 400));
        assertThat(story.recordedBeside(OTHER_FUND))
                .endsWith(new MoneyReceived(id(210), LABOUR, 2026, FUND, 2026, 400));
    }

    @Test
    void what_is_left_is_carried_over_to_the_next_year_of_the_same_fund() {
        Story story = twoFunds();
        story.when(move(LABOUR, 2026, FUND, 2027, 1_000), worker(LEADER)).isDone();
        FundState state = FundState.UNOPENED;
        for (Object event : story.recordedBeside(FUND)) {
            state = state.evolve((FundEvent) event);
        }
        assertThat(state.years().get(2026)).isEqualTo(new FundState.Balance(0, 0, 0));
        assertThat(state.years().get(2027)).isEqualTo(new FundState.Balance(1_000, 0, 0));
        assertThat(state.contributedOre(LABOUR, 2027)).isEqualTo(1_000);
    }

    @Test
    @Shows(MoreThanContributed.class)
    void nobody_moves_more_than_is_theirs() {
        enrolled()
                .beside(FUND, new FundOpened(FUND, "fund", List.of(LABOUR, HEALTH)))
                .beside(FUND, new ContributionReceived(id(200), LABOUR, 2026, 1_000))
                .beside(FUND, new ContributionReceived(id(201), HEALTH, 2026, 10))
                .when(move(HEALTH, 2026, FUND, 2027, 11), worker(LEADER))
                .isRejected(new MoreThanContributed(HEALTH, 2026, 10));
    }

    @Test
    @Shows(NotEnoughAvailable.class)
    void what_is_reserved_or_spent_stays() {
        twoFunds()
                .beside(FUND, new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 900))
                .when(move(LABOUR, 2026, OTHER_FUND, 2026, 101), worker(LEADER))
                .isRejected(new NotEnoughAvailable(2026, 100));
    }

    @Test
    @Shows(NotAnOwnerThere.class)
    void money_goes_only_to_a_fund_of_the_same_owner() {
        enrolled()
                .fund(FUND, 1_000)
                .beside(OTHER_FUND, new FundOpened(OTHER_FUND, "fund", List.of(HEALTH)))
                .when(move(LABOUR, 2026, OTHER_FUND, 2026, 1), worker(LEADER))
                .isRejected(new NotAnOwnerThere(LABOUR));
    }

    @Test
    @Shows(OtherFundUnknown.class)
    void money_goes_to_a_fund_there_is() {
        enrolled()
                .fund(FUND, 1_000)
                .when(move(LABOUR, 2026, OTHER_FUND, 2026, 1), worker(LEADER))
                .isRejected(new OtherFundUnknown(OTHER_FUND));
    }

    @Test
    @Shows(CarriedToEarlierYear.class)
    void money_is_not_carried_back() {
        twoFunds()
                .when(move(LABOUR, 2026, FUND, 2026, 1), worker(LEADER))
                .isRejected(new CarriedToEarlierYear(2026, 2026));
    }

    @Test
    void what_is_no_money_is_a_balance_of_its_own() {
        var promised = new InKindContributed(id(220), LABOUR, 2026, "hours", 500, 2026);
        FundStory.opened()
                .records(
                        new ContributeInKind(FUND, id(220), LABOUR, 2026, "hours", 500, 2026),
                        new Created.Contribution(id(220)),
                        promised);
        Story story = planned().fund(1).beside(FUND, promised);
        story.when(new UseInKind(FUND, id(220), id(221), JOURNEY, MEASURE, 200), worker(LEADER))
                .answers(new Created.InKindUse(id(221), 300));
        FundState state = FundState.UNOPENED;
        for (Object event : story.recordedBeside(FUND)) {
            state = state.evolve((FundEvent) event);
        }
        assertThat(state.availableOre(2026)).isEqualTo(1);
        assertThat(state.inKind()).containsEntry(id(220), new FundState.InKind(LABOUR, "hours", 2026, 500, 200));
    }

    @Test
    @Shows(InKindUnknown.class)
    void only_what_was_promised_is_used() {
        planned()
                .fund(1)
                .when(new UseInKind(FUND, id(220), id(221), JOURNEY, MEASURE, 1), worker(LEADER))
                .isRejected(new InKindUnknown(id(220)));
    }

    @Test
    @Shows(InKindUsedUp.class)
    void no_more_is_used_than_was_promised() {
        planned()
                .fund(1)
                .beside(FUND, new InKindContributed(id(220), LABOUR, 2026, "hours", 500, 2026))
                .when(new UseInKind(FUND, id(220), id(221), JOURNEY, MEASURE, 501), worker(LEADER))
                .isRejected(new InKindUsedUp(id(220), 500));
    }

    @Test
    @Shows(InKindMeasureUnknown.class)
    void what_is_no_money_goes_to_a_measure_people_agreed_to() {
        planned()
                .fund(1)
                .beside(FUND, new InKindContributed(id(220), LABOUR, 2026, "hours", 500, 2026))
                .when(new UseInKind(FUND, id(220), id(221), JOURNEY, id(99), 1), worker(LEADER))
                .isRejected(new InKindMeasureUnknown(id(99)));
    }

    /** A fund with every reservation it may hold still decides quickly, and takes no more. */
    @Test
    @Shows(FundHoldsTooMuch.class)
    void a_fund_is_bounded_in_what_it_holds_open() {
        var reservations = new LinkedHashMap<UUID, FundState.Reservation>();
        for (int i = 0; i < FundState.MOST_RESERVATIONS + FundState.KEPT_USED_UP; i++) {
            reservations.put(id(1_000_000 + i), new FundState.Reservation(JOURNEY, MEASURE, LABOUR, 2026, 1));
        }
        var state = new FundState(
                FUND,
                List.of(LABOUR),
                List.of(),
                Map.of(2026, new FundState.Balance(1_000_000, reservations.size(), 0)),
                Map.of(),
                Map.of(),
                reservations,
                Map.of());
        assertThat(state.full()).isTrue();
        long begin = System.nanoTime();
        int times = 200;
        for (int i = 0; i < times; i++) {
            state.evolve(new AmountSpent(id(5_000_000 + i), id(1_000_000 + i), JOURNEY, 2026, 1, null));
        }
        long micros = (System.nanoTime() - begin) / 1_000 / times;
        int bytes = new JsonMapper().writeValueAsBytes(state).length;
        System.out.println("MoneyTest: a full fund evolves in " + micros + " us and is " + bytes + " bytes");
        assertThat(micros).as("us for one posting on a full fund").isLessThan(20_000);
        assertThat(bytes).isLessThan(2_000_000);
    }

    @Test
    void a_fund_that_would_be_overdrawn_is_never_brought_about() {
        FundState state = FundState.UNOPENED.evolve(new FundOpened(FUND, "fund", List.of(LABOUR)));
        var reserved = new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 1);
        assertThatThrownBy(() -> state.evolve(reserved)).isInstanceOf(IllegalStateException.class);
    }
}
