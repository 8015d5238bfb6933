package no.journeyledger.command.correction;

import java.util.UUID;

/**
 * An entry of a journey's timeline.
 *
 * @param event its event id
 * @param type its type
 */
public record Entry(UUID event, String type) {}
