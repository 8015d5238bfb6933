package no.journeyledger.command.fund;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Money;
import no.journeyledger.command.Ruling;
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
import no.journeyledger.command.fund.FundState.InKind;
import no.journeyledger.command.fund.FundState.Reservation;
import no.journeyledger.command.fund.FundState.Spending;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.InKindContributed;
import no.journeyledger.events.fund.FundEvent.InKindUsed;
import no.journeyledger.events.fund.FundEvent.MoneyReceived;
import no.journeyledger.events.fund.FundEvent.MoneySent;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Matter;

/** How money moves. Every movement is a balanced posting, and none overdraws the fund. */
public final class FundPolicy {

    private FundPolicy() {}

    /** A fund belongs to somebody. */
    public static Ruling<FundRejection> open(FundState state, OpenFund command) {
        if (state.fund() != null) {
            return rejected(new FundAlreadyOpened(command.fund()));
        }
        List<UUID> owners = command.owners().stream().distinct().toList();
        if (owners.isEmpty()) {
            return rejected(new OwnersMissing(command.fund()));
        }
        return accepted(new FundOpened(command.fund(), command.name(), owners), new Created.Fund(command.fund()));
    }

    /** Only owners contribute. */
    public static Ruling<FundRejection> contribute(FundState state, ReceiveContribution command) {
        if (!state.owners().contains(command.organisation())) {
            return rejected(new NotAnOwner(command.organisation()));
        }
        if (state.contributions().contains(command.contribution())) {
            return rejected(new ContributionIdTaken(command.contribution()));
        }
        if (!Money.fits(command.amountOre())) {
            return rejected(new MoneyOutOfRange(command.amountOre()));
        }
        return accepted(
                new ContributionReceived(
                        command.contribution(), command.organisation(), command.year(), command.amountOre()),
                new Created.Contribution(command.contribution()));
    }

    /**
     * An owner's money that is neither reserved nor spent may go to another fund it owns, or to a later year. What is contributed
     * changes on both sides.
     *
     * @param there the fund it goes to, if there is one; the same one when it is carried over
     */
    public static Ruling<FundRejection> send(FundState state, Optional<FundState> there, MoveMoney command) {
        if (!state.owners().contains(command.organisation())) {
            return rejected(new NotAnOwner(command.organisation()));
        }
        if (there.isEmpty()) {
            return rejected(new OtherFundUnknown(command.toFund()));
        }
        if (!there.get().owners().contains(command.organisation())) {
            return rejected(new NotAnOwnerThere(command.organisation()));
        }
        if (command.fund().equals(command.toFund()) && command.toYear() <= command.year()) {
            return rejected(new CarriedToEarlierYear(command.year(), command.toYear()));
        }
        if (state.contributions().contains(command.transfer())
                || there.get().contributions().contains(command.transfer())) {
            return rejected(new ContributionIdTaken(command.transfer()));
        }
        if (!Money.fits(command.amountOre())) {
            return rejected(new MoneyOutOfRange(command.amountOre()));
        }
        long contributed = state.contributedOre(command.organisation(), command.year());
        if (contributed < command.amountOre()) {
            return rejected(new MoreThanContributed(command.organisation(), command.year(), contributed));
        }
        long available = state.availableOre(command.year());
        if (available < command.amountOre()) {
            return rejected(new NotEnoughAvailable(command.year(), available));
        }
        return accepted(
                new MoneySent(
                        command.transfer(),
                        command.organisation(),
                        command.year(),
                        command.toFund(),
                        command.toYear(),
                        command.amountOre()),
                new Created.Transfer(command.transfer()));
    }

    /** The other side of a move. */
    public static FundEvent receiving(MoveMoney command) {
        return new MoneyReceived(
                command.transfer(),
                command.organisation(),
                command.toYear(),
                command.fund(),
                command.year(),
                command.amountOre());
    }

    /** What is no money never becomes any. */
    public static Ruling<FundRejection> contribute(FundState state, ContributeInKind command) {
        if (!state.owners().contains(command.organisation())) {
            return rejected(new NotAnOwner(command.organisation()));
        }
        if (state.inKind().containsKey(command.contribution())) {
            return rejected(new ContributionIdTaken(command.contribution()));
        }
        if (!Money.fits(command.valueOre())) {
            return rejected(new MoneyOutOfRange(command.valueOre()));
        }
        return accepted(
                new InKindContributed(
                        command.contribution(),
                        command.organisation(),
                        command.year(),
                        command.what(),
                        command.valueOre(),
                        command.priceYear()),
                new Created.Contribution(command.contribution()));
    }

