package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.journeyledger.economics.CannotBeCalculated;
import org.jspecify.annotations.Nullable;

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
 * @param priceIndex the price level year by year, {@code null} when this version has none: then kroner of different years are
 *     never put together
 */
public record Parameters(
        String version,
        InForce inForce,
        List<DiscountSchedule> schedules,
        TaxFundingCost taxFundingCost,
        UnitValues unitValues,
        Instruments instruments,
        LifeAreaWeights lifeAreaWeights,
        SmallGroupThreshold smallGroupThreshold,
        @Nullable PriceIndex priceIndex) {

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
        if (priceIndex != null) {
            requireInForce(version, "Price index " + priceIndex.id(), priceIndex.inForce(), inForce.from());
        }
    }

    /**
     * What kroner of one year are multiplied by to become kroner of another: 1 for the same year; empty when they are of
     * different years and this version has no price index with both.
     */
    public Optional<BigDecimal> kroner(int from, int to) {
        if (from == to) {
            return Optional.of(BigDecimal.ONE);
        }
        return priceIndex == null ? Optional.empty() : priceIndex.factor(from, to);
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

    /** The years whose kroner this version can turn into kroner of a year, and that year itself. */
    public Set<Integer> yearsInKroner(int of) {
        Set<Integer> years = new TreeSet<>();
        years.add(of);
        if (priceIndex != null && priceIndex.factor(of, of).isPresent()) {
            priceIndex.levels().forEach(level -> years.add(level.year()));
        }
        return years;
    }

    private static void requireInForce(String version, String what, InForce inForce, LocalDate day) {
        if (!inForce.on(day)) {
            throw new CannotBeCalculated(
                    what + " is not in force on " + day + ", the first day of parameter version " + version + ".");
        }
    }
}
