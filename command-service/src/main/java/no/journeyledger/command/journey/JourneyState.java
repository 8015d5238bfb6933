package no.journeyledger.command.journey;

import java.util.UUID;
import no.journeyledger.command.authority.AuthorityState;
import no.journeyledger.command.benefit.BenefitState;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.consent.ConsentState;
import no.journeyledger.command.decision.DecisionState;
import no.journeyledger.command.decision.DecisionState.Ending;
import no.journeyledger.command.emergency.EmergencyState;
import no.journeyledger.command.meeting.MeetingState;
import no.journeyledger.command.plan.PlanState;
import no.journeyledger.command.stage.StageState;
import no.journeyledger.command.team.TeamState;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.JourneyReopened;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a journey, and nothing more: no names, and no ratings, reports or sheets. It does not grow
 * with the history beyond the plan's measures, the mandates, the benefit cards and the decisions that are open, so a command costs the same on an
 * old journey as on a young one.
 *
 * @param journey the journey's id, {@code null} before it was opened
 * @param phase where in the programme it is
 * @param capture the household
 * @param consents the consents in force
 * @param team the team and its mandates
 * @param meetings the newest meetings
 * @param plan the plan in outline
 * @param decisions the open decisions
 * @param stages the three circles
 * @param benefits the benefit cards in outline
 * @param emergencies the newest emergency measures
 * @param authority decisions about rights or duties, and appeals
 */
