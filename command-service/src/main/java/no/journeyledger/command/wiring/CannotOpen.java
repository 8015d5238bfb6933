package no.journeyledger.command.wiring;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be opened as it is set up; the message is one sentence for whoever set it up. */
final class CannotOpen extends RuntimeException {
    CannotOpen(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
