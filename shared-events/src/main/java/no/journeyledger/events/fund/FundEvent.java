package no.journeyledger.events.fund;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import org.jspecify.annotations.Nullable;

/** Something recorded on a fund. Amounts are whole, positive øre; the kind of event says which way they move. */
public sealed interface FundEvent extends LedgerEvent {

    /**
     * A fund was opened.
     *
     * @param fund its id
     * @param name what it is called; not personal
     * @param owners the organisations whose budget it is
     */
    @LogicalType("fund.fund-opened")
    record FundOpened(
            UUID fund, @NotPersonal("what a fund is called") String name, List<UUID> owners) implements FundEvent {}

    /** An organisation contributed: contributed and available grow. */
    @LogicalType("fund.contribution-received")
    record ContributionReceived(UUID contribution, UUID organisation, int year, long amountOre) implements FundEvent {}

    /**
     * A budget decision reserved an amount: available shrinks, reserved grows. Recorded in one append with the decision.
     *
     * @param reservation the line's id
     * @param journey the journey whose decision it is
     * @param decision the decision
     * @param measure the measure it pays for
     * @param goal the goal the measure serves
     * @param payingService the service whose money it is
     * @param year the budget year
     * @param amountOre the amount
     */
    @LogicalType("fund.amount-reserved")
    record AmountReserved(
            UUID reservation,
            UUID journey,
            UUID decision,
            UUID measure,
            UUID goal,
            UUID payingService,
            int year,
            long amountOre)
            implements FundEvent {}

    /**
     * Part of a reservation was spent: reserved shrinks, spent grows.
     *
     * @param spending its id
     * @param reservation the reservation it comes from
     * @param journey the journey it was spent for
     * @param year the budget year
     * @param amountOre the amount
     * @param voucher the accounting system's voucher number, {@code null} when not known yet
     */
    @LogicalType("fund.amount-spent")
    record AmountSpent(
            UUID spending,
            UUID reservation,
            UUID journey,
            int year,
            long amountOre,

            @NotPersonal("the number of a voucher") @Nullable
            String voucher)
            implements FundEvent {}

    /** A spending was reversed: it returns to reserved. */
    @LogicalType("fund.spending-reversed")
    record SpendingReversed(UUID spending, UUID reservation, UUID journey, int year, long amountOre)
            implements FundEvent {}

    /**
     * The rest of a reservation was released: reserved shrinks, available grows.
     *
     * @param decision the BUDGET decision that released an unfinished measure's money, {@code null} when it was finished
     */
    @LogicalType("fund.reservation-released")
    record ReservationReleased(
            UUID reservation,
            UUID journey,
            int year,
            long amountOre,
            @Nullable UUID decision) implements FundEvent {}

    /**
     * An owner's money was moved to another fund, or carried over to another year of this one: contributed and available
     * shrink. Recorded in one append with its counterpart.
     *
     * @param transfer the id of the move, the same on both sides
     * @param organisation the owner whose money it is
     * @param year the budget year it leaves
     * @param toFund where it goes
     * @param toYear the budget year it is for there
     * @param amountOre the amount
     */
    @LogicalType("fund.money-sent")
    record MoneySent(UUID transfer, UUID organisation, int year, UUID toFund, int toYear, long amountOre)
            implements FundEvent {}

    /**
     * An owner's money came from another fund, or from another year of this one: contributed and available grow.
     *
     * @param transfer the id of the move, the same on both sides
     * @param organisation the owner whose money it is
     * @param year the budget year it is for
     * @param fromFund where it comes from
     * @param fromYear the budget year it left there
     * @param amountOre the amount
     */
    @LogicalType("fund.money-received")
    record MoneyReceived(UUID transfer, UUID organisation, int year, UUID fromFund, int fromYear, long amountOre)
            implements FundEvent {}

    /**
     * An owner promised something that is no money: hours, a room, a car. It is a balance of its own and never cash.
     *
     * @param contribution its id
     * @param organisation the owner
     * @param year the year it is for
     * @param what what it is; not personal
     * @param valueOre what it is worth, in øre
     * @param priceYear the year whose prices that is in
     */
    @LogicalType("fund.in-kind-contributed")
    record InKindContributed(
            UUID contribution,
            UUID organisation,
            int year,

            @NotPersonal("a thing or a service, before anybody is given it")
            String what,

            long valueOre,
            int priceYear)
            implements FundEvent {}

    /**
     * Something that is no money was used for a measure.
     *
     * @param use its id
     * @param contribution what was used of
     * @param organisation the owner who gave it
     * @param what what it is; not personal
     * @param journey the journey
     * @param measure the measure of its agreed plan
     * @param valueOre what was used of it, in øre
     */
    @LogicalType("fund.in-kind-used")
    record InKindUsed(
            UUID use,
            UUID contribution,
            UUID organisation,

            @NotPersonal("the thing or service as it was contributed")
            String what,

            UUID journey,
            UUID measure,
            long valueOre)
            implements FundEvent {}
}
