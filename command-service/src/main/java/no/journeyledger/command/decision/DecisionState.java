package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that wait to be taken, with what was answered to each; and how the latest others ended.
 *
 * @param open the open decisions, by id
 * @param ended how the newest ended ones ended, by id
 */
public record DecisionState(Map<UUID, Open> open, Map<UUID, Ending> ended) {

    /** Before the first proposal. */
    public static final DecisionState EMPTY = new DecisionState(Map.of(), Map.of());

    /** How many ended decisions are remembered, to say "taken already" instead of "unknown". */
    static final int KEPT_ENDED = 100;

    /** Nothing is left out in a state read back. */
    public DecisionState {
        open = Kept.map(open);
        ended = Kept.map(ended);
    }

    /** Whether a decision is open that can be taken on a closed journey: people still meet about it. */
    public boolean anyMayFollowClosing() {
        return open.values().stream().anyMatch(decision -> SoundMatter.mayFollowClosing(decision.matter()));
    }

    /** How a decision ended. */
    public enum Ending {
        TAKEN,
        WITHDRAWN
    }

    /**
     * An open decision in its current wording.
     *
     * @param decision its id
     * @param revision the number of its wording
     * @param matter what it is about
     * @param concerned everyone it concerns
     * @param wordingHash the hash of its wording
     * @param proposer who proposed this wording
     * @param answers what was answered to this wording, in the order it was recorded
     * @param hearings how children were heard on this wording
     * @param answeredBefore who answered to an earlier wording
     * @param grounded whether it states both its facts and its legal basis
     */
    public record Open(
            UUID decision,
            int revision,
            Matter matter,
            List<UUID> concerned,
            String wordingHash,
            UUID proposer,
            List<Given> answers,
            Map<UUID, Hearing> hearings,
            List<UUID> answeredBefore,
            boolean grounded) {

        /** Nothing is left out in a state read back. */
        public Open {
            concerned = Kept.list(concerned);
            answers = Kept.list(answers);
            hearings = Kept.map(hearings);
            answeredBefore = Kept.list(answeredBefore);
        }

        private Open answered(List<Given> now) {
            return new Open(
                    decision,
                    revision,
                    matter,
                    concerned,
                    wordingHash,
                    proposer,
                    now,
                    hearings,
                    answeredBefore,
                    grounded);
        }

        private Open heard(UUID child, Hearing hearing) {
            return new Open(
                    decision,
                    revision,
                    matter,
                    concerned,
                    wordingHash,
                    proposer,
                    answers,
                    Kept.with(hearings, child, hearing),
                    answeredBefore,
                    grounded);
        }
    }

    /**
     * An answer that may count.
     *
     * @param answerId its id
     * @param person whom the decision concerns
     * @param answeredBy who answered
     * @param answer the answer
     * @param means how they took part
     * @param meeting the meeting it was given in, {@code null} in the person's own session
     * @param on the day of that meeting
     * @param assurance as it was recorded
     * @param recordedBy who recorded it
     * @param recorderService the service of the worker who recorded it
     * @param witnesses who confirmed it
     * @param signed whether the person signed a form whose hash was recorded
     */
    public record Given(
            UUID answerId,
            UUID person,
            UUID answeredBy,
            Answer answer,
            Means means,
            @Nullable UUID meeting,
            @Nullable LocalDate on,
            Assurance assurance,
            UUID recordedBy,
            @Nullable UUID recorderService,
            List<UUID> witnesses,
            boolean signed) {

        /** Nothing is left out in a state read back. */
        public Given {
            witnesses = Kept.list(witnesses);
        }

        /** How sure the ledger is of it when this person takes the decision: a taker is no witness to themselves. */
        public Assurance assuranceFor(UUID taker) {
            boolean witnessed = witnesses.stream().anyMatch(witness -> !witness.equals(taker));
            return assurance == Assurance.RECORDED && witnessed ? Assurance.WITNESSED : assurance;
        }

        private Given confirmedBy(UUID witness) {
            return witnesses.contains(witness)
                    ? this
                    : new Given(
                            answerId,
                            person,
                            answeredBy,
                            answer,
                            means,
                            meeting,
                            on,
                            assurance,
                            recordedBy,
                            recorderService,
                            Kept.with(witnesses, witness),
                            signed);
        }

        /**
         * Whether an earlier answer can never matter again once this one is recorded: the same person's, and this one counts
         * whatever happens (their own session, or a disagreement); or the same meeting's word on the same answer again.
         */
        private boolean outdates(Given earlier) {
            if (!earlier.person.equals(person) || !earlier.answeredBy.equals(answeredBy)) {
                return false;
            }
            boolean alwaysCounts = assurance == Assurance.SELF || answer == Answer.DISAGREES;
            if (alwaysCounts) {
                return earlier.assurance != Assurance.SELF || assurance == Assurance.SELF;
            }
            return earlier.answer == answer
                    && earlier.assurance == Assurance.RECORDED
                    && earlier.witnesses.isEmpty()
                    && meeting != null
                    && meeting.equals(earlier.meeting)
                    && means == earlier.means
                    && signed == earlier.signed;
        }
    }

