package no.journeyledger.economics.selfreport;

/** Who answered. Every report carries one of the two in its type. */
public sealed interface Respondent {

    /** The person. */
    record Own() implements Respondent {}

    /**
     * Somebody for the person.
     *
     * @param relation how they know: parent, guardian, contact person
     */
    record Proxy(String relation) implements Respondent {}
}
