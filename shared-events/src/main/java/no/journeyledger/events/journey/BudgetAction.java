package no.journeyledger.events.journey;

/** What a budget decision does to each of its lines. */
public enum BudgetAction {
    /** Reserves the amount in the fund. */
    ALLOCATE,
    /** Gives the rest of the reservation for an unfinished measure back to the fund. */
    RELEASE,
    /** Gives part of a reservation back to the fund; the rest stays reserved. */
    REDUCE
}
