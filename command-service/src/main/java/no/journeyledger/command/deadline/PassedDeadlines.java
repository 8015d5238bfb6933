package no.journeyledger.command.deadline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.door.Door;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.StoredAnswer;
import no.journeyledger.store.axon.Answer;
import no.journeyledger.store.axon.CommandDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a deadline asks for once it has passed, as the ledger itself and as of the moment it passed. The request is named
 * after the event that set the deadline: however often it is made, and by however many instances, it is done once.
 */
final class PassedDeadlines {

    /** One kind of task for all deadlines: a deadline this version does not know waits for one that does. */
    static final String TASK = "deadline";

    /** The ledger itself, when a deadline passes. */
    private static final Actor THE_LEDGER = new Actor(new UUID(0, 0), Actor.Kind.LEDGER, null, null);

    private static final StoredAnswer NOBODY_LISTENS = new StoredAnswer(200, "{}".getBytes(StandardCharsets.UTF_8));

    private static final Logger log = LoggerFactory.getLogger(PassedDeadlines.class);

    private final CommandDoor commands;
    private final LedgerReader reader;
    private final Collection<Deadlines> deadlines;
    private final String municipality;
    private final Clock clock;

    PassedDeadlines(
            CommandDoor commands,
            LedgerReader reader,
            Collection<Deadlines> deadlines,
            String municipality,
            Clock clock) {
        this.commands = commands;
        this.reader = reader;
        this.deadlines = deadlines;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** The id under which a deadline waits: its name, and where the event that set it stands in the ledger. */
    static String idOf(Deadline deadline, RecordedEvent event) {
        return deadline.name() + "/" + event.position();
    }

    /**
     * Does what the deadline asks for.
     *
     * @throws IllegalStateException when this version knows no such deadline; it is tried again later
     */
    void passed(String id) {
        int slash = id.lastIndexOf('/');
        RecordedEvent event = reader.at(Long.parseLong(id.substring(slash + 1)))
                .map(reader::decode)
                .orElseThrow(() -> new IllegalStateException("no event has set the deadline " + id));
        Deadline deadline = deadlines.stream()
                .filter(one -> one.setBy().contains(event.payload().getClass()))
                .flatMap(one -> one.of(event).stream())
                .filter(one -> idOf(one, event).equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this version knows no deadline " + id));
        send(deadline, event);
    }

    private void send(Deadline deadline, RecordedEvent event) {
        Instant now = clock.instant();
        Instant effectiveAt = deadline.passes().isAfter(now) ? now : deadline.passes();
        var circumstances = new Circumstances(
                THE_LEDGER,
                now,
                LocalDate.ofInstant(now, Circumstances.NORWAY),
                LocalDate.ofInstant(effectiveAt, Circumstances.NORWAY));
        var metadata = new EventMetadata(
                municipality,
                THE_LEDGER,
                null,
                null,
                effectiveAt,
                event.metadata().correlationId(),
                event.eventId());
        Answer<Outcome<?>> answer = Door.under(
                circumstances,
                () -> commands.<Outcome<?>>dispatch(
                        deadline.aggregate(),
                        deadline.command(),
                        metadata,
                        request(deadline, event),
                        null,
                        outcome -> NOBODY_LISTENS));
        if (answer.result() instanceof Outcome.Rejected<?> rejected) {
            log.debug(
                    "deadline {} found nothing to do: {}",
                    deadline.name(),
                    rejected.rejection().code());
        }
    }

    private static IdempotencyKey request(Deadline deadline, RecordedEvent event) {
        byte[] name = ("deadline " + event.eventId() + " " + deadline.name()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
            return new IdempotencyKey(UUID.nameUUIDFromBytes(name), hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
