package no.journeyledger.command.consent;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about consents. */
public sealed interface ConsentCommand extends JourneyCommand<ConsentRejection> permits GiveConsent, WithdrawConsent {}
