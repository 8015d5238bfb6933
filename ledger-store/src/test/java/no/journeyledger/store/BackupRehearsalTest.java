package no.journeyledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import no.journeyledger.events.Sealed;
import no.journeyledger.store.personal.FilePersonKeys;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.personal.PersonalDataVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearses docs/operations.md, "Backup, restore, major upgrade", with what an embedded PostgreSQL brings along. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields in
class BackupRehearsalTest {

    @TempDir
    Path folder;

    private final EventCodec codec = new EventCodec(Tallies.catalogue());

    @Test
    void a_ledger_copied_while_it_was_written_is_restored_whole_and_goes_on() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("backup");
        long headBefore;
        long headAfter;
        List<EncodedEvent> original;
        try (EmbeddedPostgres running = start(data)) {
            DataSource owner = running.getPostgresDatabase();
            LedgerSchema.migrate(owner);
            try (var ledger = new Ledger(running, codec)) {
                ledger.record(50);
                headBefore = ledger.reader.head();
                var stop = new AtomicBoolean();
                Thread writing = Thread.ofPlatform().start(() -> {
                    while (!stop.get()) {
                        ledger.record(1);
                    }
                });
                onlineCopy(owner, data, backup);
                stop.set(true);
                writing.join();
                headAfter = ledger.reader.head();
                original = ledger.reader.readAfter(0, Integer.MAX_VALUE);
            }
        }
        assertThat(headAfter).isGreaterThan(headBefore);

        try (EmbeddedPostgres restored = start(backup);
                var ledger = new Ledger(restored, codec)) {
            long head = ledger.reader.head();
            assertThat(head).isBetween(headBefore, headAfter);
            assertThat(ledger.reader.readAfter(0, Integer.MAX_VALUE))
                    .as("every position, byte for byte")
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(original.subList(0, Math.toIntExact(head)));
            DurabilityCheck.assertDurable(ledger.writer);
            assertThat(ledger.record(1).firstPosition()).isEqualTo(head + 1);
        }
    }

    @Test
    void a_cold_copy_with_its_keys_is_restored_and_personal_texts_open() throws Exception {
        Path data = folder.resolve("data");
        Path keys = folder.resolve("keys");
        Path kek = folder.resolve("kek.json");
        UUID person = UUID.randomUUID();
        Sealed sealed = new PersonalDataVault(new FilePersonKeys(keys, KeyEncryptionKey.createIfMissing(kek)))
                .seal(person, "mine");
        long head;
        try (EmbeddedPostgres running = start(data)) {
            LedgerSchema.migrate(running.getPostgresDatabase());
            try (var ledger = new Ledger(running, codec)) {
                ledger.record(20);
                head = ledger.reader.head();
            }
        }
        copy(data, folder.resolve("restored"));
        copy(keys, folder.resolve("restored-keys"));

        try (EmbeddedPostgres restored = start(folder.resolve("restored"));
                var ledger = new Ledger(restored, codec)) {
            assertThat(ledger.reader.head()).isEqualTo(head);
            assertThat(ledger.reader.readAfter(0, 100))
                    .allSatisfy(event -> assertThat(ledger.reader.decode(event)).isNotNull());
            var vault = new PersonalDataVault(
                    new FilePersonKeys(folder.resolve("restored-keys"), KeyEncryptionKey.load(kek)));
            assertThat(vault.open(sealed)).contains("mine");
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("wal_keep_size", "256MB")
                .start();
    }

    /** What pg_basebackup does, by hand: the files while they change, then the log that makes them consistent. */
    private static void onlineCopy(DataSource owner, Path data, Path backup) throws SQLException, IOException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('rehearsal', fast => true)");
            copy(data, backup);
            try (ResultSet rows = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                rows.next();
                Files.writeString(backup.resolve("backup_label"), rows.getString(1));
            }
            copy(data.resolve("pg_wal"), backup.resolve("pg_wal"));
        }
        Files.deleteIfExists(backup.resolve("postmaster.pid"));
        Files.deleteIfExists(backup.resolve("postmaster.opts"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(each));
                if (!Files.exists(target)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(each));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.copy(
                            each, to.resolve(from.relativize(each)), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } catch (NoSuchFileException e) {
                    // Removed meanwhile: the log knows.
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static final class Ledger implements AutoCloseable {

        private final DataSource writer;
        private final TypeRegistry types;
        private final EventCodec codec;
        private final LedgerReader reader;
        private final LedgerAppender appender;

        Ledger(EmbeddedPostgres postgres, EventCodec codec) {
            this.codec = codec;
            this.writer = postgres.getDatabase(LedgerSchema.WRITER, "postgres");
            this.types = new TypeRegistry(writer);
            types.register(codec.catalogue());
            this.reader = new LedgerReader(writer, codec, types);
            this.appender =
                    new LedgerAppender(writer, new PushHub(), AppendSettings.standard(), new SimpleMeterRegistry());
        }

        Appended record(int events) {
            return appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, events));
        }

        @Override
        public void close() {
            appender.close();
        }
    }
}
