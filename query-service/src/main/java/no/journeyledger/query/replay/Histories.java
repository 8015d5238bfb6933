package no.journeyledger.query.replay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.store.LedgerReader;
import org.springframework.stereotype.Component;

/**
 * The histories of the journeys that were replayed lately, personal texts still sealed. Whoever moves back and forth between
 * dates waits once for a long journey to be read; what was recorded since is read every time.
 */
@Component
public final class Histories {

    private static final int ENTRIES_KEPT = 200_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final LedgerReader ledger;
    private final Cache<UUID, JourneyHistory> kept = Caffeine.newBuilder()
            .maximumWeight(ENTRIES_KEPT)
            .weigher((UUID journey, JourneyHistory history) -> history.entries().size() + 1)
            .expireAfterAccess(KEPT_FOR)
            .build();

    Histories(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Everything recorded about a journey up to now; empty when nothing was. */
    public Optional<JourneyHistory> of(UUID journey) {
        JourneyHistory known = kept.getIfPresent(journey);
        Optional<JourneyHistory> history =
                known == null ? JourneyHistory.read(ledger, journey) : Optional.of(known.readOn(ledger));
        history.ifPresent(read -> kept.put(journey, read));
        return history;
    }
}
