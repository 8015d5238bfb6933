package no.journeyledger.query.economics;

import static java.lang.invoke.MethodHandles.lookup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.BenefitResult;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.benefit.Worth;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.query.projection.RawJson;
import no.journeyledger.query.projection.Table;
import org.jspecify.annotations.Nullable;

/** The rows of the tables that figures are made of; what each column means is said in the migration. */
final class EconomicsRows {

    static final Table<DayRow> DAYS = Table.of(lookup(), "recorded_day", DayRow.class, "day");
    static final Table<VersionRow> VERSIONS = Table.of(lookup(), "parameter_version", VersionRow.class, "version");
    static final Table<PayerRow> PAYERS = Table.of(lookup(), "payer_party", PayerRow.class, "position");
    static final Table<JourneyRow> JOURNEYS = Table.of(lookup(), "economics_journey", JourneyRow.class, "journey");
    static final Table<StateRow> STATES =
            Table.of(lookup(), "journey_state", StateRow.class, "journey", "fromPosition");
    static final Table<OutlineRow> OUTLINES = Table.of(lookup(), "plan_outline", OutlineRow.class, "journey", "plan");
    static final Table<CostRow> COSTS =
            Table.of(lookup(), "planned_cost", CostRow.class, "journey", "plan", "measure", "line");
    static final Table<CardRow> CARDS = Table.of(lookup(), "benefit_card", CardRow.class, "journey", "benefit");
    static final Table<BenefitRow> BENEFITS =
            Table.of(lookup(), "benefit_state", BenefitRow.class, "journey", "benefit", "fromPosition");
    static final Table<GainRow> GAINS =
            Table.of(lookup(), "benefit_gain", GainRow.class, "journey", "benefit", "valuation", "gain", "year");
    static final Table<ReadingRow> READINGS = Table.of(lookup(), "benefit_reading", ReadingRow.class, "position");
    static final Table<ReportRow> REPORTS = Table.of(lookup(), "self_report", ReportRow.class, "journey", "report");

    static final Table<ErasedRow> ERASED = Table.of(lookup(), "erased_person", ErasedRow.class, "person");

    private EconomicsRows() {}

    /** How far a benefit card has come. */
    enum CardStep {
        IDENTIFIED,
        VALUED,
        ANCHORED,
        MEASURED,
        EVALUATED,
        DROPPED
    }

    record DayRow(LocalDate day, long lastPosition) {}

    record VersionRow(
            String version,
            LocalDate fromDay,
            @Nullable LocalDate untilDay,
            RawJson parameters,
            String reason,
            Instant recordedAt,
            long position) {}

    record PayerRow(long position, UUID payer, Party party) {}

    record JourneyRow(
            UUID journey,
            long fromPosition,
            @Nullable Long previousFrom,
            LocalDate openedOn,
            @Nullable LocalDate firstDecisionOn,
            @Nullable TargetGroup targetGroup,
            @Nullable Integer cohort,
            @Nullable Integer serviceDegree,
            @Nullable Stage startingStage,
            @Nullable Stage stage,
            @Nullable Stage goalStage,
            Phase phase,
            @Nullable Integer agreedPlan) {

        JourneyRow assessed(TargetGroup group, int degree) {
            return new JourneyRow(
                    journey,
                    fromPosition,
                    previousFrom,
                    openedOn,
                    firstDecisionOn,
                    group,
                    cohort,
                    degree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    agreedPlan);
        }

        JourneyRow enrolled(int year, Stage starting, Stage goal) {
            return new JourneyRow(
                    journey,
                    fromPosition,
                    previousFrom,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    year,
                    serviceDegree,
                    starting,
                    starting,
                    goal,
                    Phase.INVEST,
                    agreedPlan);
        }

        JourneyRow agreed(int plan) {
            return new JourneyRow(
                    journey,
                    fromPosition,
                    previousFrom,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    cohort,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase == Phase.INVEST ? Phase.MAINTAIN : phase,
                    plan);
        }

        JourneyRow movedTo(Stage to) {
            return new JourneyRow(
                    journey,
                    fromPosition,
                    previousFrom,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    cohort,
                    serviceDegree,
                    startingStage,
                    to,
                    goalStage,
                    phase,
                    agreedPlan);
        }

        JourneyRow decided(LocalDate on) {
            return firstDecisionOn != null
                    ? this
                    : new JourneyRow(
                            journey,
                            fromPosition,
                            previousFrom,
                            openedOn,
                            on,
                            targetGroup,
                            cohort,
                            serviceDegree,
                            startingStage,
                            stage,
                            goalStage,
                            phase,
                            agreedPlan);
        }

        JourneyRow closed() {
            return inPhase(Phase.EXIT);
        }

        JourneyRow reopened() {
            return inPhase(startingStage == null ? Phase.CAPTURE : agreedPlan == null ? Phase.INVEST : Phase.MAINTAIN);
        }

        private JourneyRow inPhase(Phase now) {
            return new JourneyRow(
                    journey,
                    fromPosition,
                    previousFrom,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    cohort,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    now,
                    agreedPlan);
        }

        /** The same from this position on. */
        JourneyRow from(long position) {
            return new JourneyRow(
                    journey,
                    position,
                    fromPosition,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    cohort,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    agreedPlan);
        }

        StateRow state() {
            return new StateRow(
                    journey,
                    fromPosition,
                    null,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    cohort,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    agreedPlan);
        }
    }

