package no.journeyledger.economics.effect;

/** Who pays or gains. Together they are everybody. */
public enum Party {
    /** The persons of the journey. */
    CITIZEN(false),
    /** The municipality. */
    MUNICIPALITY(true),
    /** The region: county and health region. */
    REGION(true),
    /** The state, the national insurance scheme included. */
    STATE(true),
    /** Everybody else: employers, voluntary organisations, other people. */
    PRIVATE(false);

    private final boolean publicPurse;

    Party(boolean publicPurse) {
        this.publicPurse = publicPurse;
    }

    /** Whether it spends tax money. */
    public boolean isPublicPurse() {
        return publicPurse;
    }
}
