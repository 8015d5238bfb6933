package no.journeyledger.store.axon;

import org.jspecify.annotations.Nullable;

/**
 * How far one reader of the ledger has come, for health checks.
 *
 * @param position the last position it has delivered
 * @param stopped why it does not go on, {@code null} while it does
 */
public record LedgerStreamState(long position, @Nullable String stopped) {}
