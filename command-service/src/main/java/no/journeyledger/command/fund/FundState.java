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
import no.journeyledger.events.fund.FundEvent.InKindContributed;
import no.journeyledger.events.fund.FundEvent.InKindUsed;
import no.journeyledger.events.fund.FundEvent.MoneyReceived;
import no.journeyledger.events.fund.FundEvent.MoneySent;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.AmountLine;
import org.jspecify.annotations.Nullable;

/**
 * A fund as its rules need it: the balance of each budget year, and the reservations money may still move on.
 *
 * @param fund its id, {@code null} before it was opened
 * @param owners the organisations whose budget it is
 * @param contributions the ids of what was contributed or moved, the newest of them
 * @param years the balance of each budget year
 * @param shares what each owner has contributed to each budget year, in øre
 * @param inKind what was promised that is no money, by id
 * @param reservations what is reserved, and the newest of those used up
 * @param spendings what was spent of those and not reversed
 */
public record FundState(
        @Nullable UUID fund,
        List<UUID> owners,
        List<UUID> contributions,
        Map<Integer, Balance> years,
        Map<Integer, Map<UUID, Long>> shares,
        Map<UUID, InKind> inKind,
        Map<UUID, Reservation> reservations,
        Map<UUID, Spending> spendings) {

    /** Before the fund was opened. */
    public static final FundState UNOPENED =
            new FundState(null, List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** A reservation that is used up is remembered, so that its spending can be reversed, while it is among the newest. */
    static final int KEPT_USED_UP = 200;

    /** Ids of contributions are remembered while they are among the newest, so that one is not received twice. */
    static final int KEPT_CONTRIBUTIONS = 1_000;

    /**
     * A fund holds no more open reservations than this, so that deciding on it never grows slow; more measures than that are
     * paid from more funds.
     */
    public static final int MOST_RESERVATIONS = 5_000;

    /** Nothing is left out in a state read back. */
    public FundState {
        owners = Kept.list(owners);
        contributions = Kept.list(contributions);
        years = Kept.map(years);
        shares = Kept.map(shares);
        inKind = Kept.map(inKind);
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

    /** Something promised that is no money: for which year, what it is worth and what was used of it, in øre. */
    public record InKind(UUID organisation, String what, int year, long valueOre, long usedOre) {

        /** No more is used than was promised. */
        public InKind {
            if (usedOre < 0 || usedOre > valueOre) {
                throw new IllegalStateException("more in kind would be used than was promised");
            }
        }

        long left() {
            return valueOre - usedOre;
        }
    }

    /** An amount spent of a reservation, in øre. */
    public record Spending(UUID reservation, long amountOre) {}

    /** What can still be reserved of a budget year, in øre. */
    public long availableOre(int year) {
        return years.getOrDefault(year, Balance.ZERO).available();
    }

    /** What is still reserved, in øre; nothing when there is no such reservation. */
    public long remainingOre(UUID reservation) {
        Reservation known = reservations.get(reservation);
        return known == null ? 0 : known.remainingOre();
    }

    /** What an owner has contributed to a budget year and not moved elsewhere, in øre. */
    public long contributedOre(UUID organisation, int year) {
        return shares.getOrDefault(year, Map.of()).getOrDefault(organisation, 0L);
    }

    /** Whether the fund holds as many open reservations as it can. */
    public boolean full() {
        return reservations.size() >= MOST_RESERVATIONS + KEPT_USED_UP;
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
                new FundState(
                        opened.fund(), opened.owners(), contributions, years, shares, inKind, reservations, spendings);
            case ContributionReceived received ->
                contributed(received.contribution(), received.organisation(), received.year(), received.amountOre());
            case MoneySent sent -> contributed(sent.transfer(), sent.organisation(), sent.year(), -sent.amountOre());
            case MoneyReceived received ->
                contributed(received.transfer(), received.organisation(), received.year(), received.amountOre());
            case InKindContributed promised ->
                withInKind(
                        promised.contribution(),
                        new InKind(promised.organisation(), promised.what(), promised.year(), promised.valueOre(), 0));
            case InKindUsed used -> {
                InKind before = inKind.get(used.contribution());
                if (before == null) {
                    throw new IllegalStateException("something in kind was used that was not promised");
                }
                yield withInKind(
                        used.contribution(),
                        new InKind(
                                before.organisation(),
                                before.what(),
                                before.year(),
                                before.valueOre(),
                                before.usedOre() + used.valueOre()));
            }
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

    private FundState contributed(UUID contribution, UUID organisation, int year, long amountOre) {
        Map<UUID, Long> ofYear = shares.getOrDefault(year, Map.of());
        long share = Math.addExact(ofYear.getOrDefault(organisation, 0L), amountOre);
        return new FundState(
                fund,
                owners,
                contributions.contains(contribution) ? contributions : remembered(contribution),
                year(year, balance(year).contributed(amountOre)),
                Kept.with(shares, year, Kept.with(ofYear, organisation, share)),
                inKind,
                reservations,
                spendings);
    }

    private List<UUID> remembered(UUID contribution) {
        List<UUID> all = Kept.with(contributions, contribution);
        return all.size() <= KEPT_CONTRIBUTIONS ? all : List.copyOf(all.subList(1, all.size()));
    }

    private FundState withInKind(UUID contribution, InKind now) {
        return new FundState(
                fund,
                owners,
                contributions,
                years,
                shares,
                Kept.withNewest(inKind, contribution, now, KEPT_CONTRIBUTIONS),
                reservations,
                spendings);
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
                ? new FundState(fund, owners, contributions, balances, shares, inKind, all, spent)
                : new FundState(fund, owners, contributions, balances, shares, inKind, all, spent)
                        .withoutOldestUsedUp();
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
        return new FundState(
                fund, owners, contributions, years, shares, inKind, Kept.without(reservations, oldest), later);
    }
}
