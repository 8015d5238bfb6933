package no.journeyledger.query.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.journeyledger.events.Actor;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.MandateRevoked;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
import no.journeyledger.events.journey.WordingHash;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.query.dossier.Grounds.CheckedAgain;
import no.journeyledger.query.dossier.Grounds.Evidence;
import no.journeyledger.query.dossier.Grounds.EvidenceAnswer;
import no.journeyledger.query.dossier.Grounds.EvidenceHearing;
import no.journeyledger.query.dossier.Grounds.EvidenceWitness;
import no.journeyledger.query.dossier.Grounds.MandateThen;
import no.journeyledger.query.dossier.Grounds.Met;
import no.journeyledger.query.dossier.Grounds.Outcome;
import no.journeyledger.query.dossier.Grounds.RuleMet;
import no.journeyledger.query.dossier.Grounds.Ruling;
import no.journeyledger.query.projection.ViewsJson;
import no.journeyledger.query.replay.JourneyHistory;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.reads.Basis;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows one decision through a journey's entries, and tells at each ruling what there was to rule on. */
final class Reasoning {

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final Pattern POLICY_VERSION = Pattern.compile("(?:ages-)?[0-9]{4}-[0-9]{2}[a-z0-9-]*");

    /** What is missing of people is told together, so all of these were asked when one of them refused. */
    private static final Set<RefusalReason> ABOUT_PEOPLE = EnumSet.of(
            RefusalReason.WORDING_CHANGED,
            RefusalReason.NOT_TAKEN_PART,
            RefusalReason.ASSURANCE_TOO_LOW,
            RefusalReason.CHILD_NOT_HEARD,
            RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE);

    private record At<E>(E event, RecordedEvent recorded) {}

    private final UUID decision;
    private final Opening opening;
    private final Sentences sentences;
    private final Locale language;

    private final List<At<AnswerRecorded>> answers = new ArrayList<>();
    private final Map<UUID, List<At<AnswersConfirmed>>> confirmations = new HashMap<>();
    private final List<At<ChildHearingRecorded>> hearings = new ArrayList<>();
    private final Map<UUID, At<MandateDelegated>> mandates = new LinkedHashMap<>();
    private final Map<UUID, Instant> revoked = new HashMap<>();
    private final Set<UUID> team = new HashSet<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private @Nullable DecisionProposed proposal;

    private Reasoning(UUID decision, Opening opening, Sentences sentences, Locale language) {
        this.decision = decision;
        this.opening = opening;
        this.sentences = sentences;
        this.language = language;
    }

    /** The grounds of every ruling, empty when the journey has no such decision. */
    static Optional<Grounds> of(
            JourneyHistory history, UUID decision, Opening opening, Sentences sentences, Locale language) {
        var reasoning = new Reasoning(decision, opening, sentences, language);
        history.entries().forEach(reasoning::follow);
        return Optional.ofNullable(reasoning.proposal)
                .map(proposal -> new Grounds(
                        history.journey(), decision, proposal.matter().decisionKind(), List.copyOf(reasoning.rulings)));
    }

    private void follow(RecordedEvent recorded) {
        switch (recorded.payload()) {
            case DecisionEvent e -> decision(e, recorded);
            case AnswersConfirmed e ->
                e.answers()
                        .forEach(answer -> confirmations
                                .computeIfAbsent(answer, key -> new ArrayList<>())
                                .add(new At<>(e, recorded)));
            case MandateDelegated e -> mandates.put(e.mandate(), new At<>(e, recorded));
            case MandateRevoked e ->
                revoked.put(e.mandate(), recorded.metadata().effectiveAt());
            case TeamMemberJoined e -> team.add(e.worker());
            case TeamMemberLeft e -> team.remove(e.worker());
            default -> {
                // Nothing that a ruling is about.
            }
        }
    }

