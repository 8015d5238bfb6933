package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import no.journeyledger.standalone.demo.DemoPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the ledger from starting is said in one sentence; and what was recorded is there when it starts again. */
class StartingTheLedgerTest {

    /** What is not said to whoever starts it: log lines, warnings of the JVM about itself, empty lines. */
    private static final Pattern LOG =
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT|^\\d\\d:\\d\\d:\\d\\d\\.|^WARNING: |^\\s*$");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void a_taken_port_is_told_in_one_sentence(@TempDir Path folder) throws IOException {
        try (var standalone = StandaloneProcess.in(folder);
                var taken = new ServerSocket(standalone.commandPort(), 1, InetAddress.getLoopbackAddress())) {
            tellsInOneSentence(standalone.launch(), Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void the_issuers_taken_port_is_told_in_one_sentence(@TempDir Path folder) throws IOException {
        try (var standalone = StandaloneProcess.in(folder);
                var taken = new ServerSocket(standalone.issuerPort(), 1, InetAddress.getLoopbackAddress())) {
            tellsInOneSentence(standalone.launch(), "LEDGER_ISSUER_PORT");
            assertThat(taken.isBound()).isTrue();
        }
    }

    @Test
    void a_store_that_does_not_sync_is_told_in_one_sentence(@TempDir Path folder) {
        try (var standalone = StandaloneProcess.in(folder).with("LEDGER_CONTROL_FSYNC", "off")) {
            tellsInOneSentence(standalone.launch(), "fsync");
        }
    }

    @Test
    void the_same_data_folder_twice_is_told_in_one_sentence(@TempDir Path folder) {
        try (var first = StandaloneProcess.in(folder).start();
                var second = StandaloneProcess.in(folder)) {
            tellsInOneSentence(second.launch(), "in use");
            assertThat(first.isReady()).as("the first is left alone").isTrue();
        }
    }

    private static void tellsInOneSentence(Started process, String fact) {
        assertThat(process.exitCode(PATIENCE)).isNotZero();
        assertThat(process.output()).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(process.output().lines().filter(line -> !LOG.matcher(line).find()))
                .as(process.output())
                .singleElement()
                .asString()
                .contains(fact);
    }

    @Test
    @ExtendWith(SharedStandalone.class)
    void starting_again_keeps_the_data_and_loading_the_cases_again_changes_nothing(StandaloneProcess standalone) {
        var views = new Views(standalone);
        long head = views.caughtUp();
        List<UUID> journeys = List.of(
                DemoPeople.FAMILY_JOURNEY,
                DemoPeople.YOUTH_JOURNEY,
                DemoPeople.RELEASED_JOURNEY,
                DemoPeople.YOUNG_MAN_JOURNEY,
                DemoPeople.OPEN_JOURNEY);
        List<UUID> funds = List.of(DemoPeople.JOINT_FUND, DemoPeople.HOUSING_FUND);
        String before = views.dump(funds, journeys);

        standalone.stop();
        standalone.start();

        assertThat(views.caughtUp()).as("head").isEqualTo(head);
        assertThat(views.dump(funds, journeys)).isEqualTo(before);
        assertThat(standalone.process().output()).contains("from before");
    }
}
