package no.journeyledger.store.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.List;
import java.util.Set;

/**
 * The list of what a trace may say of a call: how it was answered, by which template of an address. What is not on the list is
 * left out, whoever put it there; the address as it was sent, with the ids in it, is not on the list. A value that looks like an
 * id or like words is hidden.
 */
public final class AllowedAttributes implements ObservationFilter {

    private static final Set<String> KEYS = Set.of(
            "error", "exception", "http.route", "kind", "method", "outcome", "projection", "state", "status", "uri");

    @Override
    public Observation.Context map(Observation.Context context) {
        for (KeyValue value :
                List.copyOf(context.getLowCardinalityKeyValues().stream().toList())) {
            if (!KEYS.contains(value.getKey())) {
                context.removeLowCardinalityKeyValue(value.getKey());
            } else if (!AllowedTags.isCode(value.getValue())) {
                context.addLowCardinalityKeyValue(KeyValue.of(value.getKey(), AllowedTags.HIDDEN));
            }
        }
        for (KeyValue value :
                List.copyOf(context.getHighCardinalityKeyValues().stream().toList())) {
            if (!KEYS.contains(value.getKey())) {
                context.removeHighCardinalityKeyValue(value.getKey());
            } else if (!AllowedTags.isCode(value.getValue())) {
                context.addHighCardinalityKeyValue(KeyValue.of(value.getKey(), AllowedTags.HIDDEN));
            }
        }
        String name = context.getContextualName();
        if (name != null && !AllowedTags.isCode(name)) {
            context.setContextualName(AllowedTags.HIDDEN);
        }
        return context;
    }
}
