package no.journeyledger.query.economics;

import static no.journeyledger.query.economics.EconomicsRows.BENEFITS;
import static no.journeyledger.query.economics.EconomicsRows.CARDS;
import static no.journeyledger.query.economics.EconomicsRows.COSTS;
import static no.journeyledger.query.economics.EconomicsRows.DAYS;
import static no.journeyledger.query.economics.EconomicsRows.ERASED;
import static no.journeyledger.query.economics.EconomicsRows.GAINS;
import static no.journeyledger.query.economics.EconomicsRows.JOURNEYS;
import static no.journeyledger.query.economics.EconomicsRows.OUTLINES;
import static no.journeyledger.query.economics.EconomicsRows.PAYERS;
import static no.journeyledger.query.economics.EconomicsRows.READINGS;
import static no.journeyledger.query.economics.EconomicsRows.REPORTS;
import static no.journeyledger.query.economics.EconomicsRows.STATES;
import static no.journeyledger.query.economics.EconomicsRows.VERSIONS;
import static no.journeyledger.query.projection.Table.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitEvaluated;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.benefit.Worth;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.parameter.ParameterEvent.ParametersAdopted;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.economics.EconomicsRows.CardRow;
import no.journeyledger.query.economics.EconomicsRows.CardStep;
import no.journeyledger.query.economics.EconomicsRows.CostRow;
import no.journeyledger.query.economics.EconomicsRows.DayRow;
import no.journeyledger.query.economics.EconomicsRows.ErasedRow;
import no.journeyledger.query.economics.EconomicsRows.JourneyRow;
import no.journeyledger.query.economics.EconomicsRows.OutlineRow;
import no.journeyledger.query.economics.EconomicsRows.PayerRow;
import no.journeyledger.query.economics.EconomicsRows.ReadingRow;
import no.journeyledger.query.economics.EconomicsRows.ReportRow;
import no.journeyledger.query.economics.EconomicsRows.VersionRow;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RawJson;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.RecordedEvent;