    private void decision(DecisionEvent event, RecordedEvent recorded) {
        if (event instanceof DecisionProposed e && e.decision().equals(decision)) {
            proposal = e;
        } else if (event instanceof AnswerRecorded e && e.decision().equals(decision)) {
            answers.add(new At<>(e, recorded));
        } else if (event instanceof ChildHearingRecorded e && e.decision().equals(decision)) {
            hearings.add(new At<>(e, recorded));
        } else if (event instanceof DecisionTaken e && e.decision().equals(decision)) {
            taken(e, recorded);
        } else if (event instanceof DecisionRefused e && e.decision().equals(decision)) {
            refused(e, recorded);
        }
    }

    private void taken(DecisionTaken e, RecordedEvent recorded) {
        DecisionProposed proposed = proposal;
        if (proposed == null) {
            return;
        }
        boolean anotherDisagreed = e.participation().stream()
                .anyMatch(part -> part.answer() == Answer.DISAGREES && !isOpen(part.person()));
        rulings.add(new Ruling(
                recorded.position(),
                recorded.recordedAt(),
                recorded.metadata().effectiveAt(),
                Outcome.TAKEN,
                e.taker(),
                proposed.revision(),
                proposed.wording(),
                proposed.facts(),
                proposed.legalBasis(),
                e.wordingHash(),
                e.matter(),
                proposed.concerned(),
                proposed.proposer(),
                e.policyVersion(),
                policy(e.policyVersion()),
                rules(null, List.of()),
                evidence(proposed, e.wordingHash(), e.participation()),
                mandates(e.matter(), e.taker(), recorded, e.mandates()),
                // The weighing answers disagreement, and would tell of it.
                anotherDisagreed ? null : e.weighing(),
                checkedAgain(proposed, e, recorded)));
    }

    private void refused(DecisionRefused e, RecordedEvent recorded) {
        DecisionProposed proposed = proposal;
        if (proposed == null) {
            return;
        }
        rulings.add(new Ruling(
                recorded.position(),
                recorded.recordedAt(),
                recorded.metadata().effectiveAt(),
                Outcome.REFUSED,
                e.attemptedBy(),
                proposed.revision(),
                proposed.wording(),
                proposed.facts(),
                proposed.legalBasis(),
                e.wordingHash(),
                proposed.matter(),
                proposed.concerned(),
                proposed.proposer(),
                e.policyVersion(),
                policy(e.policyVersion()),
                opening.opensEverything() && opening.basis() != Basis.OWN ? rules(e.reason(), e.missing()) : List.of(),
                evidence(proposed, e.wordingHash(), List.of()),
                mandates(proposed.matter(), e.attemptedBy(), recorded, List.of()),
                null,
                List.of(hashHolds(proposed, e.wordingHash()))));
    }

    /** What of one member of a household is closed to the others, and to a service it is not opened to. */
    private boolean isOpen(UUID about) {
        return opening.opens(about);
    }

    /** The order of the reasons is the order of the rule: those before the one that refused had been met. */
    private List<RuleMet> rules(@Nullable RefusalReason reason, List<Missing> missing) {
        var rules = new ArrayList<RuleMet>();
        int order = 0;
        for (RefusalReason rule : RefusalReason.values()) {
            order++;
            List<Missing> found =
                    missing.stream().filter(each -> each.reason() == rule).toList();
            rules.add(new RuleMet(order, rule, sentence(rule), met(rule, reason, found), found));
        }
        return List.copyOf(rules);
    }

    private static Met met(RefusalReason rule, @Nullable RefusalReason reason, List<Missing> found) {
        if (rule == reason || !found.isEmpty()) {
            return Met.FAILED;
        }
        if (reason == null || rule.compareTo(reason) < 0) {
            return Met.PASSED;
        }
        return ABOUT_PEOPLE.contains(reason) && ABOUT_PEOPLE.contains(rule) ? Met.PASSED : Met.NOT_ASKED;
    }

    private String sentence(RefusalReason rule) {
        String key = "dossier.rule." + rule;
        return sentences.keys(language).contains(key)
                ? sentences.say(language, key)
                : sentences.say(language, "term.RefusalReason." + rule);
    }

