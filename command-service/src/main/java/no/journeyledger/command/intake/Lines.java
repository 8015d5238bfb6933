package no.journeyledger.command.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** Reads a stream line by line, never holding more of it than the longest line that is let through. */
final class Lines {

    private static final int CHUNK = 16 * 1024;

    private final InputStream in;
    private final int limit;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;
    private byte[] line = new byte[CHUNK];

    /**
     * A line.
     *
     * @param bytes what stands in it, without its end; nothing when it is too long
     * @param tooLong whether it is longer than a line may be, and was passed over
     */
    record Line(byte[] bytes, boolean tooLong) {

        /** Whether nothing stands in it: such a line asks for nothing and gets no result. */
        boolean blank() {
            if (tooLong) {
                return false;
            }
            for (byte one : bytes) {
                if (one != ' ' && one != '\t' && one != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Lines of a stream.
     *
     * @param in the stream
     * @param limit how many bytes a line may have
     */
    Lines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Whether the next line may have to be waited for. */
    boolean mustWait() throws IOException {
        return next == filled && in.available() == 0;
    }

    /** The next line; empty at the end of the stream. */
    Optional<Line> next() throws IOException {
        int length = 0;
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (next == filled) {
                next = 0;
                filled = Math.max(0, in.read(chunk));
                if (filled == 0) {
                    return any ? Optional.of(line(length, tooLong)) : Optional.empty();
                }
            }
            any = true;
            int end = next;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            int part = end - next;
            tooLong |= length + part > limit;
            if (!tooLong) {
                if (length + part > line.length) {
                    line = Arrays.copyOf(line, Math.min(limit, Math.max(length + part, 2 * line.length)));
                }
                System.arraycopy(chunk, next, line, length, part);
                length += part;
            }
            boolean ended = end < filled;
            next = ended ? end + 1 : end;
            if (ended) {
                return Optional.of(line(length, tooLong));
            }
        }
    }

    private Line line(int length, boolean tooLong) {
        return new Line(tooLong ? new byte[0] : Arrays.copyOf(line, length), tooLong);
    }
}
