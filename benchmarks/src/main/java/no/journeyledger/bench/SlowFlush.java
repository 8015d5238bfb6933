package no.journeyledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The library that makes PostgreSQL's flushes slower, built when the benchmark starts. */
record SlowFlush(Path library) {

    /** Compiles the library; empty when this machine has no C compiler or is no Linux. */
    static Optional<SlowFlush> build(Path directory) throws IOException, InterruptedException {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        Path source = directory.resolve("slow_flush.c");
        try (InputStream in = SlowFlush.class.getResourceAsStream("slow_flush.c")) {
            if (in == null) {
                throw new IllegalStateException("slow_flush.c is missing from the benchmark's resources");
            }
            Files.write(source, in.readAllBytes());
        }
        Path library = directory.resolve("slow_flush.so");
        for (String compiler : List.of("cc", "gcc", "clang")) {
            if (compiles(compiler, source, library)) {
                return Optional.of(new SlowFlush(library));
            }
        }
        return Optional.empty();
    }

    private static boolean compiles(String compiler, Path source, Path library)
            throws InterruptedException, IOException {
        try {
            Process process = new ProcessBuilder(
                            compiler, "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException noSuchCompiler) {
            return false;
        }
    }

    /** What PostgreSQL's environment needs so that a flush takes this much longer. */
    Map<String, String> environment(Duration longer) {
        return Map.of("LD_PRELOAD", library.toString(), "SLOW_FLUSH_MICROS", Long.toString(longer.toNanos() / 1_000));
    }
}
