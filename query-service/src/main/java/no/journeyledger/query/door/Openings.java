package no.journeyledger.query.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import org.jspecify.annotations.Nullable;

/**
 * To whom journeys are open now. Not asked of the views, which may lag behind: what was recorded on a journey up to this
 * moment is read from the ledger itself, so a consent that was taken back closes the journey to whoever asks next, on every
 * instance, whether or not the projections run.
 */
final class Openings {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final int REMEMBERED = 50_000;

    private record Known(Openness openness, long sequence) {}

    private static final Known NOTHING = new Known(Openness.NONE, -1);

    private final LedgerReader ledger;
    private final Clock clock;
    // What was once recorded stays so: only what came since is read again.
    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Openings(LedgerReader ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * How a journey is open to a reader.
     *
     * @throws TurnedAway when there is no such journey, or it is not open; to a person another household's is unknown, so
     *     that nobody learns who is in the programme
     */
    Opening require(Reader reader, UUID journey) {
        Openness openness = asOfNow(List.of(journey)).get(journey);
        if (openness == null || openness.citizen() == null) {
            throw new TurnedAway(AskingProblem.JOURNEY_UNKNOWN);
        }
        Opening opening = opening(reader, journey, openness);
        if (opening == null) {
            throw new TurnedAway(
                    reader.isPerson() ? AskingProblem.JOURNEY_UNKNOWN : AskingProblem.NOT_OPEN_TO_YOUR_SERVICE);
        }
        return opening;
    }

    /** Those of some journeys that are open to a reader, and how. */
    Map<UUID, Opening> among(Reader reader, Collection<UUID> journeys) {
        var open = new HashMap<UUID, Opening>();
        asOfNow(journeys).forEach((journey, openness) -> {
            Opening opening = opening(reader, journey, openness);
            if (opening != null) {
                open.put(journey, opening);
            }
        });
        return open;
    }

    private @Nullable Opening opening(Reader reader, UUID journey, Openness openness) {
        Instant now = clock.instant();
        return openness.to(reader, journey, now, LocalDate.ofInstant(now, NORWAY));
    }

    private Map<UUID, Openness> asOfNow(Collection<UUID> journeys) {
        if (journeys.isEmpty()) {
            return Map.of();
        }
        var before = new HashMap<UUID, Known>();
        var after = new HashMap<UUID, Long>();
        for (UUID journey : journeys) {
            Known one = known.getIfPresent(journey);
            before.put(journey, one == null ? NOTHING : one);
            after.put(journey, one == null ? NOTHING.sequence() : one.sequence());
        }
        var now = new HashMap<UUID, Openness>();
        ledger.readSince(after, Openness.TYPES).forEach((journey, since) -> {
            Known one = before.getOrDefault(journey, NOTHING);
            Openness openness = one.openness();
            for (EncodedEvent event : since.events()) {
                openness = openness.evolve(ledger.decode(event).payload());
            }
            if (since.last() > one.sequence()) {
                known.put(journey, new Known(openness, since.last()));
            }
            now.put(journey, openness);
        });
        return now;
    }
}
