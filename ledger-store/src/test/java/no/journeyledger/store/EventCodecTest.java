package no.journeyledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EventCodecTest {

    private final EventCodec codec = new EventCodec(Tallies.catalogue());
    private final UUID tally = UUID.fromString("018f2f00-0000-7000-8000-000000000001");
    private final Sealed words = Sealed.of(tally, new byte[32], new byte[] {1, 2, 3});

    private EncodedEvent stored(String payload) {
        return new EncodedEvent(
                7,
                tally,
                0,
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                payload.getBytes(StandardCharsets.UTF_8),
                codec.encode(Tallies.metadata()));
    }

    @Test
    void an_event_is_stored_small_and_read_back_equal() {
        var full = new TallyEvent.Described(tally, "a", List.of("b"), LocalDate.of(2026, 3, 1), words);
        assertThat(new String(codec.encode(full), StandardCharsets.UTF_8))
                .contains("\"on\":\"2026-03-01\"", "\"words\":\"" + words.text() + "\"");
        var type = new LogicalTypeName("tally.described", 1);
        assertThat(codec.decode(stored(new String(codec.encode(full), StandardCharsets.UTF_8)), type)
                        .payload())
                .isEqualTo(full);

        var bare = new TallyEvent.Described(tally, null, List.of(), LocalDate.of(2026, 3, 1), words);
        String json = new String(codec.encode(bare), StandardCharsets.UTF_8);
        assertThat(json).doesNotContain("note", "tags");
        assertThat(codec.decode(stored(json), type).payload()).isEqualTo(bare);
    }

    @Test
    void an_empty_text_stays_an_empty_text_and_a_missing_one_missing() {
        var type = new LogicalTypeName("tally.described", 1);
        var empty = new TallyEvent.Described(tally, "", List.of(), LocalDate.of(2026, 3, 1), words);
        assertThat(codec.decode(stored(new String(codec.encode(empty), StandardCharsets.UTF_8)), type)
                        .payload())
                .isEqualTo(empty);
    }

    @Test
    void the_context_is_read_back_equal() {
        EventMetadata metadata = Tallies.metadata();
        var event = new EncodedEvent(
                1,
                tally,
                0,
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                codec.encode(new TallyEvent.Counted(tally, 1)),
                codec.encode(metadata));
        assertThat(codec.decode(event, new LogicalTypeName("tally.counted", 1)).metadata())
                .isEqualTo(metadata);
    }

    @Test
    void fields_it_does_not_know_are_passed_over() {
        var type = new LogicalTypeName("tally.counted", 1);
        assertThat(codec.decode(stored("{\"tally\":\"" + tally + "\",\"amount\":3,\"colour\":\"red\"}"), type)
                        .payload())
                .isEqualTo(new TallyEvent.Counted(tally, 3));
    }

    @Test
    void an_unknown_type_or_newer_revision_names_type_revision_and_position() {
        assertThatThrownBy(() -> codec.decode(stored("{}"), new LogicalTypeName("tally.melted", 1)))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("position 7")
                .hasMessageContaining("tally.melted revision 1");
        assertThatThrownBy(() -> codec.decode(stored("{}"), new LogicalTypeName("tally.opened", 3)))
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("it knows revision 2");
    }

    @Test
    void damaged_bytes_name_the_position_and_do_not_quote_the_content() {
        assertThatThrownBy(() -> codec.decode(stored("{\"tally\":\"secret"), new LogicalTypeName("tally.counted", 1)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("position 7")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_older_revision_is_read_through_its_upcaster() {
        assertThat(codec.decode(stored("{\"tally\":\"" + tally + "\"}"), new LogicalTypeName("tally.opened", 1))
                        .payload())
                .isEqualTo(new TallyEvent.Opened(tally, 1_000));
    }

    @Test
    void a_catalogue_with_a_gap_a_doubled_or_a_loose_upcaster_or_a_doubled_name_is_refused() {
        List<Class<? extends LedgerEvent>> opened = List.of(TallyEvent.Opened.class);
        Upcaster known = Tallies.OPENED_WITHOUT_LIMIT;
        assertThatThrownBy(() -> EventCatalogue.of(opened)).hasMessageContaining("no upcaster reads tally.opened");
        assertThatThrownBy(() -> new EventCatalogue(opened, List.of(known, known)))
                .hasMessageContaining("two upcasters");
        assertThatThrownBy(() -> new EventCatalogue(List.of(TallyEvent.Counted.class), List.of(known)))
                .hasMessageContaining("without an event type");
        assertThatThrownBy(() -> new EventCatalogue(opened, List.of(known, from(2))))
                .hasMessageContaining("outside 1 to 1");
        assertThatThrownBy(() -> EventCatalogue.of(List.of(TallyEvent.Counted.class, TallyEvent.Counted.class)))
                .hasMessageContaining("names both");
    }

    private static Upcaster from(int revision) {
        return new Upcaster() {
            @Override
            public String type() {
                return "tally.opened";
            }

            @Override
            public int fromRevision() {
                return revision;
            }

            @Override
            public ObjectNode upcast(ObjectNode event) {
                return event;
            }
        };
    }
}
