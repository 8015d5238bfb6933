package no.journeyledger.store.proof;

/**
 * Why the log is not sealed any further. The ledger goes on recording; auditors and whoever runs the ledger must look at
 * once, because each of these means that a history, a key or a memory was exchanged. The message says what was found and
 * the way out.
 */
public abstract sealed class CannotSeal extends RuntimeException {

    private CannotSeal(String message) {
        super(message);
    }

    /** The ledger is shorter than what was signed: a backup was restored, or the newest events were removed. */
    public static final class RestoredBackup extends CannotSeal {
        RestoredBackup(long here, long signed, String where) {
            super("The log has " + here + " entries, but a checkpoint over " + signed + " entries was signed (" + where
                    + "): an older backup was restored, or entries were removed. Nothing is signed, because a second"
                    + " history under the same name would be a forgery. The way out: restore a newer backup, or recover"
                    + " up to at least position " + signed + "; then sealing goes on by itself. If positions "
                    + (here + 1)
                    + " to " + signed + " are truly lost, say so openly: keep the last checkpoint as evidence, move the"
                    + " signer's folder away, and begin a new log with a new origin.");
        }
    }

    /** The ledger is as long as what was signed, but it is another history. */
    public static final class HistoryDiffers extends CannotSeal {
        HistoryDiffers(long size, String where) {
            super("The first " + size + " entries are not those that were signed (" + where
                    + "): the log was changed, or another ledger was put in its place. Nothing is signed. The way out:"
                    + " run the verifier, which names the entries; restore the database from a backup that verifies. If"
                    + " that is not possible, keep what there is as evidence and begin a new log with a new origin.");
        }
    }

    /** The signer knows nothing of what was signed in its name. */
    public static final class SignerForgot extends CannotSeal {
        SignerForgot(String message) {
            super(message + " Nothing is signed. The way out: restore the signer's folder from its own backup. If it is"
                    + " lost, begin a new log with a new origin; the old log's checkpoints stay verifiable with its old"
                    + " key.");
        }
    }

    /** What was written is not what is read back. */
    public static final class ReadBackDiffers extends CannotSeal {
        ReadBackDiffers(long position) {
            super("The log read back at position " + position + " is not what the ledger holds there: the database or"
                    + " somebody in it changes what is written. Nothing is signed. The way out: run the verifier, which"
                    + " names the entries.");
        }
    }

    /** An event is gone from the ledger, or is not the one that was sealed. */
    public static final class EventsMissing extends CannotSeal {
        EventsMissing(long position) {
            super("Position " + position + " of the ledger is missing or is not the event that was sealed: events were"
                    + " removed or exchanged. Nothing is signed. The way out: run the verifier, which names the events;"
                    + " restore the database from a backup that verifies and reaches at least as far.");
        }
    }

    /** Another instance seals now. The only one that is no cause for alarm. */
    public static final class LeadershipLost extends CannotSeal {
        LeadershipLost() {
            super("another instance seals the log now");
        }
    }
}
