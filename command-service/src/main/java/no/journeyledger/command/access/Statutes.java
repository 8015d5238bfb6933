package no.journeyledger.command.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statutes that open a journey without consent, as data with a version and a day it came into force.
 *
 * @param version its name, e.g. {@code 2026-01}
 * @param inForceFrom the first day it applies
 * @param standardMinutes for how long a journey is opened when nothing is said
 * @param statutes each by its code
 */
public record Statutes(String version, LocalDate inForceFrom, int standardMinutes, Map<String, Statute> statutes) {

    private static final List<Statutes> LISTS = List.of(read("/policy/openings-2026-01.json"));

    /** The list is in alphabetical order. */
    public Statutes {
        statutes = new TreeMap<>(statutes);
    }

    /**
     * One statute.
     *
     * @param source where it stands, and what it is for
     * @param mostMinutes for how long it opens a journey at most
     */
    public record Statute(String source, int mostMinutes) {}

    /** The list in force on a day; before the first one came into force, the first. */
    public static Statutes inForceOn(LocalDate day) {
        return LISTS.stream()
                .filter(list -> !list.inForceFrom().isAfter(day))
                .max(Comparator.comparing(Statutes::inForceFrom))
                .orElse(LISTS.getFirst());
    }

    private static Statutes read(String resource) {
        try (InputStream json = Statutes.class.getResourceAsStream(resource)) {
            return new JsonMapper().readValue(json, Statutes.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
