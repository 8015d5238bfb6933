package no.journeyledger.events.journey;

/** The nine areas of the mapping sheet, and one for a need outside every department's remit. */
public enum SheetArea {
    WORK,
    HOUSING,
    PHYSICAL_HEALTH,
    MENTAL_HEALTH,
    ECONOMY,
    SCHOOL_EDUCATION,
    LEISURE,
    VOLUNTEERING,
    SUBSTANCE_USE,
    OTHER
}
