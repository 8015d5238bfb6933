package no.journeyledger.events.journey;

/** How somebody belongs to the household. */
public enum HouseholdRole {
    /** The person the journey was opened for. */
    CITIZEN,
    /** Another adult of the household. */
    ADULT,
    /** A child of the household. */
    CHILD
}
