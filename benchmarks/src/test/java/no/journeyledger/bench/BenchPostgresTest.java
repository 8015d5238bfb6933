package no.journeyledger.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPostgresTest {

    @Test
    void in_the_1_ms_profile_no_commit_takes_less_than_a_millisecond(@TempDir Path folder) throws Exception {
        var slowFlush = SlowFlush.build(folder);
        assumeThat(slowFlush).as("a C compiler on Linux").isPresent();
        Path binaries = folder.resolve("postgresql");
        BenchPostgres.unpackBinaries(binaries);

        try (var postgres = BenchPostgres.start(
                binaries, Profile.oneMillisecond(slowFlush.orElseThrow()).environment())) {
            assertThat(postgres.medianCommit()).isGreaterThan(Duration.ofMillis(1));
        }
    }
}
