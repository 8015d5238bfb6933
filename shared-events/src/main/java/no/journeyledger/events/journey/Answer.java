package no.journeyledger.events.journey;

/** What a person answered to a decision in its exact wording. */
public enum Answer {
    AGREES,
    DISAGREES,
    /** Never agreement; participation only where the policy says so, after two dated attempts by different means. */
    COULD_NOT_ANSWER
}
