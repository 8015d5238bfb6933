package no.journeyledger.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same story in both forms the ledger runs in. */
class OneCitizenFromReferralToExitTest {

    @Test
    void one_citizen_from_referral_to_exit_in_the_standalone(@TempDir Path folder) {
        try (var standalone = StandaloneProcess.in(folder).start()) {
            OneCitizenFromReferralToExit.isTold(standalone);
        }
    }

    @Test
    void one_citizen_from_referral_to_exit_in_the_processes_that_the_compose_file_describes(@TempDir Path folder) {
        try (var processes = TwoProcesses.start(folder)) {
            OneCitizenFromReferralToExit.isTold(processes);
        }
    }
}
