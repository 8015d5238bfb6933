package no.journeyledger.command;

import java.util.Locale;

/**
 * Why something was not done. Each capability has its own sealed family of these; the facts are their components. (It
 * cannot be sealed itself: the families live in packages of their own.)
 */
public interface Rejection {

    /** The stable name of this rejection, e.g. {@code already-enrolled}: part of the API. */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /**
     * The key of its sentence in the message bundle {@code messages/refusals}; the arguments are the record's components
     * in order.
     */
    default String messageKey() {
        return "rejection." + code();
    }
}
