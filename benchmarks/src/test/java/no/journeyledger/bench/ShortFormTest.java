package no.journeyledger.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of the suite: every part of it works, and every acknowledged command is a row (the suite itself fails when
 * the counts differ). No time is asserted; on a busy build machine none means anything.
 */
class ShortFormTest {

    @Test
    void every_part_of_the_suite_runs_and_its_rows_prove_the_work(@TempDir Path results) throws Exception {
        String report = Files.readString(Benchmarks.run(Plan.shortForm(), results));

        assertThat(report)
                .contains("Durable commands, profile native")
                .contains("One command on a citizen with a long history, profile native")
                .contains("From append to visible, at half load")
                .contains("Projections made again from the first event");
        assertThat(report.split("Counted at the end: ledger: ", -1)).hasSizeGreaterThan(1);
    }
}
