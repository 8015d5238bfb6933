package no.journeyledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time of processes, from {@code /proc}. Zero where there is no such file system. */
final class ProcessCpu {

    /** The kernel reports in ticks of 10 ms on every Linux in use. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CHILDREN_UTIME = 13;
    private static final int CHILDREN_STIME = 14;

    private ProcessCpu() {}

    /** User and system time of a process, its living descendants, and what its ended children have used. */
    static Duration ofTree(ProcessHandle root) {
        long ticks = ticks(root.pid());
        for (ProcessHandle descendant : root.descendants().toList()) {
            ticks += ticks(descendant.pid());
        }
        return Duration.ofNanos(ticks * NANOS_PER_TICK);
    }

    private static long ticks(long pid) {
        Optional<String[]> fields = fieldsAfterName(pid);
        if (fields.isEmpty()) {
            return 0;
        }
        String[] stat = fields.get();
        return Long.parseLong(stat[UTIME])
                + Long.parseLong(stat[STIME])
                + Long.parseLong(stat[CHILDREN_UTIME])
                + Long.parseLong(stat[CHILDREN_STIME]);
    }

    private static Optional<String[]> fieldsAfterName(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /**
     * The same to the nanosecond, for short work; but what ended threads and processes have used is not in it. Falls back
     * to ticks where the kernel keeps no such account.
     */
    static Duration preciselyOfTree(ProcessHandle root) {
        long nanos = 0;
        for (ProcessHandle process :
                Stream.concat(Stream.of(root), root.descendants()).toList()) {
            nanos += nanosOfThreads(process.pid());
        }
        return nanos == 0 ? ofTree(root) : Duration.ofNanos(nanos);
    }

    private static long nanosOfThreads(long pid) {
        long nanos = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path thread : threads.toList()) {
                nanos += nanosOnCpu(thread.resolve("schedstat"));
            }
        } catch (IOException ended) {
            return nanos;
        }
        return nanos;
    }

    private static long nanosOnCpu(Path schedstat) {
        try {
            String account = Files.readString(schedstat);
            return Long.parseLong(account.substring(0, account.indexOf(' ')));
        } catch (IOException ended) {
            return 0;
        }
    }
}
