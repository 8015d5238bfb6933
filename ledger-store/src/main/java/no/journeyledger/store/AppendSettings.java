package no.journeyledger.store;

import java.time.Duration;

/**
 * How appends are grouped and how long they wait.
 *
 * @param groupCommands appends in one group at most
 * @param groupBytes bytes in one group at most, a single larger append still being one group
 * @param waiting appends that may wait for their group; more are refused as unavailable
 * @param patience how long an append is tried while the database cannot be reached
 * @param silence how long the database may take to answer one call before the connection counts as lost; longer than
 *     the writer role's {@code transaction_timeout}
 */
public record AppendSettings(int groupCommands, long groupBytes, int waiting, Duration patience, Duration silence) {

    /** 256 appends or 1 MiB a group, 10 000 waiting, 5 s of patience, 12 s of silence. */
    public static AppendSettings standard() {
        return new AppendSettings(256, 1 << 20, 10_000, Duration.ofSeconds(5), Duration.ofSeconds(12));
    }
}
