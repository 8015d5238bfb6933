package no.journeyledger.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the figures were measured on.
 *
 * @param processor its model
 * @param cores logical cores
 * @param memoryMiB memory of the machine
 * @param system operating system and kernel
 * @param java the Java runtime
 * @param commit the revision of the ledger
 */
record Machine(String processor, int cores, long memoryMiB, String system, String java, String commit) {

    private static final long KIB_PER_MIB = 1024;

    static Machine here() throws InterruptedException {
        return new Machine(
                lineOf("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                lineOf("/proc/meminfo", "MemTotal")
                        .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / KIB_PER_MIB)
                        .orElse(0L),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                commitHere());
    }

    private static Optional<String> lineOf(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException noSuchFile) {
            return Optional.empty();
        }
    }

    private static String commitHere() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.strip() : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
