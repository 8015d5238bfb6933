package no.journeyledger.events.journey;

/** The groups the programme is meant for. Never a ground to turn a person away. */
public enum TargetGroup {
    FAMILY_VULNERABLE,
    YOUTH_VULNERABLE,
    FAMILY_DISABLED_CHILD,
    /** E.g. just released from a sentence. */
    OTHER
}
