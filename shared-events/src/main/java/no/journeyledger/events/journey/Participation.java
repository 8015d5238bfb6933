package no.journeyledger.events.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that one person took part in one decision, as it stood when the decision was taken.
 *
 * @param person whom the decision concerns
 * @param answer their answer
 * @param assurance how sure the ledger is of it
 * @param means how they took part
 * @param answeredBy who answered: the person or their representative
 * @param answerId the recorded answer
 * @param childHeard for a child whose representative answered: how the child was heard
 */
public record Participation(
        UUID person,
        Answer answer,
        Assurance assurance,
        Means means,
        UUID answeredBy,
        UUID answerId,
        @Nullable HearingOutcome childHeard) {}