    private List<Evidence> evidence(DecisionProposed proposed, String wordingHash, List<Participation> counted) {
        return proposed.concerned().stream()
                .filter(this::isOpen)
                .map(person -> new Evidence(
                        person,
                        counted.stream()
                                .filter(part -> part.person().equals(person))
                                .findFirst()
                                .orElse(null),
                        answers.stream()
                                .filter(each -> each.event().person().equals(person))
                                .map(each -> answer(each, wordingHash))
                                .toList(),
                        hearings.stream()
                                .filter(each -> each.event().child().equals(person)
                                        && each.event().wordingHash().equals(wordingHash))
                                .map(each -> new EvidenceHearing(
                                        each.event().outcome(),
                                        each.event().disagrees(),
                                        each.event().view(),
                                        each.recorded().recordedAt(),
                                        each.recorded().position()))
                                .toList()))
                .toList();
    }

    private EvidenceAnswer answer(At<AnswerRecorded> each, String wordingHash) {
        AnswerRecorded e = each.event();
        List<EvidenceWitness> witnesses = confirmations.getOrDefault(e.answerId(), List.of()).stream()
                .map(confirmed -> new EvidenceWitness(
                        confirmed.event().witness(),
                        confirmed.event().witnessService(),
                        confirmed.event().spokeToThePerson(),
                        confirmed.recorded().recordedAt(),
                        confirmed.recorded().position()))
                .toList();
        return new EvidenceAnswer(
                e.answerId(),
                each.recorded().position(),
                e.answer(),
                e.wordingHash().equals(wordingHash),
                e.answeredBy(),
                e.means(),
                e.assurance() == Assurance.RECORDED && !witnesses.isEmpty() ? Assurance.WITNESSED : e.assurance(),
                inOwnSession(each),
                e.recordedBy(),
                e.meeting(),
                e.ownWords(),
                each.recorded().recordedAt(),
                each.recorded().metadata().effectiveAt(),
                witnesses);
    }

    private static boolean inOwnSession(At<AnswerRecorded> each) {
        Actor actor = each.recorded().metadata().actor();
        return actor.kind() == Actor.Kind.PERSON
                && actor.through() == null
                && actor.id().equals(each.event().answeredBy());
    }

    private static List<AmountLine> lines(Matter matter) {
        return matter instanceof Matter.OfBudget budget ? budget.lines() : List.of();
    }

    private List<MandateThen> mandates(Matter matter, UUID worker, RecordedEvent ruling, List<UUID> used) {
        var needed = new LinkedHashMap<UUID, Long>();
        if (matter instanceof Matter.OfIndividual individual) {
            needed.put(individual.service(), 0L);
        }
        lines(matter).forEach(line -> needed.merge(line.payingService(), line.amountOre(), Math::addExact));
        LocalDate day = day(ruling);
        return mandates.values().stream()
                .filter(each -> used.contains(each.event().mandate())
                        || (each.event().worker().equals(worker)
                                && needed.containsKey(each.event().service())))
                .map(each -> {
                    MandateDelegated e = each.event();
                    return new MandateThen(
                            e.mandate(),
                            each.recorded().position(),
                            e.worker(),
                            e.service(),
                            e.ceilingOre(),
                            e.budgetYears(),
                            e.from(),
                            e.until(),
                            e.beyondTheYear(),
                            revoked.get(e.mandate()),
                            inForce(e, day),
                            ChronoUnit.DAYS.between(day, e.until()),
                            needed.getOrDefault(e.service(), 0L),
                            used.contains(e.mandate()));
                })
                .toList();
    }

    private static LocalDate day(RecordedEvent ruling) {
        return LocalDate.ofInstant(ruling.recordedAt(), ZONE);
    }

    private boolean inForce(MandateDelegated mandate, LocalDate day) {
        return !revoked.containsKey(mandate.mandate())
                && !day.isBefore(mandate.from())
                && !day.isAfter(mandate.until());
    }

