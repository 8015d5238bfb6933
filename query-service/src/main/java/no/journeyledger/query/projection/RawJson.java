package no.journeyledger.query.projection;

/**
 * JSON kept in a column as it was written.
 *
 * @param text the JSON
 */
public record RawJson(String text) {}
