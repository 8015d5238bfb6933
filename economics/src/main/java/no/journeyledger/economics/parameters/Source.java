package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

/**
 * Where a number comes from.
 *
 * @param title the work
 * @param publisher who stands behind it
 * @param reference what to look for in it: section, page or how the number was derived
 */
public record Source(String title, String publisher, String reference) {

    /** Refuses an empty title, publisher or reference. */
    public Source {
        requireText(title, "The title of a source");
        requireText(publisher, "The publisher of a source");
        requireText(reference, "The reference into a source");
    }
}
