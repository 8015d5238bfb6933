package no.journeyledger.query.door;

/** How far a question reaches into persons' data; what it needs besides the role follows from it. */
public enum Reach {
    /** One journey, named in the path: it must be open to the reader, and the reading is recorded before it is answered. */
    ONE_JOURNEY,
    /** One person, named in the path: themselves, or whoever protects their privacy; recorded likewise. */
    ONE_PERSON,
    /** Several journeys: only those that are open to the reader are answered, and whose they are is recorded. */
    JOURNEYS,
    /** Nobody's data. */
    NO_PERSON,
    /**
     * Nobody's data, and open without signing in: the log's checkpoints, keys and hashes. They tell how much was recorded and
     * nothing of what.
     */
    EVERYBODY
}
