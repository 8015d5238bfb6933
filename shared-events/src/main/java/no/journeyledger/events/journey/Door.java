package no.journeyledger.events.journey;

/** Where somebody came in: any service can be the way in. */
public enum Door {
    SELF,
    FAMILY,
    CITIZEN_SQUARE,
    GENERAL_PRACTITIONER,
    SCHOOL_OR_KINDERGARTEN,
    CHILD_WELFARE,
    MENTAL_HEALTH_AND_SUBSTANCE,
    LABOUR_AND_WELFARE,
    HOUSING,
    VOLUNTARY_ORGANISATION,
    OTHER
}
