package no.journeyledger.command.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Streams as they come: in pieces, with lines of any length. */
class LinesTest {

    /** Gives a stream in pieces of so many bytes. */
    private static InputStream inPieces(String text, int size) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, size));
            }
        };
    }

    private static List<String> read(InputStream in, int limit) throws IOException {
        var lines = new Lines(in, limit);
        var read = new ArrayList<String>();
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get().tooLong() ? "(too long)" : new String(line.get().bytes(), StandardCharsets.UTF_8));
        }
        return read;
    }

    @Test
    void a_line_is_the_same_in_whatever_pieces_it_comes() throws IOException {
        String text = "én\n\n  \nto\r\n" + "x".repeat(100) + "\nuten slutt";
        for (int size : List.of(1, 2, 3, 7, 64, 100_000)) {
            assertThat(read(inPieces(text, size), 100))
                    .as("pieces of %d", size)
                    .containsExactly("én", "", "  ", "to\r", "x".repeat(100), "uten slutt");
        }
    }

    @Test
    void a_line_that_is_too_long_is_passed_over_and_the_next_is_read() throws IOException {
        String text = "a\n" + "x".repeat(101) + "\nb\n" + "y".repeat(100_000);
        for (int size : List.of(1, 50, 100_000)) {
            assertThat(read(inPieces(text, size), 100)).containsExactly("a", "(too long)", "b", "(too long)");
        }
    }

    @Test
    void of_a_line_without_end_no_more_is_held_than_a_line_may_have() throws IOException {
        long gigabyte = 1L << 30;
        var endless = new InputStream() {
            private long left = gigabyte;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int given = (int) Math.min(length, left);
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
        assertThat(read(endless, 1000)).containsExactly("(too long)");
    }
}
