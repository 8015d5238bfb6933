package no.journeyledger.store.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;

/**
 * What the log says about one event: a small text record of its identity and of the SHA-256 of its bytes as stored. It
 * holds no personal data and stays checkable after a person's key is destroyed, because the stored bytes are ciphertext
 * and stay. There is exactly one way to write a leaf ({@code docs/leaf-format.md}).
 *
 * @param position ledger position, gapless from 1; its index in the tree is one less
 * @param aggregate the journey, fund or other aggregate it was recorded on
 * @param sequence its place among that aggregate's events, from 0
 * @param eventId the event's own id
 * @param type the stored logical name, e.g. {@code journey.decision-taken}
 * @param revision the stored revision, from 1
 * @param recordedAt when it was recorded, to the microsecond
 * @param payloadHash SHA-256 of the payload bytes as stored, in lower-case hexadecimal
 * @param metadataHash SHA-256 of the metadata bytes as stored, in lower-case hexadecimal
 */
public record Leaf(
        long position,
        UUID aggregate,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        Instant recordedAt,
        String payloadHash,
        String metadataHash) {

    /** The first line of every leaf. */
    public static final String FORMAT = "journey-ledger-leaf/v1";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern LINES = Pattern.compile(FORMAT
            + "\nposition ([0-9]{1,19})\naggregate ([0-9a-f-]{36})\nsequence ([0-9]{1,19})\nevent ([0-9a-f-]{36})"
            + "\ntype ([a-z0-9.-]+)\nrevision ([0-9]{1,10})\nrecorded ([0-9T:.Z-]+)"
            + "\npayload-sha256 ([0-9a-f]{64})\nmetadata-sha256 ([0-9a-f]{64})\n");

    /** The leaf of a stored event whose type number stands for this name and revision. */
    public static Leaf of(EncodedEvent event, LogicalTypeName type) {
        MessageDigest sha256 = TreeHash.sha256();
        return new Leaf(
                event.position(),
                event.aggregate(),
                event.sequence(),
                event.eventId(),
                type.name(),
                type.revision(),
                event.recordedAt(),
                HexFormat.of().formatHex(sha256.digest(event.payload())),
                HexFormat.of().formatHex(sha256.digest(event.metadata())));
    }

    /**
     * Reads a leaf and accepts only the one way to write it.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static Leaf parse(byte[] entry) {
        Matcher lines = LINES.matcher(new String(entry, StandardCharsets.UTF_8));
        if (!lines.matches()) {
            throw new IllegalArgumentException("not a leaf of format " + FORMAT);
        }
        Leaf leaf;
        try {
            leaf = new Leaf(
                    Long.parseLong(lines.group(1)),
                    UUID.fromString(lines.group(2)),
                    Long.parseLong(lines.group(3)),
                    UUID.fromString(lines.group(4)),
                    lines.group(5),
                    Integer.parseInt(lines.group(6)),
                    LocalDateTime.parse(lines.group(7), MOMENT).toInstant(ZoneOffset.UTC),
                    lines.group(8),
                    lines.group(9));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("not a leaf of format " + FORMAT, e);
        }
        if (!Arrays.equals(leaf.entry(), entry)) {
            throw new IllegalArgumentException("not the one way to write this leaf");
        }
        return leaf;
    }

    /** Its bytes, as they are hashed into the tree and served in entry bundles. */
    public byte[] entry() {
        return (FORMAT + "\nposition " + position + "\naggregate " + aggregate + "\nsequence " + sequence + "\nevent "
                        + eventId + "\ntype " + type + "\nrevision " + revision + "\nrecorded "
                        + MOMENT.format(LocalDateTime.ofInstant(recordedAt, ZoneOffset.UTC)) + "\npayload-sha256 "
                        + payloadHash + "\nmetadata-sha256 " + metadataHash + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Its place in the tree, from 0. */
    public long index() {
        return position - 1;
    }

    /** Its hash in the tree. */
    public TreeHash hash() {
        return TreeHash.ofLeaf(entry());
    }

    /** In which lines another leaf differs, by the names they have in the text. */
    List<String> differences(Leaf other) {
        var lines = new ArrayList<String>();
        add(lines, "position", position == other.position);
        add(lines, "aggregate", aggregate.equals(other.aggregate));
        add(lines, "sequence", sequence == other.sequence);
        add(lines, "event", eventId.equals(other.eventId));
        add(lines, "type", type.equals(other.type));
        add(lines, "revision", revision == other.revision);
        add(lines, "recorded", recordedAt.equals(other.recordedAt));
        add(lines, "payload", payloadHash.equals(other.payloadHash));
        add(lines, "metadata", metadataHash.equals(other.metadataHash));
        return lines;
    }

    private static void add(List<String> lines, String line, boolean same) {
        if (!same) {
            lines.add(line);
        }
    }
}
