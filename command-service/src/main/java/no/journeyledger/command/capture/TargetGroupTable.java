package no.journeyledger.command.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.journeyledger.events.journey.TargetGroup;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ages a target group is meant for: data with a version and a day it came into force, since municipalities draw the line
 * differently (the programme's own sources say 16 to 25 and 17 to 25). An age outside it is said, and turns nobody away.
 *
 * @param version its name, e.g. {@code target-groups-2026-01}
 * @param inForceFrom the first day it applies
 * @param ages the ages of the groups that have any
 */
public record TargetGroupTable(String version, LocalDate inForceFrom, Map<TargetGroup, Ages> ages) {

    private static final List<TargetGroupTable> TABLES = List.of(read("/policy/target-groups-2026-01.json"));

    /** Ages in whole years, both included. */
    public record Ages(int from, int until) {

        /** Ages that run upwards. */
        public Ages {
            if (from > until) {
                throw new IllegalArgumentException("ages from " + from + " until " + until);
            }
        }
    }

    /** Whether somebody born then is of the group's age on the day; a group without ages is for everybody. */
    public boolean fits(TargetGroup group, LocalDate birthDate, LocalDate day) {
        Ages meant = ages.get(group);
        int age = Period.between(birthDate, day).getYears();
        return meant == null || (age >= meant.from() && age <= meant.until());
    }

    /** The table in force on a day; before the first one came into force, the first. */
    public static TargetGroupTable inForceOn(LocalDate day) {
        return TABLES.stream()
                .filter(table -> !table.inForceFrom().isAfter(day))
                .max(Comparator.comparing(TargetGroupTable::inForceFrom))
                .orElse(TABLES.getFirst());
    }

    private static TargetGroupTable read(String resource) {
        try (InputStream json = TargetGroupTable.class.getResourceAsStream(resource)) {
            return new JsonMapper().readValue(json, TargetGroupTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
