package no.journeyledger.command.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of thing an id names, and whose journey a journey is, by its first event. That never changes, so it is
 * remembered; that an id names nothing is not.
 */
public final class FirstEvents {

    private static final int REMEMBERED = 200_000;

    /** What the first event of an aggregate says. */
    private sealed interface Known {
        record Journey(UUID citizen) implements Known {}

        record Fund() implements Known {}

        record Other() implements Known {}
    }

    private final Function<UUID, Optional<? extends LedgerEvent>> firstEvent;
    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * What the first events say.
     *
     * @param firstEvent reads the first event of an aggregate, empty when nothing was ever recorded on it
     */
    public FirstEvents(Function<UUID, Optional<? extends LedgerEvent>> firstEvent) {
        this.firstEvent = firstEvent;
    }

    /** As the ledger has them. */
    public static FirstEvents of(LedgerReader reader) {
        return new FirstEvents(
                id -> reader.firstOf(id).map(first -> reader.decode(first).payload()));
    }

    /** The person a journey was opened for; empty when the id names no journey. */
    public Optional<UUID> citizenOf(UUID journey) {
        return find(journey) instanceof Known.Journey known ? Optional.of(known.citizen()) : Optional.empty();
    }

    /** Whether the id names a fund. */
    public boolean isFund(UUID fund) {
        return find(fund) instanceof Known.Fund;
    }

    private @Nullable Known find(UUID aggregate) {
        try {
            return known.get(aggregate, this::read);
        } catch (LedgerUnavailable e) {
            throw new TurnedAway(DoorProblem.LEDGER_UNAVAILABLE);
        }
    }

    private @Nullable Known read(UUID aggregate) {
        return firstEvent.apply(aggregate).map(FirstEvents::kind).orElse(null);
    }

    private static Known kind(LedgerEvent first) {
        return switch (first) {
            case PersonReferred referred -> new Known.Journey(referred.person());
            case FundOpened ignored -> new Known.Fund();
            default -> new Known.Other();
        };
    }
}
