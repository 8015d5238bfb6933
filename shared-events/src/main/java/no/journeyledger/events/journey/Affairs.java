package no.journeyledger.events.journey;

/** What somebody may have a say about: ages and representatives' scopes are told apart by it. */
public enum Affairs {
    /** How one lives: plan, goals, measures, what is shared with whom. */
    PERSONAL,
    /** Money. */
    ECONOMIC,
    /** Health, where the patient's own age of consent holds whatever a municipality chooses for the rest. */
    HEALTH
}
