package no.journeyledger.store.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Signs a log's checkpoints and remembers the last one, in a folder of its own outside the database and its backups. It
 * signs only what is proven to continue what it signed before, so nobody, not even with a restored database, gets two
 * histories signed. What it signs it has remembered durably before anybody sees the signature. Several processes may
 * share the folder.
 *
 * <p>The folder: {@code signing-keys} (secret, readable for its owner only), {@code keys} (every public key ever used),
 * {@code last-signed} (the last checkpoint). Back it up apart from the database. While keys change there are two signing
 * keys and both sign.
 */
public final class LogSigner {

    private static final Map<Path, Object> FOLDERS = new ConcurrentHashMap<>();

    private final Path folder;
    private final String origin;
    private final Object sameFolder;

    private LogSigner(Path folder, String origin) {
        this.folder = folder;
        this.origin = origin;
        this.sameFolder = FOLDERS.computeIfAbsent(folder.toAbsolutePath().normalize(), p -> new Object());
    }

    /**
     * Begins a new log with a new key.
     *
     * @param folder does not hold a signer yet
     * @param origin the log's name, never used before, e.g. {@code ledger.municipality.example/journeys}
     * @throws IllegalStateException when the folder holds a signer already
     */
    public static LogSigner create(Path folder, String origin) {
        var signer = new LogSigner(folder, origin);
        try {
            OwnFiles.createPrivateFolder(folder);
            return signer.alone(() -> {
                if (Files.exists(signer.secrets())) {
                    throw new IllegalStateException(folder + " holds a signer already");
                }
                SigningKey key = SigningKey.generate(origin, VerifierKey.Kind.LOG);
                signer.remember(signer.signed(new Checkpoint(origin, 0, TreeHash.EMPTY), List.of(key)));
                OwnFiles.replace(signer.publicKeys(), key.verifier().text() + "\n", false);
                OwnFiles.replace(signer.secrets(), key.secret() + "\n", true);
                return signer;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the signer's folder could not be written: " + folder, e);
        }
    }

    /**
     * Opens a signer.
     *
     * @throws CannotSeal.SignerForgot when its key or its memory is missing or is not its own
     */
    public static LogSigner open(Path folder) {
        var unnamed = new LogSigner(folder, "");
        List<SigningKey> keys = unnamed.signingKeys();
        var signer = new LogSigner(folder, keys.getFirst().verifier().name());
        signer.lastSigned();
        return signer;
    }

    /**
     * Opens the signer of a ledger, or begins its log when there was none yet.
     *
     * @param folder where the signer keeps its keys and its memory
     * @param origin the log's name; {@code null} to go on with the one in the folder, or to invent one for a new log
     * @param municipality whose ledger it is, for an invented name
     * @param log the ledger's log so far
     * @throws CannotSeal.SignerForgot when the folder does not hold the signer of this log
     */
    public static LogSigner ofLedger(Path folder, @Nullable String origin, String municipality, TileReader log) {
        if (origin != null) {
            return openOrCreate(folder, origin);
        }
        if (Files.exists(folder.resolve("signing-keys"))) {
            return open(folder);
        }
        // A folder that was not mounted must not quietly begin another log.
        log.checkpoint()
                .map(note -> Checkpoint.of(SignedNote.parse(note)).origin())
                .ifPresent(known -> {
                    throw new CannotSeal.SignerForgot("The database holds checkpoints of log " + known
                            + ", but there is no signer in " + folder + ".");
                });
        String invented = "journey-ledger.local/" + municipality + "/"
                + UUID.randomUUID().toString().substring(0, 8);
        return create(folder, invented);
    }

    /** Opens the signer in a folder, or begins a new log there when the folder holds none. */
    public static LogSigner openOrCreate(Path folder, String origin) {
        LogSigner signer = Files.exists(folder.resolve("signing-keys")) ? open(folder) : create(folder, origin);
        if (!signer.origin.equals(origin)) {
            throw new CannotSeal.SignerForgot(
                    "The signer in " + folder + " is of log " + signer.origin + ", not of " + origin + ".");
        }
        return signer;
    }

    /** The log it signs for. */
    public String origin() {
        return origin;
    }

    /** The keys that sign now; two while they change. */
    public List<VerifierKey> keys() {
        return signingKeys().stream().map(SigningKey::verifier).toList();
    }

    /** Every key the log ever used, the first one first. */
    public List<VerifierKey> everyKey() {
        try {
            return Files.readAllLines(publicKeys()).stream()
                    .map(VerifierKey::parse)
                    .toList();
        } catch (IOException e) {
            throw new CannotSeal.SignerForgot("The signer's list of keys cannot be read: " + publicKeys() + ".");
        }
    }

    /** The last checkpoint it signed; of size 0 at the beginning. */
    public Checkpoint lastSigned() {
        try {
            return Checkpoint.open(SignedNote.parse(Files.readAllBytes(memory())), origin, everyKey());
        } catch (IOException | NotGenuine e) {
            throw new CannotSeal.SignerForgot(
                    "The signer's memory of what it signed last is missing or not its own: " + memory() + ".");
        }
    }

    /**
     * Signs a checkpoint that continues the last one.
     *
     * @param proof from the last signed size to this one
     * @throws CannotSeal.RestoredBackup when it is shorter than the last one
     * @throws CannotSeal.HistoryDiffers when the proof does not prove it
     */
    public SignedNote sign(long size, TreeHash root, ConsistencyProof proof) {
        return uninterrupted(() -> {
            Checkpoint last = lastSigned();
            if (size < last.size()) {
                throw new CannotSeal.RestoredBackup(size, last.size(), "by this signer");
            }
            if (proof.from() != last.size() || proof.to() != size || !proof.proves(last.root(), root)) {
                throw new CannotSeal.HistoryDiffers(last.size(), "by this signer");
            }
            SignedNote note = signed(new Checkpoint(origin, size, root), signingKeys());
            remember(note);
            return note;
        });
    }

    /**
     * Begins to change the key: from now on both the old and a new key sign.
     *
     * @return the new key, to be published
     * @throws IllegalStateException when a change is under way already
     */
    public VerifierKey beginKeyChange() {
        return uninterrupted(() -> {
            List<SigningKey> keys = signingKeys();
            if (keys.size() > 1) {
                throw new IllegalStateException("a change of keys is under way already");
            }
            SigningKey next = SigningKey.generate(origin, VerifierKey.Kind.LOG);
            var all = new ArrayList<>(everyKey());
            all.add(next.verifier());
            OwnFiles.replace(
                    publicKeys(), lines(all.stream().map(VerifierKey::text).toList()), false);
            OwnFiles.replace(secrets(), lines(List.of(keys.getFirst().secret(), next.secret())), true);
            return next.verifier();
        });
    }

    /**
     * Ends the change: from now on only the new key signs, and the old secret is gone.
     *
     * @throws IllegalStateException when no change is under way, or no checkpoint bears both signatures yet
     */
    public void endKeyChange() {
        uninterrupted(() -> {
            List<SigningKey> keys = signingKeys();
            if (keys.size() < 2) {
                throw new IllegalStateException("no change of keys is under way");
            }
            SignedNote last = SignedNote.parse(Files.readAllBytes(memory()));
            if (last.signedBy(keys()).size() < 2) {
                throw new IllegalStateException("no checkpoint bears both signatures yet: wait for the next event");
            }
            OwnFiles.replace(secrets(), keys.get(1).secret() + "\n", true);
            return keys;
        });
    }

    private SignedNote signed(Checkpoint checkpoint, List<SigningKey> keys) {
        String text = checkpoint.text();
        return new SignedNote(
                text, keys.stream().map(k -> k.sign(text, Instant.EPOCH)).toList());
    }

    private void remember(SignedNote note) throws IOException {
        OwnFiles.replace(memory(), note.toString(), false);
    }

    private List<SigningKey> signingKeys() {
        try {
            List<SigningKey> keys = Files.readAllLines(secrets()).stream()
                    .map(SigningKey::parse)
                    .toList();
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (IOException | NotGenuine e) {
            // One and the same answer: there is nothing to sign with. The cause may quote what it read.
        }
        throw new CannotSeal.SignerForgot("The signer's key is missing or damaged: " + secrets() + ".");
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private Path secrets() {
        return folder.resolve("signing-keys");
    }

    private Path publicKeys() {
        return folder.resolve("keys");
    }

    private Path memory() {
        return folder.resolve("last-signed");
    }

    private interface Work<R> {
        R run() throws IOException;
    }

    private <R> R uninterrupted(Work<R> work) {
        try {
            return alone(work);
        } catch (IOException e) {
            throw new UncheckedIOException("the signer's folder could not be used: " + folder, e);
        }
    }

    /** One at a time, also among processes that share the folder. */
    private <R> R alone(Work<R> work) throws IOException {
        synchronized (sameFolder) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock of " + folder + " is not held");
                }
                return work.run();
            }
        }
    }
}
