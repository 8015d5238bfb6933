package no.journeyledger.command.team;

import no.journeyledger.command.journey.JourneyCommand;

/** What may be asked about the team and its mandates. */
public sealed interface TeamCommand extends JourneyCommand<TeamRejection>
        permits AddTeamMember,
                LeaveTeam,
                NameTrustedPerson,
                ConfirmTrustedPerson,
                RegisterRelation,
                DelegateMandate,
                RevokeMandate,
                HandOverLeadership,
                PreferContact {}
