package no.journeyledger.query.timeline;

import static java.lang.invoke.MethodHandles.lookup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import no.journeyledger.query.projection.RawJson;
import no.journeyledger.query.projection.Table;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LogicalTypeName;
import no.journeyledger.store.RecordedEvent;

/** One entry of a timeline; what each column means is said in the migration. */
record TimelineRow(
        long position,
        UUID journey,
        String type,
        int revision,
        UUID aggregate,
        long sequence,
        UUID eventId,
        Instant recordedAt,
        Instant effectiveAt,
        RawJson payload,
        RawJson metadata) {

    static final Table<TimelineRow> TIMELINE = Table.of(lookup(), "timeline_entry", TimelineRow.class, "position");

    static TimelineRow of(UUID journey, RecordedEvent recorded, EventCodec codec) {
        LogicalTypeName name = codec.catalogue().nameOf(recorded.payload().getClass());
        return new TimelineRow(
                recorded.position(),
                journey,
                name.name(),
                name.revision(),
                recorded.aggregate(),
                recorded.sequence(),
                recorded.eventId(),
                recorded.recordedAt(),
                recorded.metadata().effectiveAt(),
                new RawJson(new String(codec.encode(recorded.payload()), StandardCharsets.UTF_8)),
                new RawJson(new String(codec.encode(recorded.metadata()), StandardCharsets.UTF_8)));
    }

    /** The event again, in the revision this version knows. */
    RecordedEvent event(EventCodec codec) {
        return codec.decode(
                new EncodedEvent(
                        position,
                        aggregate,
                        sequence,
                        eventId,
                        0,
                        recordedAt,
                        payload.text().getBytes(StandardCharsets.UTF_8),
                        metadata.text().getBytes(StandardCharsets.UTF_8)),
                new LogicalTypeName(type, revision));
    }
}
