package no.journeyledger.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns events and their context into stored bytes and back. Stored JSON is small and plain: dates and moments as ISO
 * texts, no class names, and nothing is written for a missing value or an empty list, set or map (reading gives the empty
 * one back). Fields this version does not know are passed over; a type or revision it does not know is never.
 */
public final class EventCodec {

    private final EventCatalogue catalogue;
    private final JsonMapper json = mapper();

    /** A codec for the types of the catalogue. */
    public EventCodec(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The mapper for everything the store writes as JSON: events, their context, and states in snapshots. */
    static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL));
        for (Class<?> container :
                List.of(Collection.class, List.class, Set.class, SortedSet.class, Map.class, SortedMap.class)) {
            builder.withConfigOverride(
                    container,
                    override -> override.setInclude(JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                            .setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /** The types it knows. */
    public EventCatalogue catalogue() {
        return catalogue;
    }

    /** The bytes an event is stored as, in its newest revision. */
    public byte[] encode(LedgerEvent event) {
        return json.writeValueAsBytes(event);
    }

    /** The bytes an event's context is stored as. */
    public byte[] encode(EventMetadata metadata) {
        return json.writeValueAsBytes(StoredMetadata.of(metadata));
    }

    /**
     * Reads a stored event, bringing it to the newest revision.
     *
     * @param type its stored name and revision
     * @throws UnknownEventType when the type or its revision is not in the catalogue
     * @throws UnreadableEvent when the bytes are not an event of that type
     */
    public RecordedEvent decode(EncodedEvent stored, LogicalTypeName type) {
        EventCatalogue.Known known = catalogue.find(type.name());
        if (known == null) {
            throw new UnknownEventType(type.name(), type.revision(), stored.position(), null);
        }
        if (type.revision() > known.revision()) {
            throw new UnknownEventType(type.name(), type.revision(), stored.position(), "revision " + known.revision());
        }
        try {
            return new RecordedEvent(
                    stored.position(),
                    stored.aggregate(),
                    stored.sequence(),
                    stored.eventId(),
                    type.name(),
                    type.revision(),
                    stored.recordedAt(),
                    payload(stored.payload(), known, type.revision()),
                    json.readValue(stored.metadata(), StoredMetadata.class).toMetadata());
        } catch (JacksonException | IllegalArgumentException | NullPointerException | ClassCastException e) {
            // The message of the cause may quote the payload; it is kept as the cause, not repeated in the sentence.
            throw new UnreadableEvent(type.name(), type.revision(), stored.position(), e);
        }
    }

    private LedgerEvent payload(byte[] payload, EventCatalogue.Known known, int revision) {
        if (revision == known.revision()) {
            return json.readValue(payload, known.type());
        }
        JsonNode tree = json.readTree(payload);
        ObjectNode event = (ObjectNode) tree;
        for (Upcaster upcaster : known.upcasters().subList(revision - 1, known.revision() - 1)) {
            event = upcaster.upcast(event);
        }
        return json.treeToValue(event, known.type());
    }

    /** The context with the short names it is stored under: it is written with every event. */
    private record StoredMetadata(
            @JsonProperty("mun") String municipality,
            @JsonProperty("by") StoredActor actor,
            @JsonProperty("for") @Nullable UUID onBehalfOf,
            @JsonProperty("why") @Nullable String purpose,
            @JsonProperty("from") Instant effectiveAt,
            @JsonProperty("corr") UUID correlationId,
            @JsonProperty("cause") UUID causationId) {

        static StoredMetadata of(EventMetadata metadata) {
            Actor actor = metadata.actor();
            return new StoredMetadata(
                    metadata.municipality(),
                    new StoredActor(actor.id(), actor.kind(), actor.service(), actor.through()),
                    metadata.onBehalfOf(),
                    metadata.purpose(),
                    metadata.effectiveAt(),
                    metadata.correlationId(),
                    metadata.causationId());
        }

        EventMetadata toMetadata() {
            return new EventMetadata(
                    municipality,
                    new Actor(actor.id(), actor.kind(), actor.service(), actor.through()),
                    onBehalfOf,
                    purpose,
                    effectiveAt,
                    correlationId,
                    causationId);
        }
    }

    private record StoredActor(
            @JsonProperty("id") UUID id,
            @JsonProperty("as") Actor.Kind kind,
            @JsonProperty("svc") @Nullable UUID service,
            @JsonProperty("via") @Nullable UUID through) {}
}
