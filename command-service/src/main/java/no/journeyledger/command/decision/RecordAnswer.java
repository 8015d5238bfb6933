package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Means;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records what a person answered to a decision. How sure the ledger is of it follows from who is asking, never
 * from this command.
 *
 * @param journey the journey
 * @param answerId its id
 * @param decision the decision
 * @param person whom the decision concerns
 * @param answeredBy who answered: the person themselves or a representative
 * @param wordingHash the hash of the wording that was answered to
 * @param answer the answer
 * @param ownWords in the person's own words
 * @param means how they took part
 * @param help interpreter or other help, in words
 * @param meeting the meeting it was given in; {@code null} in the person's own session
 * @param signedForm SHA-256 of the form the person signed, base64url without padding, if they signed one
 */
public record RecordAnswer(
        @TargetAggregateIdentifier UUID journey,
        UUID answerId,
        UUID decision,
        UUID person,
        UUID answeredBy,
        String wordingHash,
        Answer answer,
        @Nullable Sealed ownWords,
        Means means,
        @Nullable Sealed help,
        @Nullable UUID meeting,
        @Nullable String signedForm)
        implements AboutOneJourney {}
