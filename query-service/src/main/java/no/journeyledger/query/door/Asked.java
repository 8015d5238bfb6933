package no.journeyledger.query.door;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every question carries.
 *
 * @param reader who asks
 * @param language the language of texts in the answer
 * @param minPosition the ledger position the answer must at least be true for, {@code null} when any will do
 * @param after for lists: the position to go on after, 0 to begin
 * @param limit for lists: how many items at most
 * @param reading what of persons' data is open to the reader
 */
public record Asked(
        Reader reader, Locale language, @Nullable Long minPosition, long after, int limit, Reading reading) {

    static final int STANDARD_LIMIT = 50;
    static final int LARGEST_LIMIT = 200;

    /** The limit for a query that must find out whether there is more. */
    public int limitAndOne() {
        return limit + 1;
    }

    /** Whether what a person said, wrote or was found is open to the reader, in the journey the question is about. */
    public boolean opens(UUID person) {
        return reading.opening().opens(person);
    }

    /** Marks a question whose answer is a list in pages: it takes {@code limit} and {@code cursor}. */
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface InPages {}
}
