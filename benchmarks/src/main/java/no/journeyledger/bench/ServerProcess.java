package no.journeyledger.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One peer's server in a JVM of its own, so that its processor time is its own too. */
final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final int port;
    private final Duration startTime;

    private ServerProcess(String name, Process process, int port, Duration startTime) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.startTime = startTime;
    }

    /** What to start. */
    record Launch(
            String name,
            String mainClass,
            List<String> jvmOptions,
            List<String> arguments,
            Map<String, String> environment,
            String readyPath) {}

    /** Starts a server and waits until {@code readyPath} answers with anything below 500. */
    static ServerProcess start(Launch launch, int port, Path logs) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.jvmOptions());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(launch.mainClass());
        command.addAll(launch.arguments());
        Path log = Files.createTempFile(logs, launch.name().replaceAll("\\W+", "-") + "-", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(launch.environment());
        long started = System.nanoTime();
        Process process = builder.start();
        try {
            awaitReady(launch, process, port, log);
        } catch (IOException | InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
        return new ServerProcess(launch.name(), process, port, Duration.ofNanos(System.nanoTime() - started));
    }

    private static void awaitReady(Launch launch, Process process, int port, Path log)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + launch.readyPath()))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            < 500) {
                        return;
                    }
                } catch (IOException notYet) {
                    // it does not listen yet
                }
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException(launch.name() + " did not start; its log ends with:\n" + end(log));
                }
                Thread.sleep(20);
            }
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    String name() {
        return name;
    }

    /** From the start of the process to its first answer. */
    Duration startTime() {
        return startTime;
    }

    Duration cpu() {
        return ProcessCpu.ofTree(process.toHandle());
    }

    Duration preciseCpu() {
        return ProcessCpu.preciselyOfTree(process.toHandle());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
