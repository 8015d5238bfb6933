package no.journeyledger.command.meeting;

import java.util.UUID;

/**
 * One answer a witness confirms.
 *
 * @param answer the recorded answer
 * @param wordingHash the hash of the wording it was given to, which the witness has seen
 */
public record ConfirmedAnswer(UUID answer, String wordingHash) {}
