package no.journeyledger.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** One HTTP/1.1 reply as it arrives on a kept-alive connection; reused for the next one. */
final class HttpReply {

    private static final int FIRST_SIZE = 8 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[FIRST_SIZE];
    private ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private int bodyAt = -1;

    /** Where to read into. */
    ByteBuffer buffer() {
        if (!buffer.hasRemaining()) {
            byte[] larger = new byte[bytes.length * 2];
            System.arraycopy(bytes, 0, larger, 0, bytes.length);
            int filled = buffer.position();
            bytes = larger;
            buffer = ByteBuffer.wrap(larger).position(filled);
        }
        return buffer;
    }

    /** True when head and body have arrived. */
    boolean whole() {
        int filled = buffer.position();
        if (bodyAt < 0) {
            bodyAt = endOfHead(filled);
            if (bodyAt < 0) {
                return false;
            }
        }
        OptionalLong length = number("content-length:");
        if (length.isPresent()) {
            return filled - bodyAt >= length.getAsLong();
        }
        if (headerAt("transfer-encoding:") >= 0) {
            return filled - bodyAt >= LAST_CHUNK.length && endsWithLastChunk(filled);
        }
        return true;
    }

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean endsWithLastChunk(int filled) {
        for (int i = 0; i < LAST_CHUNK.length; i++) {
            if (bytes[filled - LAST_CHUNK.length + i] != LAST_CHUNK[i]) {
                return false;
            }
        }
        return true;
    }

    int status() {
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + (bytes[STATUS_AT + 2] - '0');
    }

    boolean accepted() {
        return status() / 100 == 2;
    }

    /** True when the server will not take another request on this connection. */
    boolean closesConnection() {
        return headerAt("connection: close") >= 0;
    }

    /** A header that is a number, e.g. {@code ledger-position:}; the name in lower case with its colon. */
    OptionalLong number(String header) {
        int at = headerAt(header);
        if (at < 0) {
            return OptionalLong.empty();
        }
        int i = at + header.length();
        while (bytes[i] == ' ' || bytes[i] == '"') {
            i++;
        }
        long value = 0;
        boolean any = false;
        while (bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + (bytes[i] - '0');
            any = true;
            i++;
        }
        return any ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private int headerAt(String start) {
        int last = bodyAt - start.length();
        for (int i = 0; i < last; i++) {
            if (bytes[i] == '\n' && startsWith(i + 1, start)) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean startsWith(int at, String header) {
        for (int i = 0; i < header.length(); i++) {
            int c = bytes[at + i];
            int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
            if (lower != header.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The body as it came on the wire. */
    String body() {
        return new String(bytes, bodyAt, buffer.position() - bodyAt, StandardCharsets.UTF_8);
    }

    void clear() {
        buffer.clear();
        bodyAt = -1;
    }
}
