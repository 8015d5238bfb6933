package no.journeyledger.standalone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.journeyledger.standalone.demo.DemoPeople;
import no.journeyledger.standalone.demo.DemoPeople.Someone;
import no.journeyledger.standalone.demo.Tokens;
import no.journeyledger.standalone.issuer.SecretFiles;

/** Ready-made tokens of the demo people, one file each, so that a call can be copied from the README as it stands. */
final class TokenFiles {

    /** File name by person; the names the README uses. */
    private static final Map<String, Someone> FILES = files();

    private final Path folder;
    private final Tokens tokens;

    TokenFiles(Path folder, Tokens tokens) {
        this.folder = folder;
        this.tokens = tokens;
    }

    private static Map<String, Someone> files() {
        var files = new LinkedHashMap<String, Someone>();
        files.put("leader", DemoPeople.LEADER);
        files.put("work-adviser", DemoPeople.WORK_ADVISER);
        files.put("housing-adviser", DemoPeople.HOUSING_ADVISER);
        files.put("teacher", DemoPeople.TEACHER);
        files.put("therapist", DemoPeople.THERAPIST);
        files.put("housing-head", DemoPeople.HOUSING_HEAD);
        files.put("fund-manager", DemoPeople.FUND_MANAGER);
        files.put("auditor", DemoPeople.AUDITOR);
        files.put("operator", DemoPeople.OPERATOR);
        files.put("analyst", DemoPeople.ANALYST);
        files.put("privacy-officer", DemoPeople.PRIVACY_OFFICER);
        files.put("case-app-for-mia", new DemoPeople.CaseAppFor(DemoPeople.MIA));
        files.put("mia", DemoPeople.MIA);
        files.put("aron", DemoPeople.ARON);
        files.put("kari", DemoPeople.KARI);
        return files;
    }

    Path folder() {
        return folder;
    }

    /** Writes a fresh token for each of them, readable by this user alone. */
    void write() {
        FILES.forEach((name, someone) ->
                SecretFiles.write(folder.resolve(name), someone.token(tokens).getBytes(StandardCharsets.US_ASCII)));
    }

    /** Goes on doing so while the ledger runs: tokens are short-lived, and whoever tries the ledger takes their time. */
    void renewEvery(Duration pause) {
        Thread.ofPlatform().name("token-files").daemon().start(() -> {
            while (true) {
                try {
                    Thread.sleep(pause);
                    write();
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    // The ledger is just stopping, or the disk is full: tried again after the next pause.
                }
            }
        });
    }

    /** Who has a file, by its name. */
    static Map<String, Someone> people() {
        return FILES;
    }
}
