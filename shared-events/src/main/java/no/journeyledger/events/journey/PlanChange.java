package no.journeyledger.events.journey;

/** What a decision does to one goal or measure of the agreed plan, between two versions of it. */
public enum PlanChange {
    /** It is taken into the plan. */
    START,
    /** It is described anew. */
    CHANGE,
    /** It is given up; its reason is recorded. */
    DROP
}
