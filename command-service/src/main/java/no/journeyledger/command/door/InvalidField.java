package no.journeyledger.command.door;

/**
 * A field that cannot be used.
 *
 * @param field its path in the body
 * @param message why, without repeating what stood in it
 */
record InvalidField(String field, String message) {}
