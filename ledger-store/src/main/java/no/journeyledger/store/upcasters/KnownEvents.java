package no.journeyledger.store.upcasters;

import java.util.List;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.store.EventCatalogue;
import no.journeyledger.store.Upcaster;

/** Every event this version of the ledger knows, and every older revision it can still read. */
public final class KnownEvents {

    private static final List<Upcaster> UPCASTERS = List.of(
            new SelfReportLanguage(),
            new AnswerWithoutForm(),
            // Revision 2 says which sector a member comes from.
            new UnchangedFields("journey.team-member-joined", 1),
            // Revision 2 says who of "the ones around me" an entry is about, and within how long.
            new UnchangedFields("journey.mapping-sheet-recorded", 1));

    private KnownEvents() {}

    /** The catalogue both services build their codec from. */
    public static EventCatalogue catalogue() {
        return new EventCatalogue(EventFamilies.eventTypes(), UPCASTERS);
    }
}
