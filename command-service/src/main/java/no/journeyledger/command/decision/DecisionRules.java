package no.journeyledger.command.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.decision.DecisionState.Hearing;
import no.journeyledger.command.decision.PolicyTable.Participation;
import no.journeyledger.command.team.TeamState.Mandate;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.WordingHash;
import org.jspecify.annotations.Nullable;

/**
 * The rule, in the order in which it refuses: <b>a decision is taken only if every person it concerns took part in that
 * decision, in its exact wording.</b> There is no override. An unknown journey is refused before any of these, by there being
 * nothing to ask.
 */
public final class DecisionRules {

    private static final String THE_RULE = "No decision about me without me (domain, section 4)";
    private static final String WHO_HAS_A_SAY = "Who has a say (domain, section 4)";
    private static final String MANDATE = "Mandate (domain, section 4)";

    private static final List<DecisionRule> IN_ORDER = List.of(
            new DecisionRule(
                    RefusalReason.JOURNEY_CLOSED,
                    "Nothing is decided on a closed journey, but to open it again or to reverse a decision.",
                    "The journey, step 10 (domain, section 3)",
                    DecisionRules::journeyClosed),
            new DecisionRule(
                    RefusalReason.NOT_ENROLLED,
                    "A decision is about people who are enrolled and have not left; admission, closing, reopening and rights or"
                            + " duties do not need it.",
                    "Order of refusal (domain, section 4)",
                    DecisionRules::notEnrolled),
            new DecisionRule(
                    RefusalReason.NOBODY_CONCERNED,
                    "A decision concerns at least one person.",
                    "Who it concerns (domain, section 4)",
                    DecisionRules::nobodyConcerned),
            new DecisionRule(
                    RefusalReason.WORDING_CHANGED,
                    "An answer counts only for the exact wording, and the very people, it was given to.",
                    THE_RULE,
                    DecisionRules::wordingChanged),
            new DecisionRule(
                    RefusalReason.NOT_TAKEN_PART,
                    "Every person concerned took part; for a child, a holder of parental responsibility or a guardian answered.",
                    THE_RULE,
                    DecisionRules::notTakenPart),
            new DecisionRule(
                    RefusalReason.SOMEBODY_DISAGREES,
                    "Where agreement is needed, nobody concerned disagrees, however sure the ledger is of it.",
                    "Kinds and what they need (domain, section 4)",
                    DecisionRules::somebodyDisagrees),
            new DecisionRule(
                    RefusalReason.ASSURANCE_TOO_LOW,
                    "An answer is the person's own, or confirmed by a witness who is not the taker; to share more it is the"
                            + " person's own, or confirmed with a signed form.",
                    "Participation, assurance (domain, section 4)",
                    DecisionRules::assuranceTooLow),
            new DecisionRule(
                    RefusalReason.CHILD_NOT_HEARD,
                    "From 7 a child's own view is recorded, or why it was not sought; from 12 only the child's own wish excuses. Whoever is represented is heard likewise.",
                    WHO_HAS_A_SAY,
                    DecisionRules::childNotHeard),
            new DecisionRule(
                    RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE,
                    "From 16 a person answers for themselves; before, a holder of parental responsibility in the household; a guardian or attorney only within their scope and before their expiry.",
                    WHO_HAS_A_SAY,
                    DecisionRules::representativeOutOfScope),
            new DecisionRule(
                    RefusalReason.TAKER_NOT_ON_TEAM,
                    "Whoever takes the decision is on the team.",
                    MANDATE,
                    DecisionRules::takerNotOnTeam),
            new DecisionRule(
                    RefusalReason.TAKER_RELATED,
                    "Whoever takes the decision is not related to a person it concerns.",
                    MANDATE,
                    DecisionRules::takerRelated),
            new DecisionRule(
                    RefusalReason.MANDATE_MISSING,
                    "Whoever commits a service's money, or decides on rights or duties for it, has a mandate from its head.",
                    MANDATE,
                    DecisionRules::mandateMissing),
            new DecisionRule(
                    RefusalReason.MANDATE_EXPIRED,
                    "The mandate is in force on the day of taking.",
                    MANDATE,
                    DecisionRules::mandateExpired),
            new DecisionRule(
                    RefusalReason.MANDATE_WRONG_YEAR,
                    "The mandate covers the budget year, and says so when the pledge reaches beyond the current one.",
                    MANDATE,
                    DecisionRules::mandateWrongYear),
            new DecisionRule(
                    RefusalReason.MANDATE_EXCEEDED,
                    "All a decision commits of one service's money is within the mandate's ceiling.",
                    MANDATE,
                    DecisionRules::mandateExceeded),
            new DecisionRule(
                    RefusalReason.PROPOSER_IS_TAKER,
                    "Above the threshold the one who proposed does not take the decision.",
                    "Kinds and what they need (domain, section 4)",
                    DecisionRules::proposerIsTaker),
            new DecisionRule(
                    RefusalReason.WEIGHING_MISSING,
                    "Rights and duties are decided on stated facts and law. A disagreement that does not refuse is answered in"
                            + " the weighing, a child's as well.",
                    "The decision; who has a say (domain, section 4)",
                    DecisionRules::weighingMissing),
            new DecisionRule(
                    RefusalReason.FUND_EXHAUSTED,
                    "The fund has at least what the decision needs available, for each budget year.",
                    "Money (domain, section 5)",
                    DecisionRules::fundExhausted));

