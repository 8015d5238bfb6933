package no.journeyledger.command.followup;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * The ledger itself notices that an agreed day has come, or has passed without a meeting.
 *
 * @param journey the journey
 * @param followUp which one
 * @param on the day that was agreed when this was set
 * @param passed whether the day has passed, rather than come
 */
public record NoticeFollowUp(UUID journey, UUID followUp, LocalDate on, boolean passed) implements FollowUpCommand {

    @Override
    public Ruling<FollowUpRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return FollowUpPolicy.notice(state, this);
    }
}
