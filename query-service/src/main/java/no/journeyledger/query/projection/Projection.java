package no.journeyledger.query.projection;

import java.util.List;

/**
 * A group of views that move together: one reader of the ledger, one transaction per batch.
 *
 * @param name the stable name it is known by to operators and in the token store
 * @param tables every table it writes, and nothing else writes
 * @param fold what it makes of each event
 */
public record Projection(String name, List<Table<?>> tables, Fold fold) {}
