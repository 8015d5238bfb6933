package no.journeyledger.command.decision;

import java.util.List;
import java.util.Locale;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.RefusalReason;

/**
 * One rule a decision must meet to be taken.
 *
 * @param reason why a decision that does not meet it is refused; it also gives the rule its id and its message
 * @param sentence the rule in a sentence
 * @param source where it comes from
 * @param check what a decision is missing; nothing when it meets the rule
 */
public record DecisionRule(RefusalReason reason, String sentence, String source, Check check) {

    /** Looks at a decision and says what is missing. */
    @FunctionalInterface
    interface Check {
        List<Missing> missing(Taking taking);
    }

    /** The rule's stable id, e.g. {@code not-taken-part}. */
    public String id() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The key of the sentence a case worker reads when the rule refuses. */
    public String messageKey() {
        return "refusal." + reason.name();
    }
}
