package no.journeyledger.query.door;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.limits.Quota;
import no.journeyledger.store.reads.Basis;
import no.journeyledger.store.reads.Purpose;
import no.journeyledger.store.reads.ReadEntry;
import no.journeyledger.store.reads.ReadLog;
import org.jspecify.annotations.Nullable;

/** One reader's one reading of persons' data: what is open to them, recorded before anything of it is answered. */
public final class Reading {

    private final Openings openings;
    private final ReadLog log;
    private final Quota quota;
    private final Reader reader;
    private final String call;
    private final @Nullable Purpose purpose;
    private @Nullable Opening opening;

    Reading(Openings openings, ReadLog log, Quota quota, Reader reader, String call, @Nullable Purpose purpose) {
        this.openings = openings;
        this.log = log;
        this.quota = quota;
        this.reader = reader;
        this.call = call;
        this.purpose = purpose;
    }

    /** How the journey that the question is about is open. */
    public Opening opening() {
        if (opening == null) {
            throw new IllegalStateException(call + " is not about one journey");
        }
        return opening;
    }

    /**
     * Opens the one journey, or turns the reader away; what is open is recorded when this returns.
     *
     * @param toRepresentatives whether whoever represents somebody of the household may ask this
     */
    void open(UUID journey, boolean toRepresentatives) {
        Opening found = openings.require(reader, journey);
        if (found.basis() == Basis.REPRESENTED && !toRepresentatives) {
            throw new TurnedAway(AskingProblem.JOURNEY_UNKNOWN);
        }
        record(found.basis(), found.statutory(), journey, found.words());
        opening = found;
    }

    /**
     * Whether the journey is still open as it was: for an answer that goes on for a while, before each part of it.
     *
     * @throws TurnedAway when it is open no longer
     */
    public void stillOpen() {
        Opening now = openings.require(reader, opening().journey());
        if (!now.words().containsAll(opening().words())) {
            throw new TurnedAway(AskingProblem.NOT_OPEN_TO_YOUR_SERVICE);
        }
    }

    /** Records that one person's own data are read. */
    void of(UUID person) {
        record(reader.isPerson() ? Basis.OWN : Basis.PRIVACY, null, null, List.of(person));
    }

    /** Those of some journeys that are open to the reader, and how. Whatever of it is answered is first {@link #shown}. */
    public Map<UUID, Opening> among(Collection<UUID> journeys) {
        return openings.among(reader, journeys);
    }

    /** Records whose data a list will show; to be called before it is answered. */
    public void shown(Collection<UUID> persons) {
        if (!persons.isEmpty()) {
            Basis basis =
                    reader.isPerson() ? Basis.OWN : reader.roles().contains(Role.AUDITOR) ? Basis.AUDIT : Basis.CONSENT;
            record(basis, null, null, basis == Basis.OWN ? List.of(reader.id()) : persons);
        }
    }

    private void record(Basis basis, @Nullable UUID statutory, @Nullable UUID journey, Collection<UUID> persons) {
        if (purpose == null) {
            throw new IllegalStateException(
                    call + " reads persons' data, and the table of roles says it reads nobody's");
        }
        if (basis == Basis.CONSENT || basis == Basis.STATUTE) {
            // Whoever reads their way through a municipality is stopped, and seen.
            quota.turnAway(reader.id(), persons).ifPresent(seconds -> {
                throw new TurnedAway(AskingProblem.TOO_MANY_PERSONS, Map.of("retryAfterSeconds", seconds));
            });
        }
        try {
            log.record(new ReadEntry(
                    reader.id(),
                    reader.isPerson() ? Actor.Kind.PERSON : Actor.Kind.WORKER,
                    reader.service(),
                    reader.through(),
                    call,
                    // Whoever represents somebody reads not their own record, and for one thing only.
                    basis == Basis.REPRESENTED ? Purpose.DECISION : purpose,
                    basis,
                    statutory,
                    journey,
                    persons.stream().distinct().sorted().toList()));
        } catch (LedgerUnavailable e) {
            throw new TurnedAway(AskingProblem.READING_NOT_RECORDED);
        }
    }
}
