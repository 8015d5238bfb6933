package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long form: {@code -Dledger.proof.leaves=1000000}. */
class VerificationRateTest {

    private static final int LEAVES = Integer.getInteger("ledger.proof.leaves", 20_000);

    @TempDir
    Path folder;

    @Test
    void a_large_ledger_is_sealed_and_verified_at_a_steady_rate_in_flat_memory() throws Exception {
        try (var ledger = new SealedLedger(folder)) {
            ledger.database.asOwner("""
                    INSERT INTO ledger.event
                    SELECT n, ('00000000-0000-7000-8000-' || lpad(to_hex(n %% 1000), 12, '0'))::uuid, n / 1000,
                           gen_random_uuid(), 1 + n %% 4, now(), convert_to(repeat(md5(n::text), 16), 'UTF8'),
                           convert_to(repeat(md5((-n)::text), 8), 'UTF8')
                    FROM generate_series(1, %d) AS n
                    """.formatted(LEAVES));
            long start = System.nanoTime();
            while (ledger.seal() > 0) {
                // up to 8 192 at a time
            }
            double sealing = (System.nanoTime() - start) / 1e9;
            assertThat(ledger.signer.lastSigned().size()).isEqualTo(LEAVES);

            long[] memory = new long[3];
            long begin = System.nanoTime();
            try (var log = new DatabaseLog(ledger.database.reader())) {
                Verification.Outcome outcome = new Verification(
                                log,
                                new Verification.Trust(ledger.signer.everyKey(), List.of(), List.of()),
                                List.of(),
                                java.time.Instant.now(),
                                Duration.ofDays(1),
                                finding -> {},
                                done -> {
                                    if (done - 1 == ((LEAVES / 4) & ~0xfff)
                                            || done - 1 == ((LEAVES * 3L / 4) & ~0xfffL)) {
                                        memory[done > LEAVES / 2 ? 2 : 1] = used();
                                    }
                                })
                        .run();
                assertThat(outcome.findings()).isZero();
                assertThat(outcome.leaves()).isEqualTo(LEAVES);
            }
            double verifying = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%,d events sealed at %,.0f/s, verified at %,.0f/s; live memory at a quarter %,d KiB, at three quarters"
                            + " %,d KiB%n",
                    LEAVES, LEAVES / sealing, LEAVES / verifying, memory[1] / 1024, memory[2] / 1024);
            assertThat(memory[2]).as("memory does not grow with what was read").isLessThan(memory[1] + 16_000_000);
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
