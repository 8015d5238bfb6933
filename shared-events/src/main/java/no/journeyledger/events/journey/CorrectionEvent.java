package no.journeyledger.events.journey;

import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;

/** Corrections: new entries that point at what they correct. Nothing is edited and nothing is deleted. */
public sealed interface CorrectionEvent extends JourneyEvent {

    /**
     * An entry was corrected. What it says stays in the history; this says what is right.
     *
     * @param corrects the ledger position of the entry it corrects
     * @param entry that entry's event id
     * @param type that entry's type
     * @param about the person it is about, to whom alone of the household it is shown
     * @param text what is right instead, sealed with that person's key
     */
    @LogicalType("journey.entry-corrected")
    record EntryCorrected(
            long corrects,
            UUID entry,

            @NotPersonal("the stored name of a kind of entry")
            String type,

            UUID about,
            Sealed text)
            implements CorrectionEvent {}
}
