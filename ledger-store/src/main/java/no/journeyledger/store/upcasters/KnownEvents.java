package no.journeyledger.store.upcasters;

import java.util.List;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.store.EventCatalogue;
import no.journeyledger.store.Upcaster;

/** Every event this version of the ledger knows, and every older revision it can still read. */
public final class KnownEvents {

    private static final List<Upcaster> UPCASTERS = List.of(new SelfReportLanguage(), new AnswerWithoutForm());

    private KnownEvents() {}

    /** The catalogue both services build their codec from. */
    public static EventCatalogue catalogue() {
        return new EventCatalogue(EventFamilies.eventTypes(), UPCASTERS);
    }
}
