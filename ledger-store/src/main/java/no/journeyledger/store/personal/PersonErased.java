package no.journeyledger.store.personal;

import java.util.UUID;

/** The person's key was destroyed: nothing about them can be sealed or opened any more. */
public final class PersonErased extends RuntimeException {

    private final UUID person;

    PersonErased(UUID person) {
        super("the key of person " + person + " was destroyed", null, false, false);
        this.person = person;
    }

    /** Whose key. */
    public UUID person() {
        return person;
    }
}
