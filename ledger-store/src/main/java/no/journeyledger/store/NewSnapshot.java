package no.journeyledger.store;

import java.util.UUID;

/**
 * The state of an aggregate after one of its events. Snapshots only save reading; they are kept, never replaced.
 *
 * @param aggregate whose state
 * @param sequence the event it includes last
 * @param stateType the name of the state's type
 * @param stateRevision the revision of that type
 * @param state JSON of the state
 * @param mac proof that the ledger wrote exactly this state for this aggregate and sequence
 */
public record NewSnapshot(
        UUID aggregate, long sequence, String stateType, int stateRevision, byte[] state, byte[] mac) {}
