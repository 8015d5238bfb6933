package no.journeyledger.query.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two answers of the same shape. The items of a list are told apart by what names them, which is the
 * first thing each of them says (a person, a mandate, a decision), so that one more at the front is one difference.
 */
final class Differences {

    /**
     * One difference.
     *
     * @param path where, e.g. {@code journey.mandates[<id>].revokedAt}
     * @param before as it was, absent when it was not there
     * @param after as it is then, absent when it is not there
     */
    record Difference(
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    private Differences() {}

    static List<Difference> between(JsonNode before, JsonNode after) {
        var differences = new ArrayList<Difference>();
        compare("", before, after, differences);
        return List.copyOf(differences);
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> differences) {
        if (before == null || after == null) {
            if (before != null || after != null) {
                differences.add(new Difference(path, before, after));
            }
        } else if (before.isObject() && after.isObject()) {
            var names = new LinkedHashSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name), differences);
            }
        } else if (before.isArray() && after.isArray() && (isOfObjects(before) || isOfObjects(after))) {
            Map<String, JsonNode> was = named(before);
            Map<String, JsonNode> is = named(after);
            var names = new LinkedHashSet<>(was.keySet());
            names.addAll(is.keySet());
            for (String name : names) {
                compare(path + "[" + name + "]", was.get(name), is.get(name), differences);
            }
        } else if (!before.equals(after)) {
            differences.add(new Difference(path, before, after));
        }
    }

    private static boolean isOfObjects(JsonNode array) {
        return !array.isEmpty() && array.get(0).isObject();
    }

    private static Map<String, JsonNode> named(JsonNode array) {
        var named = new LinkedHashMap<String, JsonNode>();
        for (JsonNode item : array) {
            String name = name(item, 1);
            // Whom somebody trusts is named by both; what is still the same then is told apart by its order.
            for (int parts = 2; named.containsKey(name) && parts <= item.size(); parts++) {
                name = name(item, parts);
            }
            for (int same = 2; named.containsKey(name); same++) {
                name = name(item, 1) + " #" + same;
            }
            named.put(name, item);
        }
        return named;
    }

    private static String name(JsonNode item, int parts) {
        return String.join(
                " ",
                item.properties().stream()
                        .filter(field -> field.getValue().isValueNode())
                        .limit(parts)
                        .map(field -> field.getValue().asString())
                        .toList());
    }
}
