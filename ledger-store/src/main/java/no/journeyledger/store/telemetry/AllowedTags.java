package no.journeyledger.store.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The list of what a meter may be tagged with: codes of the service and of the platform. A tag that is not on the list is left
 * out, and a value that looks like an id or like words is hidden, so that nobody can be found in a metric by mistake.
 */
public final class AllowedTags implements MeterFilter {

    /** What stands for a value that is not told. */
    public static final String HIDDEN = "hidden";

    private static final Set<String> KEYS = Set.of(
            // the ledger's own
            "kind",
            "outcome",
            "projection",
            "reason",
            "witness",
            "capability",
            "deadline",
            "stream",
            "role",
            // the platform's
            "action",
            "application",
            "area",
            "cause",
            "cache",
            "class",
            "error",
            "exception",
            "executor",
            "gc",
            "id",
            "level",
            "method",
            "name",
            "path",
            "phase",
            "pool",
            "result",
            "state",
            "status",
            "type",
            "uri",
            "version");

    private static final Pattern AN_ID =
            Pattern.compile(".*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}.*");
    private static final Pattern ELEVEN_DIGITS = Pattern.compile(".*(?<![0-9])[0-9]{11}(?![0-9]).*");
    private static final int LONGEST = 120;

    @Override
    public Meter.Id map(Meter.Id id) {
        List<Tag> tags = id.getTags();
        if (tags.stream().allMatch(tag -> KEYS.contains(tag.getKey()) && isCode(tag.getValue()))) {
            return id;
        }
        return id.replaceTags(tags.stream()
                .filter(tag -> KEYS.contains(tag.getKey()))
                .map(tag -> isCode(tag.getValue()) ? tag : Tag.of(tag.getKey(), HIDDEN))
                .toList());
    }

    static boolean isCode(String value) {
        return value.length() <= LONGEST
                && !AN_ID.matcher(value).matches()
                && !ELEVEN_DIGITS.matcher(value).matches();
    }
}