    /** How a child was heard, and whether they disagree. */
    public record Hearing(HearingOutcome outcome, boolean disagrees) {}

    /** The state after a proposal, the first or in another wording. */
    public DecisionState proposed(DecisionProposed event) {
        Open before = open.get(event.decision());
        var answeredBefore = new ArrayList<UUID>();
        if (before != null) {
            answeredBefore.addAll(before.answeredBefore());
            before.answers().stream()
                    .map(Given::person)
                    .filter(person -> !answeredBefore.contains(person))
                    .distinct()
                    .forEach(answeredBefore::add);
        }
        return new DecisionState(
                Kept.with(
                        open,
                        event.decision(),
                        new Open(
                                event.decision(),
                                event.revision(),
                                event.matter(),
                                event.concerned(),
                                event.wordingHash(),
                                event.proposer(),
                                List.of(),
                                Map.of(),
                                answeredBefore,
                                event.facts() != null && event.legalBasis() != null)),
                ended);
    }

    /** The state after an answer; the day of the meeting and the recorder's service are what the journey knows of them. */
    public DecisionState answered(
            AnswerRecorded event, @Nullable LocalDate meetingDay, @Nullable UUID recorderService) {
        var given = new Given(
                event.answerId(),
                event.person(),
                event.answeredBy(),
                event.answer(),
                event.means(),
                event.meeting(),
                meetingDay,
                event.assurance(),
                event.recordedBy(),
                recorderService,
                List.of(),
                event.signedForm() != null);
        return changed(event.decision(), decision -> {
            var answers = new ArrayList<Given>(decision.answers());
            answers.removeIf(given::outdates);
            answers.add(given);
            return decision.answered(answers);
        });
    }

    /** The state after a child was heard. */
    public DecisionState heard(ChildHearingRecorded event) {
        return changed(
                event.decision(),
                decision -> decision.heard(event.child(), new Hearing(event.outcome(), event.disagrees())));
    }

    /** The state after a witness confirmed answers. */
    public DecisionState confirmed(AnswersConfirmed event) {
        DecisionState state = this;
        for (Open decision : open.values()) {
            if (decision.answers().stream().anyMatch(given -> event.answers().contains(given.answerId()))) {
                state = state.changed(
                        decision.decision(),
                        before -> before.answered(before.answers().stream()
                                .map(given -> event.answers().contains(given.answerId())
                                        ? given.confirmedBy(event.witness())
                                        : given)
                                .toList()));
            }
        }
        return state;
    }

    /** The state after a decision ended. */
    public DecisionState ended(UUID decision, Ending ending) {
        return new DecisionState(Kept.without(open, decision), Kept.withNewest(ended, decision, ending, KEPT_ENDED));
    }

    private DecisionState changed(UUID decision, UnaryOperator<Open> change) {
        Open before = open.get(decision);
        return before == null ? this : new DecisionState(Kept.with(open, decision, change.apply(before)), ended);
    }
}
