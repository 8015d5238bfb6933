package no.journeyledger.command.wiring;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints why the service does not start: a sentence, no frame of stars and no stack trace. */
final class OneSentence implements FailureAnalysisReporter {

    @Override
    @SuppressWarnings("SystemOut") // the one thing whoever starts the service has to read
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        System.err.println(analysis.getDescription() + (action == null ? "" : " " + action));
    }
}