    /** No more is used than was promised, and only for a measure people agreed to. */
    public static Ruling<FundRejection> use(FundState state, JourneyState journey, UseInKind command) {
        InKind promised = state.inKind().get(command.contribution());
        if (promised == null) {
            return rejected(new InKindUnknown(command.contribution()));
        }
        if (journey.plan().agreedMeasure(command.measure()) == null) {
            return rejected(new InKindMeasureUnknown(command.measure()));
        }
        if (!Money.fits(command.valueOre())) {
            return rejected(new MoneyOutOfRange(command.valueOre()));
        }
        if (command.valueOre() > promised.left()) {
            return rejected(new InKindUsedUp(command.contribution(), promised.left()));
        }
        return accepted(
                new InKindUsed(
                        command.use(),
                        command.contribution(),
                        promised.organisation(),
                        promised.what(),
                        command.journey(),
                        command.measure(),
                        command.valueOre()),
                new Created.InKindUse(command.use(), promised.left() - command.valueOre()));
    }

    /** Spending never exceeds what is still reserved. */
    public static Ruling<FundRejection> spend(FundState state, SpendReservation command) {
        Reservation reservation = state.reservations().get(command.reservation());
        if (reservation == null) {
            return rejected(new ReservationUnknown(command.reservation()));
        }
        if (state.spendings().containsKey(command.spending())) {
            return rejected(new SpendingIdTaken(command.spending()));
        }
        if (!Money.fits(command.amountOre())) {
            return rejected(new MoneyOutOfRange(command.amountOre()));
        }
        if (command.amountOre() > reservation.remainingOre()) {
            return rejected(new SpendingExceedsReservation(command.reservation(), reservation.remainingOre()));
        }
        return accepted(
                new AmountSpent(
                        command.spending(),
                        command.reservation(),
                        reservation.journey(),
                        reservation.year(),
                        command.amountOre(),
                        command.voucher()),
                new Created.Spending(command.spending(), reservation.remainingOre() - command.amountOre()));
    }

    /** Reversed spending returns to reserved. */
    public static Ruling<FundRejection> reverse(FundState state, ReverseSpending command) {
        Reservation reservation = state.reservations().get(command.reservation());
        if (reservation == null) {
            return rejected(new ReservationUnknown(command.reservation()));
        }
        Spending spending = state.spendings().get(command.spending());
        if (spending == null || !spending.reservation().equals(command.reservation())) {
            return rejected(new SpendingUnknown(command.spending()));
        }
        return accepted(
                new SpendingReversed(
                        command.spending(),
                        command.reservation(),
                        reservation.journey(),
                        reservation.year(),
                        spending.amountOre()),
                new Created.Spending(command.spending(), reservation.remainingOre() + spending.amountOre()));
    }

    /**
     * The rest is released when the measure is finished, the emergency measure over or the journey closed; otherwise the people
     * concerned decide.
     */
    public static Ruling<FundRejection> release(
            FundState state, JourneyState journey, ReleaseReservation command, Circumstances circumstances) {
        Reservation reservation = state.reservations().get(command.reservation());
        if (reservation == null || !reservation.journey().equals(command.journey())) {
            return rejected(new ReservationUnknown(command.reservation()));
        }
        if (!journey.closed()
                && !journey.plan().finished().contains(reservation.measure())
                && !journey.emergencies().over(reservation.measure(), circumstances.today())) {
            return rejected(new ReleaseNeedsDecision(reservation.measure()));
        }
        if (reservation.remainingOre() == 0) {
            return rejected(new NothingLeftToRelease(command.reservation()));
        }
        return accepted(
                new ReservationReleased(
                        command.reservation(),
                        reservation.journey(),
                        reservation.year(),
                        reservation.remainingOre(),
                        null),
                new Created.Release(reservation.remainingOre()));
    }

    /** The posting of one line of a decision that is being taken. */
    public static FundEvent posting(Matter.OfBudget budget, AmountLine line, UUID journey, UUID decision, UUID goal) {
        return switch (budget.action()) {
            case ALLOCATE ->
                new AmountReserved(
                        line.line(),
                        journey,
                        decision,
                        budget.measure(),
                        goal,
                        line.payingService(),
                        line.year(),
                        line.amountOre());
            case RELEASE, REDUCE ->
                new ReservationReleased(line.line(), journey, line.year(), line.amountOre(), decision);
        };
    }
}
