package no.journeyledger.command.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.journeyledger.command.decision.DecisionState.Given;
import no.journeyledger.command.decision.PolicyTable.Participation;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * How one person concerned stands in a decision at the moment of taking: the one answer that counts, if any.
 *
 * <p>The latest answer counts: a disagreement at any assurance, an agreement only at the required one, so that one worker's
 * word never outweighs what a person said before. Answers of somebody who may not answer for the person count for nothing,
 * but are not passed over in silence either.
 */
sealed interface Standing {

    /** Whom it is about. */
    UUID person();

    /** Nobody who may has answered to this wording; {@code attempts} dated attempts were made to ask. */
    record Absent(UUID person, int attempts) implements Standing {}

    /** Nobody has answered to this wording, but to an earlier one, or to one that named others. */
    record AnsweredToAnother(UUID person) implements Standing {}

    /** Somebody answered who may not answer for this person. */
    record OutOfScope(UUID person, Given answer) implements Standing {}

    /**
     * The person took part.
     *
     * @param answer the answer that counts
     * @param assurance how sure the ledger is of it with this taker
     */
    record Present(UUID person, Given answer, Assurance assurance) implements Standing {
        boolean disagrees() {
            return answer.answer() == Answer.DISAGREES;
        }
    }

    static Standing of(UUID person, Taking taking) {
        var byAnswerer = new LinkedHashMap<UUID, List<Given>>();
        Given outOfScope = null;
        for (Given given : taking.decision().answers()) {
            if (!given.person().equals(person)) {
                continue;
            }
            if (taking.mayAnswerFor(given.answeredBy(), person)) {
                byAnswerer
                        .computeIfAbsent(given.answeredBy(), who -> new ArrayList<>())
                        .add(given);
            } else if (!given.answeredBy().equals(person) && given.answer() != Answer.COULD_NOT_ANSWER) {
                // A child's own answer is no answer here: the child is heard, and a holder of responsibility answers.
                outOfScope = given;
            }
        }
        if (Concerned.changed(taking.decision(), taking.state()) && !byAnswerer.isEmpty()) {
            return new AnsweredToAnother(person);
        }
        Present present = present(person, byAnswerer, taking);
        if (present != null) {
            return present;
        }
        if (outOfScope != null) {
            return new OutOfScope(person, outOfScope);
        }
        if (taking.decision().answeredBefore().contains(person)) {
            return new AnsweredToAnother(person);
        }
        return new Absent(person, (int) byAnswerer.values().stream()
                .flatMap(List::stream)
                .filter(given -> given.answer() == Answer.COULD_NOT_ANSWER)
                .count());
    }

    /** Where several holders of parental responsibility answered, one who disagrees is not outvoted. */
    private static @Nullable Present present(UUID person, Map<UUID, List<Given>> byAnswerer, Taking taking) {
        Present best = null;
        for (List<Given> answers : byAnswerer.values()) {
            Present one = counting(person, answers, taking);
            if (one == null) {
                continue;
            }
            if (one.disagrees()) {
                return one;
            }
            if (best == null || one.assurance().compareTo(best.assurance()) > 0) {
                best = one;
            }
        }
        return best != null ? best : couldNotAnswer(person, byAnswerer, taking);
    }

    /** The answer of one answerer that counts, or else the latest that waits for a witness. */
    private static @Nullable Present counting(UUID person, List<Given> answers, Taking taking) {
        Given counting = null;
        Given waiting = null;
        for (Given given : answers) {
            if (given.answer() == Answer.COULD_NOT_ANSWER) {
                continue;
            }
            if (given.answer() == Answer.DISAGREES || sureEnough(given, taking)) {
                counting = given;
            } else {
                waiting = given;
            }
        }
        Given standing = counting != null ? counting : waiting;
        return standing == null ? null : new Present(person, standing, standing.assuranceFor(taking.taker()));
    }

    /** Where the policy lets it: enough attempts by different means on different days stand for an answer. */
    private static @Nullable Present couldNotAnswer(UUID person, Map<UUID, List<Given>> byAnswerer, Taking taking) {
        if (!taking.needs().couldNotAnswerIsParticipation() || taking.needs().needs() != Participation.PARTICIPATION) {
            return null;
        }
        List<Given> attempts = byAnswerer.values().stream()
                .flatMap(List::stream)
                .filter(given -> given.answer() == Answer.COULD_NOT_ANSWER)
                .toList();
        List<Given> sure =
                attempts.stream().filter(given -> sureEnough(given, taking)).toList();
        if (enough(sure, taking)) {
            return new Present(person, sure.getLast(), sure.getLast().assuranceFor(taking.taker()));
        }
        return enough(attempts, taking) ? new Present(person, attempts.getLast(), Assurance.RECORDED) : null;
    }

    private static boolean enough(List<Given> attempts, Taking taking) {
        int needed = taking.policy().attemptsBeforeCouldNotAnswer();
        return attempts.stream().map(Given::means).distinct().count() >= needed
                && attempts.stream()
                                .map(Given::on)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        >= needed;
    }

    private static boolean sureEnough(Given given, Taking taking) {
        return isEnough(given.assuranceFor(taking.taker()), given, taking);
    }

    /** Whether an answer this sure is sure enough for the kind of decision. */
    static boolean isEnough(Assurance sure, Given given, Taking taking) {
        return sure.compareTo(taking.needs().leastAssurance()) >= 0
                || (taking.needs().signedFormIsEnough() && given.signed() && sure == Assurance.WITNESSED);
    }
}
