package no.journeyledger.events.journey;

import java.util.List;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a plan version's content, which a {@code PLAN} decision is about. Encoded as {@link WordingHash} is, over: the
 * text {@code journey-ledger plan 1}; version; situation; goals; measures; undertakings; expected benefits, each with its
 * components in their declared order.
 */
public final class PlanHash {

    private PlanHash() {}

    /** The hash in base64url without padding, 43 characters. */
    public static String of(
            int version,
            Sealed situation,
            List<Goal> goals,
            List<Measure> measures,
            List<Undertaking> undertakings,
            @Nullable Sealed expectedBenefits) {
        return new Canonical("journey-ledger plan 1")
                .number(version)
                .sealed(situation)
                .each(goals, PlanHash::goal)
                .each(measures, PlanHash::measure)
                .each(
                        undertakings,
                        (c, undertaking) -> c.id(undertaking.party()).sealed(undertaking.text()))
                .sealed(expectedBenefits)
                .hash();
    }

    /** The hash of what was drafted, computed again. */
    public static String of(PlanEvent.PlanDrafted drafted) {
        return of(
                drafted.version(),
                drafted.situation(),
                drafted.goals(),
                drafted.measures(),
                drafted.undertakings(),
                drafted.expectedBenefits());
    }

    static void goal(Canonical canonical, Goal goal) {
        canonical
                .id(goal.id())
                .sealed(goal.text())
                .code(goal.horizon())
                .ids(goal.persons())
                .day(goal.by());
    }

    static void measure(Canonical canonical, Measure measure) {
        canonical
                .id(measure.id())
                .id(measure.goal())
                .sealed(measure.text())
                .code(measure.area())
                .code(measure.workPhase())
                .ids(measure.persons())
                .id(measure.responsible())
                .day(measure.from())
                .day(measure.until())
                .each(
                        measure.costs(),
                        (c, cost) ->
                                c.id(cost.payingService()).number(cost.year()).number(cost.amountOre()));
    }
}
