package no.journeyledger.bench;

import static no.journeyledger.bench.Report.decimal;
import static no.journeyledger.bench.Report.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LogicalTypeName;
import no.journeyledger.store.personal.FilePersonKeys;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.upcasters.KnownEvents;
import org.jspecify.annotations.Nullable;

/**
 * What encryption costs a command (sealing its texts) and a replayed event (reading an envelope instead of a text: nothing is
 * opened to replay), and what it costs to show a text to somebody.
 */
final class Encryption {

    private static final int ROUNDS = 7;
    private static final int PERSONS = 1_000;
    private static final String TEXT = "We moved in on Monday, and the children have a room each now.";

    private final Plan plan;
    private final Report report;
    private final Path work;
    private long kept;

    Encryption(Plan plan, Report report, Path work) {
        this.plan = plan;
        this.report = report;
        this.work = work;
    }

    void measure() throws IOException {
        report.heading("What encryption costs");
        Path folder = Files.createTempDirectory(work, "encryption");
        var vault = new PersonalDataVault(new FilePersonKeys(
                folder.resolve("persons"), KeyEncryptionKey.createIfMissing(folder.resolve("kek.json"))));
        var persons = new ArrayList<UUID>();
        for (int i = 0; i < PERSONS; i++) {
            persons.add(UUID.randomUUID());
        }
        int times = plan.quick() ? 200 : 20_000;
        long began = System.nanoTime();
        persons.forEach(person -> vault.seal(person, TEXT));
        double first = (System.nanoTime() - began) / 1e3 / PERSONS;
        double seal = micros(times, i -> vault.seal(persons.get(i % PERSONS), TEXT));
        var sealed = new ArrayList<Sealed>();
        persons.forEach(person -> sealed.add(vault.seal(person, TEXT)));
        double open = micros(times, i -> vault.open(sealed.get(i % PERSONS)));

        var codec = new EventCodec(KnownEvents.catalogue());
        LogicalTypeName type = codec.catalogue().nameOf(LifeAreaRated.class);
        EncodedEvent with = encoded(codec, sealed.getFirst());
        EncodedEvent without = encoded(codec, null);
        double readSealed = micros(times, i -> codec.decode(with, type));
        double readBare = micros(times, i -> codec.decode(without, type));
        report.table(
                List.of("what", "µs", "bytes"),
                List.of(
                        row("sealing one text of a command", decimal(seal), Integer.toString(bytes(sealed.getFirst()))),
                        row("the same, the person's first: a key is made, wrapped and flushed", decimal(first), ""),
                        row(
                                "replaying an event with a sealed text",
                                decimal(readSealed),
                                Integer.toString(with.payload().length)),
                        row(
                                "replaying the same event without any text",
                                decimal(readBare),
                                Integer.toString(without.payload().length)),
                        row("opening one text to show it", decimal(open), Integer.toString(TEXT.length()))));
        report.paragraph("A text of " + TEXT.length() + " characters; replaying opens nothing.");
        if (kept == 0) {
            throw new IllegalStateException("nothing was done");
        }
    }

    private static int bytes(Sealed sealed) {
        return sealed.text().getBytes(StandardCharsets.UTF_8).length;
    }

    private static EncodedEvent encoded(EventCodec codec, @Nullable Sealed remark) {
        var event = new LifeAreaRated(UUID.randomUUID(), LifeArea.HOUSING, Stage.STABLE, Rater.CITIZEN, remark);
        var metadata = new EventMetadata(
                "0000",
                new Actor(UUID.randomUUID(), Actor.Kind.WORKER, UUID.randomUUID(), null),
                null,
                null,
                Instant.EPOCH,
                UUID.randomUUID(),
                UUID.randomUUID());
        return new EncodedEvent(
                1,
                UUID.randomUUID(),
                0,
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                codec.encode(event),
                codec.encode(metadata));
    }

    /** Microseconds for one, the median of some rounds after as many that do not count. */
    private double micros(int times, IntFunction<?> one) {
        var rounds = new ArrayList<Double>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < times; i++) {
                kept += one.apply(i) == null ? 0 : 1;
            }
            double each = (System.nanoTime() - began) / 1e3 / times;
            if (round >= ROUNDS) {
                rounds.add(each);
            }
        }
        return Measured.middle(rounds);
    }
}
