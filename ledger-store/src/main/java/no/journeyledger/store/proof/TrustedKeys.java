package no.journeyledger.store.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows a log's keys through its checkpoints, smallest first. A checkpoint counts when a key in force signed it. A new
 * key comes into force when it signs a checkpoint together with one already in force, so whoever trusts the first key can
 * follow every change after it. A key that was in force and no longer signs is retired: what it signs alone afterwards
 * does not count, also when somebody has stolen it.
 */
public final class TrustedKeys {

    private final String origin;
    private final Set<VerifierKey> known = new LinkedHashSet<>();
    private final Set<VerifierKey> inForce = new LinkedHashSet<>();
    private final Set<VerifierKey> waiting = new LinkedHashSet<>();
    private final Set<VerifierKey> retired = new LinkedHashSet<>();

    /**
     * Begins with keys trusted for a reason outside the log.
     *
     * @param trusted keys trusted from the start or, if they sign only later, from then on
     * @param candidates keys the log has published; each must be vouched for by one in force
     * @throws NotGenuine when no trusted key is a key of this log
     */
    public TrustedKeys(String origin, Collection<VerifierKey> trusted, Collection<VerifierKey> candidates) {
        this.origin = origin;
        for (VerifierKey key : trusted) {
            if (isOfTheLog(key)) {
                waiting.add(key);
            }
        }
        if (waiting.isEmpty()) {
            throw new NotGenuine("none of the trusted keys is a key of " + origin);
        }
        known.addAll(waiting);
        candidates.stream().filter(this::isOfTheLog).forEach(known::add);
    }

    /**
     * Opens the next checkpoint.
     *
     * @throws NotGenuine when no key in force signed it, or it is of another log
     */
    public Checkpoint open(SignedNote note) {
        Checkpoint checkpoint = Checkpoint.open(note, origin, known);
        Set<VerifierKey> signers = note.signedBy(known);
        if (signers.stream().noneMatch(k -> inForce.contains(k) || (waiting.contains(k) && !retired.contains(k)))) {
            throw new NotGenuine("the checkpoint of size " + checkpoint.size()
                    + " is signed only by a key that is retired or that no trusted key vouched for");
        }
        for (VerifierKey key : inForce) {
            if (!signers.contains(key)) {
                retired.add(key);
            }
        }
        inForce.clear();
        inForce.addAll(signers);
        waiting.removeAll(signers);
        retired.removeAll(signers);
        return checkpoint;
    }

    /** The keys in force after the last checkpoint opened. */
    public List<VerifierKey> inForce() {
        return new ArrayList<>(inForce);
    }

    private boolean isOfTheLog(VerifierKey key) {
        return key.kind() == VerifierKey.Kind.LOG && key.name().equals(origin);
    }
}
