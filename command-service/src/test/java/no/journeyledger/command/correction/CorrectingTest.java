package no.journeyledger.command.correction;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;

import java.util.UUID;
import no.journeyledger.command.correction.CorrectionRejection.CorrectedPersonUnknown;
import no.journeyledger.command.correction.CorrectionRejection.EntryUnknown;
import no.journeyledger.command.correction.CorrectionRejection.NotYoursToCorrect;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.journey.CorrectionEvent.EntryCorrected;
import org.junit.jupiter.api.Test;

/** Nothing is edited: a correction stands beside what it corrects. */
class CorrectingTest {

    private static final Entry ENTRY = new Entry(id(500), "journey.meeting-held");

    private static CorrectEntry correct(UUID about) {
        return new CorrectEntry(JOURNEY, 17, ENTRY, about, envelope(about, "it was Tuesday"));
    }

    @Test
    void any_entry_is_corrected_by_the_team_or_by_whom_it_is_about_also_after_closing() {
        var corrected = new EntryCorrected(17, id(500), "journey.meeting-held", KARI, envelope(KARI, "it was Tuesday"));
        enrolled().when(correct(KARI), worker(TEACHER)).records(corrected);
        enrolled().closed().when(correct(KARI), person(KARI)).records(corrected);
    }

    @Test
    @Shows(EntryUnknown.class)
    void what_is_corrected_stands_on_this_journey() {
        enrolled()
                .when(new CorrectEntry(JOURNEY, 18, null, KARI, envelope(KARI, "x")), worker(LEADER))
                .isRejected(new EntryUnknown(18));
    }

    @Test
    @Shows({CorrectedPersonUnknown.class, NotYoursToCorrect.class})
    void a_correction_is_about_somebody_of_the_household_and_comes_from_them_or_the_team() {
        enrolled().when(correct(STRANGER), worker(LEADER)).isRejected(new CorrectedPersonUnknown(STRANGER));
        enrolled().when(correct(KARI), worker(OUTSIDER)).isRejected(new NotYoursToCorrect(OUTSIDER));
        enrolled(SAMIR).when(correct(KARI), person(SAMIR)).isRejected(new NotYoursToCorrect(SAMIR));
    }
}
