package no.journeyledger.events.journey;

/** What a meeting was for. */
public enum MeetingKind {
    /** The 360-degree mapping meeting. */
    MAPPING,
    /** An agreed follow-up. */
    FOLLOW_UP,
    /** A recorded call or a home visit, which counts as a meeting. */
    CONVERSATION
}