    private CheckedAgain check(String check, boolean holds) {
        return new CheckedAgain(check, sentences.say(language, "dossier.check." + check), holds);
    }

    private CheckedAgain hashHolds(DecisionProposed proposed, String ruledOn) {
        return check(
                "wording-hash",
                proposed.wordingHash().equals(ruledOn)
                        && WordingHash.of(proposed).equals(ruledOn));
    }

    private List<CheckedAgain> checkedAgain(DecisionProposed proposed, DecisionTaken e, RecordedEvent recorded) {
        var checks = new ArrayList<CheckedAgain>();
        checks.add(hashHolds(proposed, e.wordingHash()));
        checks.add(check(
                "everybody",
                e.participation().stream().map(Participation::person).toList().containsAll(proposed.concerned())));
        checks.add(check(
                "answers-recorded",
                e.participation().stream().allMatch(part -> found(part).isPresent())));
        checks.add(check(
                "own-session",
                e.participation().stream()
                        .filter(part -> part.assurance() == Assurance.SELF)
                        .allMatch(part ->
                                found(part).filter(Reasoning::inOwnSession).isPresent())));
        checks.add(check(
                "witness",
                e.participation().stream()
                        .filter(part -> part.assurance() == Assurance.WITNESSED)
                        .allMatch(part -> found(part)
                                .filter(answer -> confirmations.getOrDefault(part.answerId(), List.of()).stream()
                                        .map(confirmed -> confirmed.event().witness())
                                        .anyMatch(witness -> !witness.equals(e.taker())
                                                && !witness.equals(proposed.proposer())
                                                && !witness.equals(
                                                        answer.event().recordedBy())))
                                .isPresent())));
        checks.add(check("on-team", team.contains(e.taker())));
        if (!e.mandates().isEmpty() || !lines(e.matter()).isEmpty()) {
            checks.add(check("mandate", mandatesCover(e, recorded)));
        }
        return List.copyOf(checks);
    }

    /** The recorded answer that a piece of evidence stands on: of this person, to this wording, before now. */
    private Optional<At<AnswerRecorded>> found(Participation part) {
        DecisionProposed proposed = proposal;
        return answers.stream()
                .filter(each -> each.event().answerId().equals(part.answerId())
                        && each.event().person().equals(part.person())
                        && each.event().answer() == part.answer()
                        && proposed != null
                        && each.event().wordingHash().equals(proposed.wordingHash()))
                .findFirst();
    }

    private boolean mandatesCover(DecisionTaken e, RecordedEvent recorded) {
        LocalDate day = day(recorded);
        List<MandateDelegated> used = e.mandates().stream()
                .map(mandates::get)
                .filter(each -> each != null)
                .map(At::event)
                .toList();
        var needed = new HashMap<UUID, Long>();
        lines(e.matter()).forEach(line -> needed.merge(line.payingService(), line.amountOre(), Math::addExact));
        return lines(e.matter()).stream()
                .allMatch(line -> used.stream()
                        .anyMatch(mandate -> mandate.worker().equals(e.taker())
                                && mandate.service().equals(line.payingService())
                                && inForce(mandate, day)
                                && mandate.budgetYears().contains(line.year())
                                && needed.getOrDefault(mandate.service(), 0L) <= mandate.ceilingOre()));
    }

    /** The policy table of a version with the ages it names, which both services hold as data. */
    private static @Nullable JsonNode policy(String version) {
        if (!POLICY_VERSION.matcher(version).matches()) {
            return null;
        }
        try (InputStream in = Reasoning.class.getResourceAsStream("/policy/" + version + ".json")) {
            JsonNode table = in == null ? null : ViewsJson.mapper().readTree(in);
            if (table instanceof ObjectNode whole && whole.path("ages").isString()) {
                JsonNode ages = policy(whole.path("ages").asString());
                if (ages != null) {
                    whole.set("ages", ages);
                }
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
