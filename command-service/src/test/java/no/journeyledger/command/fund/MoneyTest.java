package no.journeyledger.command.fund;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.fund.FundRejection.ContributionIdTaken;
import no.journeyledger.command.fund.FundRejection.FundAlreadyOpened;
import no.journeyledger.command.fund.FundRejection.MoneyOutOfRange;
import no.journeyledger.command.fund.FundRejection.NotAnOwner;
import no.journeyledger.command.fund.FundRejection.NothingLeftToRelease;
import no.journeyledger.command.fund.FundRejection.OwnersMissing;
import no.journeyledger.command.fund.FundRejection.ReleaseNeedsDecision;
import no.journeyledger.command.fund.FundRejection.ReservationUnknown;
import no.journeyledger.command.fund.FundRejection.SpendingExceedsReservation;
import no.journeyledger.command.fund.FundRejection.SpendingIdTaken;
import no.journeyledger.command.fund.FundRejection.SpendingUnknown;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import org.junit.jupiter.api.Test;

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

    @Test
    void a_fund_that_would_be_overdrawn_is_never_brought_about() {
        FundState state = FundState.UNOPENED.evolve(new FundOpened(FUND, "fund", List.of(LABOUR)));
        var reserved = new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 1);
        assertThatThrownBy(() -> state.evolve(reserved)).isInstanceOf(IllegalStateException.class);
    }
}