/** What each event makes of the figures. Money that was spent is taken from the postings of the money projection. */
public final class EconomicsProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "economics";

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private EconomicsProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME,
                List.of(
                        DAYS, VERSIONS, PAYERS, JOURNEYS, STATES, OUTLINES, COSTS, CARDS, BENEFITS, GAINS, READINGS,
                        REPORTS, ERASED),
                new EconomicsProjection());
    }

    @Override
    public List<RowChange> fold(RecordedEvent recorded) {
        var changes = new ArrayList<RowChange>(Fold.super.fold(recorded));
        LocalDate day = day(recorded.recordedAt());
        changes.add(DAYS.upsert(day, before -> new DayRow(day, recorded.position())));
        return changes;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, NORWAY);
    }

    private static LocalDate effectiveDay(RecordedEvent recorded) {
        return day(recorded.metadata().effectiveAt());
    }

    /** Changes what holds of a journey from this event on; where nothing changes, nothing is written. */
    private static RowChange journey(RecordedEvent recorded, UnaryOperator<JourneyRow> change) {
        UUID journey = recorded.aggregate();
        RowChange.Update<JourneyRow> update = JOURNEYS.update(journey, row -> {
            JourneyRow changed = change.apply(row);
            return changed.equals(row) ? row : changed.from(recorded.position());
        });
        return new RowChange.Update<>(
                JOURNEYS,
                journey,
                update.change(),
                row -> row.fromPosition() == recorded.position() && row.previousFrom() != null
                        ? List.of(
                                STATES.update(
                                        key(journey, row.previousFrom()), state -> state.until(recorded.position())),
                                STATES.insert(row.state()))
                        : List.of());
    }

    private static RowChange card(RecordedEvent recorded, UUID benefit, UnaryOperator<CardRow> change) {
        UUID journey = recorded.aggregate();
        RowChange.Update<CardRow> update =
                CARDS.update(key(journey, benefit), row -> change.apply(row).from(recorded.position()));
        return new RowChange.Update<>(
                CARDS,
                key(journey, benefit),
                update.change(),
                row -> row.previousFrom() == null
                        ? List.of()
                        : List.of(
                                BENEFITS.update(
                                        key(journey, benefit, row.previousFrom()),
                                        state -> state.until(recorded.position())),
                                BENEFITS.insert(row.state())));
    }

    @Override
    public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
        return switch (event) {
            case CaptureEvent.PersonReferred e -> {
                var row = new JourneyRow(
                        e.journey(),
                        recorded.position(),
                        null,
                        effectiveDay(recorded),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Phase.CAPTURE,
                        null);
                yield List.of(JOURNEYS.insert(row), STATES.insert(row.state()));
            }
            case CaptureEvent.ChecklistAssessed e ->
                List.of(journey(recorded, row -> row.assessed(e.targetGroup(), e.serviceDegree())));
            case CaptureEvent.HouseholdMemberRegistered e -> NOTHING;
            case CaptureEvent.ServiceDegreeChanged e ->
                List.of(journey(
                        recorded, row -> row.targetGroup() == null ? row : row.assessed(row.targetGroup(), e.to())));
            case CaptureEvent.PilotAgreementOffered e -> NOTHING;
            case CaptureEvent.PilotAgreementAccepted e -> NOTHING;
            case CaptureEvent.ReferenceRegistered e -> NOTHING;
            case CaptureEvent.HouseholdEnrolled e ->
                List.of(journey(
                        recorded,
                        row -> row.cohort() != null
                                ? row
                                : row.enrolled(e.on().getYear(), e.startingStage(), e.goalStage())));
        };
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case PlanEvent.PlanDrafted e -> {
                var changes = new ArrayList<RowChange>();
                changes.add(OUTLINES.insert(new OutlineRow(
                        journey,
                        e.version(),
                        e.measures().stream().map(Measure::id).toList(),
                        recorded.position())));
                for (Measure measure : e.measures()) {
                    int line = 0;
                    for (CostLine cost : measure.costs()) {
                        changes.add(COSTS.insert(new CostRow(
                                journey,
                                e.version(),
                                measure.id(),
                                line++,
                                measure.area(),
                                cost.payingService(),
                                cost.year(),
                                cost.amountOre())));
                    }
                }
                yield changes;
            }
            case PlanEvent.PlanAgreed e -> List.of(journey(recorded, row -> row.agreed(e.version())));
            case PlanEvent.MeasureStarted e -> NOTHING;
            case PlanEvent.MeasureFinished e -> NOTHING;
            case PlanEvent.MeasureDropped e -> NOTHING;
            case PlanEvent.IndividualPlanGathered e -> NOTHING;
        };
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
        return switch (event) {
            case DecisionEvent.DecisionTaken e ->
                List.of(journey(recorded, row -> row.decided(effectiveDay(recorded))));
            case DecisionEvent.DecisionProposed e -> NOTHING;
            case DecisionEvent.AnswerRecorded e -> NOTHING;
            case DecisionEvent.ChildHearingRecorded e -> NOTHING;
            case DecisionEvent.DecisionRefused e -> NOTHING;
            case DecisionEvent.ProposalWithdrawn e -> NOTHING;
        };
    }

    @Override
    public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
        return switch (event) {
            case StageEvent.StageMoved e -> List.of(journey(recorded, row -> row.movedTo(e.to())));
            case StageEvent.LifeAreaRated e -> NOTHING;
            case StageEvent.VulnerabilityAssessed e -> NOTHING;
            case StageEvent.AdditionalInvestmentMarked e -> NOTHING;
        };
    }

    @Override
    public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
        return switch (event) {
            case SelfReportEvent.SelfReportRecorded e ->
                List.of(REPORTS.insert(new ReportRow(
                        e.report(),
                        recorded.aggregate(),
                        e.person(),
                        e.instrument(),
                        e.instrumentVersion(),
                        e.moment(),
                        e.on(),
                        e.language(),
                        e.person().equals(e.respondent()),
                        e.respondent(),
                        e.helperPresent(),
                        e.declined(),
                        e.answers(),
                        recorded.position())));
        };
    }

    @Override
    public List<RowChange> closing(ClosingEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ClosingEvent.JourneyClosed e -> List.of(journey(recorded, JourneyRow::closed));
            case ClosingEvent.JourneyReopened e -> List.of(journey(recorded, JourneyRow::reopened));
            case ClosingEvent.PersonLeft e -> NOTHING;
        };
    }

    @Override
    public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case BenefitIdentified e -> {
                var row = new CardRow(
                        e.benefit(),
                        journey,
                        recorded.position(),
                        null,
                        recorded.position(),
                        CardStep.IDENTIFIED,
                        e.description(),
                        e.beneficiary(),
                        e.kind(),
                        e.indicator(),
                        e.unit(),
                        e.baseline().value(),
                        e.baseline().on(),
                        e.target().value(),
                        e.target().on(),
                        e.measures(),
                        e.source(),
                        e.assumptions(),
                        e.disBenefits(),
                        e.risk(),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null);
                yield List.of(CARDS.insert(row), BENEFITS.insert(row.state()));
            }
            case BenefitValued e -> {
                var changes = new ArrayList<RowChange>();
                changes.add(card(
                        recorded,
                        e.benefit(),
                        row -> row.valued(e.valuation(), e.worth(), e.cashable(), e.cashableReason())));
                switch (e.worth()) {
                    case Worth.Priced priced ->
                        YearlyGains.of(e.benefit(), journey, e.valuation(), priced)
                                .forEach(gain -> changes.add(GAINS.insert(gain)));
                    case Worth.InWords ignored -> {
                        // words weigh as much, and are never turned into kroner
                    }
                }
                yield changes;
            }
            case BenefitAnchored e ->
                List.of(card(
                        recorded, e.benefit(), row -> row.anchored(e.owner(), e.responsible(), e.measuringDates())));
            case BenefitMeasured e ->
                List.of(
                        card(recorded, e.benefit(), CardRow::measured),
                        READINGS.insert(new ReadingRow(
                                recorded.position(),
                                e.benefit(),
                                journey,
                                e.on().getYear(),
                                e.on(),
                                e.value(),
                                e.realisedShare(),
                                e.remark())));
            case BenefitEvaluated e ->
                List.of(card(recorded, e.benefit(), row -> row.evaluated(e.result(), e.lesson())));
            case BenefitDropped e -> List.of(card(recorded, e.benefit(), row -> row.dropped(e.reason())));
        };
    }

    @Override
    public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ParametersAdopted e ->
                List.of(VERSIONS.insert(new VersionRow(
                        e.version(),
                        e.from(),
                        e.until(),
                        new RawJson(e.parameters()),
                        e.reason(),
                        recorded.recordedAt(),
                        recorded.position())));
            case PayerAssigned e -> List.of(PAYERS.insert(new PayerRow(recorded.position(), e.payer(), e.party())));
        };
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
    public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> people(PeopleEvent event, RecordedEvent recorded) {
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
    public List<RowChange> consent(ConsentEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> team(TeamEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> fund(FundEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded) {
        return switch (event) {
            case PrivacyEvent.PersonErased e ->
                List.of(ERASED.upsert(e.person(), before -> new ErasedRow(e.person(), recorded.position())));
            case PrivacyEvent.LegalHoldPlaced ignored -> NOTHING;
            case PrivacyEvent.LegalHoldLifted ignored -> NOTHING;
            case PrivacyEvent.ReadLogAnchored ignored -> NOTHING;
        };
    }

    @Override
    public List<RowChange> person(PersonEvent event, RecordedEvent recorded) {
        return NOTHING;
    }
}
