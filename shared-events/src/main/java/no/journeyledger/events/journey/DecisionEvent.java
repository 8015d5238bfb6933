package no.journeyledger.events.journey;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** Decisions: proposed, answered by those they concern, and then taken or refused. */
public sealed interface DecisionEvent extends JourneyEvent {

    /**
     * A decision was proposed, or proposed again in another wording (the same id, a higher revision, a new hash).
     *
     * @param decision its id
     * @param revision 1, and one more for every new wording
     * @param matter what it is about
     * @param wording the exact wording that people answer to
     * @param facts the facts and the rule applied, in words
     * @param legalBasis the statute it rests on, {@code null} when none is needed
     * @param concerned everyone it concerns, derived by the ledger and sorted by id
     * @param wordingHash SHA-256 over all of the above in canonical order, base64url
     * @param proposer who proposed this wording
     * @param policyVersion the version of the policy table in force
     */
    @LogicalType("journey.decision-proposed")
    record DecisionProposed(
            UUID decision,
            int revision,
            Matter matter,
            Sealed wording,
            @Nullable Sealed facts,
            @NotPersonal("a statute") @Nullable String legalBasis,
            List<UUID> concerned,
            @NotPersonal("a hash over commitments") String wordingHash,
            UUID proposer,
            @NotPersonal("a version") String policyVersion)
            implements DecisionEvent {}

    /**
     * What a person answered was recorded.
     *
     * @param answerId its id
     * @param decision the decision
     * @param person whom the decision concerns
     * @param answeredBy who answered: the person themselves or a representative
     * @param wordingHash the hash of the wording that was answered to
     * @param answer the answer
     * @param ownWords in the person's own words
     * @param means how they took part
     * @param help interpreter or other help, in words
     * @param meeting the meeting it was given in, {@code null} for the person's own session
     * @param assurance {@link Assurance#SELF} or {@link Assurance#RECORDED}; a witness raises the latter
     * @param recordedBy who recorded it
     * @param signedForm SHA-256 of the form the person signed, base64url without padding, {@code null} when they signed none
     */
    @LogicalType(value = "journey.answer-recorded", revision = 2)
    record AnswerRecorded(
            UUID answerId,
            UUID decision,
            UUID person,
            UUID answeredBy,
            @NotPersonal("a hash over commitments") String wordingHash,
            Answer answer,
            @Nullable Sealed ownWords,
            Means means,
            @Nullable Sealed help,
            @Nullable UUID meeting,
            Assurance assurance,
            UUID recordedBy,
            @NotPersonal("a hash") @Nullable String signedForm)
            implements DecisionEvent {}

    /**
     * Whether and how a child's own view was heard, recorded for one decision.
     *
     * @param decision the decision
     * @param child the child
     * @param wordingHash the hash of the wording the child was heard on
     * @param outcome heard, did not wish to speak, or not sought
     * @param disagrees whether the child disagrees; it does not refuse, but the weighing must answer it
     * @param view the child's view, or the reason why it was not sought
     */
    @LogicalType("journey.child-hearing-recorded")
    record ChildHearingRecorded(
            UUID decision,
            UUID child,
            @NotPersonal("a hash over commitments") String wordingHash,
            HearingOutcome outcome,
            boolean disagrees,
            @Nullable Sealed view)
            implements DecisionEvent {}

    /**
     * The decision was taken, with everybody it concerns.
     *
     * @param decision the decision
     * @param matter what it is about
     * @param wordingHash the hash of the wording that was taken
     * @param participation the evidence, one per person concerned
     * @param taker who took it
     * @param mandates the mandates it was taken within
     * @param weighing why, and how disagreement was answered; outside the hash
     * @param policyVersion the version of the policy table applied
     */
    @LogicalType("journey.decision-taken")
    record DecisionTaken(
            UUID decision,
            Matter matter,
            @NotPersonal("a hash over commitments") String wordingHash,
            List<Participation> participation,
            UUID taker,
            List<UUID> mandates,
            @Nullable Sealed weighing,
            @NotPersonal("a version") String policyVersion)
            implements DecisionEvent {}

    /**
     * Somebody tried to take the decision and was refused.
     *
     * @param decision the decision
     * @param kind its kind
     * @param reason the first rule, in the stated order, that was not met
     * @param missing each person and what was missing
     * @param wordingHash the hash of the wording they tried to take
     * @param attemptedBy who tried
     * @param policyVersion the version of the policy table applied
     */
    @LogicalType("journey.decision-refused")
    record DecisionRefused(
            UUID decision,
            DecisionKind kind,
            RefusalReason reason,
            List<Missing> missing,
            @NotPersonal("a hash over commitments") String wordingHash,
            UUID attemptedBy,
            @NotPersonal("a version") String policyVersion)
            implements DecisionEvent {}

    /** The proposal was withdrawn before it was taken. */
    @LogicalType("journey.proposal-withdrawn")
    record ProposalWithdrawn(UUID decision) implements DecisionEvent {}
}
