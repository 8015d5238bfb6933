package no.journeyledger.query.wiring;

import org.jspecify.annotations.Nullable;

/** The service cannot be opened as it is set up; the message is one sentence for whoever set it up. */
final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotOpen(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
