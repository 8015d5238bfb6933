package no.journeyledger.command.meeting;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about meetings, their sheets and their witnesses. */
public sealed interface MeetingCommand extends JourneyCommand<MeetingRejection>
        permits HoldMeeting, RecordMappingSheet, ConfirmAnswers {}
