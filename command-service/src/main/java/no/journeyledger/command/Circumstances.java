package no.journeyledger.command;

import java.time.Instant;
import java.time.LocalDate;
import no.journeyledger.events.Actor;

/**
 * What a command arrives with and the domain never fetches for itself. It travels in the message's metadata under
 * {@link #KEY}, and handlers simply declare a parameter of this type.
 *
 * @param actor who asks, from the bearer token
 * @param now the server's clock
 * @param today the day it is in Norway (Europe/Oslo) by that clock
 */
public record Circumstances(Actor actor, Instant now, LocalDate today) {

    /** The metadata key of a command message. */
    public static final String KEY = "circumstances";
}
