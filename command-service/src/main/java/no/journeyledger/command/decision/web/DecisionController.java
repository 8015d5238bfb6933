package no.journeyledger.command.decision.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.command.decision.Proposal;
import no.journeyledger.command.decision.ProposeDecision;
import no.journeyledger.command.decision.RecordAnswer;
import no.journeyledger.command.decision.RecordHearing;
import no.journeyledger.command.decision.RewordDecision;
import no.journeyledger.command.decision.TakeDecision;
import no.journeyledger.command.decision.WithdrawProposal;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.NoFields;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Means;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Decisions")
class DecisionController {

    static final Capability<DecisionRejection> DECISION =
            new Capability<>(DecisionRejection.class, DecisionController::status);

    private final Door door;
    private final Sealing sealing;

    DecisionController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A proposal. */
    record Proposed(
            @Schema(description = "The decision's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(
                    description =
                            "With exactly one field to match: plan, budget, stageMove, close, goal, measure, admission, reopen, individualDecision or sharing")
            @NotNull
            DecisionKind kind,

            @Schema(description = "The exact wording people answer to") @NotBlank @Size(max = Limits.TEXT)
            String wording,

            @Schema(description = "The facts and the rule applied, in words") @Nullable @Size(max = Limits.TEXT)
            String facts,

            @Schema(description = "The statute it rests on; nothing personal") @Nullable @Size(max = Limits.NAME)
            String legalBasis,

            @Schema(description = "Persons added to those the ledger derives") @Nullable @Size(max = Limits.PERSONS)
            List<@NotNull UUID> alsoConcerns,

            @Nullable @Valid AboutPlan plan,
            @Nullable @Valid AboutBudget budget,
            @Nullable @Valid AboutStage stageMove,
            @Nullable @Valid AboutClosing close,
            @Nullable @Valid AboutGoal goal,
            @Nullable @Valid AboutMeasure measure,
            @Nullable @Valid AboutAdmission admission,
            @Nullable @Valid AboutReopening reopen,
            @Nullable @Valid AboutRights individualDecision,
            @Nullable @Valid AboutSharing sharing)
            implements Abouts {}

    @PostMapping("/v1/journeys/{journey}/decisions")
    @Operation(
            summary = "Propose a decision",
            description = "In its exact wording. Whom it concerns is derived by the ledger; the proposer may add"
                    + " persons, never remove one. The answer carries the hash that people answer to.")
    @Answers(Created.Proposal.class)
    ResponseEntity<byte[]> propose(Call call, @PathVariable UUID journey, @Valid @RequestBody Proposed body) {
        UUID citizen = door.citizenOf(journey);
        Proposal.About about = body.about(call, sealing, citizen, body.kind());
        return door.onJourney(
                call,
                journey,
                new ProposeDecision(
                        journey,
                        call.idOr(body.id()),
                        new Proposal(
                                about,
                                sealing.seal(citizen, body.wording()),
                                sealing.sealIfAny(citizen, body.facts()),
                                body.legalBasis(),
                                Limits.orEmpty(body.alsoConcerns()))),
                DECISION);
    }

    /** A new wording. */
    record Reworded(
            @Schema(description = "The exact wording people answer to") @NotBlank @Size(max = Limits.TEXT)
            String wording,

            @Nullable @Size(max = Limits.TEXT) String facts,
            @Nullable @Size(max = Limits.NAME) String legalBasis,
            @Nullable @Size(max = Limits.PERSONS) List<@NotNull UUID> alsoConcerns,
            @Nullable @Valid AboutPlan plan,
            @Nullable @Valid AboutBudget budget,
            @Nullable @Valid AboutStage stageMove,
            @Nullable @Valid AboutClosing close,
            @Nullable @Valid AboutGoal goal,
            @Nullable @Valid AboutMeasure measure,
            @Nullable @Valid AboutAdmission admission,
            @Nullable @Valid AboutReopening reopen,
            @Nullable @Valid AboutRights individualDecision,
            @Nullable @Valid AboutSharing sharing)
            implements Abouts {}

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/wording")
    @Operation(
            summary = "Propose an open decision again in another wording",
            description =
                    "A new hash: answers given to the wording before no longer count. About the same kind of matter as"
                            + " before.")
    @Answers(Created.Proposal.class)
    ResponseEntity<byte[]> reword(
            Call call, @PathVariable UUID journey, @PathVariable UUID decision, @Valid @RequestBody Reworded body) {
        UUID citizen = door.citizenOf(journey);
        Proposal.About about = body.about(call, sealing, citizen, null);
        return door.onJourney(
                call,
                journey,
                new RewordDecision(
                        journey,
                        decision,
                        new Proposal(
                                about,
                                sealing.seal(citizen, body.wording()),
                                sealing.sealIfAny(citizen, body.facts()),
                                body.legalBasis(),
                                Limits.orEmpty(body.alsoConcerns()))),
                DECISION);
    }

