package no.journeyledger.events.journey;

import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One entry on a mapping sheet. Everybody writes on it, and each entry has its author.
 *
 * @param author the person or worker who wrote it
 * @param box the box it stands in
 * @param area the area, for a box that has one per area
 * @param text what was written
 */
public record SheetEntry(
        UUID author, SheetBox box, @Nullable SheetArea area, Sealed text) {}
