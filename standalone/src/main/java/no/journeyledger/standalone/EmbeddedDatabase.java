package no.journeyledger.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL whose data stays in a folder.
 *
 * <p>The library behind it is made for throw-away tests and turns {@code fsync} and {@code synchronous_commit} off; here
 * both are on, because a 2xx must survive a power loss. The services refuse to start on a database where they are not.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** Written after the first complete start: a folder without it was never finished and may be made anew. */
    private static final String COMPLETE = "initialised";

    private static final List<Duration> PATIENCE =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(5));

    private final EmbeddedPostgres postgres;
    private final FileLock lock;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileLock lock) {
        this.postgres = postgres;
        this.lock = lock;
    }

    /**
     * Starts the database in a folder, the first time making it.
     *
     * @param folder where its data stays
     * @param port where it listens on the loopback address, 0 for any free port
     * @throws CannotStart when the folder is in use or cannot be written
     */
    static EmbeddedDatabase start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            FileLock lock = lock(folder);
            Path cluster = folder.resolve("postgres");
            stopOrphan(cluster);
            if (Files.notExists(folder.resolve(COMPLETE))) {
                delete(cluster);
            }
            var database = new EmbeddedDatabase(startServer(cluster, port), lock);
            if (Files.notExists(folder.resolve(COMPLETE))) {
                Files.createFile(folder.resolve(COMPLETE));
            }
            return database;
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("The database in " + folder + " cannot be started (" + e.getMessage()
                    + "); check that the folder is writable and that the disk has room.");
        }
    }

    /**
     * Starts the server, more than once when need be: after a kill, children of the old server may hold its shared memory for
     * a moment longer, and PostgreSQL then rightly refuses to start beside them. Each try waits longer than the one before,
     * since replaying a long write-ahead log takes its time.
     */
    private static EmbeddedPostgres startServer(Path cluster, int port) throws IOException {
        IOException last = new IOException("not tried");
        for (Duration patience : PATIENCE) {
            try {
                return server(cluster, port, patience).start();
            } catch (IOException | IllegalStateException e) {
                last = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
                stopOrphan(cluster);
                // The library's own lock is not let go by a start that failed; ours, on the folder above, still holds.
                Files.deleteIfExists(cluster.resolve("epg-lock"));
            }
        }
        throw last;
    }

    private static EmbeddedPostgres.Builder server(Path cluster, int port, Duration patience) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(patience)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", fsync())
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPort(port);
    }

    /**
     * The one switch for the rig that shows that the services refuse a database that does not sync; not for anybody else.
     */
    private static String fsync() {
        return System.getenv().getOrDefault("LEDGER_CONTROL_FSYNC", "on");
    }

    private static FileLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the answer is the same
        }
        channel.close();
        throw new CannotStart("The data folder " + folder
                + " is in use by another ledger; stop that one, or set LEDGER_DATA_DIR to another folder.");
    }

    /** A ledger that was killed leaves its database server behind, still holding the folder: stop that first. */
    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").contains("postgres"));
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle server = orphan.get();
        server.destroy();
        try {
            server.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            server.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IOException("the server left behind by an earlier run could not be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The JDBC address, without a user. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.channel().close();
    }
}
