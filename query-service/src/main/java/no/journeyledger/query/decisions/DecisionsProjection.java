package no.journeyledger.query.decisions;

import static no.journeyledger.query.decisions.DecisionRows.ANSWERS;
import static no.journeyledger.query.decisions.DecisionRows.CONFIRMATIONS;
import static no.journeyledger.query.decisions.DecisionRows.DECISIONS;
import static no.journeyledger.query.decisions.DecisionRows.HEARINGS;
import static no.journeyledger.query.decisions.DecisionRows.REFUSALS;
import static no.journeyledger.query.decisions.DecisionRows.WORDINGS;
import static no.journeyledger.query.projection.Table.key;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.decisions.DecisionRows.AnswerRow;
import no.journeyledger.query.decisions.DecisionRows.ConfirmationRow;
import no.journeyledger.query.decisions.DecisionRows.DecisionRow;
import no.journeyledger.query.decisions.DecisionRows.HearingRow;
import no.journeyledger.query.decisions.DecisionRows.RefusalRow;
import no.journeyledger.query.decisions.DecisionRows.WordingRow;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.RecordedEvent;

/** What each event makes of the decision register. */
public final class DecisionsProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "decisions";

    private DecisionsProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME,
                List.of(DECISIONS, WORDINGS, ANSWERS, CONFIRMATIONS, HEARINGS, REFUSALS),
                new DecisionsProjection());
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
        long position = recorded.position();
        UUID journey = recorded.aggregate();
        return switch (event) {
            case DecisionProposed e ->
                List.of(
                        DECISIONS.upsert(
                                key(journey, e.decision()), before -> DecisionRow.proposed(before, e, recorded)),
                        WORDINGS.insert(new WordingRow(
                                journey,
                                e.decision(),
                                e.revision(),
                                e.wording(),
                                e.wordingHash(),
                                e.concerned(),
                                e.proposer(),
                                recorded.metadata().effectiveAt(),
                                position)));
            case AnswerRecorded e ->
                List.of(
                        DECISIONS.update(key(journey, e.decision()), row -> row.touched(position)),
                        ANSWERS.insert(new AnswerRow(
                                e.answerId(),
                                e.decision(),
                                journey,
                                e.person(),
                                e.answeredBy(),
                                e.wordingHash(),
                                e.answer(),
                                e.ownWords(),
                                e.means(),
                                e.help(),
                                e.meeting(),
                                e.assurance(),
                                e.assurance(),
                                e.recordedBy(),
                                recorded.recordedAt(),
                                recorded.metadata().effectiveAt(),
                                e.signedForm(),
                                position)));
            case ChildHearingRecorded e ->
                List.of(
                        DECISIONS.update(key(journey, e.decision()), row -> row.touched(position)),
                        HEARINGS.insert(new HearingRow(
                                position,
                                e.decision(),
                                journey,
                                e.child(),
                                e.wordingHash(),
                                e.outcome(),
                                e.disagrees(),
                                e.view(),
                                recorded.metadata().actor().id(),
                                recorded.recordedAt())));
            case DecisionTaken e ->
                List.of(DECISIONS.update(key(journey, e.decision()), row -> row.taken(e, recorded)));
            case DecisionRefused e ->
                List.of(
                        DECISIONS.update(key(journey, e.decision()), row -> row.refused(position)),
                        REFUSALS.insert(new RefusalRow(
                                position,
                                e.decision(),
                                journey,
                                e.reason(),
                                e.missing(),
                                e.wordingHash(),
                                e.attemptedBy(),
                                e.policyVersion(),
                                recorded.recordedAt())));
            case ProposalWithdrawn e ->
                List.of(DECISIONS.update(
                        key(journey, e.decision()),
                        row -> row.withdrawn(recorded.metadata().effectiveAt(), position)));
        };
    }

    @Override
    public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
        return switch (event) {
            case AnswersConfirmed e -> {
                var changes = new ArrayList<RowChange>();
                for (UUID answer : e.answers()) {
                    changes.add(ANSWERS.update(key(recorded.aggregate(), answer), AnswerRow::witnessed)
                            .then(row -> CONFIRMATIONS.insert(new ConfirmationRow(
                                    recorded.aggregate(),
                                    answer,
                                    recorded.position(),
                                    row.decision(),
                                    e.meeting(),
                                    e.witness(),
                                    e.witnessService(),
                                    e.spokeToThePerson(),
                                    recorded.recordedAt()))));
                }
                yield changes;
            }
            case MeetingHeld e -> NOTHING;
            case MappingSheetRecorded e -> NOTHING;
        };
    }

    @Override
    public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> people(PeopleEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> consent(ConsentEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> team(TeamEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> closing(ClosingEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> fund(FundEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> person(PersonEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
        return NOTHING;
    }
}
