package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.decision.PolicyTable.Needs;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.AmountLine;
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

    /** Whether the person answers for themselves today. Somebody whose age is no longer known does. */
    boolean hasOwnSay(UUID person) {
        LocalDate birthDate = birthDates.get(person);
        return birthDate == null || age(birthDate) >= policy.ownSayFrom();
    }

    /** Whether the person is a child old enough that their own view is recorded. */
    boolean isHeardAsChild(UUID person) {
        LocalDate birthDate = birthDates.get(person);
        return birthDate != null && age(birthDate) >= policy.heardFrom() && age(birthDate) < policy.ownSayFrom();
    }

    /** Whether only the child's own wish excuses that they were not heard. */
    boolean onlyOwnWishExcuses(UUID child) {
        LocalDate birthDate = birthDates.get(child);
        return birthDate != null && age(birthDate) >= policy.onlyOwnWishExcusesFrom();
    }

    /** Whether the first may answer for the second today. */
    boolean mayAnswerFor(UUID answeredBy, UUID person) {
        return hasOwnSay(person)
                ? answeredBy.equals(person)
                : state.capture().holdsParentalResponsibility(answeredBy, person);
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

    private int age(LocalDate birthDate) {
        return Period.between(birthDate, circumstances.today()).getYears();
    }
}
