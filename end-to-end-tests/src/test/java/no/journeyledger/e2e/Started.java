package no.journeyledger.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A process a test started, with its output in a file; whoever started it ends it, by its id. */
final class Started implements AutoCloseable {

    private static final Path LOGS = Path.of("target", "processes").toAbsolutePath();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final Process process;
    private final Path output;

    private Started(String name, Process process, Path output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a process.
     *
     * @param name what it is called in messages
     * @param folder its working folder; its output goes to {@code target/processes}, where it stays
     * @param environment what it gets beside this process's own environment, from which every setting of the ledger is
     *     taken away
     */
    static Started process(String name, Path folder, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(folder);
            Path logs = Files.createDirectories(LOGS);
            Path output = logs.resolve(name + "-" + NUMBER.incrementAndGet() + ".log");
            Files.deleteIfExists(output);
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("LEDGER_") || key.startsWith("SERVER_"));
            builder.environment().putAll(environment);
            return new Started(name, builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** The Java of this test, which is the JDK 25 that everything is built with. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A port that is free now. */
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it has printed. */
    String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its exit code, after waiting for the end. */
    int exitCode(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " has not ended after " + patience + ":\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something holds, and fails with the output when the process ends first. */
    void await(String what, Duration patience, Probe probe) {
        Instant deadline = Instant.now().plus(patience);
        while (!probe.holds()) {
            if (!process.isAlive()) {
                throw new AssertionError(name + " ended before " + what + ":\n" + output());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError(name + ": waited " + patience + " in vain for " + what + ":\n" + output());
            }
            pause(Duration.ofMillis(50));
        }
    }

    /** A question with a yes or a no. */
    @FunctionalInterface
    interface Probe {
        boolean holds();
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop (SIGTERM) and waits. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill(processes(process.toHandle()));
                throw new AssertionError(name + " did not stop when asked:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill(processes(process.toHandle()));
        }
    }

    /** This process and everything beneath it. */
    List<ProcessHandle> tree() {
        return processes(process.toHandle());
    }

    static List<ProcessHandle> processes(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** {@code kill -9} for all of them in one call, and waits until each is gone. */
    static void kill(List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-9"));
        processes.stream().filter(Started::lives).forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() == 2) {
            return;
        }
        try {
            // A process that ended by itself between the look and the call makes kill complain; that is no failure.
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Instant deadline = Instant.now().plusSeconds(20);
        while (processes.stream().anyMatch(Started::lives)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("still there after kill -9: " + processes);
            }
            pause(Duration.ofMillis(5));
        }
    }

    /** Whether it still runs; one that has ended but whose parent has not looked yet does not. */
    private static boolean lives(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return Files.isDirectory(Path.of("/proc/self")) ? false : process.isAlive();
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
