package no.journeyledger.query.wiring;

import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.NotDurable;
import no.journeyledger.store.personal.KeyUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why the service does not start, when it is something whoever starts it can put right. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailure implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String sentence = sentence(failure);
        return sentence == null ? null : new FailureAnalysis(sentence, null, failure);
    }

    /** The sentence, {@code null} when it is nothing the one who starts it could know about. */
    public static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = switch (cause) {
                case CannotOpen cannot -> cannot.getMessage();
                case NotDurable notDurable -> notDurable.getMessage();
                case KeyUnavailable missing -> missing.getMessage();
                case LedgerUnavailable unavailable ->
                    "The ledger's database does not answer: " + unavailable.getMessage() + ".";
                case PortInUseException taken ->
                    "Port " + taken.getPort() + " is taken: stop what listens there, or set SERVER_PORT.";
                default -> null;
            };
            if (sentence != null) {
                return sentence;
            }
        }
        return null;
    }
}
