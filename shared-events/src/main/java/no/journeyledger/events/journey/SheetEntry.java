package no.journeyledger.events.journey;

import java.util.UUID;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One entry on a mapping sheet. Everybody writes on it, and each entry has its author.
 *
 * @param author the person or worker who wrote it
 * @param box the box it stands in
 * @param area the area, for a box that has one per area
 * @param around in the circle "the ones around me": which of its kinds; {@code null} elsewhere and when it was not said
 * @param within in the boxes short term and long term: within how long, an ISO-8601 period such as {@code P3M}
 * @param text what was written
 */
public record SheetEntry(
        UUID author,
        SheetBox box,
        @Nullable SheetArea area,
        @Nullable Circle around,

        @Nullable @NotPersonal("a length of time, as an ISO period")
        String within,

        Sealed text) {

    /** An entry that says neither who is around nor within how long. */
    public SheetEntry(UUID author, SheetBox box, @Nullable SheetArea area, Sealed text) {
        this(author, box, area, null, null, text);
    }
}
