package no.journeyledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import no.journeyledger.standalone.demo.DemoPeople;
import no.journeyledger.standalone.demo.DemoPeople.Someone;
import no.journeyledger.standalone.demo.Tokens;

/** Ready-made tokens of the demo people, one file each, so that a call can be copied from the README as it stands. */
final class TokenFiles {

    /** File name by person; the names the README uses. */
    private static final Map<String, Someone> FILES = files();

    private TokenFiles() {}

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

    /** Writes a fresh token for each of them, readable by this user alone, and gives the folder. */
    static Path write(Path folder, Tokens tokens) {
        try {
            Files.createDirectories(folder);
            for (var file : FILES.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.writeString(path, file.getValue().token(tokens));
                if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The tokens cannot be written to " + folder, e);
        }
    }

    /** Who has a file, by its name. */
    static Map<String, Someone> people() {
        return FILES;
    }
}
