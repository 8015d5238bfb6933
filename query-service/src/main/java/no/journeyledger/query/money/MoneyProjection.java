package no.journeyledger.query.money;

import static no.journeyledger.query.money.MoneyRows.FUNDS;
import static no.journeyledger.query.money.MoneyRows.FUND_YEARS;
import static no.journeyledger.query.money.MoneyRows.IN_KIND;
import static no.journeyledger.query.money.MoneyRows.IN_KIND_USES;
import static no.journeyledger.query.money.MoneyRows.LINES;
import static no.journeyledger.query.money.MoneyRows.POSTINGS;
import static no.journeyledger.query.projection.Table.key;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.InKindContributed;
import no.journeyledger.events.fund.FundEvent.InKindUsed;
import no.journeyledger.events.fund.FundEvent.MoneyReceived;
import no.journeyledger.events.fund.FundEvent.MoneySent;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.AccessEvent;
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
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.money.MoneyRows.FundRow;
import no.journeyledger.query.money.MoneyRows.FundYearRow;
import no.journeyledger.query.money.MoneyRows.InKindRow;
import no.journeyledger.query.money.MoneyRows.InKindUseRow;
import no.journeyledger.query.money.MoneyRows.LineRow;
import no.journeyledger.query.money.MoneyRows.PostingKind;
import no.journeyledger.query.money.MoneyRows.PostingRow;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** What each event of a fund makes of the money: of the fund's year, its postings, and the line of the journey it is for. */
public final class MoneyProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "money";

    private MoneyProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME, List.of(FUNDS, FUND_YEARS, LINES, POSTINGS, IN_KIND, IN_KIND_USES), new MoneyProjection());
    }

    @Override
    public List<RowChange> fund(FundEvent event, RecordedEvent recorded) {
        UUID fund = recorded.aggregate();
        return switch (event) {
            case FundOpened e ->
                List.of(FUNDS.insert(new FundRow(
                        fund, e.name(), e.owners(), recorded.metadata().effectiveAt(), recorded.position())));
            case ContributionReceived e ->
                List.of(moved(recorded, e.year(), PostingKind.CONTRIBUTED, e.amountOre(), e.organisation()));
            case MoneySent e -> List.of(moved(recorded, e.year(), PostingKind.SENT, e.amountOre(), e.organisation()));
            case MoneyReceived e ->
                List.of(moved(recorded, e.year(), PostingKind.RECEIVED, e.amountOre(), e.organisation()));
            case InKindContributed e ->
                List.of(IN_KIND.insert(new InKindRow(
                        e.contribution(),
                        fund,
                        e.organisation(),
                        e.year(),
                        e.what(),
                        e.valueOre(),
                        e.priceYear(),
                        recorded.position())));
            case InKindUsed e ->
                List.of(IN_KIND_USES.insert(new InKindUseRow(
                        fund,
                        e.use(),
                        e.contribution(),
                        e.organisation(),
                        e.what(),
                        e.journey(),
                        e.measure(),
                        e.valueOre(),
                        recorded.position())));
            case AmountReserved e -> {
                var line = new LineRow(
                        e.reservation(),
                        e.journey(),
                        e.decision(),
                        e.measure(),
                        e.goal(),
                        fund,
                        e.payingService(),
                        e.year(),
                        e.amountOre(),
                        e.amountOre(),
                        0,
                        0,
                        recorded.position());
                yield List.of(
                        LINES.insert(line),
                        movement(recorded, e.year(), PostingKind.RESERVED, e.amountOre())
                                .then(year -> posting(
                                        recorded, year, PostingKind.RESERVED, e.amountOre(), null, line, null, null)));
            }
            case AmountSpent e ->
                List.of(
                        FUND_YEARS.expect(key(fund, e.year())),
                        LINES.update(key(fund, e.reservation()), row -> row.spent(e.amountOre()))
                                .then(line -> movement(recorded, e.year(), PostingKind.SPENT, e.amountOre())
                                        .then(year -> posting(
                                                recorded,
                                                year,
                                                PostingKind.SPENT,
                                                e.amountOre(),
                                                null,
                                                line,
                                                e.spending(),
                                                e.voucher()))));
            case SpendingReversed e ->
                List.of(
                        FUND_YEARS.expect(key(fund, e.year())),
                        LINES.update(key(fund, e.reservation()), row -> row.reversed(e.amountOre()))
                                .then(line -> movement(recorded, e.year(), PostingKind.REVERSED, e.amountOre())
                                        .then(year -> posting(
                                                recorded,
                                                year,
                                                PostingKind.REVERSED,
                                                e.amountOre(),
                                                null,
                                                line,
                                                e.spending(),
                                                null))));
            case ReservationReleased e ->
                List.of(
                        FUND_YEARS.expect(key(fund, e.year())),
                        LINES.update(key(fund, e.reservation()), row -> row.released(e.amountOre()))
                                .then(line -> movement(recorded, e.year(), PostingKind.RELEASED, e.amountOre())
                                        .then(year -> posting(
                                                recorded,
                                                year,
                                                PostingKind.RELEASED,
                                                e.amountOre(),
                                                null,
                                                line,
                                                null,
                                                null))));
        };
    }

    /** What is contributed changes: received from an owner, or moved on its behalf. */
    private static RowChange moved(
            RecordedEvent recorded, int year, PostingKind kind, long amountOre, UUID organisation) {
        return movement(recorded, year, kind, amountOre)
                .then(row -> posting(recorded, row, kind, amountOre, organisation, null, null, null));
    }

    private static RowChange.Update<FundYearRow> movement(
            RecordedEvent recorded, int year, PostingKind kind, long amountOre) {
        UUID fund = recorded.aggregate();
        return FUND_YEARS.upsert(
                key(fund, year),
                before -> (before == null ? FundYearRow.opened(fund, year) : before).moved(kind, amountOre));
    }

    private static RowChange posting(
            RecordedEvent recorded,
            FundYearRow year,
            PostingKind kind,
            long amountOre,
            @Nullable UUID organisation,
            @Nullable LineRow line,
            @Nullable UUID spending,
            @Nullable String voucher) {
        return POSTINGS.insert(new PostingRow(
                recorded.position(),
                year.fund(),
                year.year(),
                kind,
                amountOre,
                year.contributedOre(),
                year.availableOre(),
                year.reservedOre(),
                year.spentOre(),
                organisation,
                line == null ? null : line.journey(),
                line == null ? null : line.decision(),
                line == null ? null : line.reservation(),
                line == null ? null : line.measure(),
                line == null ? null : line.goal(),
                line == null ? null : line.payingService(),
                spending,
                voucher,
                recorded.recordedAt(),
                recorded.metadata().effectiveAt()));
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
    public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
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
