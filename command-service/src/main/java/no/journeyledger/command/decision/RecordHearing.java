package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.HearingOutcome;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records how a child was heard on a decision in its current wording.
 *
 * @param journey the journey
 * @param decision the decision
 * @param child the child
 * @param wordingHash the hash of the wording the child was heard on
 * @param outcome heard, did not wish to speak, or not sought
 * @param disagrees whether the child disagrees; the weighing must then answer it
 * @param view the child's view, or the reason why it was not sought
 */
public record RecordHearing(
        @TargetAggregateIdentifier UUID journey,
        UUID decision,
        UUID child,
        String wordingHash,
        HearingOutcome outcome,
        boolean disagrees,
        @Nullable Sealed view)
        implements AboutOneJourney {}
