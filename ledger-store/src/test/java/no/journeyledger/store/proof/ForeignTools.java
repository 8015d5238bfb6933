package no.journeyledger.store.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs that share no code with the ledger. */
final class ForeignTools {

    private ForeignTools() {}

    /** How a program ended and what it said. */
    record Ran(int exit, String said) {}

    static boolean present(String program) {
        try {
            return run("sh", "-c", "command -v " + program).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Ran run(String... command) throws IOException {
        return run(Map.of(), List.of(command));
    }

    static Ran run(Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return new Ran(process.exitValue(), said);
    }
}
