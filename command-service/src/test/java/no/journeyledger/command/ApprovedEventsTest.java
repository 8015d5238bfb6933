package no.journeyledger.command;

import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LogicalTypeName;
import no.journeyledger.store.upcasters.KnownEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every event as it is stored, approved by somebody: one file per event and revision, with every field filled. Run with
 * {@code -Dapprove} to approve what a new event or revision looks like; an approved file of an event that is in use never changes.
 */
class ApprovedEventsTest {

    private static final Path APPROVED = Path.of("..", "shared-events", "src", "test", "resources", "approved");
    private static final EventCodec CODEC = new EventCodec(KnownEvents.catalogue());

    static Stream<Class<? extends LedgerEvent>> events() {
        return EventFamilies.eventTypes().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_stored_as_approved_and_read_back_as_it_was(Class<? extends LedgerEvent> type) throws IOException {
        LogicalType logical = type.getAnnotation(LogicalType.class);
        LedgerEvent event = (LedgerEvent) sample(type);
        String json = new String(CODEC.encode(event), StandardCharsets.UTF_8) + "\n";
        Path file = APPROVED.resolve(logical.value() + ".v" + logical.revision() + ".json");
        if (System.getProperty("approve") != null) {
            Files.createDirectories(APPROVED);
            Files.writeString(file, json);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file)).isEqualTo(json);
        assertThat(read(logical.value(), logical.revision(), Files.readAllBytes(file)))
                .isEqualTo(event);
    }

    @Test
    void a_self_report_of_revision_1_is_read_as_one_in_an_unknown_language() throws IOException {
        byte[] old = Files.readAllBytes(APPROVED.resolve("journey.self-report-recorded.v1.json"));
        assertThat(read("journey.self-report-recorded", 1, old))
                .isEqualTo(new SelfReportRecorded(
                        id(1),
                        id(2),
                        Instrument.WHO5,
                        "who5-1998-nb",
                        Moment.BEFORE,
                        LocalDate.of(2026, 3, 2),
                        "und",
                        id(2),
                        true,
                        false,
                        envelope(id(2), "[1,2,3,4,5]")));
    }

    @Test
    void every_approved_file_is_of_a_known_event() throws IOException {
        List<String> known = EventFamilies.eventTypes().stream()
                .map(type -> type.getAnnotation(LogicalType.class).value())
                .toList();
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.v\\d+\\.json$", "")))
                    .isNotEmpty()
                    .allMatch(known::contains);
        }
    }

    private static LedgerEvent read(String type, int revision, byte[] payload) {
        var by = new Actor(id(1), Actor.Kind.WORKER, id(2), null);
        var metadata = new EventMetadata("0000", by, null, null, Instant.EPOCH, id(3), id(4));
        return CODEC.decode(
                        new EncodedEvent(1, id(5), 0, id(6), 1, Instant.EPOCH, payload, CODEC.encode(metadata)),
                        new LogicalTypeName(type, revision))
                .payload();
    }

    /** A record with every component filled, the same every time: so that a forgotten field shows. */
    private static Object sample(Type type) {
        if (type instanceof ParameterizedType list) {
            return new ArrayList<>(List.of(sample(list.getActualTypeArguments()[0])));
        }
        var raw = (Class<?>) type;
        if (raw == UUID.class) {
            return id(7);
        } else if (raw == String.class) {
            return "text";
        } else if (raw == Sealed.class) {
            return envelope(id(7), "text");
        } else if (raw == Instant.class) {
            return Instant.parse("2026-03-02T09:30:00Z");
        } else if (raw == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        } else if (raw == int.class || raw == Integer.class) {
            return 2026;
        } else if (raw == BigDecimal.class) {
            return new BigDecimal("0.25");
        } else if (raw == long.class) {
            return 100L;
        } else if (raw == boolean.class) {
            return true;
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        } else if (raw.isSealed()) {
            return sample(raw.getPermittedSubclasses()[1]);
        }
        RecordComponent[] components = raw.getRecordComponents();
        try {
            Constructor<?> constructor = raw.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> sample(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getTypeName(), e);
        }
    }
}
