package no.journeyledger.command.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.journeyledger.events.journey.Affairs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * From which age somebody has a say, by affairs: data with a version and a day it came into force, since the law is changing.
 * Ages are counted on the day that is asked about, so the rule follows the very day a child turns 16.
 *
 * <p>Sources: own say in health from 16, Patient and User Rights Act section 4-3; hearing of children from 7 and earlier if able,
 * Children Act section 31 and Child Welfare Act section 1-4; from 12 great weight, Children Act section 31.
 *
 * @param version its name, e.g. {@code ages-2026-01}
 * @param inForceFrom the first day it applies
 * @param ownSayFrom by affairs, the age from which a person answers for themselves; for health never above 16
 * @param heardFrom the age from which a child's own view is recorded
 * @param onlyOwnWishExcusesFrom the age from which only the child's own wish excuses that it was not
 */
public record AgeTable(
        String version,
        LocalDate inForceFrom,
        Map<Affairs, Integer> ownSayFrom,
        int heardFrom,
        int onlyOwnWishExcusesFrom) {

    private static final int HEALTH_BY_LAW = 16;

    private static final List<AgeTable> TABLES = List.of(read("/policy/ages-2026-01.json"));

    /** A table names an age for all affairs, and for health none above the statute's. */
    public AgeTable {
        if (!ownSayFrom.keySet().containsAll(Arrays.asList(Affairs.values()))) {
            throw new IllegalArgumentException("ages " + version + " do not name all affairs");
        }
        if (ownSayFrom.getOrDefault(Affairs.HEALTH, Integer.MAX_VALUE) > HEALTH_BY_LAW) {
            throw new IllegalArgumentException("ages " + version + ": in health a person has their own say from 16");
        }
    }

    /** Whether a person born then answers for themselves on the day. Somebody whose age is no longer known does. */
    public boolean hasOwnSay(@Nullable LocalDate birthDate, Affairs affairs, LocalDate day) {
        return birthDate == null || age(birthDate, day) >= ownSayFrom.getOrDefault(affairs, 0);
    }

    /** Whether a child born then is old enough on the day that their own view is recorded. */
    public boolean isHeard(@Nullable LocalDate birthDate, LocalDate day) {
        return birthDate != null && age(birthDate, day) >= heardFrom;
    }

    /** Whether on the day only the person's own wish excuses that they were not heard. */
    public boolean onlyOwnWishExcuses(@Nullable LocalDate birthDate, LocalDate day) {
        return birthDate == null || age(birthDate, day) >= onlyOwnWishExcusesFrom;
    }

    /** The table in force on a day; before the first one came into force, the first. */
    public static AgeTable inForceOn(LocalDate day) {
        return TABLES.stream()
                .filter(table -> !table.inForceFrom().isAfter(day))
                .max(Comparator.comparing(AgeTable::inForceFrom))
                .orElse(TABLES.getFirst());
    }

    /** The table of that version. */
    public static AgeTable of(String version) {
        return TABLES.stream()
                .filter(table -> table.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no table of ages " + version));
    }

    private static int age(LocalDate birthDate, LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }

    private static AgeTable read(String resource) {
        try (InputStream json = AgeTable.class.getResourceAsStream(resource)) {
            return new JsonMapper().readValue(json, AgeTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
