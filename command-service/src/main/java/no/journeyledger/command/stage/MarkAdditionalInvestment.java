package no.journeyledger.command.stage;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Marks that the journey needs more than was planned from the start.
 *
 * @param journey the journey
 * @param reason why
 */
public record MarkAdditionalInvestment(UUID journey, Sealed reason) implements StageCommand {

    @Override
    public Ruling<StageRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return StagePolicy.mark(state, this, circumstances);
    }
}
