package no.journeyledger.command.deadline;

import java.time.Instant;
import java.util.UUID;

/**
 * What to do when a moment has passed, as it follows from one event.
 *
 * @param name what it is, unique among the deadlines of one event, in kebab case, e.g. {@code hearing-overdue}; never renamed
 *     while such deadlines wait
 * @param passes the moment; what is recorded takes effect then, also when it is recorded later
 * @param aggregate the aggregate the command is for
 * @param command what to do; its handler answers with an outcome, and finds nothing to do when it is no longer so
 */
public record Deadline(String name, Instant passes, UUID aggregate, Object command) {}
