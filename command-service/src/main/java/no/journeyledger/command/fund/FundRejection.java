package no.journeyledger.command.fund;

import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why money did not move. */
@Source("Money (domain, section 5)")
public sealed interface FundRejection extends Rejection {

    /** A fund with this id was opened before. */
    record FundAlreadyOpened(UUID fund) implements FundRejection {}

    /** A fund has at least one owner. */
    record OwnersMissing(UUID fund) implements FundRejection {}

    /** Only an owner of the fund contributes to it. */
    record NotAnOwner(UUID organisation) implements FundRejection {}

    /** A contribution with this id was received already. */
    record ContributionIdTaken(UUID contribution) implements FundRejection {}

    /** An amount is positive and within what the ledger can hold. */
    record MoneyOutOfRange(long amountOre) implements FundRejection {}

    /** The organisation has less in this year of the fund than it would move. */
    record MoreThanContributed(UUID organisation, int year, long contributedOre) implements FundRejection {}

    /** Part of this money is reserved or spent: less is available than would be moved. */
    record NotEnoughAvailable(int year, long availableOre) implements FundRejection {}

    /** The organisation is no owner of the fund the money would go to. */
    record NotAnOwnerThere(UUID organisation) implements FundRejection {}

    /** There is no fund the money could go to. */
    record OtherFundUnknown(UUID fund) implements FundRejection {}

    /** Within a fund, money is carried over to a later year. */
    record CarriedToEarlierYear(int year, int toYear) implements FundRejection {}

    /** No such contribution in kind, or it is too long ago. */
    record InKindUnknown(UUID contribution) implements FundRejection {}

    /** Less of it is left than would be used. */
    record InKindUsedUp(UUID contribution, long leftOre) implements FundRejection {}

    /** The measure is not in the agreed plan of the journey. */
    record InKindMeasureUnknown(UUID measure) implements FundRejection {}

    /** No such reservation is in this fund. */
    record ReservationUnknown(UUID reservation) implements FundRejection {}

    /** A spending with this id was recorded already. */
    record SpendingIdTaken(UUID spending) implements FundRejection {}

    /** Spending never exceeds what is still reserved. */
    record SpendingExceedsReservation(UUID reservation, long remainingOre) implements FundRejection {}

    /** No such spending of this reservation, or it was reversed already. */
    record SpendingUnknown(UUID spending) implements FundRejection {}

    /** Nothing is reserved any more. */
    record NothingLeftToRelease(UUID reservation) implements FundRejection {}

    /** The measure is not finished: its money is released by a decision with the people it concerns. */
    record ReleaseNeedsDecision(UUID measure) implements FundRejection {}
}
