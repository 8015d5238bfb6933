package no.journeyledger.query.economics;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import no.journeyledger.economics.parameters.ParameterCatalogue;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.UnitValue;
import no.journeyledger.economics.parameters.file.ParameterFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every parameter version: the one that comes with the ledger, and those that were adopted. */
final class ParameterVersions {

    /** A version never changes, so it is read once. */
    private static final Map<String, Parameters> READ = new ConcurrentHashMap<>();

    private static final int REMEMBERED = 100;

    private ParameterVersions() {}

    /** The versions that had been adopted at a ledger position. */
    static ParameterCatalogue at(JdbcClient views, long position) {
        ParameterCatalogue catalogue = ParameterFile.builtIn();
        for (String file : views.sql(
                        "SELECT parameters::text FROM views.parameter_version WHERE position <= ? ORDER BY position")
                .param(position)
                .query(String.class)
                .list()) {
            if (READ.size() > REMEMBERED) {
                READ.clear();
            }
            catalogue = catalogue.with(READ.computeIfAbsent(file, ParameterFile::read));
        }
        return catalogue;
    }

    /** The version asked for, or the one in force on a day. */
    static Parameters of(ParameterCatalogue catalogue, String version, LocalDate day) {
        return version.isEmpty() ? catalogue.inForceOn(day) : catalogue.version(version);
    }

    /** The version asked for among all that were ever adopted, or the one in force on a day when none is. */
    static Parameters asked(JdbcClient views, @Nullable String version, LocalDate day) {
        return of(at(views, Long.MAX_VALUE), version == null ? "" : version, day);
    }

    /** The newest price year of a version's unit values: the kroner it calculates in. */
    static OptionalInt priceYear(Parameters parameters) {
        return parameters.unitValues().values().stream()
                .map(UnitValue::priceYear)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max();
    }
}