    /** What is missing of people: told together, so that nobody has to ask again for each. */
    private static final Set<RefusalReason> ABOUT_PEOPLE = EnumSet.of(
            RefusalReason.WORDING_CHANGED,
            RefusalReason.NOT_TAKEN_PART,
            RefusalReason.ASSURANCE_TOO_LOW,
            RefusalReason.CHILD_NOT_HEARD,
            RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE);

    private static final Set<RefusalReason> ABOUT_MANDATES = EnumSet.of(
            RefusalReason.MANDATE_MISSING,
            RefusalReason.MANDATE_EXPIRED,
            RefusalReason.MANDATE_WRONG_YEAR,
            RefusalReason.MANDATE_EXCEEDED);

    private DecisionRules() {}

    /**
     * Why a decision is refused.
     *
     * @param reason the first rule, in the stated order, that it does not meet
     * @param missing what is missing: everything that rule found, and where it is about people, what later rules about people
     *     found too
     */
    record Refusal(RefusalReason reason, List<Missing> missing) {}

    /** Every rule, in the order in which they refuse. */
    public static List<DecisionRule> inOrder() {
        return IN_ORDER;
    }

    static Optional<Refusal> refusal(List<DecisionRule> rules, Taking taking) {
        RefusalReason reason = null;
        var missing = new ArrayList<Missing>();
        for (DecisionRule rule : rules) {
            if (reason != null && !(ABOUT_PEOPLE.contains(reason) && ABOUT_PEOPLE.contains(rule.reason()))) {
                continue;
            }
            List<Missing> found = rule.check().missing(taking);
            if (!found.isEmpty()) {
                reason = reason == null ? rule.reason() : reason;
                missing.addAll(found);
            }
        }
        return reason == null ? Optional.empty() : Optional.of(new Refusal(reason, List.copyOf(missing)));
    }

    /**
     * What every rule finds, in the stated order. A mandate is told once for a service, by the first rule it does not meet: one
     * that is missing is not also expired.
     */
    static List<Missing> everythingMissing(Taking taking) {
        var missing = new ArrayList<Missing>();
        var mandateOf = new HashSet<String>();
        for (DecisionRule rule : IN_ORDER) {
            for (Missing found : rule.check().missing(taking)) {
                if (!ABOUT_MANDATES.contains(found.reason()) || mandateOf.add(String.valueOf(found.fact()))) {
                    missing.add(found);
                }
            }
        }
        return List.copyOf(missing);
    }

    private static List<Missing> journeyClosed(Taking taking) {
        return when(
                taking.state().closed()
                        && !SoundMatter.mayFollowClosing(taking.decision().matter()),
                RefusalReason.JOURNEY_CLOSED,
                null);
    }

    private static List<Missing> notEnrolled(Taking taking) {
        switch (taking.decision().matter().decisionKind()) {
            case CLOSE, ADMISSION, REOPEN, INDIVIDUAL_DECISION -> {
                return List.of();
            }
            case PLAN, BUDGET, STAGE_MOVE, GOAL, MEASURE, SHARING -> {
                // About people who are enrolled.
            }
        }
        if (taking.state().capture().standing(CaptureState.Standing.ENROLLED).isEmpty()) {
            return when(true, RefusalReason.NOT_ENROLLED, null);
        }
        return taking.decision().concerned().stream()
                .filter(person -> !taking.state().capture().includes(person))
                .map(person -> new Missing(RefusalReason.NOT_ENROLLED, person, "LEFT"))
                .toList();
    }

    private static List<Missing> nobodyConcerned(Taking taking) {
        return when(taking.decision().concerned().isEmpty(), RefusalReason.NOBODY_CONCERNED, null);
    }

