package no.journeyledger.command.story;

import static no.journeyledger.command.story.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.SpeaksForAnother;
import no.journeyledger.command.authority.AuthorityDesk;
import no.journeyledger.command.benefit.Valuing;
import no.journeyledger.command.capture.ComingIn;
import no.journeyledger.command.closing.Leaving;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.command.decision.TakeDecision;
import no.journeyledger.command.decision.TakingDecisions;
import no.journeyledger.command.emergency.EmergencyDesk;
import no.journeyledger.command.fund.Fund;
import no.journeyledger.command.fund.FundDesk;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.OnlyThoseAround;
import no.journeyledger.command.journey.Routing;
import no.journeyledger.command.parameter.ParameterBook;
import no.journeyledger.command.parameter.ParameterDesk;
import no.journeyledger.command.people.HouseholdChanges;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.events.Actor;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.journey.AccessEvent.ForgedParticipationRefused;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.PlanHash;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.RelationRegistered;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.journey.WordingHash;
import no.journeyledger.events.journey.WorkPhase;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a household before, told as the events that recorded it, and then one command on the journey through the
 * framework's aggregate fixture. Funds and claims, which a command may reach too, stand beside it in memory.
 */
public final class Story {

    private final List<LedgerEvent> events = new ArrayList<>();
    private final InMemoryEventStorageEngine beside = new InMemoryEventStorageEngine();
    private final EmbeddedEventStore besideStore =
            EmbeddedEventStore.builder().storageEngine(beside).build();
    private LocalDate today = TODAY;
    private long enteredDaysLate;
    private int revision;
    private String wordingHash = "";
    private int answers;

    // ---- the household

    /** Nothing happened yet. */
    public static Story nothing() {
        return new Story();
    }

    /** Kari was referred. */
    public static Story referred() {
        return nothing()
                .then(new PersonReferred(
                        JOURNEY, KARI, envelope(KARI, "Kari"), born(KARI), Door.HOUSING, envelope(KARI, "a home")));
    }

    /** Kari was referred and every point of the checklist holds. */
    public static Story qualified() {
        return referred()
                .then(new ChecklistAssessed(
                        true, true, true, true, TargetGroup.FAMILY_VULNERABLE, 3, envelope(KARI, "why"), true));
    }

    /** Kari and these others are enrolled; the leader, the adviser, her colleague and the teacher are the team. */
    public static Story enrolled(UUID... others) {
        Story story = qualified();
        var all = new ArrayList<UUID>(List.of(KARI));
        for (UUID other : others) {
            story.registered(other);
            all.add(other);
        }
        return story.then(new HouseholdEnrolled(all, Stage.VULNERABLE, Stage.SUSTAINABLE, TODAY.minusDays(30)))
                .then(new TeamMemberJoined(LEADER, HEALTH, TeamRole.LEADER))
                .then(new TeamMemberJoined(ADVISER, LABOUR, TeamRole.MEMBER))
                .then(new TeamMemberJoined(COLLEAGUE_OF_ADVISER, LABOUR, TeamRole.MEMBER))
                .then(new TeamMemberJoined(TEACHER, SCHOOL, TeamRole.CONTACT))
                .then(new TrustedPersonNamed(KARI, BENTE_WHOM_KARI_TRUSTS, envelope(KARI, "Bente")));
    }

    /** The same with an agreed plan whose measure names these people (Kari when nobody is named). */
    public static Story planned(UUID... others) {
        var named = new ArrayList<UUID>(List.of(KARI));
        named.addAll(List.of(others));
        return enrolled(others).drafted(1, named).then(new PlanAgreed(1, id(40)));
    }

    public Story registered(UUID person) {
        boolean child = List.of(ELIAS, NORA, OLE).contains(person);
        return then(new HouseholdMemberRegistered(
                person,
                child ? HouseholdRole.CHILD : HouseholdRole.ADULT,
                envelope(person, "name"),
                born(person),
                child ? List.of(KARI) : List.of()));
    }

    public Story drafted(int version, List<UUID> named) {
        var goals = List.of(new Goal(GOAL, envelope(KARI, "goal"), Horizon.SHORT, named, null));
        var measures = List.of(
                new Measure(
                        MEASURE,
                        GOAL,
                        envelope(KARI, "measure"),
                        LifeArea.HOUSING,
                        WorkPhase.STABILISE,
                        named,
                        ADVISER,
                        TODAY,
                        null,
                        List.of()),
                new Measure(
                        OTHER_MEASURE,
                        GOAL,
                        envelope(KARI, "other"),
                        LifeArea.HEALTH,
                        WorkPhase.PREVENT,
                        named,
                        ADVISER,
                        TODAY,
                        null,
                        List.of()));
        return then(new PlanDrafted(
                version,
                envelope(KARI, "situation"),
                goals,
                measures,
                List.of(),
                null,
                PlanHash.of(version, envelope(KARI, "situation"), goals, measures, List.of(), null)));
    }

