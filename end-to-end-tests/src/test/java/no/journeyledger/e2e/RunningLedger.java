package no.journeyledger.e2e;

import java.util.UUID;
import no.journeyledger.standalone.demo.Tokens;

/** Both services, running as processes of their own, and whoever issues the tokens they trust. */
interface RunningLedger extends AutoCloseable {

    Ledger client();

    Tokens tokens();

    /** Somebody new who works for a service. */
    default Worker worker(UUID service, String... roles) {
        UUID id = UUID.randomUUID();
        return new Worker(id, service, tokens().worker(id, service, roles));
    }

    /** Somebody new, in sessions of their own. */
    default Citizen citizen() {
        UUID id = UUID.randomUUID();
        return new Citizen(id, tokens().person(id));
    }

    @Override
    void close();

    /** Somebody who works for a service, and their token. */
    record Worker(UUID id, UUID service, String token) {}

    /** A citizen, and the token of their own session. */
    record Citizen(UUID id, String token) {}
}
