package no.journeyledger.store.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the verifier says about a ledger. */
record Verified(Verification.Outcome outcome, List<Finding> findings) {

    static Verified of(SealedLedger ledger) throws Exception {
        return of(ledger, Duration.ofDays(1), List.of(), List.of());
    }

    static Verified of(SealedLedger ledger, Duration window, List<Path> published, Collection<VerifierKey> witnesses)
            throws Exception {
        try (var log = new DatabaseLog(ledger.database.reader())) {
            return of(log, ledger.signer.everyKey(), window, published, witnesses);
        }
    }

    static Verified of(
            StoredLog log,
            Collection<VerifierKey> keys,
            Duration window,
            List<Path> published,
            Collection<VerifierKey> witnesses)
            throws Exception {
        var findings = new ArrayList<Finding>();
        Verification.Outcome outcome = new Verification(
                        log,
                        new Verification.Trust(keys, List.of(), witnesses),
                        published,
                        Instant.now(),
                        window,
                        findings::add,
                        done -> {})
                .run();
        return new Verified(outcome, findings);
    }
}
