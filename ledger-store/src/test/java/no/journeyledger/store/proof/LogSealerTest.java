package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.Tallies;
import no.journeyledger.store.TypeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSealerTest {

    @TempDir
    Path folder;

    private SealedLedger ledger;

    @BeforeEach
    void open() {
        ledger = new SealedLedger(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void every_event_gets_a_proof_that_convinces_whoever_has_the_key() throws Exception {
        ledger.recordAndSeal(900, 9, 1);
        List<VerifierKey> keys = ledger.signer.keys();
        for (long position = 1; position <= 900; position += position < 250 || position > 260 ? 13 : 1) {
            ProofFile file = ProofFile.parse(
                    ledger.tables.proofOf(position).orElseThrow().toString());
            assertThat(file.verify(SealedLedger.ORIGIN, keys).position()).isEqualTo(position);
        }
        assertThat(ledger.tables.proofOf(901)).isEmpty();
        assertThat(ledger.seal()).as("nothing new, nothing signed").isZero();
    }

    @Test
    void tiles_copied_to_files_are_those_of_the_tree() throws Exception {
        ledger.recordAndSeal(700, 7, 2);
        var copy = new TileFolder(folder.resolve("copy"));
        assertThat(copy.copy(ledger.tables)).isEqualTo(700);
        Checkpoint checkpoint = Checkpoint.of(SignedNote.parse(copy.checkpoint().orElseThrow()));
        assertThat(new TileTree(copy, 700).root()).isEqualTo(checkpoint.root());
        assertThat(new TileTree(copy, 700).consistency(100).path())
                .isEqualTo(new TileTree(ledger.tables, 700).consistency(100).path());
        try (Stream<Path> files = Files.walk(folder.resolve("copy"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(f -> folder.resolve("copy").relativize(f).toString()))
                    .containsExactlyInAnyOrder(
                            "checkpoint",
                            "tile/0/000",
                            "tile/0/001",
                            "tile/0/002.p/188",
                            "tile/1/000.p/2",
                            "tile/entries/000",
                            "tile/entries/001",
                            "tile/entries/002.p/188");
        }
    }

    @Test
    void a_leader_that_stopped_before_signing_is_continued_by_the_next() throws Exception {
        ledger.recordAndSeal(300, 1, 3);
        ledger.record(300, 4);
        var types = new TypeRegistry(ledger.sealerRole);
        var reader = new LedgerReader(ledger.sealerRole, new EventCodec(Tallies.catalogue()), types);
        // Stopped after the leaves were written: a signer that cannot sign any more.
        Path dying = folder.resolve("dying");
        copy(folder.resolve("signer"), dying);
        ledger.restart();
        var sealer = LogSealer.byHand(
                ledger.sealerRole,
                reader::readAfter,
                LogSigner.open(dying),
                List.of(),
                Clock.systemUTC(),
                ledger.meters);
        assertThat(sealOneOf(sealer, dying)).isInstanceOf(CannotSeal.SignerForgot.class);
        sealer.close();
        assertThat(ledger.tables.size()).isEqualTo(600);
        assertThat(ledger.signer.lastSigned().size()).isEqualTo(300);

        ledger.record(50, 5);
        assertThat(ledger.seal()).isEqualTo(350);
        assertThat(ledger.signer.lastSigned().size()).isEqualTo(650);
        assertThat(ledger.tables.proofOf(600).orElseThrow().verify(SealedLedger.ORIGIN, ledger.signer.keys()))
                .isNotNull();
    }

    private static Throwable sealOneOf(LogSealer sealer, Path signer) throws Exception {
        // Takes the lead with nothing to do but look, then loses the key, then writes leaves it cannot sign.
        return org.assertj.core.api.Assertions.catchThrowable(() -> {
            Files.delete(signer.resolve("signing-keys"));
            sealer.sealOnce();
        });
    }

    @Test
    void one_instance_leads_and_another_takes_over_when_it_stops() throws Exception {
        ledger.record(10, 1);
        assertThat(ledger.seal()).isEqualTo(10);
        LogSealer second = ledger.newSealer(ledger.signer, List.of());
        ledger.record(10, 2);
        assertThat(second.sealOnce()).isZero();
        assertThat(ledger.seal()).isEqualTo(10);
        ledger.restart();
        ledger.record(10, 3);
        assertThat(second.sealOnce()).isEqualTo(10);
        second.close();
    }

    @Test
    void a_leader_that_was_cut_off_and_does_not_know_is_fenced_off() throws Exception {
        ledger.record(10, 1);
        ledger.seal();
        // Its lock goes with its connection, while it sleeps.
        ledger.number("SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        LogSealer second = ledger.newSealer(ledger.signer, List.of());
        ledger.record(10, 2);
        assertThat(second.sealOnce()).isEqualTo(10);
        ledger.record(10, 3);
        assertThatThrownBy(ledger::seal).isInstanceOf(CannotSeal.LeadershipLost.class);
        assertThat(second.sealOnce()).isEqualTo(10);
        second.close();
    }

    @Test
    void promise_11_the_signer_refuses_after_an_older_backup_was_restored() throws Exception {
        ledger.recordAndSeal(300, 3, 1);
        ledger.recordAndSeal(100, 1, 2);
        ledger.tamper("DELETE FROM ledger.event WHERE position > 300");
        ledger.tamper("DELETE FROM ledger.log_leaf WHERE first >= 300");
        ledger.tamper("DELETE FROM ledger.log_checkpoint WHERE size > 300");
        ledger.restart();
        assertThatThrownBy(ledger::seal)
                .isInstanceOf(CannotSeal.RestoredBackup.class)
                .hasMessageContaining("300 entries")
                .hasMessageContaining("400 entries")
                .hasMessageContaining("The way out");

        // And when it has grown past what was signed, with other events.
        ledger.record(200, 99);
        ledger.restart();
        assertThatThrownBy(ledger::seal).isInstanceOf(CannotSeal.RestoredBackup.class);
        assertThat(ledger.signer.lastSigned().size()).isEqualTo(400);
    }

    @Test
    void a_signer_restored_together_with_the_database_is_refused_by_what_the_witness_knows() throws Exception {
        ledger.recordAndSeal(300, 3, 1);
        copy(folder.resolve("signer"), folder.resolve("yesterday"));
        ledger.recordAndSeal(100, 1, 2);
        ledger.tamper("DELETE FROM ledger.event WHERE position > 300");
        ledger.tamper("DELETE FROM ledger.log_leaf WHERE first >= 300");
        ledger.tamper("DELETE FROM ledger.log_checkpoint WHERE size > 300");
        ledger.restart();
        LogSealer sealer = ledger.newSealer(LogSigner.open(folder.resolve("yesterday")), List.of(ledger.directory));
        assertThatThrownBy(sealer::sealOnce)
                .isInstanceOf(CannotSeal.RestoredBackup.class)
                .hasMessageContaining("witness directory");
        sealer.close();
        // The control: without the witness nobody could tell.
        LogSealer alone = ledger.newSealer(LogSigner.open(folder.resolve("yesterday")), List.of());
        ledger.record(1, 7);
        assertThat(alone.sealOnce()).isEqualTo(1);
        alone.close();
    }

    @Test
    void a_log_whose_signer_was_replaced_is_not_signed() throws Exception {
        ledger.recordAndSeal(30, 3, 1);
        ledger.restart();
        LogSigner stranger = LogSigner.create(folder.resolve("stranger"), SealedLedger.ORIGIN);
        LogSealer sealer = ledger.newSealer(stranger, List.of());
        assertThatThrownBy(sealer::sealOnce).isInstanceOf(CannotSeal.SignerForgot.class);
        sealer.close();
        Files.delete(folder.resolve("signer/last-signed"));
        assertThatThrownBy(() -> LogSigner.open(folder.resolve("signer")))
                .isInstanceOf(CannotSeal.SignerForgot.class)
                .hasMessageContaining("The way out");
    }

    @Test
    void the_signer_signs_only_what_continues_what_it_signed() throws Exception {
        ledger.recordAndSeal(30, 3, 1);
        Checkpoint last = ledger.signer.lastSigned();
        var other = TilesInMemory.of(List.of(new byte[] {1}, new byte[] {2}));
        for (long size : new long[] {0, 2, 30, 31, 60}) {
            assertThatThrownBy(() -> ledger.signer.sign(
                            size, other.root(), new ConsistencyProof(last.size(), size, List.of(other.root()))))
                    .isInstanceOf(CannotSeal.class);
        }
        assertThat(ledger.signer.lastSigned()).isEqualTo(last);
    }

    @Test
    void sealing_stops_when_sealed_events_are_removed_under_it() throws Exception {
        ledger.recordAndSeal(30, 3, 1);
        ledger.tamper("DELETE FROM ledger.event WHERE position > 25");
        assertThatThrownBy(ledger::seal).isInstanceOf(CannotSeal.EventsMissing.class);
        ledger.record(20, 5);
        assertThatThrownBy(ledger::seal).isInstanceOf(CannotSeal.EventsMissing.class);
    }

    @Test
    void what_is_read_back_differently_is_not_signed() throws Exception {
        ledger.recordAndSeal(30, 3, 1);
        ledger.database.asOwner("""
                CREATE FUNCTION ledger.forge() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.entries := set_byte(NEW.entries, 40, 0); RETURN NEW; END $$
                """);
        ledger.database.asOwner(
                "CREATE TRIGGER forge BEFORE INSERT ON ledger.log_leaf FOR EACH ROW EXECUTE FUNCTION ledger.forge()");
        ledger.record(5, 2);
        assertThatThrownBy(ledger::seal)
                .isInstanceOf(CannotSeal.ReadBackDiffers.class)
                .hasMessageContaining("position 31");
        assertThat(ledger.signer.lastSigned().size()).isEqualTo(30);
    }

    @Test
    void a_change_of_keys_is_followed_from_the_old_key() throws Exception {
        VerifierKey first = ledger.signer.keys().getFirst();
        ledger.recordAndSeal(10, 1, 1);
        VerifierKey second = ledger.signer.beginKeyChange();
        assertThatThrownBy(ledger.signer::endKeyChange).isInstanceOf(IllegalStateException.class);
        ledger.recordAndSeal(10, 1, 2);
        ledger.signer.endKeyChange();
        ledger.recordAndSeal(10, 1, 3);
        assertThat(ledger.signer.keys()).containsExactly(second);
        var keys = new TrustedKeys(
                SealedLedger.ORIGIN, List.of(first), PublishedCheckpoints.keys(folder.resolve("witness")));
        try (var published = new PublishedCheckpoints(folder.resolve("witness"))) {
            for (long size : new long[] {10, 20, 30}) {
                byte[] note = Objects.requireNonNull(published.next());
                assertThat(keys.open(SignedNote.parse(note)).size()).isEqualTo(size);
            }
            assertThat(published.next()).isNull();
        }
        assertThat(keys.inForce()).containsExactly(second);
        assertThat(ledger.tables.proofOf(30).orElseThrow().verify(SealedLedger.ORIGIN, List.of(second)))
                .isNotNull();
    }

    @Test
    void a_witness_over_http_signs_what_continues_what_it_saw_and_nothing_else() throws Exception {
        try (var witness = new WitnessStand(ledger.signer.everyKey());
                HttpClient http = HttpClient.newHttpClient()) {
            var spoken = new HttpWitness(URI.create(witness.address()), witness.key(), http);
            ledger.recordAndSeal(300, 3, 1);
            SignedNote note = ledger.tables.newest().orElseThrow();
            NoteSignature signature = spoken.publish(note, ledger.signer.everyKey(), ledger.tables)
                    .getFirst();
            assertThat(note.with(List.of(signature)).signedBy(List.of(witness.key())))
                    .containsExactly(witness.key());
            ledger.recordAndSeal(100, 1, 2);
            // As after a restart: it has to be told what it knows.
            var again = new HttpWitness(URI.create(witness.address()), witness.key(), http);
            assertThat(again.publish(ledger.tables.newest().orElseThrow(), ledger.signer.everyKey(), ledger.tables))
                    .hasSize(1);
            assertThat(again.newest(SealedLedger.ORIGIN)
                            .map(n -> Checkpoint.of(n).size()))
                    .contains(400L);
            // A fork, signed with the log's own key.
            var fork = TilesInMemory.of(java.util.Collections.nCopies(500, new byte[] {1}));
            SigningKey stolen = SigningKey.parse(
                    Files.readString(folder.resolve("signer/signing-keys")).strip());
            String text = new Checkpoint(SealedLedger.ORIGIN, 500, fork.root()).text();
            var forged = new SignedNote(text, List.of(stolen.sign(text, java.time.Instant.EPOCH)));
            assertThatThrownBy(() -> again.publish(forged, List.of(), fork)).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void the_sealer_role_may_only_append_to_the_log() throws Exception {
        ledger.recordAndSeal(10, 1, 1);
        for (String sql : List.of(
                "DELETE FROM ledger.log_leaf",
                "UPDATE ledger.log_checkpoint SET size = 3",
                "INSERT INTO ledger.log_leaf VALUES (99, 1, '', '')",
                "UPDATE ledger.event SET sequence = 9",
                "SELECT ledger.hold_log(1)",
                "SELECT nextval('ledger.log_fence')",
                "INSERT INTO ledger.log_key VALUES (9, 'x')",
                "SELECT * FROM ledger.idempotency")) {
            assertThatThrownBy(() -> {
                        try (Connection connection = ledger.sealerRole.getConnection();
                                var statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    })
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
        for (String table : List.of("log_leaf", "log_node", "log_checkpoint", "log_cosignature", "log_key")) {
            assertThatThrownBy(() -> ledger.database.asOwner("DELETE FROM ledger." + table))
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void events_are_sealed_within_a_second_by_itself_and_at_once_for_who_waits() throws Exception {
        var meters = new SimpleMeterRegistry();
        var types = new TypeRegistry(ledger.sealerRole);
        var reader = new LedgerReader(ledger.sealerRole, new EventCodec(Tallies.catalogue()), types);
        try (LogSealer sealer = LogSealer.start(
                ledger.sealerRole,
                reader::readAfter,
                ledger.signer,
                List.of(ledger.directory),
                new LogSealer.Settings(Duration.ofMillis(300), 1000),
                Clock.systemUTC(),
                meters)) {
            ledger.record(2500, 1);
            var receipts = new Receipts(ledger.tables, sealer::hasten);
            assertThat(receipts.of(2500, Duration.ofSeconds(20))).isPresent();
            ledger.record(1, 2);
            assertThat(receipts.of(2501, Duration.ofSeconds(20))).isPresent();
            assertThat(sealer.sealedTo()).isEqualTo(2501);
            assertThat(sealer.refusal()).isEmpty();
            assertThat(meters.get("ledger.log.checkpoint.age").gauges())
                    .anySatisfy(g -> assertThat(g.value()).isBetween(0.0, 30.0));
        }
    }

    @Test
    void a_folder_that_was_not_mounted_does_not_quietly_begin_another_log() throws Exception {
        Path folder = this.folder.resolve("invented");
        LogSigner invented = LogSigner.ofLedger(folder, null, "3203", ledger.tables);
        assertThat(invented.origin()).startsWith("journey-ledger.local/3203/");
        assertThat(LogSigner.ofLedger(folder, null, "3203", ledger.tables).origin())
                .isEqualTo(invented.origin());
        ledger.recordAndSeal(10, 1, 1);
        assertThatThrownBy(() -> LogSigner.ofLedger(this.folder.resolve("empty"), null, "3203", ledger.tables))
                .isInstanceOf(CannotSeal.SignerForgot.class)
                .hasMessageContaining(SealedLedger.ORIGIN)
                .hasMessageContaining("The way out");
        assertThatThrownBy(() -> LogSigner.ofLedger(folder, "another.example/log", "3203", ledger.tables))
                .isInstanceOf(CannotSeal.SignerForgot.class);
    }

    @Test
    void an_orderly_stop_leaves_nothing_unsealed() throws Exception {
        var types = new TypeRegistry(ledger.sealerRole);
        var reader = new LedgerReader(ledger.sealerRole, new EventCodec(Tallies.catalogue()), types);
        LogSealer sealer = LogSealer.start(
                ledger.sealerRole,
                reader::readAfter,
                ledger.signer,
                List.of(),
                new LogSealer.Settings(Duration.ofMinutes(1), 1000),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        ledger.record(3, 1);
        assertThat(new Receipts(ledger.tables, sealer::hasten).isSealed(3, Duration.ofSeconds(20)))
                .isTrue();
        ledger.record(4, 2);
        sealer.close();
        assertThat(ledger.tables.sealedTo()).isEqualTo(7);
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
