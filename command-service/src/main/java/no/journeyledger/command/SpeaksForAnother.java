package no.journeyledger.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rejection that says somebody tried to take part in a person's place, or to be the witness of their own word. The attempt is
 * recorded on the journey: that it happened is something auditors ask for.
 */
public interface SpeaksForAnother {

    /** Whose participation it would have been, {@code null} when it was several persons' or is not known. */
    default @Nullable UUID inPlaceOf() {
        return null;
    }
}
