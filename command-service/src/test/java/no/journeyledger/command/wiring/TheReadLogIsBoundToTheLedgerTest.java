package no.journeyledger.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.store.AppendSettings;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerAppender;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.reads.Basis;
import no.journeyledger.store.reads.Purpose;
import no.journeyledger.store.reads.ReadEntry;
import no.journeyledger.store.reads.ReadLog;
import no.journeyledger.store.reads.ReadLogCheck;
import no.journeyledger.store.testing.LedgerTestDatabase;
import no.journeyledger.store.upcasters.KnownEvents;
import org.junit.jupiter.api.Test;

/** A read log written anew from some point on, every hash right, is not the one the ledger names. */
class TheReadLogIsBoundToTheLedgerTest {

    private static ReadEntry entry(UUID reader) {
        return new ReadEntry(
                reader,
                Actor.Kind.WORKER,
                UUID.randomUUID(),
                null,
                "GET /v1/journeys/{journey}",
                Purpose.FOLLOW_UP,
                Basis.CONSENT,
                null,
                UUID.randomUUID(),
                List.of(UUID.randomUUID()));
    }

    @Test
    void a_log_written_anew_is_found_by_what_the_ledger_names() {
        try (var database = LedgerTestDatabase.fresh();
                var log = new ReadLog(database.reader(), new SimpleMeterRegistry());
                var appender = new LedgerAppender(
                        database.writer(), new PushHub(), AppendSettings.standard(), new SimpleMeterRegistry())) {
            var codec = new EventCodec(KnownEvents.catalogue());
            var types = new TypeRegistry(database.writer());
            types.register(codec.catalogue());
            var ledger = new LedgerReader(database.writer(), codec, types);
            try (var anchor =
                    new ReadLogAnchor(database.writer(), ledger, appender, codec, types, "0000", Clock.systemUTC())) {
                anchor.anchor();
                assertThat(ledger.head()).as("nothing to bind").isZero();
                for (int i = 0; i < 5; i++) {
                    log.record(entry(UUID.randomUUID()));
                }
                anchor.anchor();
                anchor.anchor();
                assertThat(ledger.head()).as("bound once").isEqualTo(1);
                log.record(entry(UUID.randomUUID()));
                anchor.anchor();
            }
            Map<Long, String> anchors = ReadLogCheck.anchors(ledger, ReadLogAnchor.STREAM);
            assertThat(anchors).containsOnlyKeys(5L, 6L);
            assertThat(ReadLogCheck.check(database.reader(), anchors).problem()).isEmpty();

            database.asOwner("ALTER TABLE reads.read DISABLE TRIGGER append_only");
            database.asOwner("ALTER TABLE reads.subject DISABLE TRIGGER append_only");
            database.asOwner("DELETE FROM reads.subject WHERE position > 3");
            database.asOwner("DELETE FROM reads.read WHERE position > 3");
            assertThat(ReadLogCheck.check(database.reader(), Map.of()).problem())
                    .as("control: the chain alone does not tell")
                    .isEmpty();
            assertThat(ReadLogCheck.check(database.reader(), anchors).problem())
                    .contains("the newest entries are missing: the ledger names entry 6");
            for (int i = 0; i < 3; i++) {
                log.record(entry(UUID.randomUUID()));
            }
            assertThat(ReadLogCheck.check(database.reader(), Map.of()).problem())
                    .isEmpty();
            assertThat(ReadLogCheck.check(database.reader(), anchors).problem())
                    .contains("entry 5 is not the one the ledger names");
        }
    }
}
