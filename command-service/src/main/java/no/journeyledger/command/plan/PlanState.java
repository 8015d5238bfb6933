package no.journeyledger.command.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import org.jspecify.annotations.Nullable;

/**
 * The plan in outline: what rules need of it.
 *
 * @param latestVersion the newest version drafted, 0 before the first
 * @param drafts the versions drafted since the agreed one, by version
 * @param agreed the agreed version, {@code null} before the first
 * @param finished the measures that were carried out
 * @param started the measures work on which has begun
 * @param leftOut measures once agreed that the agreed version leaves out, unfinished, until it is said why
 * @param gathered the ids of the plans that were gathered
 */
public record PlanState(
        int latestVersion,
        Map<Integer, Outline> drafts,
        @Nullable Outline agreed,
        List<UUID> finished,
        List<UUID> started,
        List<UUID> leftOut,
        List<UUID> gathered) {

    /** Before the first draft. */
    public static final PlanState EMPTY = new PlanState(0, Map.of(), null, List.of(), List.of(), List.of(), List.of());

    /** Drafts nobody agreed to are not kept for ever. */
    static final int KEPT_DRAFTS = 10;

    /** Nothing is left out in a state read back. */
    public PlanState {
        drafts = Kept.map(drafts);
        finished = Kept.list(finished);
        started = Kept.list(started);
        leftOut = Kept.list(leftOut);
        gathered = Kept.list(gathered);
    }

    /** A version of the plan: its content hash, whom each goal names, and its measures by id. */
    public record Outline(String contentHash, Map<UUID, List<UUID>> goals, Map<UUID, PlannedMeasure> measures) {

        /** Nothing is left out in a state read back. */
        public Outline {
            goals = Kept.map(goals);
            measures = Kept.map(measures);
        }
    }

    /** A measure: the goal it serves and whom it names. */
    public record PlannedMeasure(UUID goal, List<UUID> persons) {}

    /** A measure of the agreed plan. */
    public @Nullable PlannedMeasure agreedMeasure(UUID measure) {
        return agreed == null ? null : agreed.measures().get(measure);
    }

    /** The state after the event. */
    public PlanState evolve(PlanEvent event) {
        return switch (event) {
            case PlanDrafted drafted ->
                new PlanState(
                        drafted.version(),
                        Kept.withNewest(drafts, drafted.version(), outline(drafted), KEPT_DRAFTS),
                        agreed,
                        finished,
                        started,
                        leftOut,
                        gathered);
            case PlanAgreed now -> agreed(now.version());
            case MeasureStarted begun ->
                new PlanState(
                        latestVersion,
                        drafts,
                        agreed,
                        finished,
                        Kept.with(started, begun.measure()),
                        leftOut,
                        gathered);
            case MeasureFinished done ->
                new PlanState(
                        latestVersion, drafts, agreed, Kept.with(finished, done.measure()), started, leftOut, gathered);
            case MeasureDropped dropped ->
                new PlanState(
                        latestVersion,
                        drafts,
                        agreed,
                        finished,
                        started,
                        leftOut.stream()
                                .filter(measure -> !measure.equals(dropped.measure()))
                                .toList(),
                        gathered);
            case IndividualPlanGathered plan ->
                new PlanState(
                        latestVersion,
                        drafts,
                        agreed,
                        finished,
                        started,
                        leftOut,
                        Kept.with(gathered, plan.gathered()));
        };
    }

    /** The state after a decision about one goal of the agreed plan. */
    public PlanState decided(Matter.OfGoal goal) {
        return agreed == null
                ? this
                : agreeing(new Outline(
                        agreed.contentHash(),
                        goal.now() == null
                                ? Kept.without(agreed.goals(), goal.goal())
                                : Kept.with(
                                        agreed.goals(), goal.goal(), goal.now().persons()),
                        agreed.measures()));
    }

    /** The state after a decision about one measure of the agreed plan. */
    public PlanState decided(Matter.OfMeasure measure) {
        return agreed == null
                ? this
                : agreeing(new Outline(
                        agreed.contentHash(),
                        agreed.goals(),
                        measure.now() == null
                                ? Kept.without(agreed.measures(), measure.measure())
                                : Kept.with(
                                        agreed.measures(),
                                        measure.measure(),
                                        new PlannedMeasure(
                                                measure.now().goal(),
                                                measure.now().persons()))));
    }

    private PlanState agreeing(Outline now) {
        return new PlanState(latestVersion, drafts, now, finished, started, leftOut, gathered);
    }

    private PlanState agreed(int version) {
        var later = new LinkedHashMap<>(drafts);
        later.keySet().removeIf(drafted -> drafted <= version);
        Outline now = drafts.get(version);
        var out = new LinkedHashSet<>(leftOut);
        if (agreed != null) {
            out.addAll(agreed.measures().keySet());
        }
        if (now != null) {
            out.removeAll(now.measures().keySet());
        }
        finished.forEach(out::remove);
        return new PlanState(latestVersion, later, now, finished, started, List.copyOf(out), gathered);
    }

    private static Outline outline(PlanDrafted drafted) {
        var goals = new LinkedHashMap<UUID, List<UUID>>();
        drafted.goals().forEach(goal -> goals.put(goal.id(), goal.persons()));
        var measures = new LinkedHashMap<UUID, PlannedMeasure>();
        drafted.measures()
                .forEach(measure -> measures.put(measure.id(), new PlannedMeasure(measure.goal(), measure.persons())));
        return new Outline(drafted.contentHash(), goals, measures);
    }
}
