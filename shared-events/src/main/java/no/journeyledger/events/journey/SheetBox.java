package no.journeyledger.events.journey;

/** The boxes of the mapping sheet (the "tablecloth"). No box is compulsory. */
public enum SheetBox {
    /** What I am good at. */
    GOOD_AT,
    /** What is difficult. */
    DIFFICULT,
    /** What I dream of. */
    DREAM,
    /** The ones around me. */
    AROUND_ME,
    /** The situation today, for one area. */
    SITUATION_TODAY,
    /** What we do now, for one area. */
    WE_DO_NOW,
    /** Short term, for one area. */
    SHORT_TERM,
    /** Long term, for one area. */
    LONG_TERM,
    /** Who does it and when, for one area. */
    WHO_AND_WHEN,
    /** What are we doing to succeed? */
    TO_SUCCEED
}
