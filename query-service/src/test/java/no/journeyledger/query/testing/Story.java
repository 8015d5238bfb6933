package no.journeyledger.query.testing;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import no.journeyledger.economics.parameters.file.ParameterFile;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitEvaluated;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.BenefitResult;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.IndicatorReading;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.benefit.TakenOff;
import no.journeyledger.events.benefit.Worth;
import no.journeyledger.events.fund.FundEvent.*;
import no.journeyledger.events.fund.FundEvent.InKindContributed;
import no.journeyledger.events.fund.FundEvent.InKindUsed;
import no.journeyledger.events.fund.FundEvent.MoneyReceived;
import no.journeyledger.events.fund.FundEvent.MoneySent;
import no.journeyledger.events.journey.*;
import no.journeyledger.events.journey.AccessEvent.*;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.AuthorityEvent.*;
import no.journeyledger.events.journey.CaptureEvent.*;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.Circle;
import no.journeyledger.events.journey.ClosingEvent.*;
import no.journeyledger.events.journey.ConsentEvent.*;
import no.journeyledger.events.journey.CorrectionEvent.EntryCorrected;
import no.journeyledger.events.journey.DecisionEvent.*;
import no.journeyledger.events.journey.EmergencyEvent.*;
import no.journeyledger.events.journey.Experience;
import no.journeyledger.events.journey.FollowUpEvent.ExperienceReported;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpHeld;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;
import no.journeyledger.events.journey.MeetingEvent.*;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.PlanEvent.*;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.RepresentationKind;
import no.journeyledger.events.journey.SelfReportEvent.*;
import no.journeyledger.events.journey.StageEvent.*;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import no.journeyledger.events.journey.TeamEvent.*;
import no.journeyledger.events.journey.TeamEvent.ContactPreferred;
import no.journeyledger.events.journey.TeamEvent.LeadershipHandedOver;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonProposed;
import no.journeyledger.events.journey.Vulnerability;
import no.journeyledger.events.parameter.ParameterEvent.ParametersAdopted;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;
import no.journeyledger.events.person.PersonEvent.*;
import no.journeyledger.events.person.PrivacyEvent.*;
import org.jspecify.annotations.Nullable;

/**
 * A mother and her son of eleven, from the first door to the exit, with every type of event at least once: what views are
 * tried with. The sealing is given from outside: a stand-in that keeps texts the same from run to run, or the real vault.
 */
public final class Story {

    public static final UUID JOURNEY = id(1);
    public static final UUID FUND = id(2);
    public static final UUID MIA = id(11);
    public static final UUID ARON = id(12);
    public static final UUID FRIEND = id(13);
    public static final UUID GRANNY = id(16);
    public static final UUID GRANNYS_COOPERATION = id(57);
    public static final UUID FRIENDS_FILE = id(14);
    public static final UUID LEADER = id(21);
    public static final UUID ADVISER = id(22);
    public static final UUID WITNESS = id(23);
    public static final UUID WELFARE = id(31);
    public static final UUID HOUSING = id(32);
    public static final UUID SCHOOL = id(33);
    public static final UUID MANDATE = id(41);
    public static final UUID OLD_MANDATE = id(42);
    public static final UUID CONSENT = id(51);
    public static final UUID COOPERATION = id(52);
    public static final UUID ARONS_COOPERATION = id(53);
    public static final UUID OPENING = id(54);
    public static final UUID REPRESENTATION = id(52);
    public static final UUID GATHERED = id(73);
    public static final UUID FOLLOW_UP = id(62);
    public static final UUID NEXT_FOLLOW_UP = id(63);
    public static final UUID MEETING = id(61);
    public static final UUID GOAL = id(71);
    public static final UUID MEASURE = id(72);
    public static final UUID PLAN_DECISION = id(81);
    public static final UUID BUDGET_DECISION = id(82);
    public static final UUID STAGE_DECISION = id(83);
    public static final UUID CLOSE_DECISION = id(84);
    public static final UUID GIVEN_UP_DECISION = id(85);
    public static final UUID LINE = id(91);
    public static final UUID SPENDING = id(92);
    public static final UUID REVERSED = id(93);
    public static final UUID CONTRIBUTION = id(94);
    public static final UUID MIAS_ANSWER = id(101);
    public static final UUID ARONS_ANSWER = id(102);
    public static final UUID MIAS_BUDGET_ANSWER = id(103);
    public static final UUID ARONS_BUDGET_ANSWER = id(104);
    public static final UUID REPORT = id(111);
    public static final UUID BENEFIT = id(121);
    public static final UUID SLEEP = id(122);
    public static final UUID BOOK = UUID.fromString("5f8c7d2e-0b5e-5c3a-9d0e-70a2a3e7b001");
    public static final UUID EMERGENCY = id(131);
    public static final UUID RIGHTS_DECISION = id(86);
    public static final UUID MIAS_RIGHTS_ANSWER = id(105);
    public static final UUID APPEAL = id(132);
    public static final UUID EXTERNAL = id(133);
    public static final UUID REOPEN_DECISION = id(87);
    public static final UUID DROP_DECISION = id(88);
    public static final int YEAR = 2026;

