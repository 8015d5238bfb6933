package no.journeyledger.command.followup;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about follow-up. */
public sealed interface FollowUpCommand extends JourneyCommand<FollowUpRejection>
        permits AgreeFollowUp, MoveFollowUp, HoldFollowUp, NoticeFollowUp, ReportExperience {}
