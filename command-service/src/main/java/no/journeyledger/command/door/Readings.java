package no.journeyledger.command.door;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.events.Actor;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.reads.Basis;
import no.journeyledger.store.reads.Purpose;
import no.journeyledger.store.reads.ReadEntry;
import no.journeyledger.store.reads.ReadLog;
import org.jspecify.annotations.Nullable;

/**
 * Records what this service itself tells of persons, in the same log as the questions that the query service answers, and before
 * the answer leaves. What a command is answered needs no entry: it is recorded on the journey, for the person to see.
 */
public final class Readings {

    private final ReadLog log;

    /** Records in this log. */
    public Readings(ReadLog log) {
        this.log = log;
    }

    /**
     * Records that a member of the team is told of persons whom a decision concerns. The purpose is the decision, unless the call
     * states another.
     *
     * @param asked what was asked, as method and path pattern: never with ids or parameters
     * @param persons whose data the answer holds
     * @throws TurnedAway when it cannot be recorded, or the stated purpose is none: then nothing may be told
     */
    public void ofTheTeam(Call call, String asked, UUID journey, Collection<UUID> persons) {
        Actor actor = call.actor();
        var entry = new ReadEntry(
                actor.id(),
                actor.kind(),
                actor.service(),
                actor.through(),
                asked,
                purpose(call.purpose()),
                Basis.TEAM,
                null,
                journey,
                persons.stream().distinct().sorted().toList());
        try {
            log.record(entry);
        } catch (LedgerUnavailable e) {
            throw new TurnedAway(DoorProblem.READING_NOT_RECORDED);
        }
    }

    private static Purpose purpose(@Nullable String stated) {
        if (stated == null) {
            return Purpose.DECISION;
        }
        Optional<Purpose> named = Arrays.stream(Purpose.values())
                .filter(each -> each != Purpose.OWN_RECORD && each.name().equals(stated))
                .findFirst();
        return named.orElseThrow(() -> new TurnedAway(
                DoorProblem.PURPOSE_UNKNOWN,
                Map.of(
                        "known",
                        Arrays.stream(Purpose.values())
                                .filter(each -> each != Purpose.OWN_RECORD)
                                .map(Purpose::name)
                                .collect(Collectors.joining(", ")))));
    }
}
