package no.journeyledger.command.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of something a call may carry. Generous for people, tight enough that no call can flood a journey. */
public final class Limits {

    /** Characters of a name. */
    public static final int NAME = 200;

    /** Characters of a free text. */
    public static final int TEXT = 20_000;

    /** Characters of a code or reference. */
    public static final int CODE = 100;

    /** Persons named in one place. */
    public static final int PERSONS = 50;

    /** Items of a list: entries on a sheet, goals, measures, lines. */
    public static final int ITEMS = 100;

    /** The largest amount in øre: more than any municipality's budget, and far from where sums overflow. */
    public static final long ORE = 100_000_000_000_000L;

    /** The first budget year that can be meant. */
    public static final int FIRST_YEAR = 2000;

    /** The last budget year that can be meant. */
    public static final int LAST_YEAR = 2100;

    private Limits() {}

    /** A list that may be left out. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
