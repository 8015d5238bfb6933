package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.journeyledger.store.proof.ProofFile;
import no.journeyledger.store.proof.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Promise 12, against the running ledger, fetched and checked in another process than the one that sealed. */
@ExtendWith(SharedStandalone.class)
class EveryEntryHasItsProofWithinTwoSecondsTest {

    private static final int CLIENTS = 8;
    private static final int COMMANDS = Integer.getInteger("ledger.proof.receipts", 120);

    @Test
    void promise_12_every_2xx_has_an_offline_proof_soon_after(StandaloneProcess standalone)
            throws IOException, InterruptedException, ExecutionException {
        List<VerifierKey> keys = Files.readAllLines(
                        standalone.keys().resolve("log-signer").resolve("keys"))
                .stream()
                .map(VerifierKey::parse)
                .toList();
        var worker = standalone.worker(UUID.randomUUID(), "TEAM");
        var ages = new ArrayList<Long>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var calls = Collections.<Callable<Long>>nCopies(COMMANDS, () -> ageOfTheProof(standalone, worker, keys));
            for (Future<Long> age : clients.invokeAll(calls)) {
                ages.add(age.get());
            }
        }
        Collections.sort(ages);
        long p50 = ages.get(ages.size() / 2) / 1_000_000;
        long p99 = ages.get(ages.size() * 99 / 100) / 1_000_000;
        System.out.printf(
                "promise 12: %d entries by %d clients, each proven; age of the proof after the 2xx p50 %d ms, p99 %d ms,"
                        + " worst %d ms%n",
                ages.size(), CLIENTS, p50, p99, ages.getLast() / 1_000_000);
        assertThat(ages).hasSize(COMMANDS);
        // Two seconds are promised on a machine that does nothing else, so they are asserted where that is known.
        if (Boolean.getBoolean("ledger.quiet")) {
            assertThat(Duration.ofMillis(p99)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static long ageOfTheProof(
            StandaloneProcess standalone, RunningLedger.Worker worker, List<VerifierKey> keys) {
        var calls = new JourneyCalls(standalone.client(), UUID.randomUUID());
        Answer recorded = calls.refer(worker, standalone.citizen(), 30).expectAccepted();
        long answered = System.nanoTime();
        Answer proof = standalone.client().ask(worker.token(), "/v1/log/proofs/" + recorded.position());
        long age = System.nanoTime() - answered;
        var leaf = ProofFile.parse(proof.expectAccepted().text())
                .verify(keys.getFirst().name(), keys);
        assertThat(leaf.position()).isEqualTo(recorded.position());
        return age;
    }
}
