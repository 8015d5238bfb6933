package no.journeyledger.command.correction;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.correction.CorrectionRejection.CorrectedPersonUnknown;
import no.journeyledger.command.correction.CorrectionRejection.EntryUnknown;
import no.journeyledger.command.correction.CorrectionRejection.NotYoursToCorrect;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.CorrectionEvent.EntryCorrected;

/** Who may correct what. */
public final class CorrectionPolicy {

    private CorrectionPolicy() {}

    /** Anything can be corrected, at any time, also after closing: the entry stays, and the correction stands beside it. */
    public static Ruling<CorrectionRejection> correct(
            JourneyState state, CorrectEntry command, Circumstances circumstances) {
        Entry entry = command.entry();
        if (entry == null) {
            return rejected(new EntryUnknown(command.position()));
        }
        if (!state.capture().knows(command.about())) {
            return rejected(new CorrectedPersonUnknown(command.about()));
        }
        UUID actor = circumstances.actor().id();
        boolean theirs = circumstances.byPerson()
                ? circumstances.by(command.about())
                : state.team().includes(actor);
        return theirs
                ? accepted(new EntryCorrected(
                        command.position(), entry.event(), entry.type(), command.about(), command.text()))
                : rejected(new NotYoursToCorrect(actor));
    }
}
