package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * One version of all parameters. It never changes; a change is a new version.
 *
 * @param version its name, carried by every figure calculated with it
 * @param inForce when it applies
 * @param schedules the discount schedules
 * @param taxFundingCost the cost of tax funding
 * @param unitValues the unit values
 * @param instruments the self-report instruments
 * @param lifeAreaWeights the weights of the areas of life
 * @param smallGroupThreshold how small a group may be shown
 */
public record Parameters(
        String version,
        InForce inForce,
        List<DiscountSchedule> schedules,
        TaxFundingCost taxFundingCost,
        UnitValues unitValues,
        Instruments instruments,
        LifeAreaWeights lifeAreaWeights,
        SmallGroupThreshold smallGroupThreshold) {

    /**
     * Copies the lists and checks the version against its parts.
     *
     * @throws CannotBeCalculated when a name is used twice or a part is not in force on the version's first day
     */
    public Parameters {
        requireText(version, "The name of a parameter version");
        schedules = List.copyOf(schedules);
        Set<String> names = new HashSet<>();
        for (DiscountSchedule schedule : schedules) {
            if (!names.add(schedule.id())) {
                throw new CannotBeCalculated("There are two discount schedules called " + schedule.id() + ".");
            }
            requireInForce(version, "Discount schedule " + schedule.id(), schedule.inForce(), inForce.from());
        }
        requireInForce(version, "The cost of tax funding", taxFundingCost.inForce(), inForce.from());
        for (UnitValue value : unitValues.values()) {
            requireInForce(version, "Unit value " + value.id(), value.inForce(), inForce.from());
        }
        for (InForce scale : Stream.of(
                        instruments.who5().inForce(),
                        instruments.ladder().inForce(),
                        instruments.satisfaction().inForce(),
                        instruments.metByServices().inForce())
                .collect(Collectors.toSet())) {
            requireInForce(version, "An instrument", scale, inForce.from());
        }
        requireInForce(version, "The weights of the areas of life", lifeAreaWeights.inForce(), inForce.from());
        requireInForce(version, "The threshold for small groups", smallGroupThreshold.inForce(), inForce.from());
    }

    /**
     * The discount schedule of that name.
     *
     * @throws CannotBeCalculated when this version has none
     */
    public DiscountSchedule schedule(String id) {
        return schedules.stream()
                .filter(schedule -> schedule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CannotBeCalculated(
                        "Parameter version " + version + " has no discount schedule called " + id + "."));
    }

    private static void requireInForce(String version, String what, InForce inForce, LocalDate day) {
        if (!inForce.on(day)) {
            throw new CannotBeCalculated(
                    what + " is not in force on " + day + ", the first day of parameter version " + version + ".");
        }
    }
}
