package no.journeyledger.command.people;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about the people of one journey alone. */
public sealed interface PeopleCommand extends JourneyCommand<PeopleRejection>
        permits AppointRepresentative,
                EndRepresentation,
                ChangeParentalResponsibility,
                RecordInterpreterNeed,
                CorrectPersonDetails {}
