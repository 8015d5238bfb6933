package no.journeyledger.command.correction;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about corrections. */
public sealed interface CorrectionCommand extends JourneyCommand<CorrectionRejection> permits CorrectEntry {}