    record StateRow(
            UUID journey,
            long fromPosition,
            @Nullable Long untilPosition,
            LocalDate openedOn,
            @Nullable LocalDate firstDecisionOn,
            @Nullable TargetGroup targetGroup,
            @Nullable Integer cohort,
            @Nullable Integer serviceDegree,
            @Nullable Stage startingStage,
            @Nullable Stage stage,
            @Nullable Stage goalStage,
            Phase phase,
            @Nullable Integer agreedPlan) {

        StateRow until(long position) {
            return new StateRow(
                    journey,
                    fromPosition,
                    position,
                    openedOn,
                    firstDecisionOn,
                    targetGroup,
                    cohort,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    agreedPlan);
        }
    }

    record OutlineRow(UUID journey, int plan, List<UUID> measures, long position) {}

    record CostRow(
            UUID journey,
            int plan,
            UUID measure,
            int line,
            LifeArea area,
            UUID payingService,
            int year,
            long amountOre) {}

    record CardRow(
            UUID benefit,
            UUID journey,
            long fromPosition,
            @Nullable Long previousFrom,
            long openedPosition,
            CardStep step,
            Sealed description,
            Beneficiary beneficiary,
            BenefitKind kind,
            Sealed indicator,
            Sealed unit,
            BigDecimal baseline,
            LocalDate baselineOn,
            BigDecimal target,
            LocalDate targetOn,
            List<UUID> measures,
            Sealed source,
            List<Sealed> assumptions,
            List<Sealed> disBenefits,
            @Nullable Sealed risk,
            int valuation,
            @Nullable Worth worth,
            @Nullable Cashable cashable,
            @Nullable Sealed cashableReason,
            @Nullable UUID owner,
            @Nullable UUID responsible,
            List<LocalDate> measuringDates,
            @Nullable BenefitResult result,
            @Nullable Sealed lesson,
            @Nullable Sealed droppedBecause) {

        CardRow valued(int number, Worth newWorth, Cashable cash, Sealed reason) {
            return new CardRow(
                    benefit,
                    journey,
                    fromPosition,
                    previousFrom,
                    openedPosition,
                    step == CardStep.IDENTIFIED ? CardStep.VALUED : step,
                    description,
                    beneficiary,
                    kind,
                    indicator,
                    unit,
                    baseline,
                    baselineOn,
                    target,
                    targetOn,
                    measures,
                    source,
                    assumptions,
                    disBenefits,
                    risk,
                    number,
                    newWorth,
                    cash,
                    reason,
                    owner,
                    responsible,
                    measuringDates,
                    result,
                    lesson,
                    droppedBecause);
        }

        CardRow anchored(UUID newOwner, UUID newResponsible, List<LocalDate> dates) {
            return with(
                    step == CardStep.MEASURED ? step : CardStep.ANCHORED,
                    newOwner,
                    newResponsible,
                    dates,
                    result,
                    lesson,
                    droppedBecause);
        }

        CardRow measured() {
            return with(CardStep.MEASURED, owner, responsible, measuringDates, result, lesson, droppedBecause);
        }

        CardRow evaluated(BenefitResult came, Sealed learnt) {
            return with(CardStep.EVALUATED, owner, responsible, measuringDates, came, learnt, droppedBecause);
        }

        CardRow dropped(Sealed why) {
            return with(CardStep.DROPPED, owner, responsible, measuringDates, result, lesson, why);
        }

        private CardRow with(
                CardStep next,
                @Nullable UUID newOwner,
                @Nullable UUID newResponsible,
                List<LocalDate> dates,
                @Nullable BenefitResult came,
                @Nullable Sealed learnt,
                @Nullable Sealed why) {
            return new CardRow(
                    benefit,
                    journey,
                    fromPosition,
                    previousFrom,
                    openedPosition,
                    next,
                    description,
                    beneficiary,
                    kind,
                    indicator,
                    unit,
                    baseline,
                    baselineOn,
                    target,
                    targetOn,
                    measures,
                    source,
                    assumptions,
                    disBenefits,
                    risk,
                    valuation,
                    worth,
                    cashable,
                    cashableReason,
                    newOwner,
                    newResponsible,
                    dates,
                    came,
                    learnt,
                    why);
        }

        /** The same from this position on. */
        CardRow from(long position) {
            return new CardRow(
                    benefit,
                    journey,
                    position,
                    fromPosition,
                    openedPosition,
                    step,
                    description,
                    beneficiary,
                    kind,
                    indicator,
                    unit,
                    baseline,
                    baselineOn,
                    target,
                    targetOn,
                    measures,
                    source,
                    assumptions,
                    disBenefits,
                    risk,
                    valuation,
                    worth,
                    cashable,
                    cashableReason,
                    owner,
                    responsible,
                    measuringDates,
                    result,
                    lesson,
                    droppedBecause);
        }

        BenefitRow state() {
            Integer priceYear = null;
            Integer consequence = null;
            switch (worth) {
                case Worth.Priced priced -> priceYear = priced.priceYear();
                case Worth.InWords words -> consequence = words.consequence();
                case null -> {
                    // not valued yet
                }
            }
            return new BenefitRow(
                    benefit,
                    fromPosition,
                    null,
                    journey,
                    step,
                    kind,
                    beneficiary,
                    measures,
                    valuation,
                    priceYear,
                    consequence);
        }
    }

