package no.journeyledger.command.log;

/**
 * Where proofs are given out.
 *
 * @param queries the address of the query service, empty when it stands behind the same address
 */
public record ProofAddress(String queries) {

    /** Leaves out a last slash. */
    public ProofAddress {
        queries = queries.replaceFirst("/$", "");
    }

    /** Where the proof of a ledger position is. */
    String of(String position) {
        return queries + "/v1/log/proofs/" + position;
    }
}
