package no.journeyledger.command.journey;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.access.AccessPolicy;
import no.journeyledger.command.access.AccessRejection;
import no.journeyledger.command.access.OpenUnderStatute;
import no.journeyledger.command.benefit.AnchorBenefit;
import no.journeyledger.command.benefit.BenefitPolicy;
import no.journeyledger.command.benefit.BenefitRejection;
import no.journeyledger.command.benefit.DropBenefit;
import no.journeyledger.command.benefit.EvaluateBenefit;
import no.journeyledger.command.benefit.IdentifyBenefit;
import no.journeyledger.command.benefit.MeasureBenefit;
import no.journeyledger.command.decision.AnswerPolicy;
import no.journeyledger.command.decision.DecisionPolicy;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.command.decision.ProposeDecision;
import no.journeyledger.command.decision.RecordAnswer;
import no.journeyledger.command.decision.RecordHearing;
import no.journeyledger.command.decision.RewordDecision;
import no.journeyledger.command.decision.WithdrawProposal;
import no.journeyledger.command.selfreport.RecordSelfReport;
import no.journeyledger.command.selfreport.SelfReportPolicy;
import no.journeyledger.command.selfreport.SelfReportRejection;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.store.axon.HoldsState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * One citizen's journey: everything recorded around one household, in order. It only routes: each command to the policy of its
 * capability (a {@link JourneyCommand} knows its own, see {@link Routing}), each event to the state. Commands that reach beyond
 * the journey (to funds, or to what else a person is in) are handled outside, which then tell the journey what to record.
 */
public class Journey implements HoldsState<JourneyState> {

    @AggregateIdentifier
    private @Nullable UUID id;

    private JourneyState state = JourneyState.UNOPENED;

    /** A journey nothing is recorded on yet. */
    public Journey() {}

    /** A journey whose first events these are. */
    public Journey(List<LedgerEvent> first) {
        first.forEach(AggregateLifecycle::apply);
    }

    /** Records what was ruled, and passes on what the asker is told. */
    public <R extends Rejection> Outcome<R> enact(Ruling<R> ruling) {
        ruling.events().forEach(AggregateLifecycle::apply);
        return ruling.outcome();
    }

    @CommandHandler
    Outcome<DecisionRejection> handle(ProposeDecision command, Circumstances circumstances) {
        return enact(DecisionPolicy.propose(state, command, circumstances));
    }

    @CommandHandler
    Outcome<DecisionRejection> handle(RewordDecision command, Circumstances circumstances) {
        return enact(DecisionPolicy.reword(state, command, circumstances));
    }

    @CommandHandler
    Outcome<DecisionRejection> handle(WithdrawProposal command, Circumstances circumstances) {
        return enact(DecisionPolicy.withdraw(state, command, circumstances));
    }

    @CommandHandler
    Outcome<DecisionRejection> handle(RecordHearing command, Circumstances circumstances) {
        return enact(DecisionPolicy.hear(state, command, circumstances));
    }

    @CommandHandler
    Outcome<DecisionRejection> handle(RecordAnswer command, Circumstances circumstances) {
        return enact(AnswerPolicy.record(state, command, circumstances));
    }

    @CommandHandler
    Outcome<SelfReportRejection> handle(RecordSelfReport command, Circumstances circumstances) {
        return enact(SelfReportPolicy.record(state, command, circumstances));
    }

    @CommandHandler
    Outcome<BenefitRejection> handle(IdentifyBenefit command, Circumstances circumstances) {
        return enact(BenefitPolicy.identify(state, command, circumstances));
    }

    @CommandHandler
    Outcome<BenefitRejection> handle(AnchorBenefit command, Circumstances circumstances) {
        return enact(BenefitPolicy.anchor(state, command, circumstances));
    }

    @CommandHandler
    Outcome<BenefitRejection> handle(MeasureBenefit command, Circumstances circumstances) {
        return enact(BenefitPolicy.measure(state, command, circumstances));
    }

    @CommandHandler
    Outcome<BenefitRejection> handle(EvaluateBenefit command, Circumstances circumstances) {
        return enact(BenefitPolicy.evaluate(state, command, circumstances));
    }

    @CommandHandler
    Outcome<BenefitRejection> handle(DropBenefit command, Circumstances circumstances) {
        return enact(BenefitPolicy.drop(state, command, circumstances));
    }

    @CommandHandler
    Outcome<AccessRejection> handle(OpenUnderStatute command, Circumstances circumstances) {
        return enact(AccessPolicy.open(command, circumstances));
    }

    @EventSourcingHandler
    void on(CaptureEvent event) {
        state = state.evolve(event);
        id = state.journey();
    }

    @EventSourcingHandler
    void on(PeopleEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(ConsentEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(TeamEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(MeetingEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(PlanEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(DecisionEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(EmergencyEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(AuthorityEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(StageEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(FollowUpEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(CorrectionEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(SelfReportEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(BenefitEvent event) {
        state = state.evolve(event);
    }

    @EventSourcingHandler
    void on(ClosingEvent event) {
        state = state.evolve(event);
    }

    @Override
    @SuppressWarnings("NullAway") // null only before the first event, as the contract says
    public UUID id() {
        return id;
    }

    @Override
    public JourneyState state() {
        return state;
    }

    @Override
    public void restore(UUID journey, JourneyState earlier) {
        id = journey;
        state = earlier;
    }

    @Override
    public Class<JourneyState> stateType() {
        return JourneyState.class;
    }

    @Override
    public int stateRevision() {
        return 4;
    }
}