    record BenefitRow(
            UUID benefit,
            long fromPosition,
            @Nullable Long untilPosition,
            UUID journey,
            CardStep step,
            BenefitKind kind,
            Beneficiary beneficiary,
            List<UUID> measures,
            int valuation,
            @Nullable Integer priceYear,
            @Nullable Integer consequence) {

        BenefitRow until(long position) {
            return new BenefitRow(
                    benefit,
                    fromPosition,
                    position,
                    journey,
                    step,
                    kind,
                    beneficiary,
                    measures,
                    valuation,
                    priceYear,
                    consequence);
        }
    }

    record GainRow(
            UUID benefit,
            int valuation,
            int gain,
            int year,
            UUID journey,
            GainForm form,
            @Nullable Party giver,
            Party receiver,
            @Nullable String unitValue,
            BigDecimal plannedLow,
            BigDecimal plannedExpected,
            BigDecimal plannedHigh,
            BigDecimal measuredLow,
            BigDecimal measuredExpected,
            BigDecimal measuredHigh) {}

    record ReadingRow(
            long position,
            UUID benefit,
            UUID journey,
            int year,
            LocalDate onDay,
            BigDecimal value,
            BigDecimal share,
            @Nullable Sealed remark) {}

    record ErasedRow(UUID person, long position) {}

    record ReportRow(
            UUID report,
            UUID journey,
            UUID person,
            Instrument instrument,
            String instrumentVersion,
            Moment moment,
            LocalDate onDay,
            String language,
            boolean own,
            UUID respondent,
            boolean helperPresent,
            boolean declined,
            @Nullable Sealed answers,
            long position) {}
}
