package no.journeyledger.store.axon;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import no.journeyledger.store.AppendSettings;
import no.journeyledger.store.EventCatalogue;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.LedgerAppender;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.SnapshotSeal;
import no.journeyledger.store.StoredAnswer;
import no.journeyledger.store.Tallies;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** One running instance of the whole command side, wired by hand as a service wires it. */
final class Instance implements AutoCloseable {

    /** Moves an amount from one tally to another, in one append. */
    record Move(UUID from, UUID to, long amount) {}

    /** Reads one tally and records what was found on another. */
    record Compare(UUID read, UUID written) {}

    /** Counts on one tally if there is no other. */
    record CountIfAbsent(UUID absent, UUID written) {}

    static final SecretKey SNAPSHOT_KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PushHub hub = new PushHub();
    final EventCodec codec;
    final TypeRegistry types;
    final LedgerReader reader;
    final LedgerAppender appender;
    final LedgerEventSource source;
    final LedgerEventStore store;
    final AggregateCache cache;
    final LedgerRepository<Tally> repository;
    final SimpleCommandBus bus = LedgerCommands.newBus();
    final LedgerCommands commands;

    Instance(LedgerTestDatabase database) {
        this(database.writer(), database.writer());
    }

    Instance(DataSource appending, DataSource reading) {
        this(appending, reading, Tallies.catalogue(), SNAPSHOT_KEY);
    }

    Instance(DataSource appending, DataSource reading, EventCatalogue catalogue, SecretKey snapshotKey) {
        codec = new EventCodec(catalogue);
        types = new TypeRegistry(reading);
        types.register(codec.catalogue());
        reader = new LedgerReader(reading, codec, types);
        appender = new LedgerAppender(appending, hub, AppendSettings.standard(), meters);
        source = new LedgerEventSource(reader, hub, Duration.ofMillis(250), meters);
        store = new LedgerEventStore(appender, source, reader, codec, types);
        cache = new AggregateCache(10_000_000, meters);
        repository = new LedgerRepository<>(
                Tally.class,
                Tally::new,
                store,
                cache,
                new AggregateSnapshots(reader, new SnapshotSeal(snapshotKey), meters));
        repository.subscribeTo(bus);
        new AnnotationCommandHandlerAdapter<>(new Moving(repository)).subscribe(bus);
        commands = new LedgerCommands(bus, reader, cache);
    }

    /** Handles commands over two tallies. */
    static final class Moving {
        private final Repository<Tally> tallies;

        Moving(Repository<Tally> tallies) {
            this.tallies = tallies;
        }

        @CommandHandler
        Tally.Outcome handle(Move command) {
            tallies.load(command.from().toString())
                    .invoke(from -> from.handle(new Tally.Count(command.from(), -command.amount())));
            return tallies.load(command.to().toString())
                    .invoke(to -> to.handle(new Tally.Count(command.to(), command.amount())));
        }

        @CommandHandler
        Tally.Outcome handle(CountIfAbsent command) {
            try {
                tallies.load(command.absent().toString());
                return new Tally.Outcome(false, 0);
            } catch (AggregateNotFoundException e) {
                return tallies.load(command.written().toString())
                        .invoke(written -> written.handle(new Tally.Count(command.written(), 1)));
            }
        }

        @CommandHandler
        Tally.Outcome handle(Compare command) {
            long total = tallies.load(command.read().toString())
                    .invoke(read -> read.state().total());
            tallies.load(command.written().toString())
                    .execute(written -> written.handle(new Tally.Count(command.written(), total)));
            return new Tally.Outcome(true, total);
        }
    }

    static StoredAnswer encoded(Tally.Outcome outcome) {
        return new StoredAnswer(
                outcome.counted() ? 200 : 409, Long.toString(outcome.total()).getBytes(StandardCharsets.UTF_8));
    }

    Answer<Tally.Outcome> send(UUID target, Object command) {
        return send(target, command, null, null);
    }

    Answer<Tally.Outcome> send(
            UUID target, Object command, @Nullable IdempotencyKey key, @Nullable Long expectedVersion) {
        return commands.dispatch(target, command, Tallies.metadata(), key, expectedVersion, Instance::encoded);
    }

    UUID open(long limit) {
        UUID tally = UUID.randomUUID();
        send(tally, new Tally.Open(tally, limit));
        return tally;
    }

    double count(String counter) {
        return meters.get(counter).counter().count();
    }

    @Override
    public void close() {
        source.close();
        appender.close();
    }
}
