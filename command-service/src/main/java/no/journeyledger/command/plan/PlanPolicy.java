package no.journeyledger.command.plan;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Money;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.plan.PlanRejection.CostOutOfRange;
import no.journeyledger.command.plan.PlanRejection.DrafterNotOnTeam;
import no.journeyledger.command.plan.PlanRejection.GoalUnknown;
import no.journeyledger.command.plan.PlanRejection.GoalsMissing;
import no.journeyledger.command.plan.PlanRejection.MeasureAlreadyFinished;
import no.journeyledger.command.plan.PlanRejection.MeasureAlreadyStarted;
import no.journeyledger.command.plan.PlanRejection.MeasureEndsBeforeItBegins;
import no.journeyledger.command.plan.PlanRejection.MeasureStartsInTheFuture;
import no.journeyledger.command.plan.PlanRejection.MeasureStillAgreed;
import no.journeyledger.command.plan.PlanRejection.MeasureUnknown;
import no.journeyledger.command.plan.PlanRejection.NamesNobody;
import no.journeyledger.command.plan.PlanRejection.PlanAfterClosing;
import no.journeyledger.command.plan.PlanRejection.PlanAlreadyGathered;
import no.journeyledger.command.plan.PlanRejection.PlanBeforeEnrolment;
import no.journeyledger.command.plan.PlanRejection.PlanIdTwice;
import no.journeyledger.command.plan.PlanRejection.PlanPersonUnknown;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.PlanHash;
import org.jspecify.annotations.Nullable;

/** What a plan must hold together. */
public final class PlanPolicy {

    private PlanPolicy() {}

    /** Adjusting a plan drafts its next version; nobody is bound by it before a decision agrees to it. */
    public static Ruling<PlanRejection> draft(JourneyState state, DraftPlan command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new PlanAfterClosing(command.journey()));
        }
        if (state.capture().standing(Standing.ENROLLED).isEmpty()) {
            return rejected(new PlanBeforeEnrolment(command.journey()));
        }
        UUID drafter = circumstances.actor().id();
        if (!state.team().includes(drafter)) {
            return rejected(new DrafterNotOnTeam(drafter));
        }
        PlanRejection unsound = unsound(state, command);
        if (unsound != null) {
            return rejected(unsound);
        }
        int version = state.plan().latestVersion() + 1;
        String hash = PlanHash.of(
                version,
                command.situation(),
                command.goals(),
                command.measures(),
                command.undertakings(),
                command.expectedBenefits());
        return accepted(
                new PlanDrafted(
                        version,
                        command.situation(),
                        command.goals(),
                        command.measures(),
                        command.undertakings(),
                        command.expectedBenefits(),
                        hash),
                new Created.Plan(
                        version,
                        command.goals().stream().map(Goal::id).toList(),
                        command.measures().stream().map(Measure::id).toList(),
                        hash));
    }

    /** Work begins on what was agreed. */
    public static Ruling<PlanRejection> start(JourneyState state, StartMeasure command, Circumstances circumstances) {
        PlanRejection notTheirs = notTheirs(state, circumstances);
        if (notTheirs != null) {
            return rejected(notTheirs);
        }
        if (state.plan().agreedMeasure(command.measure()) == null) {
            return rejected(new MeasureUnknown(command.measure()));
        }
        if (state.plan().finished().contains(command.measure())) {
            return rejected(new MeasureAlreadyFinished(command.measure()));
        }
        if (state.plan().started().contains(command.measure())) {
            return rejected(new MeasureAlreadyStarted(command.measure()));
        }
        return command.on().isAfter(circumstances.today())
                ? rejected(new MeasureStartsInTheFuture(command.on()))
                : accepted(new MeasureStarted(command.measure(), command.on()));
    }

    /** Nobody drops a measure alone: people agree to a plan without it, and then the reason is recorded. */
    public static Ruling<PlanRejection> drop(JourneyState state, DropMeasure command, Circumstances circumstances) {
        PlanRejection notTheirs = notTheirs(state, circumstances);
        if (notTheirs != null) {
            return rejected(notTheirs);
        }
        if (state.plan().agreedMeasure(command.measure()) != null) {
            return rejected(new MeasureStillAgreed(command.measure()));
        }
        return state.plan().leftOut().contains(command.measure())
                ? accepted(new MeasureDropped(command.measure(), command.reason()))
                : rejected(new MeasureUnknown(command.measure()));
    }

    /** One plan instead of many: what the services already have is gathered. */
    public static Ruling<PlanRejection> gather(JourneyState state, GatherPlan command, Circumstances circumstances) {
        PlanRejection notTheirs = notTheirs(state, circumstances);
        if (notTheirs != null) {
            return rejected(notTheirs);
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new PlanPersonUnknown(command.person()));
        }
        return state.plan().gathered().contains(command.gathered())
                ? rejected(new PlanAlreadyGathered(command.gathered()))
                : accepted(
                        new IndividualPlanGathered(
                                command.gathered(), command.person(), command.service(), command.reference()),
                        new Created.Gathered(command.gathered()));
    }

    private static @Nullable PlanRejection notTheirs(JourneyState state, Circumstances circumstances) {
        if (state.closed()) {
            return new PlanAfterClosing(state.id());
        }
        UUID worker = circumstances.actor().id();
        return state.team().includes(worker) ? null : new DrafterNotOnTeam(worker);
    }

    /** A finished measure needs no more decisions, and the rest of its money may be released. */
    public static Ruling<PlanRejection> finish(JourneyState state, FinishMeasure command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new PlanAfterClosing(command.journey()));
        }
        UUID worker = circumstances.actor().id();
        if (!state.team().includes(worker)) {
            return rejected(new DrafterNotOnTeam(worker));
        }
        if (state.plan().finished().contains(command.measure())) {
            return rejected(new MeasureAlreadyFinished(command.measure()));
        }
        if (state.plan().agreedMeasure(command.measure()) == null) {
            return rejected(new MeasureUnknown(command.measure()));
        }
        return accepted(new MeasureFinished(command.measure(), command.outcome()));
    }

    private static @Nullable PlanRejection unsound(JourneyState state, DraftPlan command) {
        if (command.goals().isEmpty()) {
            return new GoalsMissing(command.journey());
        }
        var goals = new HashSet<UUID>();
        for (Goal goal : command.goals()) {
            if (!goals.add(goal.id())) {
                return new PlanIdTwice(goal.id());
            }
            PlanRejection unsound = unsoundPersons(state, goal.id(), goal.persons());
            if (unsound != null) {
                return unsound;
            }
        }
        var ids = new HashSet<>(goals);
        for (Measure measure : command.measures()) {
            if (!ids.add(measure.id())) {
                return new PlanIdTwice(measure.id());
            }
            if (!goals.contains(measure.goal())) {
                return new GoalUnknown(measure.goal());
            }
            PlanRejection unsound = unsoundPersons(state, measure.id(), measure.persons());
            if (unsound != null) {
                return unsound;
            }
            if (measure.until() != null && measure.until().isBefore(measure.from())) {
                return new MeasureEndsBeforeItBegins(measure.id());
            }
            for (CostLine cost : measure.costs()) {
                if (!Money.fits(cost.amountOre())) {
                    return new CostOutOfRange(cost.amountOre());
                }
            }
        }
        return null;
    }

    private static @Nullable PlanRejection unsoundPersons(JourneyState state, UUID id, List<UUID> persons) {
        if (persons.isEmpty()) {
            return new NamesNobody(id);
        }
        for (UUID person : persons) {
            if (!state.capture().enrolled(person)) {
                return new PlanPersonUnknown(person);
            }
        }
        return null;
    }
}
