package no.journeyledger.command.privacy.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.privacy.PersonPrivacy;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import no.journeyledger.events.person.PrivacyEvent.PersonErased;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.personal.PersonKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the key after the erasure is recorded, and sees to it that no erasure stops half-way: what is about to be erased is
 * noted beside the keys first, and looked up again when the service starts.
 */
public final class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final LedgerReader ledger;
    private final PersonKeys keys;

    /** Over these keys. */
    public Erasures(LedgerReader ledger, PersonKeys keys) {
        this.ledger = ledger;
        this.keys = keys;
    }

    /** Finishes what was recorded, and forgets what was not. */
    public void finish() {
        for (UUID person : keys.aboutToBeDestroyed()) {
            if (isRecorded(person)) {
                keys.destroy(person);
                log.info("an erasure that was interrupted is finished");
            } else {
                keys.keep(person);
            }
        }
    }

    /** Notes that a person is about to be erased. */
    void begin(UUID person) {
        keys.prepareToDestroy(person);
    }

    /** Destroys the key if the erasure is recorded; otherwise the person stays as they are. */
    void end(UUID person) {
        if (isRecorded(person)) {
            keys.destroy(person);
        } else {
            keys.keep(person);
        }
    }

    private boolean isRecorded(UUID person) {
        return events(PersonPrivacy.idOf(person)).stream().anyMatch(event -> event.payload() instanceof PersonErased);
    }

    /** Whether anything is kept about a person, or ever was. */
    boolean isKnown(UUID person) {
        return keys.exists(person) || keys.isDestroyed(person);
    }

    /**
     * The days on which journeys ended for a person. None ended before it began: an end that is told late does not shorten the
     * time for which the archive law keeps what was recorded since.
     */
    List<LocalDate> left(UUID person) {
        var days = new ArrayList<LocalDate>();
        LocalDate began = LocalDate.MIN;
        for (RecordedEvent event : events(PersonClaim.idOf(person))) {
            LocalDate day = LocalDate.ofInstant(event.metadata().effectiveAt(), NORWAY);
            if (event.payload() instanceof JourneyClaimed) {
                began = day;
            } else if (event.payload() instanceof JourneyReleased) {
                days.add(day.isBefore(began) ? began : day);
            }
        }
        return days;
    }

    private List<RecordedEvent> events(UUID aggregate) {
        var events = new ArrayList<RecordedEvent>();
        for (EncodedEvent event : ledger.readAggregate(aggregate, 0)) {
            events.add(ledger.decode(event));
        }
        return events;
    }
}