    private static List<Missing> wordingChanged(Taking taking) {
        return each(taking, Standing.AnsweredToAnother.class, standing -> true)
                .map(standing -> new Missing(RefusalReason.WORDING_CHANGED, standing.person(), null))
                .toList();
    }

    private static List<Missing> notTakenPart(Taking taking) {
        var missing = new ArrayList<Missing>();
        each(taking, Standing.Absent.class, standing -> true)
                .map(standing -> new Missing(
                        RefusalReason.NOT_TAKEN_PART,
                        standing.person(),
                        standing.attempts() == 0 ? null : "ATTEMPTS=" + standing.attempts()))
                .forEach(missing::add);
        // Whoever joined the household, or the measure, since the proposal is concerned too and has not been asked.
        Concerned.by(taking.decision().matter(), taking.state()).stream()
                .filter(person -> !taking.decision().concerned().contains(person))
                .sorted(WordingHash.BY_TEXT)
                .map(person -> new Missing(RefusalReason.NOT_TAKEN_PART, person, "NOT_NAMED"))
                .forEach(missing::add);
        return missing;
    }

    /** Who disagrees is not said here: in a violent home that is itself dangerous. How many do, is. */
    private static List<Missing> somebodyDisagrees(Taking taking) {
        if (taking.needs().needs() != Participation.AGREEMENT) {
            return List.of();
        }
        long disagreeing = each(taking, Standing.Present.class, Standing.Present::disagrees)
                .count();
        return when(disagreeing > 0, RefusalReason.SOMEBODY_DISAGREES, Long.toString(disagreeing));
    }

    private static List<Missing> assuranceTooLow(Taking taking) {
        return each(
                        taking,
                        Standing.Present.class,
                        standing -> !Standing.isEnough(standing.assurance(), standing.answer(), taking))
                .map(standing ->
                        new Missing(RefusalReason.ASSURANCE_TOO_LOW, standing.person(), fact(standing, taking)))
                .toList();
    }

    private static String fact(Standing.Present standing, Taking taking) {
        if (standing.assurance() == Assurance.WITNESSED) {
            return "NO_SIGNED_FORM";
        }
        return standing.answer().witnesses().contains(taking.taker()) ? "TAKER_IS_WITNESS" : "NO_WITNESS";
    }

    private static List<Missing> childNotHeard(Taking taking) {
        var missing = new ArrayList<Missing>();
        for (UUID person : taking.decision().concerned()) {
            if (!taking.isHeard(person)) {
                continue;
            }
            Hearing hearing = taking.decision().hearings().get(person);
            if (hearing == null) {
                missing.add(new Missing(RefusalReason.CHILD_NOT_HEARD, person, "NO_HEARING"));
            } else if (hearing.outcome() == HearingOutcome.NOT_SOUGHT && taking.onlyOwnWishExcuses(person)) {
                missing.add(new Missing(RefusalReason.CHILD_NOT_HEARD, person, "NOT_SOUGHT"));
            }
        }
        return missing;
    }

    private static List<Missing> representativeOutOfScope(Taking taking) {
        return each(taking, Standing.OutOfScope.class, standing -> true)
                .map(standing -> new Missing(
                        RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE,
                        standing.person(),
                        standing.answer().answeredBy().toString()))
                .toList();
    }

    private static List<Missing> takerNotOnTeam(Taking taking) {
        return when(!taking.state().team().includes(taking.taker()), RefusalReason.TAKER_NOT_ON_TEAM, null);
    }

    private static List<Missing> takerRelated(Taking taking) {
        return taking.decision().concerned().stream()
                .filter(person -> taking.state().team().related(taking.taker(), person))
                .map(person -> new Missing(RefusalReason.TAKER_RELATED, person, null))
                .toList();
    }

    private static List<Missing> mandateMissing(Taking taking) {
        return perService(
                taking,
                RefusalReason.MANDATE_MISSING,
                (service, lines) -> !mandates(taking, service, mandate -> true).isEmpty());
    }

    private static List<Missing> mandateExpired(Taking taking) {
        return perService(
                taking,
                RefusalReason.MANDATE_EXPIRED,
                (service, lines) -> !inForce(taking, service).isEmpty());
    }

    private static List<Missing> mandateWrongYear(Taking taking) {
        return perService(
                taking,
                RefusalReason.MANDATE_WRONG_YEAR,
                (service, lines) -> lines.stream()
                        .allMatch(line -> inForce(taking, service).values().stream()
                                .anyMatch(mandate -> covers(taking, mandate, line))));
    }

    private static List<Missing> mandateExceeded(Taking taking) {
        return perService(
                taking,
                RefusalReason.MANDATE_EXCEEDED,
                (service, lines) -> lines.stream()
                        .allMatch(
                                line -> mandateFor(taking, service, lines, line).isPresent()));
    }

