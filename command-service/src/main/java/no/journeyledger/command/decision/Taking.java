package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.decision.DecisionState.Given;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.decision.PolicyTable.Needs;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.AgeTable;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.WordingHash;

/**
 * A decision at the moment somebody wants to take it: everything the rule looks at.
 *
 * @param state the journey
 * @param decision the decision
 * @param circumstances who wants to take it, and on which day
 * @param weighed whether there is a weighing
 * @param birthDates the birth dates of those it concerns; somebody whose date was erased is not in it
 * @param policy the policy table in force
 * @param funds the funds its lines draw on
 */
record Taking(
        JourneyState state,
        Open decision,
        Circumstances circumstances,
        boolean weighed,
        Map<UUID, LocalDate> birthDates,
        PolicyTable policy,
        Funds funds) {

    UUID taker() {
        return circumstances.actor().id();
    }

    Needs needs() {
        return policy.of(decision.matter().decisionKind());
    }

    /** The affairs a decision about this belongs to: whose age and whose representative's scope is asked for. */
    Affairs affairs() {
        return decision.matter().affairs();
    }

    /** Whether the person answers for themselves today. Somebody whose age is no longer known does. */
    boolean hasOwnSay(UUID person) {
        return ages().hasOwnSay(birthDates.get(person), affairs(), today());
    }

    /** Whether the person's own view is recorded beside what somebody else answers for them. */
    boolean isHeard(UUID person) {
        return hasOwnSay(person) ? isRepresented(person) : ages().isHeard(birthDates.get(person), today());
    }

    /** Whether only the person's own wish excuses that they were not heard. */
    boolean onlyOwnWishExcuses(UUID person) {
        return ages().onlyOwnWishExcuses(birthDates.get(person), today());
    }

    /** Whether the first may answer for the second today. */
    boolean mayAnswerFor(UUID answeredBy, UUID person) {
        if (answeredBy.equals(person)) {
            return hasOwnSay(person);
        }
        return state.people().represents(answeredBy, person, affairs(), today())
                || (!hasOwnSay(person) && state.capture().holdsParentalResponsibility(answeredBy, person));
    }

    /** Whether somebody who may answered for a person who could have answered themselves, and did not. */
    private boolean isRepresented(UUID person) {
        List<Given> answers = decision.answers().stream()
                .filter(given -> given.person().equals(person) && given.answer() != Answer.COULD_NOT_ANSWER)
                .toList();
        return answers.stream().noneMatch(given -> given.answeredBy().equals(person))
                && answers.stream().anyMatch(given -> mayAnswerFor(given.answeredBy(), person));
    }

    private AgeTable ages() {
        return AgeTable.of(policy.ages());
    }

    private LocalDate today() {
        return circumstances.today();
    }

    /** How each person concerned stands, in the order of those concerned. */
    List<Standing> standings() {
        return decision.concerned().stream()
                .map(person -> Standing.of(person, this))
                .toList();
    }

    /** The services whose mandate the taker needs: those whose money it commits, and the one that decides on rights or duties. */
    Map<UUID, List<AmountLine>> byService() {
        if (!needs().mandate()) {
            return Map.of();
        }
        var byService = new TreeMap<UUID, List<AmountLine>>(WordingHash.BY_TEXT);
        if (decision.matter() instanceof Matter.OfIndividual individual) {
            byService.put(individual.service(), List.of());
        }
        lines().forEach(line -> byService
                .computeIfAbsent(line.payingService(), service -> new ArrayList<>())
                .add(line));
        return byService;
    }

    /** The amount lines, none for a decision without money. */
    List<AmountLine> lines() {
        return decision.matter() instanceof Matter.OfBudget budget ? budget.lines() : List.of();
    }

    /** Whether the decision reserves money, rather than giving it back. */
    boolean allocates() {
        return decision.matter() instanceof Matter.OfBudget budget && budget.action() == BudgetAction.ALLOCATE;
    }
}
