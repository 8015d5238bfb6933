package no.journeyledger.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import no.journeyledger.events.Actor;

/**
 * What a command arrives with and the domain never fetches for itself. It travels in the message's metadata under
 * {@link #KEY}, and handlers simply declare a parameter of this type.
 *
 * @param actor who asks, from the bearer token
 * @param now the server's clock
 * @param today the day it is in Norway (Europe/Oslo) by that clock
 * @param effectiveOn the day in Norway on which it took effect: today, or earlier when it is entered late
 * @param tried whether it is only tried: whatever comes of it, nothing is recorded
 */
public record Circumstances(Actor actor, Instant now, LocalDate today, LocalDate effectiveOn, boolean tried) {

    /** The metadata key of a command message. */
    public static final String KEY = "circumstances";

    /** Where the day begins that a date of the ledger means. */
    public static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    /** What is entered on the day it took effect. */
    public Circumstances(Actor actor, Instant now, LocalDate today) {
        this(actor, now, today, today);
    }

    /** What is meant to be recorded. */
    public Circumstances(Actor actor, Instant now, LocalDate today, LocalDate effectiveOn) {
        this(actor, now, today, effectiveOn, false);
    }

    /** Whether a person asks in a session of their own (possibly through a case app), and not a worker. */
    public boolean byPerson() {
        return actor.kind() == Actor.Kind.PERSON;
    }

    /** Whether a person asks with nothing between them and the ledger: no worker and no case app. */
    public boolean byPersonAlone() {
        return byPerson() && actor.through() == null;
    }

    /** Whether this very person asks. */
    public boolean by(UUID id) {
        return actor.id().equals(id);
    }

    /** The first moment at which a day has passed. */
    public static Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(NORWAY).toInstant();
    }
}