    private static List<Missing> proposerIsTaker(Taking taking) {
        return when(
                sum(taking.lines()) > taking.policy().separateTakerAboveOre()
                        && taking.decision().proposer().equals(taking.taker()),
                RefusalReason.PROPOSER_IS_TAKER,
                Long.toString(taking.policy().separateTakerAboveOre()));
    }

    private static List<Missing> weighingMissing(Taking taking) {
        if (taking.needs().grounds() && !taking.decision().grounded()) {
            return when(true, RefusalReason.WEIGHING_MISSING, "GROUNDS");
        }
        boolean somebodyDisagrees = each(taking, Standing.Present.class, Standing.Present::disagrees)
                .findAny()
                .isPresent();
        boolean childDisagrees = taking.decision().concerned().stream()
                .filter(taking::isHeard)
                .map(taking.decision().hearings()::get)
                .anyMatch(hearing -> hearing != null && hearing.disagrees());
        return when(!taking.weighed() && (somebodyDisagrees || childDisagrees), RefusalReason.WEIGHING_MISSING, null);
    }

    private static List<Missing> fundExhausted(Taking taking) {
        if (!taking.allocates()) {
            return List.of();
        }
        record Pot(UUID fund, int year) {}
        Map<Pot, Long> needed = new LinkedHashMap<>();
        taking.lines().forEach(line -> needed.merge(new Pot(line.fund(), line.year()), line.amountOre(), Long::sum));
        var missing = new ArrayList<Missing>();
        needed.forEach((pot, ore) -> taking.funds()
                .find(pot.fund())
                .map(fund -> fund.availableOre(pot.year()))
                .filter(available -> available < ore)
                .ifPresent(available -> missing.add(new Missing(
                        RefusalReason.FUND_EXHAUSTED, null, pot.fund() + "/" + pot.year() + "/" + available))));
        return missing;
    }

    /** The mandates the decision is taken within, one for each paying service and year, sorted by id. */
    static List<UUID> mandatesUsed(Taking taking) {
        return taking.byService().entrySet().stream()
                .flatMap(service -> service.getValue().isEmpty()
                        ? inForce(taking, service.getKey()).keySet().stream().limit(1)
                        : service.getValue().stream()
                                .flatMap(line ->
                                        mandateFor(taking, service.getKey(), service.getValue(), line).stream()))
                .distinct()
                .sorted(WordingHash.BY_TEXT)
                .toList();
    }

    private static Optional<UUID> mandateFor(Taking taking, UUID service, List<AmountLine> ofService, AmountLine line) {
        return inForce(taking, service).entrySet().stream()
                .filter(mandate -> covers(taking, mandate.getValue(), line)
                        && sum(ofService) <= mandate.getValue().ceilingOre())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean covers(Taking taking, Mandate mandate, AmountLine line) {
        return mandate.covers(line.year(), taking.circumstances().today());
    }

    private static Map<UUID, Mandate> inForce(Taking taking, UUID service) {
        return mandates(
                taking,
                service,
                mandate -> mandate.inForceOn(taking.circumstances().today()));
    }

    private static Map<UUID, Mandate> mandates(Taking taking, UUID service, Predicate<Mandate> which) {
        var mandates = new TreeMap<UUID, Mandate>(WordingHash.BY_TEXT);
        taking.state().team().mandates().forEach((id, mandate) -> {
            if (mandate.worker().equals(taking.taker()) && mandate.service().equals(service) && which.test(mandate)) {
                mandates.put(id, mandate);
            }
        });
        return mandates;
    }

    @FunctionalInterface
    private interface ServiceIsCovered {
        boolean test(UUID service, List<AmountLine> lines);
    }

    private static List<Missing> perService(Taking taking, RefusalReason reason, ServiceIsCovered covered) {
        var missing = new ArrayList<Missing>();
        taking.byService().forEach((service, lines) -> {
            if (!covered.test(service, lines)) {
                missing.add(new Missing(reason, null, service.toString()));
            }
        });
        return missing;
    }

    private static long sum(List<AmountLine> lines) {
        return lines.stream().mapToLong(AmountLine::amountOre).sum();
    }

    private static <S extends Standing> Stream<S> each(Taking taking, Class<S> kind, Predicate<S> which) {
        return taking.standings().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which);
    }

    private static List<Missing> when(boolean notMet, RefusalReason reason, @Nullable String fact) {
        return notMet ? List.of(new Missing(reason, null, fact)) : List.of();
    }
}
