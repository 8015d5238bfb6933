package no.journeyledger.economics.parameters;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.journeyledger.economics.CannotBeCalculated;
import org.jspecify.annotations.Nullable;

/**
 * All unit values of a version. They form a tree, so that a value and its own part are never added.
 *
 * @param values the values, each with the one it is part of
 */
public record UnitValues(List<UnitValue> values) {

    /**
     * Copies the values and checks the tree.
     *
     * @throws CannotBeCalculated when an id is used twice, a whole is missing, or a value is part of itself
     */
    public UnitValues {
        values = List.copyOf(values);
        Map<String, UnitValue> byId = new LinkedHashMap<>();
        for (UnitValue value : values) {
            if (byId.put(value.id(), value) != null) {
                throw new CannotBeCalculated("There are two unit values called " + value.id() + ".");
            }
        }
        for (UnitValue value : values) {
            Set<String> seen = new HashSet<>();
            for (String at = value.id(); at != null; at = wholeOf(byId, at)) {
                if (!seen.add(at)) {
                    throw new CannotBeCalculated("Unit value " + value.id() + " is part of itself.");
                }
            }
        }
    }

    /**
     * The value of that name.
     *
     * @throws CannotBeCalculated when there is none
     */
    public UnitValue value(String id) {
        return values.stream()
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CannotBeCalculated("There is no unit value called " + id + "."));
    }

    /** Whether {@code part} lies inside {@code whole}, at any depth; a value does not lie inside itself. */
    public boolean contains(String whole, String part) {
        for (String at = value(part).partOf(); at != null; at = value(at).partOf()) {
            if (at.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Refuses to add a value and its own part.
     *
     * @throws CannotBeCalculated when one of the values lies inside another of them
     */
    public void requireNoneInsideAnother(Collection<String> ids) {
        Set<String> chosen = new HashSet<>(ids);
        for (String part : ids) {
            for (String at = value(part).partOf(); at != null; at = value(at).partOf()) {
                if (chosen.contains(at)) {
                    throw new CannotBeCalculated("Unit value " + part + " is already contained in " + at
                            + ": adding both counts it twice. Keep one of them.");
                }
            }
        }
    }

    private static @Nullable String wholeOf(Map<String, UnitValue> byId, String id) {
        UnitValue value = byId.get(id);
        if (value == null) {
            throw new CannotBeCalculated("A unit value is part of " + id + ", but there is no such unit value.");
        }
        return value.partOf();
    }
}