    private static final String POLICY = "2026-01";

    /** What a step does to one aggregate. */
    public record Step(UUID aggregate, LedgerEvent event) {}

    private final BiFunction<UUID, String, Sealed> seal;
    private final List<Step> steps = new ArrayList<>();

    private Story(BiFunction<UUID, String, Sealed> seal) {
        this.seal = seal;
    }

    public static UUID id(int number) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** An envelope that is the same from run to run; its ciphertext is the text itself. */
    public static Sealed standIn(UUID person, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Sealed.of(person, MessageDigest.getInstance("SHA-256").digest(bytes), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole story, sealed by the stand-in. */
    public static List<Step> whole() {
        return whole(Story::standIn);
    }

    /** The whole story, and how it went on after its end. */
    public static List<Step> andOn() {
        return andOn(Story::standIn);
    }

    /** The same, sealed by something else. */
    public static List<Step> andOn(BiFunction<UUID, String, Sealed> seal) {
        Story story = told(seal);
        story.goOn();
        return List.copyOf(story.steps);
    }

    /** The whole story, sealed by something else. */
    public static List<Step> whole(BiFunction<UUID, String, Sealed> seal) {
        return List.copyOf(told(seal).steps);
    }

    private static Story told(BiFunction<UUID, String, Sealed> seal) {
        var story = new Story(seal);
        story.comeIn();
        story.formTheTeam();
        story.meetAndPlan();
        story.agreeToThePlan();
        story.payForTheFlat();
        story.actAtOnce();
        story.decideOnRights();
        story.comeToTheEnd();
        return story;
    }

    private Sealed mia(String text) {
        return seal.apply(MIA, text);
    }

    private Sealed aron(String text) {
        return seal.apply(ARON, text);
    }

    private Sealed granny(String text) {
        return seal.apply(GRANNY, text);
    }

    private void journey(LedgerEvent event) {
        steps.add(new Step(JOURNEY, event));
    }

    private void fund(LedgerEvent event) {
        steps.add(new Step(FUND, event));
    }

    private void comeIn() {
        journey(new PersonReferred(
                JOURNEY,
                MIA,
                mia("Mia"),
                mia("1990-04-12"),
                Door.SCHOOL_OR_KINDERGARTEN,
                mia("A home where we can stay")));
        journey(new ChecklistAssessed(
                true, true, true, true, TargetGroup.FAMILY_VULNERABLE, 3, mia("Wants to begin at once"), true));
        journey(new HouseholdMemberRegistered(
                ARON, HouseholdRole.CHILD, aron("Aron"), aron("2014-09-01"), List.of(MIA)));
        journey(new ConsentGiven(CONSENT, MIA, SCHOOL, "health", "follow-up at school", LocalDate.of(2027, 1, 31)));
        journey(new ConsentGiven(COOPERATION, MIA, TestLedger.SERVICE, "cooperation", "one plan", null));
        journey(new ConsentGiven(ARONS_COOPERATION, ARON, TestLedger.SERVICE, "cooperation", "one plan", null));
        journey(new OpenedUnderStatute(
                OPENING,
                WITNESS,
                SCHOOL,
                "BARNEVERNSLOVEN-13-2",
                mia("Worried for the boy"),
                Instant.parse("2026-01-05T10:00:00Z")));
        journey(new HouseholdMemberRegistered(
                GRANNY, HouseholdRole.ADULT, granny("Granny"), granny("1950-01-01"), List.of()));
        journey(new ConsentGiven(GRANNYS_COOPERATION, GRANNY, TestLedger.SERVICE, "cooperation", "one plan", null));
        journey(new ServiceDegreeChanged(3, 2, mia("Manages more")));
        journey(new PilotAgreementOffered(1, List.of(mia("One plan")), List.of(mia("Comes to meetings"))));
        journey(new PilotAgreementAccepted(1, MIA, null));
        journey(new ReferenceRegistered(WELFARE, "keyed-hash"));
        journey(new InterpreterNeedRecorded(ARON, true, aron("so"), aron("Pictures")));
        journey(new PersonDetailsCorrected(ARON, aron("Aron"), aron("2014-05-06"), aron("Read wrongly")));
        journey(new ParentalResponsibilityChanged(ARON, List.of(MIA, GRANNY), aron("Agreement of 2025")));
        journey(new RepresentativeAppointed(
                REPRESENTATION,
                ARON,
                FRIEND,
                aron("Friend"),
                RepresentationKind.GUARDIAN,
                List.of(Affairs.PERSONAL, Affairs.ECONOMIC),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                aron("Order of the county governor")));
        journey(new RepresentationEnded(REPRESENTATION, ARON, mia("The parents answer")));
        journey(new MovedOut(GRANNY, LocalDate.of(2026, 1, 3)));
        journey(new HouseholdMemberRegistered(
                GRANNY, HouseholdRole.ADULT, granny("Granny"), granny("1950-01-01"), List.of()));
        journey(new DeathRecorded(GRANNY, LocalDate.of(2026, 1, 4)));
        journey(new HouseholdEnrolled(List.of(MIA, ARON), Stage.UNTENABLE, Stage.STABLE, LocalDate.of(2026, 1, 12)));
        steps.add(new Step(MIA, new JourneyClaimed(MIA, JOURNEY)));
    }

    private void formTheTeam() {
        journey(new TeamMemberJoined(LEADER, WELFARE, TeamRole.LEADER));
        journey(new TeamMemberJoined(ADVISER, HOUSING, TeamRole.MEMBER));
        journey(new TeamMemberJoined(WITNESS, SCHOOL, TeamRole.CONTACT));
        journey(new LeadershipHandedOver(LEADER, ADVISER));
        journey(new LeadershipHandedOver(ADVISER, LEADER));
        journey(new ContactPreferred(MIA, WITNESS));
        journey(new TrustedPersonProposed(MIA, FRIEND, mia("Friend"), LEADER, WELFARE));
        journey(new TrustedPersonNamed(MIA, FRIEND, mia("Berit")));
        journey(new RelationRegistered(WITNESS, ARON));
        journey(new MandateDelegated(
                OLD_MANDATE,
                ADVISER,
                HOUSING,
                100_000_00,
                List.of(YEAR),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 6, 30),
                false));
        journey(new MandateRevoked(OLD_MANDATE));
        journey(new MandateDelegated(
                MANDATE,
                ADVISER,
                HOUSING,
                900_000_00,
                List.of(YEAR, YEAR + 1),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                true));
    }

    private void meetAndPlan() {
        journey(new MeetingHeld(
                MEETING, MeetingKind.MAPPING, LocalDate.of(2026, 1, 20), List.of(MIA, ARON, LEADER, WITNESS)));
        journey(new MappingSheetRecorded(
                MEETING,
                1,
                MIA,
                List.of(
                        new SheetEntry(MIA, SheetBox.DREAM, null, mia("A garden")),
                        new SheetEntry(MIA, SheetBox.AROUND_ME, null, Circle.FRIENDS, null, mia("Berit")),
                        new SheetEntry(ARON, SheetBox.SHORT_TERM, SheetArea.LEISURE, null, "P3M", mia("Football")),
                        new SheetEntry(
                                LEADER, SheetBox.SITUATION_TODAY, SheetArea.HOUSING, mia("Third flat in a year"))),
                null));
        journey(new PlanDrafted(
                1,
                mia("Moves often"),
                List.of(new Goal(
                        GOAL, mia("A lasting home"), Horizon.LONG, List.of(MIA, ARON), LocalDate.of(2026, 12, 1))),
                List.of(new Measure(
                        MEASURE,
                        GOAL,
                        mia("Help to buy a flat"),
                        LifeArea.HOUSING,
                        WorkPhase.STABILISE,
                        List.of(MIA, ARON),
                        ADVISER,
                        LocalDate.of(2026, 2, 1),
                        null,
                        List.of(new CostLine(HOUSING, YEAR, 500_000_00)))),
                List.of(new Undertaking(MIA, mia("Comes to viewings"))),
                mia("Fewer moves, one school"),
                "plan-hash-1"));
    }

    private void agreeToThePlan() {
        var matter = new Matter.OfPlan(1, "plan-hash-1");
        journey(new DecisionProposed(
                PLAN_DECISION,
                1,
                matter,
                mia("We follow plan 1"),
                null,
                null,
                List.of(MIA, ARON),
                "wording-0",
                LEADER,
                POLICY));
        journey(new DecisionProposed(
                PLAN_DECISION,
                2,
                matter,
                mia("We follow plan 1 together"),
                mia("The plan of January"),
                "Sosialtjenesteloven § 28",
                List.of(MIA, ARON),
                "wording-1",
                LEADER,
                POLICY));
        journey(new DecisionRefused(
                PLAN_DECISION,
                DecisionKind.PLAN,
                RefusalReason.NOT_TAKEN_PART,
                List.of(
                        new Missing(RefusalReason.NOT_TAKEN_PART, MIA, null),
                        new Missing(RefusalReason.NOT_TAKEN_PART, ARON, null)),
                "wording-1",
                LEADER,
                POLICY));
        journey(new AnswerRecorded(
                MIAS_ANSWER,
                PLAN_DECISION,
                MIA,
                MIA,
                "wording-1",
                Answer.AGREES,
                mia("At last"),
                Means.SELF_SERVICE,
                null,
                null,
                Assurance.SELF,
                MIA,
                null));
        journey(new AnswerRecorded(
                ARONS_ANSWER,
                PLAN_DECISION,
                ARON,
                MIA,
                "wording-1",
                Answer.AGREES,
                null,
                Means.REPRESENTED,
                aron("Interpreter"),
                MEETING,
                Assurance.RECORDED,
                LEADER,
                null));
        journey(new ForgedParticipationRefused("not-your-answer", ARON));
        journey(new ChildHearingRecorded(
                PLAN_DECISION, ARON, "wording-1", HearingOutcome.HEARD, true, aron("Wants to stay at his school")));
        journey(new AnswersConfirmed(MEETING, List.of(ARONS_ANSWER), List.of("wording-1"), WITNESS, SCHOOL, false));
        journey(new DecisionTaken(
                PLAN_DECISION,
                matter,
                "wording-1",
                List.of(
                        new Participation(
                                MIA, Answer.AGREES, Assurance.SELF, Means.SELF_SERVICE, MIA, MIAS_ANSWER, null),
                        new Participation(
                                ARON,
                                Answer.AGREES,
                                Assurance.WITNESSED,
                                Means.REPRESENTED,
                                MIA,
                                ARONS_ANSWER,
                                HearingOutcome.HEARD)),
                LEADER,
                List.of(),
                mia("He keeps his school"),
                POLICY));
        journey(new PlanAgreed(1, PLAN_DECISION));
    }

    private void payForTheFlat() {
        var matter = new Matter.OfBudget(
                BudgetAction.ALLOCATE, MEASURE, List.of(new AmountLine(LINE, FUND, HOUSING, YEAR, 500_000_00)));
        fund(new FundOpened(FUND, "Homes together", List.of(HOUSING, WELFARE)));
        fund(new ContributionReceived(CONTRIBUTION, HOUSING, YEAR, 800_000_00));
        fund(new ContributionReceived(id(141), WELFARE, YEAR, 100_000_00));
        fund(new MoneySent(id(142), WELFARE, YEAR, FUND, YEAR + 1, 40_000_00));
        fund(new MoneyReceived(id(142), WELFARE, YEAR + 1, FUND, YEAR, 40_000_00));
        fund(new InKindContributed(id(143), WELFARE, YEAR, "Forty hours of a job coach", 24_000_00, YEAR));
        journey(new DecisionProposed(
                BUDGET_DECISION,
                1,
                matter,
                mia("500 000 kr for the flat"),
                null,
                null,
                List.of(MIA, ARON),
                "wording-2",
                LEADER,
                POLICY));
        journey(new AnswerRecorded(
                MIAS_BUDGET_ANSWER,
                BUDGET_DECISION,
                MIA,
                MIA,
                "wording-2",
                Answer.AGREES,
                null,
                Means.SELF_SERVICE,
                null,
                null,
                Assurance.SELF,
                MIA,
                null));
        journey(new AnswerRecorded(
                ARONS_BUDGET_ANSWER,
                BUDGET_DECISION,
                ARON,
                MIA,
                "wording-2",
                Answer.DISAGREES,
                aron("Too far from school"),
                Means.REPRESENTED,
                null,
                null,
                Assurance.SELF,
                MIA,
                null));
        journey(new DecisionRefused(
                BUDGET_DECISION,
                DecisionKind.BUDGET,
                RefusalReason.SOMEBODY_DISAGREES,
                List.of(new Missing(RefusalReason.SOMEBODY_DISAGREES, ARON, null)),
                "wording-2",
                ADVISER,
                POLICY));
        journey(new DecisionTaken(
                BUDGET_DECISION,
                matter,
                "wording-2",
                List.of(new Participation(
                        MIA, Answer.AGREES, Assurance.SELF, Means.SELF_SERVICE, MIA, MIAS_BUDGET_ANSWER, null)),
                ADVISER,
                List.of(MANDATE),
                null,
                POLICY));
        fund(new AmountReserved(LINE, JOURNEY, BUDGET_DECISION, MEASURE, GOAL, HOUSING, YEAR, 500_000_00));
        fund(new AmountSpent(SPENDING, LINE, JOURNEY, YEAR, 300_000_00, "B-17"));
        fund(new AmountSpent(REVERSED, LINE, JOURNEY, YEAR, 50_000_00, null));
        fund(new SpendingReversed(REVERSED, LINE, JOURNEY, YEAR, 50_000_00));
        fund(new InKindUsed(id(144), id(143), WELFARE, "Forty hours of a job coach", JOURNEY, MEASURE, 6_000_00));
        journey(new MeasureStarted(MEASURE, LocalDate.of(2026, 2, 2)));
        journey(new MeasureFinished(MEASURE, mia("Moved in")));
        journey(new MeasureDropped(MEASURE, mia("Not needed any more")));
        journey(new IndividualPlanGathered(GATHERED, ARON, SCHOOL, aron("The school's plan")));
        fund(new ReservationReleased(LINE, JOURNEY, YEAR, 200_000_00, null));
    }

    /** A service acts at once; Mia is heard, Aron too late. */
    private void actAtOnce() {
        journey(new EmergencyMeasureRecorded(
                EMERGENCY,
                List.of(MIA, ARON),
                mia("A bed for the night"),
                "Sosialtjenesteloven § 27",
                WITNESS,
                FUND,
                HOUSING,
                YEAR,
                20_000_00,
                LocalDate.of(2026, 2, 20),
                LocalDate.of(2026, 2, 17),
                POLICY));
        fund(new AmountReserved(EMERGENCY, JOURNEY, EMERGENCY, EMERGENCY, EMERGENCY, HOUSING, YEAR, 20_000_00));
        journey(new EmergencyHearingRecorded(
                EMERGENCY, MIA, LocalDate.of(2026, 2, 12), HearingOutcome.HEARD, true, mia("Too far from work")));
        journey(new EmergencyHearingOverdue(EMERGENCY, List.of(ARON)));
        journey(new EmergencyMeasureEnded(EMERGENCY, List.of(MIA, ARON), LocalDate.of(2026, 2, 18)));
        fund(new ReservationReleased(EMERGENCY, JOURNEY, YEAR, 20_000_00, null));
    }

    /** A decision about rights is appealed against and reversed; another authority decides too. */
    private void decideOnRights() {
        var matter = new Matter.OfIndividual(HOUSING, List.of(MIA), AppealTerm.GENERAL, null);
        journey(new DecisionProposed(
                RIGHTS_DECISION,
                1,
                matter,
                mia("No housing allowance"),
                mia("Income above the limit"),
                "Bustøttelova § 6",
                List.of(MIA),
                "wording-4",
                LEADER,
                POLICY));
        journey(new AnswerRecorded(
                MIAS_RIGHTS_ANSWER,
                RIGHTS_DECISION,
                MIA,
                MIA,
                "wording-4",
                Answer.AGREES,
                mia("So it was before my hours were cut"),
                Means.IN_MEETING,
                null,
                MEETING,
                Assurance.RECORDED,
                LEADER,
                "form-hash"));
        journey(new DecisionTaken(
                RIGHTS_DECISION,
                matter,
                "wording-4",
                List.of(new Participation(
                        MIA, Answer.AGREES, Assurance.WITNESSED, Means.IN_MEETING, MIA, MIAS_RIGHTS_ANSWER, null)),
                ADVISER,
                List.of(MANDATE),
                mia("The income of January counts"),
                POLICY));
        journey(new NoticeGiven(RIGHTS_DECISION, MIA, LocalDate.of(2026, 2, 21), LocalDate.of(2026, 3, 14), POLICY));
        journey(new AppealLodged(
                APPEAL, RIGHTS_DECISION, MIA, LocalDate.of(2026, 2, 25), false, mia("Look at February")));
        journey(new AppealRuled(
                APPEAL,
                RIGHTS_DECISION,
                MIA,
                AppealOutcome.REVERSED,
                "The appeals board",
                LocalDate.of(2026, 2, 28),
                mia("February counts")));
        journey(new DecisionReversed(RIGHTS_DECISION, APPEAL, null));
        journey(new ExternalDecisionRecorded(
                EXTERNAL,
                "The county governor",
                List.of(ARON),
                LocalDate.of(2026, 2, 27),
                "Opplæringslova § 11-1",
                aron("Special teaching, five hours a week")));
    }

    /** The journey is opened again, with Mia, and a measure is dropped. */
    private void goOn() {
        journey(new JourneyReopened(REOPEN_DECISION, List.of(MIA)));
        journey(new DecisionProposed(
                DROP_DECISION,
                1,
                new Matter.OfMeasure(PlanChange.DROP, MEASURE, null, mia("She has a flat")),
                mia("We drop the search for a flat"),
                null,
                null,
                List.of(MIA),
                "wording-5",
                LEADER,
                POLICY));
        journey(new DecisionTaken(
                DROP_DECISION,
                new Matter.OfMeasure(PlanChange.DROP, MEASURE, null, mia("She has a flat")),
                "wording-5",
                List.of(),
                LEADER,
                List.of(),
                null,
                POLICY));
    }

    private void comeToTheEnd() {
        journey(new LifeAreaRated(MIA, LifeArea.HOUSING, Stage.STABLE, Rater.CITIZEN, mia("A door of our own")));
        journey(new SelfReportRecorded(
                REPORT,
                MIA,
                Instrument.WHO5,
                "who5-1998-nb",
                Moment.DURING,
                LocalDate.of(2026, 3, 1),
                "nb",
                MIA,
                false,
                false,
                mia("[4,4,3,4,4]")));
        journey(new VulnerabilityAssessed(Vulnerability.MODERATE, Rater.TEAM, mia("Has found help")));
        journey(new AdditionalInvestmentMarked(mia("Aron needs a school near by")));
        journey(new FollowUpAgreed(FOLLOW_UP, LocalDate.of(2026, 3, 5)));
        journey(new FollowUpMoved(FOLLOW_UP, LocalDate.of(2026, 3, 9), mia("Ill")));
        journey(new FollowUpFellDue(FOLLOW_UP, LocalDate.of(2026, 3, 9)));
        journey(new FollowUpBecameOverdue(FOLLOW_UP, LocalDate.of(2026, 3, 9)));
        journey(new FollowUpHeld(FOLLOW_UP, MEETING));
        journey(new ExperienceReported(FOLLOW_UP, null, Experience.IMPROVED, mia("Sleeps better")));
        journey(new ExperienceReported(FOLLOW_UP, ARON, Experience.UNCHANGED, aron("Miss my friends")));
        journey(new FollowUpAgreed(NEXT_FOLLOW_UP, LocalDate.of(2026, 3, 20)));
        journey(new EntryCorrected(3, id(200), "journey.checklist-assessed", MIA, mia("It was degree two")));
        journey(new StageMoved(STAGE_DECISION, Stage.UNTENABLE, Stage.STABLE, null));
        journey(new DecisionProposed(
                GIVEN_UP_DECISION,
                1,
                new Matter.OfStageMove(Stage.STABLE, Stage.VULNERABLE, mia("Work ended")),
                mia("Back to vulnerable"),
                null,
                null,
                List.of(MIA),
                "wording-3",
                LEADER,
                POLICY));
        journey(new ProposalWithdrawn(GIVEN_UP_DECISION));
        followTheBenefits();
        journey(new ConsentWithdrawn(CONSENT));
        journey(new TeamMemberLeft(WITNESS));
        journey(new PersonLeft(ARON, aron("Moving to dad")));
        journey(new JourneyClosed(CloseReason.SUSTAINABLE, CLOSE_DECISION));
        steps.add(new Step(MIA, new JourneyReleased(MIA, JOURNEY)));
        steps.add(new Step(FRIENDS_FILE, new LegalHoldPlaced(id(121), FRIEND, "Tvisteloven § 26-5", null)));
        steps.add(new Step(id(15), new ReadLogAnchored(3, "0a".repeat(32))));
        steps.add(new Step(FRIENDS_FILE, new LegalHoldLifted(id(121), FRIEND)));
        steps.add(new Step(FRIENDS_FILE, new PersonErased(FRIEND, "GDPR art. 17 no. 1 b", "2026-01")));
    }

    private TakenOff none() {
        return new TakenOff(BigDecimal.ZERO, false, mia("Nothing comes to mind"));
    }

    private TakenOff share(String share) {
        return new TakenOff(new BigDecimal(share), true, mia("The team's judgement"));
    }

    private Gain gain(String name, GainForm form, @Nullable Party giver, Party receiver, GainPrice price) {
        return new Gain(
                name,
                form,
                giver,
                receiver,
                price,
                null,
                YEAR,
                3,
                share("0.8"),
                share("0.25"),
                none(),
                none(),
                share("0.1"));
    }

    private void identify(UUID benefit, Beneficiary beneficiary, BenefitKind kind, String what) {
        journey(new BenefitIdentified(
                benefit,
                mia(what),
                beneficiary,
                kind,
                mia("Nights in temporary housing"),
                mia("nights a year"),
                new IndicatorReading(new BigDecimal("120"), LocalDate.of(2026, 1, 31)),
                new IndicatorReading(new BigDecimal("0"), LocalDate.of(2026, 12, 31)),
                List.of(MEASURE),
                mia("The housing service's own count"),
                List.of(mia("The flat stays theirs")),
                List.of(mia("A longer way to school")),
                mia("The rent rises")));
    }

    private void followTheBenefits() {
        identify(BENEFIT, Beneficiary.MUNICIPALITY, BenefitKind.AVOIDED_COST, "No more nights in temporary housing");
        journey(new BenefitValued(
                BENEFIT,
                1,
                new Worth.Priced(
                        2025,
                        "2026-01",
                        List.of(
                                gain(
                                        "nights",
                                        GainForm.CASH,
                                        null,
                                        Party.MUNICIPALITY,
                                        new GainPrice.Stated(80_000_00, 100_000_00, 140_000_00)),
                                gain(
                                        "work",
                                        GainForm.CASH,
                                        null,
                                        Party.PRIVATE,
                                        new GainPrice.OfUnitValue("work.production", new BigDecimal("0.5"))),
                                gain(
                                        "wage",
                                        GainForm.TRANSFER,
                                        Party.PRIVATE,
                                        Party.CITIZEN,
                                        new GainPrice.OfUnitValue("work.production.wage", new BigDecimal("0.5"))))),
                Cashable.DIRECTLY,
                mia("Bills that do not come")));
        journey(new BenefitAnchored(BENEFIT, ADVISER, LEADER, List.of(LocalDate.of(2026, 6, 30))));
        journey(new BenefitMeasured(
                BENEFIT,
                LocalDate.of(2026, 3, 31),
                new BigDecimal("60"),
                new BigDecimal("0.500000000000"),
                mia("Half of it")));
        journey(new BenefitMeasured(
                BENEFIT, LocalDate.of(2026, 6, 30), new BigDecimal("30"), new BigDecimal("0.750000000000"), null));
        journey(new BenefitEvaluated(BENEFIT, BenefitResult.PARTLY_REALISED, mia("Earlier next time")));
        identify(SLEEP, Beneficiary.CITIZEN, BenefitKind.QUALITY_OF_LIFE, "Aron sleeps at night");
        journey(new BenefitValued(
                SLEEP,
                1,
                new Worth.InWords(3, mia("A child who sleeps learns")),
                Cashable.NOT_CASH,
                mia("It is not money")));
        journey(new BenefitDropped(SLEEP, mia("Nobody could measure it")));
        steps.add(new Step(BOOK, new PayerAssigned(BOOK, SCHOOL, Party.STATE)));
        String version = ParameterFile.write(ParameterFile.builtIn().version("2026-01"))
                .replace("\"2026-01\"", "\"2027-01\"")
                .replace("\"2026-01-01\"", "\"2027-01-01\"")
                .replace("0.20", "0.25");
        steps.add(new Step(
                BOOK,
                new ParametersAdopted(
                        BOOK, "2027-01", LocalDate.of(2027, 1, 1), null, version, "Tax funding costs 25 øre")));
    }
}
