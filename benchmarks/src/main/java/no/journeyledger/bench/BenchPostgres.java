package no.journeyledger.bench;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own, in a temporary folder on a free loopback port, with the settings every peer gets. Started by
 * hand and not through the embedded library, because its flushes may be slowed and must in any case be real.
 */
final class BenchPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String SUPERUSER = "postgres";

    /** The same for every peer. Durability is the point of the exercise; the rest keeps checkpoints out of short runs. */
    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "400"),
            Map.entry("shared_buffers", "512MB"),
            Map.entry("max_wal_size", "8GB"),
            Map.entry("checkpoint_timeout", "30min"),
            Map.entry("jit", "off"));

    private final Path folder;
    private final int port;
    private final Process process;

    private BenchPostgres(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Makes a new cluster and starts it; {@code environment} goes to the server process. */
    static BenchPostgres start(Path binaries, Map<String, String> environment)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("journey-ledger-bench-pg");
        Path data = folder.resolve("data");
        run(List.of(
                binaries.resolve("bin/initdb").toString(),
                "-A",
                "trust",
                "-U",
                SUPERUSER,
                "-D",
                data.toString(),
                "-E",
                "UTF-8",
                "--locale=C"));
        int port = freePort();
        var command = new ArrayList<>(List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "127.0.0.1",
                "-k",
                ""));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var builder = new ProcessBuilder(asNobodySpecial(command))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("postgres.log").toFile());
        builder.environment().putAll(environment);
        var postgres = new BenchPostgres(folder, port, builder.start());
        try {
            postgres.awaitStart();
        } catch (SQLException | InterruptedException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    /** Unpacks the PostgreSQL that the ledger is tested with into a folder. */
    static void unpackBinaries(Path folder) throws IOException {
        try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        System.getProperty("os.name"), System.getProperty("os.arch"));
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("an entry would leave the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.copy(tar, target);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own the same account is nobody special. */
    private static List<String> asNobodySpecial(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        var wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(asNobodySpecial(command))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = connect("postgres")) {
                requireOn(connection, "fsync");
                requireOn(connection, "synchronous_commit");
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    private static void requireOn(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            if (!"on".equals(row.getString(1))) {
                throw new IllegalStateException(
                        setting + " is " + row.getString(1) + "; the peers would not be durable");
            }
        }
    }

    /** A new, empty database. */
    void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String superuser() {
        return SUPERUSER;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, "");
    }

    /** One number out of a database. */
    long number(String database, String query) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many bytes of write-ahead log were written since the cluster was made. */
    long walBytes() throws SQLException {
        return number("postgres", "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    /** Writes out what is dirty, so that one peer does not pay for another's pages. */
    void checkpoint() throws SQLException {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    Duration cpu() {
        return ProcessCpu.ofTree(process.toHandle());
    }

    Duration preciseCpu() {
        return ProcessCpu.preciselyOfTree(process.toHandle());
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } finally {
            delete(folder);
        }
    }

    private void stop() throws IOException, InterruptedException {
        // Fast shutdown: the postmaster ends its children itself. The namespace wrapper replaces itself by the server.
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (!process.waitFor(STOP_LIMIT)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The median time of a one-row commit from one connection: shows that a flush costs what the profile says. */
    Duration medianCommit() throws SQLException {
        int commits = 200;
        long[] nanos = new long[commits];
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists flush_probe (n int)");
            for (int i = 0; i < commits; i++) {
                long start = System.nanoTime();
                statement.execute("insert into flush_probe values (1)");
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[commits / 2]);
    }
}
