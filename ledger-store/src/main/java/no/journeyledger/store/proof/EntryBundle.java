package no.journeyledger.store.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of entries, each after its length in two bytes, the greater first (C2SP tlog-tiles). */
public final class EntryBundle {

    private static final int LONGEST = 0xffff;

    private EntryBundle() {}

    /**
     * Writes entries one after the other. Bundles of consecutive runs may be joined by joining their bytes.
     *
     * @throws IllegalArgumentException when an entry is longer than 65 535 bytes
     */
    public static byte[] write(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("an entry has at most 65535 bytes, not " + entry.length);
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @throws IllegalArgumentException when it does not end where an entry ends
     */
    public static List<byte[]> read(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        int at = 0;
        while (at < bundle.length) {
            if (bundle.length - at < 2) {
                throw new IllegalArgumentException("the bundle breaks off in a length");
            }
            int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
            at += 2;
            if (bundle.length - at < length) {
                throw new IllegalArgumentException("the bundle breaks off in an entry");
            }
            entries.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        return entries;
    }
}
