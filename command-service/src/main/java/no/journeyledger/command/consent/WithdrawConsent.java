package no.journeyledger.command.consent;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Takes a consent back, at once.
 *
 * @param journey the journey
 * @param consent the consent
 */
public record WithdrawConsent(UUID journey, UUID consent) implements ConsentCommand {

    @Override
    public Ruling<ConsentRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return ConsentPolicy.withdraw(state, this, circumstances, birthDates);
    }
}
