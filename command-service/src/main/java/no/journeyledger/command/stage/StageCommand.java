package no.journeyledger.command.stage;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about how the situation is judged. */
public sealed interface StageCommand extends JourneyCommand<StageRejection>
        permits RateLifeArea, AssessVulnerability, MarkAdditionalInvestment {}
