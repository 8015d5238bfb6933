package no.journeyledger.economics.effect;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * What each party gains (above zero) or loses (below zero), in one year or in present value.
 *
 * @param cash in money, per party; a party left out has nothing
 * @param inKind in time, work, health or goods, per party
 */
public record PartyAmounts(Map<Party, Amount> cash, Map<Party, Amount> inKind) {

    /** Nobody gains or loses. */
    public static final PartyAmounts NONE = new PartyAmounts(Map.of(), Map.of());

    /** Copies both balances and fills in nothing for parties left out. */
    public PartyAmounts {
        cash = complete(cash);
        inKind = complete(inKind);
    }

    /** A resource effect of that amount on one party. */
    public static PartyAmounts resource(Party party, Form form, Amount amount) {
        return switch (form) {
            case CASH -> new PartyAmounts(Map.of(party, amount), Map.of());
            case IN_KIND -> new PartyAmounts(Map.of(), Map.of(party, amount));
        };
    }

    /** A transfer of that amount. */
    public static PartyAmounts transfer(Party from, Party to, Amount amount) {
        return new PartyAmounts(Map.of(from, amount.negated(), to, amount), Map.of());
    }

    /** What one party gains, in money and in kind. */
    public Amount of(Party party) {
        return cashOf(party).plus(inKindOf(party));
    }

    /** What one party gains in money. */
    public Amount cashOf(Party party) {
        return cash.getOrDefault(party, Amount.ZERO);
    }

    /** What one party gains in kind. */
    public Amount inKindOf(Party party) {
        return inKind.getOrDefault(party, Amount.ZERO);
    }

    /** The net effect on public budgets: money only. */
    public Amount publicBudgets() {
        Amount sum = Amount.ZERO;
        for (Party party : Party.values()) {
            if (party.isPublicPurse()) {
                sum = sum.plus(cashOf(party));
            }
        }
        return sum;
    }

    /** The sum over all parties. */
    public Amount sum() {
        Amount sum = Amount.ZERO;
        for (Party party : Party.values()) {
            sum = sum.plus(of(party));
        }
        return sum;
    }

    /** Party by party sum. */
    public PartyAmounts plus(PartyAmounts other) {
        return new PartyAmounts(add(cash, other.cash), add(inKind, other.inKind));
    }

    /**
     * These effects, checked against a resource effect that was worked out separately, e.g. when figures come from
     * elsewhere party by party.
     *
     * @throws CannotBeCalculated when the parties do not sum to it: a transfer has lost its giver or its receiver, or
     *     something was counted twice
     */
    public PartyAmounts reconciledWith(Amount resourceEffect) {
        if (!sum().equals(resourceEffect)) {
            throw new CannotBeCalculated("The parties' effects sum to " + sum() + " but the resource effect is "
                    + resourceEffect + ": " + sum().minus(resourceEffect)
                    + " lacks a giver or a receiver, or is counted twice.");
        }
        return this;
    }

    private static Map<Party, Amount> complete(Map<Party, Amount> amounts) {
        Map<Party, Amount> all = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            all.put(party, amounts.getOrDefault(party, Amount.ZERO));
        }
        return Collections.unmodifiableMap(all);
    }

    private static Map<Party, Amount> add(Map<Party, Amount> some, Map<Party, Amount> others) {
        Map<Party, Amount> sum = new EnumMap<>(Party.class);
        some.forEach((party, amount) -> sum.put(party, amount.plus(others.getOrDefault(party, Amount.ZERO))));
        return sum;
    }
}
