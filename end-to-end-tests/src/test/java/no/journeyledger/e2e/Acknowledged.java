package no.journeyledger.e2e;

import java.util.UUID;

/**
 * A command that was answered with a 2xx, as a client writes it down.
 *
 * @param key its idempotency key
 * @param aggregate the journey or fund it was about
 * @param what its kind, e.g. {@code rating}
 * @param position the ledger position of the answer
 * @param version the version of the aggregate in the answer
 * @param attempts how often it was sent until an answer came
 */
record Acknowledged(String key, UUID aggregate, String what, long position, long version, int attempts) {

    static final String OPENING = "opening";
    static final String CONTRIBUTION = "contribution";

    String line() {
        return key + "," + aggregate + "," + what + "," + position + "," + version + "," + attempts;
    }
}