public record JourneyState(
        @Nullable UUID journey,
        Phase phase,
        CaptureState capture,
        ConsentState consents,
        TeamState team,
        MeetingState meetings,
        PlanState plan,
        DecisionState decisions,
        StageState stages,
        EmergencyState emergencies,
        AuthorityState authority,
        BenefitState benefits) {

    /** Before the journey was opened. */
    public static final JourneyState UNOPENED = new JourneyState(
            null,
            Phase.CAPTURE,
            CaptureState.EMPTY,
            ConsentState.EMPTY,
            TeamState.EMPTY,
            MeetingState.EMPTY,
            PlanState.EMPTY,
            DecisionState.EMPTY,
            StageState.EMPTY,
            EmergencyState.EMPTY,
            AuthorityState.EMPTY,
            BenefitState.EMPTY);

    /** The journey's id, once opened. */
    public UUID id() {
        if (journey == null) {
            throw new IllegalStateException("the journey was not opened");
        }
        return journey;
    }

    /** Whether the journey is closed. */
    public boolean closed() {
        return phase == Phase.EXIT;
    }

    /** The state after the event. */
    public JourneyState evolve(CaptureEvent event) {
        JourneyState next = with(capture.evolve(event));
        return switch (event) {
            case PersonReferred referred -> next.with(referred.journey());
            case HouseholdEnrolled enrolled ->
                next.with(phase == Phase.CAPTURE ? Phase.INVEST : phase)
                        .with(stages.enrolled(enrolled.startingStage(), enrolled.goalStage()));
            case ChecklistAssessed ignored -> next;
            case HouseholdMemberRegistered ignored -> next;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(ConsentEvent event) {
        return new JourneyState(
                journey,
                phase,
                capture,
                consents.evolve(event),
                team,
                meetings,
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
    }

    /** The state after the event. */
    public JourneyState evolve(TeamEvent event) {
        return new JourneyState(
                journey,
                phase,
                capture,
                consents,
                team.evolve(event),
                meetings,
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
    }

    /** The state after the event. */
    public JourneyState evolve(MeetingEvent event) {
        var next = new JourneyState(
                journey,
                phase,
                capture,
                consents,
                team,
                meetings.evolve(event),
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
        return switch (event) {
            case AnswersConfirmed confirmed -> next.with(decisions.confirmed(confirmed));
            case MeetingHeld ignored -> next;
            case MappingSheetRecorded ignored -> next;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(PlanEvent event) {
        var next = new JourneyState(
                journey,
                phase,
                capture,
                consents,
                team,
                meetings,
                plan.evolve(event),
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
        return switch (event) {
            case PlanAgreed ignored -> next.with(phase == Phase.INVEST ? Phase.MAINTAIN : phase);
            case PlanDrafted ignored -> next;
            case MeasureFinished ignored -> next;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(DecisionEvent event) {
        return switch (event) {
            case DecisionProposed proposed -> with(decisions.proposed(proposed));
            case AnswerRecorded answered -> {
                MeetingState.Meeting meeting =
                        answered.meeting() == null ? null : meetings.held().get(answered.meeting());
                yield with(decisions.answered(
                        answered, meeting == null ? null : meeting.on(), team.serviceOf(answered.recordedBy())));
            }
            case ChildHearingRecorded heard -> with(decisions.heard(heard));
            case DecisionTaken taken -> taken(taken);
            case ProposalWithdrawn withdrawn -> with(decisions.ended(withdrawn.decision(), Ending.WITHDRAWN));
            case DecisionRefused ignored -> this;
        };
    }

    private JourneyState taken(DecisionTaken taken) {
        JourneyState next = with(decisions.ended(taken.decision(), Ending.TAKEN));
        return switch (taken.matter()) {
            case Matter.OfGoal goal -> next.with(plan.decided(goal));
            case Matter.OfMeasure measure -> next.with(plan.decided(measure));
            case Matter.OfIndividual individual -> next.with(authority.taken(taken.decision(), individual));
            // What follows from these is recorded beside them.
            case Matter.OfPlan ignored -> next;
            case Matter.OfBudget ignored -> next;
            case Matter.OfStageMove ignored -> next;
            case Matter.OfClose ignored -> next;
            case Matter.OfAdmission ignored -> next;
            case Matter.OfReopen ignored -> next;
            case Matter.OfSharing ignored -> next;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(EmergencyEvent event) {
        return with(emergencies.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(AuthorityEvent event) {
        return with(authority.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(StageEvent event) {
        return with(stages.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(SelfReportEvent event) {
        return switch (event) {
            case SelfReportRecorded report -> report.declined() ? with(stages.declined()) : this;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(BenefitEvent event) {
        return new JourneyState(
                journey,
                phase,
                capture,
                consents,
                team,
                meetings,
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(ClosingEvent event) {
        return switch (event) {
            case PersonLeft left -> with(capture.left(left.person()));
            case JourneyClosed ignored -> with(Phase.EXIT);
            case JourneyReopened reopened -> {
                boolean enrolled = stages.starting() != null;
                Phase now = enrolled ? plan.agreed() == null ? Phase.INVEST : Phase.MAINTAIN : Phase.CAPTURE;
                yield with(now).with(capture.reopened(reopened.persons(), enrolled));
            }
        };
    }

    private JourneyState with(UUID id) {
        return new JourneyState(
                id,
                phase,
                capture,
                consents,
                team,
                meetings,
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
    }

    private JourneyState with(Phase now) {
        return new JourneyState(
                journey,
                now,
                capture,
                consents,
                team,
                meetings,
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
    }

    private JourneyState with(CaptureState now) {
        return new JourneyState(
                journey,
                phase,
                now,
                consents,
                team,
                meetings,
                plan,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
    }

    private JourneyState with(DecisionState now) {
        return new JourneyState(
                journey, phase, capture, consents, team, meetings, plan, now, stages, emergencies, authority, benefits);
    }

    private JourneyState with(StageState now) {
        return new JourneyState(
                journey,
                phase,
                capture,
                consents,
                team,
                meetings,
                plan,
                decisions,
                now,
                emergencies,
                authority,
                benefits);
    }

    private JourneyState with(PlanState now) {
        return new JourneyState(
                journey,
                phase,
                capture,
                consents,
                team,
                meetings,
                now,
                decisions,
                stages,
                emergencies,
                authority,
                benefits);
    }

    private JourneyState with(EmergencyState now) {
        return new JourneyState(
                journey, phase, capture, consents, team, meetings, plan, decisions, stages, now, authority, benefits);
    }

    private JourneyState with(AuthorityState now) {
        return new JourneyState(
                journey, phase, capture, consents, team, meetings, plan, decisions, stages, emergencies, now, benefits);
    }
}
