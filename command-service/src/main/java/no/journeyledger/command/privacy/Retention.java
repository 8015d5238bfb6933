package no.journeyledger.command.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long the archive law requires that a person's data are kept, as data with a version and a day it came into force.
 *
 * @param version its name, e.g. {@code 2026-01}
 * @param inForceFrom the first day it applies
 * @param rule where it stands
 * @param yearsAfterLeaving for how long after the journey ended for the person
 */
public record Retention(String version, LocalDate inForceFrom, String rule, int yearsAfterLeaving) {

    private static final List<Retention> RULES = List.of(read("/policy/retention-2026-01.json"));

    /** The rule in force on a day; before the first one came into force, the first. */
    public static Retention inForceOn(LocalDate day) {
        return RULES.stream()
                .filter(rule -> !rule.inForceFrom().isAfter(day))
                .max(Comparator.comparing(Retention::inForceFrom))
                .orElse(RULES.getFirst());
    }

    private static Retention read(String resource) {
        try (InputStream json = Retention.class.getResourceAsStream(resource)) {
            return new JsonMapper().readValue(json, Retention.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
