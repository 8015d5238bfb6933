package no.journeyledger.command.journey;

import java.util.UUID;
import java.util.function.Consumer;
import no.journeyledger.command.authority.AuthorityState;
import no.journeyledger.command.benefit.BenefitState;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.consent.ConsentState;
import no.journeyledger.command.decision.DecisionState;
import no.journeyledger.command.decision.DecisionState.Ending;
import no.journeyledger.command.emergency.EmergencyState;
import no.journeyledger.command.followup.FollowUpState;
import no.journeyledger.command.meeting.MeetingState;
import no.journeyledger.command.people.PeopleState;
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
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.JourneyReopened;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.CorrectionEvent.EntryCorrected;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a journey, and nothing more: no names, and no ratings, reports or sheets. It does not grow
 * with the history beyond the plan's measures, the mandates, the benefit cards and the decisions that are open, so a command
 * costs the same on an old journey as on a young one.
 *
 * @param journey the journey's id, {@code null} before it was opened
 * @param phase where in the programme it is
 * @param capture the household
 * @param people who represents whom
 * @param consents the consents in force
 * @param team the team and its mandates
 * @param meetings the newest meetings
 * @param plan the plan in outline
 * @param decisions the open decisions
 * @param stages the three circles
 * @param emergencies the emergency measures
 * @param authority what can be appealed against
 * @param benefits the benefit cards in outline
 * @param followUps the newest follow-ups
 */
public record JourneyState(
        @Nullable UUID journey,
        Phase phase,
        CaptureState capture,
        PeopleState people,
        ConsentState consents,
        TeamState team,
        MeetingState meetings,
        PlanState plan,
        DecisionState decisions,
        StageState stages,
        EmergencyState emergencies,
        AuthorityState authority,
        BenefitState benefits,
        FollowUpState followUps) {

    /** Before the journey was opened. */
    public static final JourneyState UNOPENED = new JourneyState(
            null,
            Phase.CAPTURE,
            CaptureState.EMPTY,
            PeopleState.EMPTY,
            ConsentState.EMPTY,
            TeamState.EMPTY,
            MeetingState.EMPTY,
            PlanState.EMPTY,
            DecisionState.EMPTY,
            StageState.EMPTY,
            EmergencyState.EMPTY,
            AuthorityState.EMPTY,
            BenefitState.EMPTY,
            FollowUpState.EMPTY);

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
            case ServiceDegreeChanged ignored -> next;
            case PilotAgreementOffered ignored -> next;
            case PilotAgreementAccepted ignored -> next;
            case ReferenceRegistered ignored -> next;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(PeopleEvent event) {
        return next(next -> {
            next.capture = capture.evolve(event);
            next.people = people.evolve(event);
        });
    }

    /** The state after the event. */
    public JourneyState evolve(ConsentEvent event) {
        return next(next -> next.consents = consents.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(TeamEvent event) {
        return next(next -> next.team = team.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(MeetingEvent event) {
        var next = next(now -> now.meetings = meetings.evolve(event));
        return switch (event) {
            case AnswersConfirmed confirmed -> next.with(decisions.confirmed(confirmed));
            case MeetingHeld ignored -> next;
            case MappingSheetRecorded ignored -> next;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(PlanEvent event) {
        var next = next(now -> now.plan = plan.evolve(event));
        return switch (event) {
            case PlanAgreed ignored -> next.with(phase == Phase.INVEST ? Phase.MAINTAIN : phase);
            case PlanDrafted ignored -> next;
            case MeasureStarted ignored -> next;
            case MeasureFinished ignored -> next;
            case MeasureDropped ignored -> next;
            case IndividualPlanGathered ignored -> next;
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
            case Matter.OfIndividual individual ->
                next.next(now -> now.authority = authority.taken(taken.decision(), individual));
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
        return next(next -> next.emergencies = emergencies.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(AuthorityEvent event) {
        return next(next -> next.authority = authority.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(StageEvent event) {
        return with(stages.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(FollowUpEvent event) {
        return next(next -> next.followUps = followUps.evolve(event));
    }

    /** The state after the event. */
    public JourneyState evolve(CorrectionEvent event) {
        return switch (event) {
            // What is right is told to people; where the rule depends on it, it has an entry of its own.
            case EntryCorrected ignored -> this;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(SelfReportEvent event) {
        return switch (event) {
            case SelfReportRecorded report -> report.declined() ? with(stages.declined()) : this;
        };
    }

    /** The state after the event. */
    public JourneyState evolve(BenefitEvent event) {
        return next(next -> next.benefits = benefits.evolve(event));
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
        return next(next -> next.journey = id);
    }

    private JourneyState with(Phase now) {
        return next(next -> next.phase = now);
    }

    private JourneyState with(CaptureState now) {
        return next(next -> next.capture = now);
    }

    private JourneyState with(DecisionState now) {
        return next(next -> next.decisions = now);
    }

    private JourneyState with(StageState now) {
        return next(next -> next.stages = now);
    }

    private JourneyState with(PlanState now) {
        return next(next -> next.plan = now);
    }

    private JourneyState next(Consumer<Next> change) {
        var next = new Next(this);
        change.accept(next);
        return next.state();
    }

    /** The state that comes next, while it is being made: a capability more is a line more in each of its three places. */
    private static final class Next {
        private @Nullable UUID journey;
        private Phase phase;
        private CaptureState capture;
        private PeopleState people;
        private ConsentState consents;
        private TeamState team;
        private MeetingState meetings;
        private PlanState plan;
        private DecisionState decisions;
        private StageState stages;
        private EmergencyState emergencies;
        private AuthorityState authority;
        private BenefitState benefits;
        private FollowUpState followUps;

        Next(JourneyState before) {
            journey = before.journey;
            phase = before.phase;
            capture = before.capture;
            people = before.people;
            consents = before.consents;
            team = before.team;
            meetings = before.meetings;
            plan = before.plan;
            decisions = before.decisions;
            stages = before.stages;
            emergencies = before.emergencies;
            authority = before.authority;
            benefits = before.benefits;
            followUps = before.followUps;
        }

        JourneyState state() {
            return new JourneyState(
                    journey,
                    phase,
                    capture,
                    people,
                    consents,
                    team,
                    meetings,
                    plan,
                    decisions,
                    stages,
                    emergencies,
                    authority,
                    benefits,
                    followUps);
        }
    }
}
