package no.journeyledger.store;

/**
 * A stored name with its revision, e.g. {@code journey.decision-taken} revision 2.
 *
 * @param name the logical name
 * @param revision the revision, from 1
 */
public record LogicalTypeName(String name, int revision) {}
