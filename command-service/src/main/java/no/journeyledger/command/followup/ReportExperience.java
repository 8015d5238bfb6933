package no.journeyledger.command.followup;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Experience;
import org.jspecify.annotations.Nullable;

/**
 * Says at a follow-up whether the situation is experienced as better.
 *
 * @param journey the journey
 * @param followUp which one
 * @param person who of the family says it, {@code null} when the leader reports
 * @param experience better, the same or worse
 * @param words in words
 */
public record ReportExperience(
        UUID journey,
        UUID followUp,
        @Nullable UUID person,
        Experience experience,
        @Nullable Sealed words) implements FollowUpCommand {

    @Override
    public Ruling<FollowUpRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return FollowUpPolicy.report(state, this, circumstances, birthDates);
    }
}
