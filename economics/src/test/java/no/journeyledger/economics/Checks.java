package no.journeyledger.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Compares a calculated figure with a published one at the published one's precision, and prints both: to the test's
 * output and, for the table in the documentation, to {@code target/checks.md}.
 */
final class Checks {

    private static final Path TABLE = Path.of("target", "checks.md");

    private Checks() {}

    static void check(String what, String published, BigDecimal calculated) {
        BigDecimal expected = new BigDecimal(published);
        String seen = calculated.round(new MathContext(12)).toPlainString();
        String row = String.format(Locale.ROOT, "| %s | %s | %s |%n", what, published, seen);
        System.out.print(row);
        write(row);
        assertThat(calculated.setScale(expected.scale(), RoundingMode.HALF_EVEN))
                .as(what)
                .isEqualByComparingTo(expected);
    }

    static void checkKroner(String what, String published, Amount calculated) {
        check(what + ", kr", published, calculated.kroner());
    }

    private static void write(String row) {
        try {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, row, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
