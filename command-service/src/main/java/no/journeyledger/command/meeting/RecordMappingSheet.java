package no.journeyledger.command.meeting;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.SheetEntry;
import org.jspecify.annotations.Nullable;

/**
 * Records the mapping sheet of a meeting as its next version, or that another form was used.
 *
 * @param journey the journey
 * @param meeting the meeting it was written in
 * @param owner the person whose sheet it is
 * @param entries what was written, an author per entry; may be empty when another form was used
 * @param otherForm the way the meeting found instead
 */
public record RecordMappingSheet(
        UUID journey,
        UUID meeting,
        UUID owner,
        List<SheetEntry> entries,
        @Nullable Sealed otherForm) implements MeetingCommand {

    @Override
    public Ruling<MeetingRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return MeetingPolicy.record(state, this);
    }
}
