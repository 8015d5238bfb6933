package no.journeyledger.command.correction;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Says what is right instead of what an entry of this journey says.
 *
 * @param journey the journey
 * @param position the ledger position of that entry
 * @param entry what stands there, {@code null} when it is nothing of this journey
 * @param about the person it is about
 * @param text what is right instead
 */
public record CorrectEntry(
        UUID journey, long position, @Nullable Entry entry, UUID about, Sealed text) implements CorrectionCommand {

    @Override
    public Ruling<CorrectionRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return CorrectionPolicy.correct(state, this, circumstances);
    }
}
