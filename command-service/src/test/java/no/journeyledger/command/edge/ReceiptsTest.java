package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import no.journeyledger.command.edge.RunningService.Reply;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.proof.LogSigner;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.ProofFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded is sealed beside the commands, and whoever wants a receipt gets one. */
class ReceiptsTest {

    private static final String REFERRAL = "{\"name\": \"N\", \"birthDate\": \"1990-01-01\", \"door\": \"SELF\"}";

    @TempDir
    private static Path witness;

    private static RunningService service;
    private static String worker;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                "--ledger.log.interval=20s",
                "--ledger.log.origin=ledger.asker.example/journeys",
                "--ledger.log.witness.dir=" + witness,
                "--ledger.query.url=https://queries.example/");
        worker = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static LogTables log() {
        return new LogTables(service.database.reader());
    }

    @Test
    void an_answer_links_to_its_proof_and_waits_for_it_when_asked() throws Exception {
        Reply waited = service.post(worker, "/v1/journeys", REFERRAL, "Prefer", "respond-async, wait=9");
        assertThat(waited.status()).isEqualTo(201);
        assertThat(waited.header("Preference-Applied")).isEqualTo("wait=9");
        long position = waited.position();
        assertThat(waited.header("Link"))
                .isEqualTo("<https://queries.example/v1/log/proofs/" + position
                        + ">; rel=\"urn:journey-ledger:proof\"; type=\"text/plain\"");
        LogSigner signer = LogSigner.open(service.signer());
        ProofFile proof = log().proofOf(position).orElseThrow();
        assertThat(proof.verify("ledger.asker.example/journeys", signer.keys()).position())
                .isEqualTo(position);

        await(() -> Files.exists(witness.resolve("checkpoint")));
        assertThat(Files.readString(witness.resolve("checkpoint"))).startsWith("ledger.asker.example/journeys\n");

        // The control: whoever does not ask does not wait, and the next seal is seconds away.
        Reply atOnce = service.post(worker, "/v1/journeys", REFERRAL);
        assertThat(atOnce.header("Preference-Applied")).isEmpty();
        assertThat(atOnce.header("Link")).contains("/v1/log/proofs/" + atOnce.position());
        assertThat(log().proofOf(atOnce.position())).isEmpty();

        Reply unreadable = service.post(worker, "/v1/journeys", REFERRAL, "Prefer", "wait=soon");
        assertThat(unreadable.status()).isEqualTo(201);
        assertThat(unreadable.header("Preference-Applied")).isEmpty();
    }

    @Test
    void a_repeated_request_may_wait_for_its_receipt_and_is_answered_the_same() {
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        byte[] body = REFERRAL.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Reply first = service.send(worker, "POST", "/v1/journeys", body, key);
        Reply again = service.send(worker, "POST", "/v1/journeys", body, key[0], key[1], "Prefer", "wait=9");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.header("Link")).isEqualTo(first.header("Link"));
        assertThat(again.header("Preference-Applied")).isEqualTo("wait=9");
    }

    @Test
    void sealing_adds_no_round_trip_to_a_command() {
        double with = roundTripsPerCommand(true);
        double without = roundTripsPerCommand(false);
        System.out.printf("round trips of the writer per command: sealing %.2f, not sealing %.2f%n", with, without);
        assertThat(with).isCloseTo(without, within(0.2));
    }

    private static double roundTripsPerCommand(boolean sealing) {
        try (var trips = new RoundTrips(LedgerSchema.WRITER);
                var running = RunningService.startBehind(
                        trips::before, "--ledger.log.sealing=" + sealing, "--ledger.log.interval=50ms")) {
            var token = running.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
            int commands = 100;
            for (int i = 0; i < 20; i++) {
                running.post(token, "/v1/journeys", REFERRAL);
            }
            long before = trips.count();
            for (int i = 0; i < commands; i++) {
                assertThat(running.post(token, "/v1/journeys", REFERRAL).status())
                        .isEqualTo(201);
            }
            double perCommand = (trips.count() - before) / (double) commands;
            assertThat(perCommand).isPositive();
            LogTables log = new LogTables(running.database.reader());
            assertThat(log.sealedTo() > 0).isEqualTo(sealing);
            return perCommand;
        }
    }

    @Test
    void after_an_older_backup_was_restored_nothing_is_sealed_health_says_the_way_out_and_commands_go_on()
            throws Exception {
        try (var restored = RunningService.start("--ledger.log.interval=50ms")) {
            var token = restored.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
            assertThat(restored.post(token, "/v1/journeys", REFERRAL, "Prefer", "wait=9")
                            .header("Preference-Applied"))
                    .isEqualTo("wait=9");
            assertThat(health(restored)).contains("\"sealedTo\":2");
            restored.post(token, "/v1/journeys", REFERRAL, "Prefer", "wait=9");
            // Yesterday's database, today's signer.
            restored.restartAfter(() -> restored.database.asOwner("SET session_replication_role = replica;"
                    + " DELETE FROM ledger.event WHERE position > 2;"
                    + " DELETE FROM ledger.idempotency WHERE position > 2;"
                    + " DELETE FROM ledger.log_leaf WHERE first >= 2;"
                    + " DELETE FROM ledger.log_checkpoint WHERE size > 2;"
                    + " SET session_replication_role = origin"));
            await(() -> health(restored).contains("an older backup was restored"));
            assertThat(health(restored)).contains("The way out");
            Reply still = restored.post(token, "/v1/journeys", REFERRAL, "Prefer", "wait=1");
            assertThat(still.status()).isEqualTo(201);
            assertThat(still.header("Preference-Applied")).isEmpty();
            assertThat(restored.send("", "GET", "/actuator/health/readiness", new byte[0])
                            .status())
                    .isEqualTo(200);
            assertThat(text(restored.send("", "GET", "/actuator/prometheus", new byte[0])))
                    .contains("ledger_log_refused 1.0")
                    .contains("ledger_log_checkpoint_age");
        }
    }

    @Test
    void a_lost_signer_is_no_reason_to_begin_another_log() throws Exception {
        try (var lost = RunningService.start("--ledger.log.interval=50ms")) {
            var token = lost.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
            lost.post(token, "/v1/journeys", REFERRAL, "Prefer", "wait=9");
            lost.restartAfter(() -> {
                try {
                    Files.move(lost.signer(), lost.signer().resolveSibling("elsewhere"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(health(lost)).contains("there is no signer in").contains("The way out");
            assertThat(lost.post(token, "/v1/journeys", REFERRAL).status()).isEqualTo(201);
        }
    }

    @Test
    void a_witness_that_is_not_set_up_rightly_is_said_before_anything_starts() {
        assertThatThrownBy(() -> RunningService.start(
                        "--ledger.log.witness.http[0].url=https://witness.example",
                        "--ledger.log.witness.http[0].key=not a key"))
                .hasStackTraceContaining("LEDGER_LOG_WITNESS_HTTP_n_KEY its public key, name+id+base64");
    }

    private static String health(RunningService of) {
        return text(of.send("", "GET", "/actuator/health", new byte[0]));
    }

    private static String text(Reply reply) {
        return new String(reply.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void await(java.util.function.BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(so.getAsBoolean()).isTrue();
    }
}