    /** An answer. */
    record Answered(
            @Schema(description = "The answer's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Whom the decision concerns") @NotNull
            UUID person,

            @Schema(description = "Who answered, when it was a representative") @Nullable
            UUID answeredBy,

            @Schema(description = "The hash of the wording that was answered to") @NotBlank @Size(max = Limits.CODE)
            String wordingHash,

            @NotNull Answer answer,
            @Nullable @Size(max = Limits.TEXT) String ownWords,
            @NotNull Means means,

            @Schema(description = "Interpreter or other help, in words") @Nullable @Size(max = Limits.TEXT)
            String help,

            @Schema(description = "The meeting it was given in; left out in the person's own session") @Nullable
            UUID meeting,

            @Schema(description = "SHA-256 of the form the person signed, base64url without padding")
            @Nullable
            @Pattern(regexp = "[A-Za-z0-9_-]{43}")
            String signedForm) {}

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/answers")
    @Operation(
            summary = "Record an answer",
            description = "In the person's own session it is SELF; recorded by a worker it is RECORDED until a witness"
                    + " confirms it. A worker or a case app can never produce SELF.")
    @Answers(Created.Answer.class)
    ResponseEntity<byte[]> answer(
            Call call, @PathVariable UUID journey, @PathVariable UUID decision, @Valid @RequestBody Answered body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                body.person(),
                new RecordAnswer(
                        journey,
                        call.idOr(body.id()),
                        decision,
                        body.person(),
                        body.answeredBy() == null ? body.person() : body.answeredBy(),
                        body.wordingHash(),
                        body.answer(),
                        sealing.sealIfAny(body.person(), body.ownWords()),
                        body.means(),
                        sealing.sealIfAny(body.person(), body.help()),
                        body.meeting(),
                        body.signedForm()),
                DECISION);
    }

    /** How a child was heard. */
    record Hearing(
            @NotNull UUID child,

            @Schema(description = "The hash of the wording the child was heard on") @NotBlank @Size(max = Limits.CODE)
            String wordingHash,

            @NotNull HearingOutcome outcome,

            @Schema(description = "It does not refuse, but the weighing must answer it; no when left out") @Nullable
            Boolean disagrees,

            @Schema(description = "The child's view, or the reason why it was not sought")
            @Nullable
            @Size(max = Limits.TEXT)
            String view) {}

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/hearings")
    @Operation(
            summary = "Record how a child was heard",
            description = "From seven years, and younger if able. From twelve only the child's own wish not to speak"
                    + " excuses it.")
    @Answers
    ResponseEntity<byte[]> hear(
            Call call, @PathVariable UUID journey, @PathVariable UUID decision, @Valid @RequestBody Hearing body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new RecordHearing(
                        journey,
                        decision,
                        body.child(),
                        body.wordingHash(),
                        body.outcome(),
                        Boolean.TRUE.equals(body.disagrees()),
                        sealing.sealIfAny(body.child(), body.view())),
                DECISION);
    }

    /** Taking. */
    record Taking(
            @Schema(description = "Why, and how disagreement was answered; outside the hash")
            @Nullable
            @Size(max = Limits.TEXT)
            String weighing) {}

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/taking")
    @Operation(
            summary = "Take a decision",
            description =
                    "If everyone it concerns took part, in its exact wording. A refusal names each person and what"
                            + " is missing, and is itself recorded on the journey. A budget decision reserves its money in the"
                            + " same append, or is not taken.")
    @Answers(Created.Taken.class)
    ResponseEntity<byte[]> take(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID decision,
            @Valid @RequestBody(required = false) @Nullable Taking body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new TakeDecision(journey, decision, body == null ? null : sealing.sealIfAny(citizen, body.weighing())),
                DECISION);
    }

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/withdrawal")
    @Operation(summary = "Withdraw a proposal")
    @Answers
    ResponseEntity<byte[]> withdraw(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID decision,
            @RequestBody(required = false) @Nullable NoFields body) {
        return door.onJourney(call, journey, new WithdrawProposal(journey, decision), DECISION);
    }

    private static int status(DecisionRejection rejection) {
        return switch (rejection) {
            case DecisionRejection.Refused ignored -> 422;
            case DecisionRejection.DecisionAfterClosing ignored -> 409;
            case DecisionRejection.DecisionIdTaken ignored -> 409;
            case DecisionRejection.DecisionAlreadyTaken ignored -> 409;
            case DecisionRejection.ProposalWithdrawnBefore ignored -> 409;
            case DecisionRejection.StageUnchanged ignored -> 409;
            case DecisionRejection.StageBeforeEnrolment ignored -> 409;
            case DecisionRejection.PlanNotAgreed ignored -> 409;
            case DecisionRejection.MeasureIsFinished ignored -> 409;
            case DecisionRejection.RatingsMissing ignored -> 409;
            case DecisionRejection.WordingIsAnother ignored -> 409;
            case DecisionRejection.AnswerIdTaken ignored -> 409;
            case DecisionRejection.MatterOvertaken ignored -> 409;
            case DecisionRejection.ProposerNotOnTeam ignored -> 403;
            case DecisionRejection.OnlyForTheTeam ignored -> 403;
            case DecisionRejection.NotYourAnswer ignored -> 403;
            case DecisionRejection.NotThroughACaseApp ignored -> 403;
            case DecisionRejection.RecorderNotOnTeam ignored -> 403;
            case DecisionRejection.DecisionUnknown ignored -> 404;
            case DecisionRejection.KindStays ignored -> 422;
            case DecisionRejection.AlsoConcernsUnknown ignored -> 422;
            case DecisionRejection.PlanVersionUnknown ignored -> 422;
            case DecisionRejection.MeasureNotInPlan ignored -> 422;
            case DecisionRejection.LinesMissing ignored -> 422;
            case DecisionRejection.LineTwice ignored -> 422;
            case DecisionRejection.AmountOutOfRange ignored -> 422;
            case DecisionRejection.MoveBackNeedsReason ignored -> 422;
            case DecisionRejection.CloseReasonNotForDecision ignored -> 422;
            case DecisionRejection.NotConcerned ignored -> 422;
            case DecisionRejection.RepresentativeUnknown ignored -> 422;
            case DecisionRejection.AnswerNeedsMeeting ignored -> 422;
            case DecisionRejection.AnswerMeetingUnknown ignored -> 422;
            case DecisionRejection.DidNotAttend ignored -> 422;
            case DecisionRejection.MeansDoNotFit ignored -> 422;
            case DecisionRejection.OwnSessionCanAnswer ignored -> 422;
            case DecisionRejection.HearingNeedsView ignored -> 422;
            case DecisionRejection.ConcernedInAnotherJourney ignored -> 409;
            case DecisionRejection.FundHoldsTooMuch ignored -> 409;
            case DecisionRejection.GoalNotInPlan ignored -> 422;
            case DecisionRejection.AlreadyInPlan ignored -> 409;
            case DecisionRejection.DropNeedsReason ignored -> 422;
            case DecisionRejection.GoalHasMeasures ignored -> 409;
            case DecisionRejection.DescriptionDoesNotFit ignored -> 422;
            case DecisionRejection.NamesNobodyEnrolled ignored -> 422;
            case DecisionRejection.MeasureEndsTooEarly ignored -> 422;
            case DecisionRejection.AdmissionOfNobody ignored -> 422;
            case DecisionRejection.AdmissionPersonUnknown ignored -> 422;
            case DecisionRejection.TurnedAwayAfterEnrolment ignored -> 409;
            case DecisionRejection.ChecklistNotMet ignored -> 409;
            case DecisionRejection.CirclesDoNotFit ignored -> 422;
            case DecisionRejection.JourneyIsOpen ignored -> 409;
            case DecisionRejection.ReopenPersonUnknown ignored -> 422;
            case DecisionRejection.PartyUnknown ignored -> 422;
            case DecisionRejection.ReversesUnknown ignored -> 422;
            case DecisionRejection.SharingPersonUnknown ignored -> 422;
            case DecisionRejection.SharingEndsInThePast ignored -> 422;
            case DecisionRejection.ConsentAlreadyGiven ignored -> 409;
            case DecisionRejection.DecisionFundUnknown ignored -> 422;
            case DecisionRejection.ReservationDoesNotFit ignored -> 422;
        };
    }
}
