package no.journeyledger.standalone.demo;

import java.util.UUID;

/** Bearer tokens for the people of the demonstration; whoever starts the ledger decides who issues them. */
public interface Tokens {

    /**
     * A token for somebody who works for a service.
     *
     * @param id the worker's random id
     * @param service the service (unit) they belong to
     * @param roles their roles, e.g. {@code TEAM} or {@code UNIT_HEAD}
     */
    String worker(UUID id, UUID service, String... roles);

    /** A token for a citizen's, a representative's or a trusted person's own signed-in session. */
    String person(UUID id);

    /** A token for the case app that acts for a person: the person's rights, both recorded, and nobody's own session. */
    String personThrough(UUID id);
}
