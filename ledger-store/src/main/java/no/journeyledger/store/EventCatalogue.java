package no.journeyledger.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * The event types this version of the software knows: for each logical name the record it is read as, its newest
 * revision, and the upcasters that lead there from every older one.
 */
public final class EventCatalogue {

    private final Map<Class<?>, LogicalTypeName> names = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    /** A type as this version knows it; {@code upcasters.get(n - 1)} reads revision n. */
    record Known(Class<? extends LedgerEvent> type, int revision, List<Upcaster> upcasters) {}

    /**
     * Builds the catalogue and checks it.
     *
     * @param types every event type, each a record with a {@link LogicalType}
     * @param upcasters one for every revision before a type's newest
     * @throws IllegalArgumentException when two types share a name, a type is no record or has no logical name, or an
     *     upcaster is missing, doubled or without a type
     */
    public EventCatalogue(Collection<Class<? extends LedgerEvent>> types, Collection<? extends Upcaster> upcasters) {
        Map<String, Map<Integer, Upcaster>> byType = new HashMap<>();
        for (Upcaster upcaster : upcasters) {
            Upcaster other = byType.computeIfAbsent(upcaster.type(), t -> new HashMap<>())
                    .put(upcaster.fromRevision(), upcaster);
            if (other != null) {
                throw new IllegalArgumentException(
                        "two upcasters read " + upcaster.type() + " revision " + upcaster.fromRevision());
            }
        }
        for (Class<? extends LedgerEvent> type : types) {
            LogicalType logical = type.getAnnotation(LogicalType.class);
            if (logical == null || !type.isRecord()) {
                throw new IllegalArgumentException(type.getName() + " is not a record with a logical type");
            }
            String name = logical.value();
            int revision = logical.revision();
            if (revision < 1) {
                throw new IllegalArgumentException(name + " has revision " + revision + "; the first is 1");
            }
            Map<Integer, Upcaster> chain = byType.getOrDefault(name, Map.of());
            byType.remove(name);
            for (int from = 1; from < revision; from++) {
                if (!chain.containsKey(from)) {
                    throw new IllegalArgumentException("no upcaster reads " + name + " revision " + from);
                }
            }
            if (chain.size() != revision - 1) {
                throw new IllegalArgumentException(
                        "upcasters of " + name + " read revisions outside 1 to " + (revision - 1));
            }
            List<Upcaster> ordered = chain.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
            Known other = known.put(name, new Known(type, revision, ordered));
            if (other != null) {
                throw new IllegalArgumentException(
                        name + " names both " + other.type().getName() + " and " + type.getName());
            }
            names.put(type, new LogicalTypeName(name, revision));
        }
        if (!byType.isEmpty()) {
            throw new IllegalArgumentException("upcasters without an event type: " + byType.keySet());
        }
    }

    /** A catalogue of types that never changed. */
    public static EventCatalogue of(Collection<Class<? extends LedgerEvent>> types) {
        return new EventCatalogue(types, List.of());
    }

    /** The names and newest revisions, as a writer stores them. */
    public Set<LogicalTypeName> types() {
        return names.values().stream().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The name an event is stored under.
     *
     * @throws IllegalArgumentException when the type is not in the catalogue
     */
    public LogicalTypeName nameOf(Class<?> type) {
        LogicalTypeName name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException(type.getName() + " is not in the event catalogue");
        }
        return name;
    }

    @Nullable
    Known find(String name) {
        return known.get(name);
    }
}
