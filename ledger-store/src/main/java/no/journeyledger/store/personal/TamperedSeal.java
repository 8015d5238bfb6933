package no.journeyledger.store.personal;

import java.util.UUID;

/** A sealed value that its person's key does not open, or whose text is not the one it is committed to. */
public final class TamperedSeal extends RuntimeException {
    TamperedSeal(UUID person, String what) {
        super("a sealed value of person " + person + " " + what);
    }
}
