package no.journeyledger.store.personal;

import java.nio.file.Path;

/** Changes the key-encryption key from the command line; see docs/operations.md. */
public final class ChangeKey {

    private ChangeKey() {}

    /**
     * Adds a new key to the file, or wraps every person's key anew with the newest one.
     *
     * @param args the key-encryption key's file, the folder of the persons' keys, and {@code add} or {@code wrap}
     */
    @SuppressWarnings("SystemOut") // what it is asked for
    public static void main(String[] args) {
        if (args.length != 3 || !(args[2].equals("add") || args[2].equals("wrap"))) {
            System.err.println(
                    "Say which file holds the key-encryption key, which folder the persons' keys, and add or wrap.");
            System.exit(2);
            return;
        }
        try {
            if (args[2].equals("add")) {
                KeyEncryptionKey.rotate(Path.of(args[0]));
                System.out.println("A new key wraps from now on. Start every service anew, then wrap.");
            } else {
                int wrapped = new FilePersonKeys(Path.of(args[1]), KeyEncryptionKey.load(Path.of(args[0]))).rewrap();
                System.out.println("Wrapped anew: " + wrapped + " keys.");
            }
        } catch (KeyUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
