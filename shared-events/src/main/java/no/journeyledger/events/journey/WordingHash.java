package no.journeyledger.events.journey;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a decision in its exact wording: what people answer to. Anybody with the {@code decision-proposed} entry can
 * recompute it.
 *
 * <p>It is SHA-256 over these fields in this order: the text {@code journey-ledger wording 1}; decision; revision; the
 * matter (its kind, then its components in their declared order); wording; facts; legal basis; everyone concerned, sorted by
 * the text of their id. A text is its length in bytes (4 bytes, big-endian) and its UTF-8 bytes, and an absent one the length
 * -1; ids, codes and days are texts; a sealed text is its commitment; a number is the length 8 and 8 bytes, big-endian; a list
 * is its size as a number and then its items; a flag is the number 1 or 0; a goal or measure that may be absent is a list of
 * none or one.
 */
public final class WordingHash {

    /** The order in which ids are listed wherever a hash covers them: by their text, the same on every platform. */
    public static final Comparator<UUID> BY_TEXT = Comparator.comparing(UUID::toString);

    private WordingHash() {}

    /** The hash in base64url without padding, 43 characters. */
    public static String of(
            UUID decision,
            int revision,
            Matter matter,
            Sealed wording,
            @Nullable Sealed facts,
            @Nullable String legalBasis,
            List<UUID> concerned) {
        var canonical = new Canonical("journey-ledger wording 1").id(decision).number(revision);
        about(canonical, matter);
        return canonical
                .sealed(wording)
                .sealed(facts)
                .text(legalBasis)
                .ids(concerned.stream().sorted(BY_TEXT).toList())
                .hash();
    }

    /** The hash of what was proposed, computed again. */
    public static String of(DecisionEvent.DecisionProposed proposed) {
        return of(
                proposed.decision(),
                proposed.revision(),
                proposed.matter(),
                proposed.wording(),
                proposed.facts(),
                proposed.legalBasis(),
                proposed.concerned());
    }

    private static void about(Canonical canonical, Matter matter) {
        canonical.code(matter.decisionKind());
        switch (matter) {
            case Matter.OfPlan plan -> canonical.number(plan.planVersion()).text(plan.planHash());
            case Matter.OfBudget budget ->
                canonical
                        .code(budget.action())
                        .id(budget.measure())
                        .each(
                                budget.lines(),
                                (c, line) -> c.id(line.line())
                                        .id(line.fund())
                                        .id(line.payingService())
                                        .number(line.year())
                                        .number(line.amountOre()));
            case Matter.OfStageMove move ->
                canonical.code(move.from()).code(move.to()).sealed(move.reason());
            case Matter.OfClose close -> canonical.code(close.reason());
            case Matter.OfGoal goal ->
                canonical
                        .code(goal.change())
                        .id(goal.goal())
                        .each(goal.now() == null ? List.<Goal>of() : List.of(goal.now()), PlanHash::goal)
                        .sealed(goal.reason());
            case Matter.OfMeasure measure ->
                canonical
                        .code(measure.change())
                        .id(measure.measure())
                        .each(measure.now() == null ? List.<Measure>of() : List.of(measure.now()), PlanHash::measure)
                        .sealed(measure.reason());
            case Matter.OfAdmission admission ->
                canonical
                        .flag(admission.admitted())
                        .ids(admission.persons())
                        .codeIfAny(admission.startingStage())
                        .codeIfAny(admission.goalStage())
                        .sealed(admission.reasons());
            case Matter.OfReopen reopen -> canonical.ids(reopen.persons()).sealed(reopen.reasons());
            case Matter.OfIndividual individual ->
                canonical
                        .id(individual.service())
                        .ids(individual.parties())
                        .code(individual.appealTerm())
                        .idIfAny(individual.reverses());
            case Matter.OfSharing sharing ->
                canonical
                        .id(sharing.consent())
                        .id(sharing.person())
                        .id(sharing.service())
                        .text(sharing.information())
                        .text(sharing.purpose())
                        .day(sharing.until());
        }
    }
}
