package no.journeyledger.command.decision;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Missing;
import org.jspecify.annotations.Nullable;

/** What somebody is told who asks what is missing before they can take a decision. */
public sealed interface BeforeTaking {

    /**
     * What is missing, as things stand.
     *
     * @param decision the decision
     * @param kind its kind
     * @param revision the number of its wording
     * @param wordingHash the hash of its wording
     * @param policyVersion the policy it was measured by
     * @param taker who would take it
     * @param concerned everyone it concerns, also those who joined since it was proposed
     * @param missing everything the rule finds, in the order in which it refuses
     * @param alsoInTheWay what would reject the taking though the rule is met, {@code null} when nothing does
     */
    record Told(
            UUID decision,
            DecisionKind kind,
            int revision,
            String wordingHash,
            String policyVersion,
            UUID taker,
            List<UUID> concerned,
            List<Missing> missing,
            @Nullable DecisionRejection alsoInTheWay)
            implements BeforeTaking {

        /** Whether the decision could be taken now. */
        public boolean ready() {
            return missing.isEmpty() && alsoInTheWay == null;
        }
    }

    /** The asker cannot be told. */
    record NotTold(DecisionRejection rejection) implements BeforeTaking {}
}
