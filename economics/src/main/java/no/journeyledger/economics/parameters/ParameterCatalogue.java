package no.journeyledger.economics.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * Every version there has been. On a day, the version that began last applies: a newer version supersedes an older one
 * without changing it.
 *
 * @param versions in the order of their first day
 */
public record ParameterCatalogue(List<Parameters> versions) {

    /**
     * Orders the versions.
     *
     * @throws CannotBeCalculated when two have the same name or begin on the same day
     */
    public ParameterCatalogue {
        versions = versions.stream()
                .sorted(Comparator.comparing(parameters -> parameters.inForce().from()))
                .toList();
        for (int i = 0; i < versions.size(); i++) {
            for (Parameters later : versions.subList(i + 1, versions.size())) {
                Parameters earlier = versions.get(i);
                if (earlier.version().equals(later.version())) {
                    throw new CannotBeCalculated("There are two parameter versions called " + later.version() + ".");
                }
                if (earlier.inForce().from().equals(later.inForce().from())) {
                    throw new CannotBeCalculated("Parameter versions " + earlier.version() + " and " + later.version()
                            + " begin on the same day, so neither supersedes the other.");
                }
            }
        }
    }

    /** This catalogue with one more version. */
    public ParameterCatalogue with(Parameters version) {
        List<Parameters> more = new ArrayList<>(versions);
        more.add(version);
        return new ParameterCatalogue(more);
    }

    /**
     * The version that applies on a day.
     *
     * @throws CannotBeCalculated when none does
     */
    public Parameters inForceOn(LocalDate day) {
        return versions.reversed().stream()
                .filter(parameters -> parameters.inForce().on(day))
                .findFirst()
                .orElseThrow(() -> new CannotBeCalculated("No parameter version is in force on " + day + "."));
    }

    /**
     * The version of that name, in force or not: figures of the past are recomputed with it.
     *
     * @throws CannotBeCalculated when there is none
     */
    public Parameters version(String version) {
        return versions.stream()
                .filter(parameters -> parameters.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new CannotBeCalculated("There is no parameter version " + version + "."));
    }
}
