package no.journeyledger.events.journey;

/** Whose judgement a rating is; the two stand side by side and are never merged. */
public enum Rater {
    CITIZEN,
    TEAM
}
