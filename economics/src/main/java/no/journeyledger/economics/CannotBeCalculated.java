package no.journeyledger.economics;

import java.io.Serial;

/** Something asked for has no answer, or its input contradicts itself. The message is a sentence for the analyst. */
public final class CannotBeCalculated extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** {@code sentence} says what is wrong and what to do about it. */
    public CannotBeCalculated(String sentence) {
        super(sentence);
    }
}
