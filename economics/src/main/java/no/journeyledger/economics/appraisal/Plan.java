package no.journeyledger.economics.appraisal;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.discounting.DiscountFactors;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;

/**
 * Everything a calculation needs beside the parameters. Kept, it can be calculated again with any version of them.
 *
 * @param id its name, e.g. the plan's id and version
 * @param yearZero the calendar year that everything is discounted to
 * @param priceYear the year of its kroner
 * @param horizon the last year counted, 0 for year 0 alone
 * @param timing when in a year payments fall
 * @param schedule the name of the discount schedule in the parameters
 * @param optimism the correction for optimism
 * @param effects costs and benefits
 */
public record Plan(
        String id,
        int yearZero,
        int priceYear,
        int horizon,
        PaymentTiming timing,
        String schedule,
        OptimismCorrection optimism,
        List<Effect> effects) {

    /**
     * Copies the effects and checks them.
     *
     * @throws CannotBeCalculated when two have the same name or one goes on after the horizon
     */
    public Plan {
        requireText(id, "The name of a plan");
        requireText(schedule, "The name of a discount schedule");
        DiscountFactors.requireHorizon(horizon);
        effects = List.copyOf(effects);
        Set<String> names = new HashSet<>();
        for (Effect effect : effects) {
            if (!names.add(effect.id())) {
                throw new CannotBeCalculated("Plan " + id + " has two effects called " + effect.id() + ".");
            }
            if (effect.course().lastYear() > horizon) {
                throw new CannotBeCalculated("Effect " + effect.id() + " goes on to year "
                        + effect.course().lastYear() + " but only years 0 to " + horizon
                        + " are counted: choose a longer horizon or cut the plan.");
            }
        }
    }

    /** The same plan with each effect changed: a what-if, or other success rates. */
    public Plan withEffects(UnaryOperator<Effect> change) {
        return with(horizon, effects.stream().map(change).toList());
    }

    /** The same plan counted to an earlier year; what would happen after it is left out. */
    public Plan cutAt(int year) {
        return with(
                year,
                effects.stream()
                        .filter(effect -> effect.course().firstYear() <= year)
                        .map(effect -> effect.with(effect.role(), effect.price(), cut(effect.course(), year)))
                        .toList());
    }

    private Plan with(int otherHorizon, List<Effect> otherEffects) {
        return new Plan(id, yearZero, priceYear, otherHorizon, timing, schedule, optimism, otherEffects);
    }

    private static Course cut(Course course, int year) {
        int lastYear = Math.min(course.lastYear(), year);
        return new Course(course.firstYear(), lastYear - course.firstYear() + 1, course.growth());
    }
}
