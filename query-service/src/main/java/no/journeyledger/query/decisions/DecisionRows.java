package no.journeyledger.query.decisions;

import static java.lang.invoke.MethodHandles.lookup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.query.projection.Table;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The rows of the register's tables; what each column means is said in the migration. */
final class DecisionRows {

    static final Table<DecisionRow> DECISIONS =
            Table.of(lookup(), "decision", DecisionRow.class, "journey", "decision");
    static final Table<WordingRow> WORDINGS =
            Table.of(lookup(), "decision_wording", WordingRow.class, "journey", "decision", "revision");
    static final Table<AnswerRow> ANSWERS =
            Table.of(lookup(), "decision_answer", AnswerRow.class, "journey", "answerId");
    static final Table<ConfirmationRow> CONFIRMATIONS =
            Table.of(lookup(), "answer_confirmation", ConfirmationRow.class, "journey", "answerId", "position");
    static final Table<HearingRow> HEARINGS = Table.of(lookup(), "child_hearing", HearingRow.class, "position");
    static final Table<RefusalRow> REFUSALS = Table.of(lookup(), "decision_refusal", RefusalRow.class, "position");

    private DecisionRows() {}

    /** How far a proposed decision has come. */
    enum DecisionState {
        PROPOSED,
        TAKEN,
        WITHDRAWN
    }

    record DecisionRow(
            UUID decision,
            UUID journey,
            long proposedFirst,
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
            String policyVersion,
            Instant proposedAt,
            int refusals,
            @Nullable UUID taker,
            @Nullable Instant takenAt,
            @Nullable List<UUID> mandates,
            @Nullable Sealed weighing,
            @Nullable List<Participation> participation,
            @Nullable Instant withdrawnAt,
            long position) {

        /** The first wording, or another one of the same decision. */
        static DecisionRow proposed(@Nullable DecisionRow before, DecisionProposed e, RecordedEvent recorded) {
            return new DecisionRow(
                    e.decision(),
                    recorded.aggregate(),
                    before == null ? recorded.position() : before.proposedFirst(),
                    e.matter().decisionKind(),
                    DecisionState.PROPOSED,
                    e.revision(),
                    e.matter(),
                    e.wording(),
                    e.facts(),
                    e.legalBasis(),
                    e.concerned(),
                    e.wordingHash(),
                    e.proposer(),
                    e.policyVersion(),
                    recorded.metadata().effectiveAt(),
                    before == null ? 0 : before.refusals(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    recorded.position());
        }

        DecisionRow taken(DecisionTaken e, RecordedEvent recorded) {
            return new DecisionRow(
                    decision,
                    journey,
                    proposedFirst,
                    kind,
                    DecisionState.TAKEN,
                    revision,
                    matter,
                    wording,
                    facts,
                    legalBasis,
                    concerned,
                    wordingHash,
                    proposer,
                    e.policyVersion(),
                    proposedAt,
                    refusals,
                    e.taker(),
                    recorded.metadata().effectiveAt(),
                    e.mandates(),
                    e.weighing(),
                    e.participation(),
                    withdrawnAt,
                    recorded.position());
        }

        DecisionRow refused(long position) {
            return with(state, refusals + 1, withdrawnAt, position);
        }

        DecisionRow withdrawn(Instant at, long position) {
            return with(DecisionState.WITHDRAWN, refusals, at, position);
        }

        DecisionRow touched(long position) {
            return with(state, refusals, withdrawnAt, position);
        }

        private DecisionRow with(DecisionState state, int refusals, @Nullable Instant withdrawnAt, long position) {
            return new DecisionRow(
                    decision,
                    journey,
                    proposedFirst,
                    kind,
                    state,
                    revision,
                    matter,
                    wording,
                    facts,
                    legalBasis,
                    concerned,
                    wordingHash,
                    proposer,
                    policyVersion,
                    proposedAt,
                    refusals,
                    taker,
                    takenAt,
                    mandates,
                    weighing,
                    participation,
                    withdrawnAt,
                    position);
        }
    }

    record WordingRow(
            UUID journey,
            UUID decision,
            int revision,
            Sealed wording,
            String wordingHash,
            List<UUID> concerned,
            UUID proposer,
            Instant proposedAt,
            long position) {}

    record AnswerRow(
            UUID answerId,
            UUID decision,
            UUID journey,
            UUID person,
            UUID answeredBy,
            String wordingHash,
            Answer answer,
            @Nullable Sealed ownWords,
            Means means,
            @Nullable Sealed help,
            @Nullable UUID meeting,
            Assurance recordedAs,
            Assurance assurance,
            UUID recordedBy,
            Instant recordedAt,
            Instant effectiveAt,
            @Nullable String signedForm,
            long position) {

        /** A witness raises one worker's word; the person's own session needs none. */
        AnswerRow witnessed() {
            return assurance != Assurance.RECORDED
                    ? this
                    : new AnswerRow(
                            answerId,
                            decision,
                            journey,
                            person,
                            answeredBy,
                            wordingHash,
                            answer,
                            ownWords,
                            means,
                            help,
                            meeting,
                            recordedAs,
                            Assurance.WITNESSED,
                            recordedBy,
                            recordedAt,
                            effectiveAt,
                            signedForm,
                            position);
        }
    }

    record ConfirmationRow(
            UUID journey,
            UUID answerId,
            long position,
            UUID decision,
            UUID meeting,
            UUID witness,
            @Nullable UUID witnessService,
            boolean spoke,
            Instant confirmedAt) {}

    record HearingRow(
            long position,
            UUID decision,
            UUID journey,
            UUID child,
            String wordingHash,
            HearingOutcome outcome,
            boolean disagrees,
            @Nullable Sealed view,
            UUID recordedBy,
            Instant recordedAt) {}

    record RefusalRow(
            long position,
            UUID decision,
            UUID journey,
            RefusalReason reason,
            List<Missing> missing,
            String wordingHash,
            UUID attemptedBy,
            String policyVersion,
            Instant recordedAt) {}
}
