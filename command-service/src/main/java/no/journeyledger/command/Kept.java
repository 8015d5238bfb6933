package no.journeyledger.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Immutable maps and lists as states keep them: in the order things were recorded, so that the same history gives the same
 * bytes, and empty where a stored state left them out.
 */
public final class Kept {

    private Kept() {}

    /** The map as a state keeps it; the caller gives it away. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(map);
    }

    /** The list as a state keeps it; the caller gives it away. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }

    /** The map with one entry put; a replaced one keeps its place. */
    public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }

    /** The map with one entry put, and no more than the newest {@code most} kept. */
    public static <K, V> Map<K, V> withNewest(Map<K, V> map, K key, V value, int most) {
        var copy = new LinkedHashMap<>(map);
        copy.putLast(key, value);
        while (copy.size() > most) {
            copy.pollFirstEntry();
        }
        return Collections.unmodifiableMap(copy);
    }

    /** The map without one entry. */
    public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        var copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return Collections.unmodifiableMap(copy);
    }

    /** The list with one item at its end. */
    public static <T> List<T> with(List<T> list, T item) {
        var copy = new ArrayList<T>(list.size() + 1);
        copy.addAll(list);
        copy.add(item);
        return Collections.unmodifiableList(copy);
    }
}
