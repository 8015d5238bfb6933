package no.journeyledger.query.decisions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.query.decisions.DecisionRows.DecisionState;
import no.journeyledger.query.statute.Statutes;
import org.jspecify.annotations.Nullable;

/** What is answered about decisions. Sealed texts are opened as they are written out. */
public final class DecisionViews {

    private DecisionViews() {}

    /**
     * A decision in the register.
     *
     * @param kind what kind it is
     * @param state whether it is proposed, taken or withdrawn
     * @param revision which wording: 1, and one more for every new one
     * @param refusals how often somebody tried to take it and was refused
     */
    public record Listed(
            UUID decision,
            DecisionKind kind,
            DecisionState state,
            int revision,
            Sealed wording,
            String wordingHash,
            List<UUID> concerned,
            UUID proposer,
            Instant proposedAt,
            int refusals,
            @Nullable UUID taker,
            @Nullable Instant takenAt,
            @Nullable Instant withdrawnAt) {}

    /**
     * A decision with the evidence of who took part.
     *
     * @param wordingHash hash of the wording; only answers given to it count
     * @param answers every answer recorded, also those to earlier wordings
     * @param notices when parties were told, and until when they may appeal
     * @param appeals what parties appealed, and what came of it
     * @param reversed what reversed it, if it no longer holds
     */
    public record Decision(
            UUID decision,
            UUID journey,
            DecisionKind kind,
            DecisionState state,
            int revision,
            Matter matter,
            Sealed wording,
            @Nullable Sealed facts,
            @Nullable String legalBasis,
            List<UUID> concerned,
            String wordingHash,
            UUID proposer,
            Instant proposedAt,
            String policyVersion,
            @Nullable Taken taken,
            @Nullable Instant withdrawnAt,
            List<Wording> wordings,
            List<Given> answers,
            List<Hearing> hearings,
            List<Refusal> refusals,
            List<Statutes.Notice> notices,
            List<Statutes.Appeal> appeals,
            Statutes.@Nullable Reversal reversed) {}

    /**
     * How it was taken.
     *
     * @param participation the evidence as it stood then, one per person concerned
     */
    public record Taken(
            UUID taker,
            Instant at,
            List<UUID> mandates,
            @Nullable Sealed weighing,
            List<Participation> participation) {}

    public record Wording(
            int revision,
            Sealed wording,
            String wordingHash,
            List<UUID> concerned,
            UUID proposer,
            Instant proposedAt) {}

    /**
     * An answer.
     *
     * @param forThisWording whether it was given to the wording proposed now
     * @param assurance how sure the ledger is of it now
     * @param recordedAs how sure it was when it was recorded
     * @param signedForm SHA-256 of the form the person signed
     */
    public record Given(
            UUID answer,
            UUID person,
            UUID answeredBy,
            Answer said,
            String wordingHash,
            boolean forThisWording,
            @Nullable Sealed ownWords,
            Means means,
            @Nullable Sealed help,
            @Nullable UUID meeting,
            Assurance assurance,
            Assurance recordedAs,
            UUID recordedBy,
            Instant recordedAt,
            Instant effectiveAt,
            @Nullable String signedForm,
            List<Confirmation> confirmations) {}

    public record Confirmation(
            UUID witness, @Nullable UUID witnessService, UUID meeting, boolean spokeToThePerson, Instant confirmedAt) {}

    public record Hearing(
            UUID child,
            String wordingHash,
            HearingOutcome outcome,
            boolean disagrees,
            @Nullable Sealed view,
            UUID recordedBy,
            Instant recordedAt) {}

    /**
     * A refusal.
     *
     * @param reason the first rule that was not met; not told to a person, to whom it could say what another answered
     */
    public record Refusal(
            Instant recordedAt,
            UUID attemptedBy,
            @Nullable RefusalReason reason,
            List<Missing> missing,
            String wordingHash,
            String policyVersion) {}
}
