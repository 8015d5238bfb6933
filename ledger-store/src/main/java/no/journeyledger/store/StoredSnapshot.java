package no.journeyledger.store;

import java.util.UUID;

/**
 * A snapshot as it is stored; whoever uses it checks the MAC first.
 *
 * @param aggregate whose state
 * @param sequence the event it includes last
 * @param stateType the name of the state's type
 * @param stateRevision the revision of that type
 * @param state JSON of the state
 * @param mac proof of origin
 */
public record StoredSnapshot(
        UUID aggregate, long sequence, String stateType, int stateRevision, byte[] state, byte[] mac) {}
