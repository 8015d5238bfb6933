package no.journeyledger.events.journey;

/** Which statute says how long a party may appeal; how many weeks that is, the policy table says. */
public enum AppealTerm {
    /** Public Administration Act section 29. */
    GENERAL,
    /** Patient and User Rights Act section 7-5. */
    PATIENT_AND_USER;

    /** The affairs rights under that statute belong to: who has a say in them depends on it. */
    public Affairs affairs() {
        return switch (this) {
            case GENERAL -> Affairs.PERSONAL;
            case PATIENT_AND_USER -> Affairs.HEALTH;
        };
    }
}
