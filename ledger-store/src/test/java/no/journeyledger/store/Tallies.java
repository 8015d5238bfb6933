package no.journeyledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.store.axon.TimeOrderedIds;
import tools.jackson.databind.node.ObjectNode;

/** What the tests share. */
public final class Tallies {

    public static final TimeOrderedIds IDS = new TimeOrderedIds();

    public static final List<Class<? extends LedgerEvent>> TYPES = List.of(
            TallyEvent.Opened.class,
            TallyEvent.Counted.class,
            TallyEvent.CountingRefused.class,
            TallyEvent.Described.class);

    /** Gives tallies opened in the first revision their limit. */
    public static final Upcaster OPENED_WITHOUT_LIMIT = new Upcaster() {
        @Override
        public String type() {
            return "tally.opened";
        }

        @Override
        public int fromRevision() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode event) {
            return event.put("limit", 1_000);
        }
    };

    private Tallies() {}

    public static EventCatalogue catalogue() {
        return new EventCatalogue(TYPES, List.of(OPENED_WITHOUT_LIMIT));
    }

    public static EventMetadata metadata() {
        return new EventMetadata(
                "3203",
                new Actor(UUID.randomUUID(), Actor.Kind.WORKER, UUID.randomUUID(), null),
                null,
                "follow-up",
                Instant.parse("2026-03-01T10:15:30.123456Z"),
                UUID.randomUUID(),
                UUID.randomUUID());
    }

    public static Append counted(EventCodec codec, TypeRegistry types, UUID tally, long firstSequence, int events) {
        var list = new ArrayList<NewEvent>();
        for (int i = 0; i < events; i++) {
            list.add(event(codec, types, tally, firstSequence + i, new TallyEvent.Counted(tally, 1)));
        }
        return Append.of(list);
    }

    public static NewEvent event(EventCodec codec, TypeRegistry types, UUID tally, long sequence, LedgerEvent payload) {
        return new NewEvent(
                tally,
                sequence,
                IDS.next(),
                types.idOf(codec.catalogue().nameOf(payload.getClass())),
                codec.encode(payload),
                codec.encode(metadata()));
    }
}
