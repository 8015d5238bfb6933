package no.journeyledger.command.fund;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.AmountLine;
import org.jspecify.annotations.Nullable;

/**
 * A fund as its rules need it: the balance of each budget year, and the reservations money may still move on.
 *
 * @param fund its id, {@code null} before it was opened
 * @param owners the organisations whose budget it is
 * @param contributions the ids of what was contributed
 * @param years the balance of each budget year
 * @param reservations what is reserved, and the newest of those used up
 * @param spendings what was spent of those and not reversed
 */
public record FundState(
        @Nullable UUID fund,
        List<UUID> owners,
        List<UUID> contributions,
        Map<Integer, Balance> years,
        Map<UUID, Reservation> reservations,
        Map<UUID, Spending> spendings) {

    /** Before the fund was opened. */
    public static final FundState UNOPENED = new FundState(null, List.of(), List.of(), Map.of(), Map.of(), Map.of());

    /** A reservation that is used up is remembered, so that its spending can be reversed, while it is among the newest. */
    static final int KEPT_USED_UP = 200;

    /** Nothing is left out in a state read back. */
    public FundState {
        owners = Kept.list(owners);
        contributions = Kept.list(contributions);
        years = Kept.map(years);
        reservations = Kept.map(reservations);
        spendings = Kept.map(spendings);
    }

    /** Of one budget year, in øre: contributed = available + reserved + spent. */
    public record Balance(long contributedOre, long reservedOre, long spentOre) {

        static final Balance ZERO = new Balance(0, 0, 0);

        /** A balance never goes below zero anywhere. */
        public Balance {
            if (reservedOre < 0 || spentOre < 0 || contributedOre - reservedOre - spentOre < 0) {
                throw new IllegalStateException("a fund would be overdrawn: contributed " + contributedOre
                        + ", reserved " + reservedOre + ", spent " + spentOre);
            }
        }

        /** What can still be reserved, in øre. */
        long available() {
            return contributedOre - reservedOre - spentOre;
        }

        Balance contributed(long ore) {
            return new Balance(Math.addExact(contributedOre, ore), reservedOre, spentOre);
        }

        Balance reserved(long ore) {
            return new Balance(contributedOre, Math.addExact(reservedOre, ore), spentOre);
        }

        Balance spent(long ore) {
            return new Balance(contributedOre, reservedOre - ore, Math.addExact(spentOre, ore));
        }
    }

    /**
     * An amount set aside by a decision.
     *
     * @param journey whose decision it was
     * @param measure the measure it pays for
     * @param payingService the service whose money it is
     * @param year the budget year
     * @param remainingOre what is still reserved, in øre
     */
    public record Reservation(UUID journey, UUID measure, UUID payingService, int year, long remainingOre) {

        Reservation less(long ore) {
            return new Reservation(journey, measure, payingService, year, remainingOre - ore);
        }
    }

    /** An amount spent of a reservation, in øre. */
    public record Spending(UUID reservation, long amountOre) {}

    /** What can still be reserved of a budget year, in øre. */
    public long availableOre(int year) {
        return years.getOrDefault(year, Balance.ZERO).available();
    }

    /** Whether a line of a decision can release its amount of the reservation it names. */
    public boolean releasable(AmountLine line, UUID journey, UUID measure) {
        Reservation reservation = reservations.get(line.line());
        return reservation != null
                && reservation.journey().equals(journey)
                && reservation.measure().equals(measure)
                && reservation.payingService().equals(line.payingService())
                && reservation.year() == line.year()
                && reservation.remainingOre() >= line.amountOre();
    }

    /** The state after the event. */
    public FundState evolve(FundEvent event) {
        return switch (event) {
            case FundOpened opened ->
                new FundState(opened.fund(), opened.owners(), contributions, years, reservations, spendings);
            case ContributionReceived received ->
                new FundState(
                        fund,
                        owners,
                        Kept.with(contributions, received.contribution()),
                        year(received.year(), balance(received.year()).contributed(received.amountOre())),
                        reservations,
                        spendings);
            case AmountReserved reserved ->
                moved(
                        reserved.year(),
                        balance(reserved.year()).reserved(reserved.amountOre()),
                        reserved.reservation(),
                        new Reservation(
                                reserved.journey(),
                                reserved.measure(),
                                reserved.payingService(),
                                reserved.year(),
                                reserved.amountOre()),
                        spendings);
            case AmountSpent spent -> {
                Reservation before = reservation(spent.reservation());
                yield moved(
                        spent.year(),
                        balance(spent.year()).spent(spent.amountOre()),
                        spent.reservation(),
                        before.less(spent.amountOre()),
                        Kept.with(spendings, spent.spending(), new Spending(spent.reservation(), spent.amountOre())));
            }
            case SpendingReversed reversed -> {
                Reservation before = reservation(reversed.reservation());
                yield moved(
                        reversed.year(),
                        balance(reversed.year()).spent(-reversed.amountOre()),
                        reversed.reservation(),
                        before.less(-reversed.amountOre()),
                        Kept.without(spendings, reversed.spending()));
            }
            case ReservationReleased released -> {
                Reservation before = reservation(released.reservation());
                yield moved(
                        released.year(),
                        balance(released.year()).reserved(-released.amountOre()),
                        released.reservation(),
                        before.less(released.amountOre()),
                        spendings);
            }
        };
    }

    private Balance balance(int year) {
        return years.getOrDefault(year, Balance.ZERO);
    }

    private Map<Integer, Balance> year(int year, Balance balance) {
        return Kept.with(years, year, balance);
    }

    private Reservation reservation(UUID id) {
        Reservation reservation = reservations.get(id);
        if (reservation == null) {
            throw new IllegalStateException("money moved on a reservation that is not kept");
        }
        return reservation;
    }

    private FundState moved(int year, Balance balance, UUID id, Reservation now, Map<UUID, Spending> spent) {
        Map<UUID, Reservation> all = Kept.with(reservations, id, now);
        Map<Integer, Balance> balances = year(year, balance);
        return now.remainingOre() > 0
                ? new FundState(fund, owners, contributions, balances, all, spent)
                : new FundState(fund, owners, contributions, balances, all, spent).withoutOldestUsedUp();
    }

    private FundState withoutOldestUsedUp() {
        var usedUp = new ArrayList<UUID>();
        reservations.forEach((id, reservation) -> {
            if (reservation.remainingOre() == 0) {
                usedUp.add(id);
            }
        });
        if (usedUp.size() <= KEPT_USED_UP) {
            return this;
        }
        UUID oldest = usedUp.getFirst();
        var later = new LinkedHashMap<>(spendings);
        later.values().removeIf(spending -> spending.reservation().equals(oldest));
        return new FundState(fund, owners, contributions, years, Kept.without(reservations, oldest), later);
    }
}
