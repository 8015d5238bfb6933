package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureState.Member;
import no.journeyledger.command.decision.DecisionRejection.ConcernedInAnotherJourney;
import no.journeyledger.command.decision.DecisionRejection.OnlyForTheTeam;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.fund.Fund;
import no.journeyledger.command.fund.FundPolicy;
import no.journeyledger.command.fund.FundState;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.person.Claims;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.plan.PlanState.PlannedMeasure;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.WordingHash;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Taking a decision may move money and end journeys, so it reaches beyond the journey: the journey is loaded first, then the
 * funds by id, then the claims by id, and all they record is one append. Both hold or neither does.
 */
public class TakingDecisions {

    private final Repository<Journey> journeys;
    private final Repository<Fund> funds;
    private final Claims claims;
    private final BirthDates birthDates;

    /** Works on these aggregates; ages come from the birth dates it is given to open. */
    public TakingDecisions(
            Repository<Journey> journeys,
            Repository<Fund> funds,
            Repository<PersonClaim> claims,
            BirthDates birthDates) {
        this.journeys = journeys;
        this.funds = funds;
        this.claims = new Claims(claims);
        this.birthDates = birthDates;
    }

    /** Takes the decision, or records that it was refused. */
    @CommandHandler
    Outcome<DecisionRejection> handle(TakeDecision command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        JourneyState before = journey.invoke(Journey::state);
        if (circumstances.tried()
                && !before.team().includes(circumstances.actor().id())) {
            return new Outcome.Rejected<>(
                    new OnlyForTheTeam(circumstances.actor().id()));
        }
        Open open = before.decisions().open().get(command.decision());
        var drawnOn = new DrawnOn(open == null ? List.of() : lines(open));
        Ruling<DecisionRejection> ruling = TakingPolicy.take(
                before, command, circumstances, open == null ? Map.of() : birthDates(before, open), drawnOn);
        if (open == null || ruling instanceof Ruling.Refused) {
            return journey.invoke(root -> root.enact(ruling));
        }
        Optional<Claims.Of> ending = ends(open.matter())
                ? Optional.of(
                        claims.of(new ArrayList<>(before.capture().household().keySet())))
                : Optional.empty();
        Optional<Claims.Of> coming =
                comingIn(open.matter()).isEmpty() ? Optional.empty() : Optional.of(claims.of(comingIn(open.matter())));
        Optional<UUID> elsewhere = coming.flatMap(persons -> persons.inAnother(command.journey()));
        if (elsewhere.isPresent()) {
            return new Outcome.Rejected<>(new ConcernedInAnotherJourney(elsewhere.get()));
        }
        Outcome<DecisionRejection> outcome = journey.invoke(root -> root.enact(ruling));
        if (open.matter() instanceof Matter.OfBudget budget) {
            drawnOn.post(before, open, budget);
        }
        ending.ifPresent(everybody -> everybody.release(command.journey()));
        coming.ifPresent(persons -> persons.claim(command.journey()));
        return outcome;
    }

    /** Tells what is missing before the asker can take the decision. */
    @CommandHandler
    BeforeTaking handle(AskWhatIsMissing question, Circumstances circumstances) {
        JourneyState state = journeys.load(question.journey().toString()).invoke(Journey::state);
        Open open = state.decisions().open().get(question.decision());
        return TakingPolicy.missing(
                state,
                question,
                circumstances,
                open == null ? Map.of() : birthDates(state, open),
                new DrawnOn(open == null ? List.of() : lines(open)));
    }

    private static boolean ends(Matter matter) {
        return matter instanceof Matter.OfClose
                || (matter instanceof Matter.OfAdmission admission && !admission.admitted());
    }

    /** Who is in this journey from now on, and therefore in no other. */
    private static List<UUID> comingIn(Matter matter) {
        if (matter instanceof Matter.OfAdmission admission) {
            return admission.admitted() ? admission.persons() : List.of();
        }
        return matter instanceof Matter.OfReopen reopen ? reopen.persons() : List.of();
    }

    private Map<UUID, LocalDate> birthDates(JourneyState state, Open open) {
        var opened = new HashMap<UUID, LocalDate>();
        for (UUID person : open.concerned()) {
            Member member = state.capture().household().get(person);
            if (member != null) {
                birthDates.open(member.birthDate()).ifPresent(date -> opened.put(person, date));
            }
        }
        return opened;
    }

    private static List<AmountLine> lines(Open open) {
        return open.matter() instanceof Matter.OfBudget budget ? budget.lines() : List.of();
    }

    /** The funds of a decision's lines: loaded when the rule first asks for one, all of them, in one order. */
    private final class DrawnOn implements Funds {

        private final List<AmountLine> lines;
        private final Map<UUID, Aggregate<Fund>> loaded = new LinkedHashMap<>();
        private boolean asked;

        DrawnOn(List<AmountLine> lines) {
            this.lines = lines;
        }

        @Override
        public Optional<FundState> find(UUID fund) {
            if (!asked) {
                asked = true;
                lines.stream()
                        .map(AmountLine::fund)
                        .distinct()
                        .sorted(WordingHash.BY_TEXT)
                        .forEach(id -> Aggregates.find(funds, id).ifPresent(found -> loaded.put(id, found)));
            }
            return Optional.ofNullable(loaded.get(fund)).map(found -> found.invoke(Fund::state));
        }

        void post(JourneyState state, Open open, Matter.OfBudget budget) {
            PlannedMeasure measure = state.plan().agreedMeasure(budget.measure());
            UUID goal = measure == null ? budget.measure() : measure.goal();
            for (AmountLine line : budget.lines()) {
                Aggregate<Fund> fund = loaded.get(line.fund());
                if (fund == null) {
                    throw new IllegalStateException("a decision on an unknown fund was let through");
                }
                fund.execute(root -> root.post(FundPolicy.posting(budget, line, state.id(), open.decision(), goal)));
            }
        }
    }
}
