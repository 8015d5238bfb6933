package no.journeyledger.command.capture;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about coming in that concerns one journey alone. */
public sealed interface CaptureCommand extends JourneyCommand<CaptureRejection>
        permits AssessChecklist, ChangeServiceDegree, OfferPilotAgreement, AcceptPilotAgreement, RegisterReference {}