    public Story left(UUID person) {
        return then(new PersonLeft(person, null));
    }

    public Story closed() {
        return then(new JourneyClosed(CloseReason.OTHER, id(44)));
    }

    public Story related(UUID worker, UUID person) {
        return then(new RelationRegistered(worker, person));
    }

    /** The leader holds a mandate of the labour office: 100 000 kr a decision, this year. */
    public Story mandate() {
        return mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026), TODAY.plusMonths(6), false);
    }

    public Story mandate(
            UUID mandate,
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> years,
            LocalDate until,
            boolean beyondTheYear) {
        return then(new MandateDelegated(
                mandate, worker, service, ceilingOre, years, TODAY.minusMonths(1), until, beyondTheYear));
    }

    public Story rated() {
        return then(new LifeAreaRated(KARI, LifeArea.HOUSING, Stage.STABLE, Rater.TEAM, null))
                .then(new LifeAreaRated(KARI, LifeArea.HOUSING, Stage.STABLE, Rater.CITIZEN, null));
    }

    public Story met(UUID meeting, LocalDate on, UUID... attended) {
        return then(new MeetingHeld(meeting, MeetingKind.CONVERSATION, on, List.of(attended)));
    }

    // ---- decisions

    /** A line of the labour office's money in the fund, this year. */
    public static AmountLine line(long ore) {
        return new AmountLine(LINE, FUND, LABOUR, 2026, ore);
    }

    public static Matter allocation(AmountLine... lines) {
        return new Matter.OfBudget(BudgetAction.ALLOCATE, MEASURE, List.of(lines));
    }

    /** The adviser proposed this. */
    public Story proposed(Matter matter, UUID... concerned) {
        return proposedBy(ADVISER, matter, concerned);
    }

    /** The adviser proposed 1 000 kr for the measure. */
    public Story proposedBudget(UUID... concerned) {
        return proposed(allocation(line(100_000)), concerned);
    }

    /** The adviser proposed this on stated facts and law. */
    public Story proposedOnGrounds(Matter matter, UUID... concerned) {
        return proposedBy(ADVISER, envelope(KARI, "facts"), "the act, section 1", matter, concerned);
    }

    public Story proposedBy(UUID proposer, Matter matter, UUID... concerned) {
        return proposedBy(proposer, null, null, matter, concerned);
    }

    private Story proposedBy(
            UUID proposer, @Nullable Sealed facts, @Nullable String legalBasis, Matter matter, UUID... concerned) {
        revision++;
        var wording = envelope(KARI, "wording " + revision);
        List<UUID> sorted = Arrays.stream(concerned).sorted(WordingHash.BY_TEXT).toList();
        wordingHash = WordingHash.of(DECISION, revision, matter, wording, facts, legalBasis, sorted);
        return then(new DecisionProposed(
                DECISION, revision, matter, wording, facts, legalBasis, sorted, wordingHash, proposer, "2026-01"));
    }

    /** Everybody agreed in their own session. */
    public Story agree(UUID... persons) {
        for (UUID person : persons) {
            says(person, Answer.AGREES);
        }
        return this;
    }

    public Story says(UUID person, Answer answer) {
        return answered(person, person, answer, Means.SELF_SERVICE, null, Assurance.SELF, person);
    }

    /** The person agreed in a meeting; the adviser wrote it down with the hash of the form they signed, a witness confirmed. */
    public Story signed(UUID person, @Nullable String signedForm) {
        met(MEETING, TODAY, person, ADVISER, TEACHER);
        answers++;
        return then(new AnswerRecorded(
                        answer(answers),
                        DECISION,
                        person,
                        person,
                        wordingHash,
                        Answer.AGREES,
                        null,
                        Means.IN_MEETING,
                        null,
                        MEETING,
                        Assurance.RECORDED,
                        ADVISER,
                        signedForm))
                .confirmed(MEETING, TEACHER, answer(answers));
    }

    /** Somebody answered for another in their own session. */
    public Story saysFor(UUID person, UUID answeredBy, Answer answer) {
        return answered(person, answeredBy, answer, Means.REPRESENTED, null, Assurance.SELF, answeredBy);
    }

    /** The adviser wrote down an answer. */
    public Story written(UUID person, Answer answer, UUID meeting, Means means) {
        return answered(person, person, answer, means, meeting, Assurance.RECORDED, ADVISER);
    }

    public Story answered(
            UUID person,
            UUID answeredBy,
            Answer answer,
            Means means,
            @Nullable UUID meeting,
            Assurance assurance,
            UUID recordedBy) {
        answers++;
        return then(new AnswerRecorded(
                answer(answers),
                DECISION,
                person,
                answeredBy,
                wordingHash,
                answer,
                null,
                means,
                null,
                meeting,
                assurance,
                recordedBy,
                null));
    }

    /** The id of the nth answer told. */
    public static UUID answer(int number) {
        return id(100 + number);
    }

    public Story confirmed(UUID meeting, UUID witness, UUID... answers) {
        return then(new AnswersConfirmed(
                meeting,
                List.of(answers),
                Arrays.stream(answers).map(answer -> wordingHash).toList(),
                witness,
                serviceOf(witness),
                false));
    }

    public Story heard(UUID child, HearingOutcome outcome, boolean disagrees) {
        return then(
                new ChildHearingRecorded(DECISION, child, wordingHash, outcome, disagrees, envelope(child, "view")));
    }

    /** The content hash of the newest draft. */
    public String draftedHash() {
        return events.stream()
                .filter(PlanDrafted.class::isInstance)
                .map(event -> ((PlanDrafted) event).contentHash())
                .toList()
                .getLast();
    }

    /** The hash of the wording that stands. */
    public String wordingHash() {
        return wordingHash;
    }

    // ---- beside the journey

    /** The fund has this much for 2026. */
    public Story fund(long ore) {
        return fund(FUND, ore);
    }

    public Story fund(UUID fund, long ore) {
        return beside(fund, new FundOpened(fund, "fund", List.of(LABOUR)))
                .beside(fund, new ContributionReceived(id(200), LABOUR, 2026, ore));
    }

    /** The person is in that journey. */
    public Story claimed(UUID person, UUID journey) {
        return beside(PersonClaim.idOf(person), new JourneyClaimed(person, journey));
    }

    /** Something recorded on another aggregate. */
    public Story beside(UUID aggregate, LedgerEvent event) {
        long next = beside.lastSequenceNumberFor(aggregate.toString()).orElse(-1L) + 1;
        beside.appendEvents(new GenericDomainEventMessage<>("beside", aggregate.toString(), next, event));
        return this;
    }

    /** Everything recorded on another aggregate. */
    public List<Object> recordedBeside(UUID aggregate) {
        DomainEventStream stream = beside.readEvents(aggregate.toString());
        return stream.asStream().<Object>map(message -> message.getPayload()).toList();
    }

    /** What was told so far. */
    public List<LedgerEvent> told() {
        return List.copyOf(events);
    }

    // ---- and then

    public Story then(LedgerEvent event) {
        events.add(event);
        return this;
    }

    /** The command comes on another day. */
    public Story on(LocalDate day) {
        today = day;
        return this;
    }

    /** What comes next took effect this many days before it is entered. */
    public Story enteredLate(long days) {
        enteredDaysLate = days;
        return this;
    }

    /** What happens when this actor sends the command. */
    public Then when(Object command, Actor actor) {
        var fixture = new AggregateTestFixture<>(Journey.class);
        var funds = EventSourcingRepository.builder(Fund.class)
                .eventStore(besideStore)
                .build();
        var claims = EventSourcingRepository.builder(PersonClaim.class)
                .eventStore(besideStore)
                .build();
        fixture.registerCommandHandlerInterceptor(new OnlyThoseAround(fixture.getRepository()));
        fixture.registerAnnotatedCommandHandler(new ComingIn(fixture.getRepository(), claims));
        var books = EventSourcingRepository.builder(ParameterBook.class)
                .eventStore(besideStore)
                .build();
        fixture.registerAnnotatedCommandHandler(new ParameterDesk(books));
        fixture.registerAnnotatedCommandHandler(new Valuing(fixture.getRepository(), books));
        fixture.registerAnnotatedCommandHandler(new Leaving(fixture.getRepository(), claims, birthDates()));
        fixture.registerAnnotatedCommandHandler(new HouseholdChanges(fixture.getRepository(), claims));
        new Routing(fixture.getRepository(), birthDates()).subscribe(fixture::registerCommandHandler);
        fixture.registerAnnotatedCommandHandler(new FundDesk(fixture.getRepository(), funds));
        fixture.registerAnnotatedCommandHandler(new EmergencyDesk(fixture.getRepository(), funds));
        fixture.registerAnnotatedCommandHandler(new AuthorityDesk(fixture.getRepository(), birthDates()));
        fixture.registerAnnotatedCommandHandler(
                new TakingDecisions(fixture.getRepository(), funds, claims, birthDates()));
        var given = events.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(events);
        var circumstances = new Circumstances(
                actor, today.atTime(9, 0).toInstant(ZoneOffset.UTC), today, today.minusDays(enteredDaysLate));
        return new Then(given.when(command, Map.of(Circumstances.KEY, circumstances)), actor);
    }

    /** What happens when the leader takes the decision, without a weighing. */
    public Then taking() {
        return takingBy(LEADER);
    }

    public Then takingBy(UUID taker) {
        return when(new TakeDecision(JOURNEY, DECISION, null), worker(taker));
    }

    /** What came of a command. */
    public final class Then {

        private final ResultValidator<Journey> result;
        private final Actor actor;

        Then(ResultValidator<Journey> result, Actor actor) {
            this.result = result;
            this.actor = actor;
        }

        /** It was done, and this was recorded on the journey. */
        public Then records(LedgerEvent... expected) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) expected);
            return this;
        }

        /** It was done, and the first thing recorded on the journey is one of these. */
        public Then isDone() {
            result.expectSuccessfulHandlerExecution();
            result.expectResultMessagePayloadMatching(new Is(Outcome.Done.class));
            return this;
        }

        public Then answers(Created created) {
            result.expectResultMessagePayload(new Outcome.Done<>(created));
            return this;
        }

        /** It was a question: this is the answer, and nothing was recorded. */
        public void tells(Object answer) {
            result.expectResultMessagePayload(answer).expectNoEvents();
        }

        /** It was rejected, and nothing was recorded. */
        public void isRejected(Rejection rejection) {
            result.expectResultMessagePayload(new Outcome.Rejected<>(rejection));
            // Only an attempt to speak in a person's place leaves a trace.
            if (rejection instanceof SpeaksForAnother attempt) {
                result.expectEvents(new ForgedParticipationRefused(rejection.code(), attempt.inPlaceOf()));
            } else {
                result.expectNoEvents();
            }
        }

        /** It was refused by the rule, and the refusal was recorded. */
        public void isRefused(RefusalReason reason, Missing... missing) {
            String hash = wordingHash;
            var proposed = events.stream()
                    .filter(DecisionProposed.class::isInstance)
                    .map(DecisionProposed.class::cast)
                    .toList();
            assertThat(proposed).isNotEmpty();
            result.expectResultMessagePayload(new Outcome.Rejected<>(
                            new DecisionRejection.Refused(DECISION, reason, List.of(missing), hash, "2026-01")))
                    .expectEvents(new DecisionRefused(
                            DECISION,
                            proposed.getLast().matter().decisionKind(),
                            reason,
                            List.of(missing),
                            hash,
                            actor.id(),
                            "2026-01"));
        }

        /** It was refused by the rule for this reason first. */
        public void isRefusedFirstBecause(RefusalReason reason) {
            result.expectResultMessagePayloadMatching(new RefusedBecause(reason));
        }
    }

    private static final class Is extends org.hamcrest.BaseMatcher<Object> {
        private final Class<?> type;

        Is(Class<?> type) {
            this.type = type;
        }

        @Override
        public boolean matches(Object actual) {
            return type.isInstance(actual);
        }

        @Override
        public void describeTo(org.hamcrest.Description description) {
            description.appendText("a " + type.getSimpleName());
        }
    }

    private static final class RefusedBecause extends org.hamcrest.BaseMatcher<Object> {
        private final RefusalReason reason;

        RefusedBecause(RefusalReason reason) {
            this.reason = reason;
        }

        @Override
        public boolean matches(Object actual) {
            return actual instanceof Outcome.Rejected<?> rejected
                    && rejected.rejection() instanceof DecisionRejection.Refused refused
                    && refused.reason() == reason
                    && refused.missing().getFirst().reason() == reason;
        }

        @Override
        public void describeTo(org.hamcrest.Description description) {
            description.appendText("a refusal because of " + reason);
        }
    }
}
