package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each key of flows, so that sums can be kept in arrays. Numbers are only ever added. */
final class FlowKeys {

    private final Map<FlowKey, Integer> numbers = new HashMap<>();
    private final List<FlowKey> keys = new ArrayList<>();

    synchronized int number(FlowKey key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = keys.size();
        keys.add(key);
        numbers.put(key, number);
        return number;
    }

    /** Every key so far, by its number. */
    synchronized List<FlowKey> all() {
        return List.copyOf(keys);
    }
}
