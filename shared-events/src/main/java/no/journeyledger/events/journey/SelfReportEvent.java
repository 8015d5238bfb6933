package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** What people report about themselves, before, during and after. */
public sealed interface SelfReportEvent extends JourneyEvent {

    /**
     * A self-report was recorded. Answers are health data and therefore sealed.
     *
     * @param report its id
     * @param person whose report it is
     * @param instrument the instrument
     * @param instrumentVersion its version, e.g. {@code who5-1998-nb}
     * @param moment before, during or after
     * @param on the day it was filled in
     * @param language BCP 47 tag of the language it was filled in; unknown for reports of revision 1: {@code und}
     * @param respondent who answered: the person, or somebody for them (never pooled with own answers)
     * @param helperPresent whether somebody helped
     * @param declined whether the person declined to answer, which is an answer
     * @param answers the items as a JSON array of whole numbers or nulls; {@code null} when declined
     */
    @LogicalType(value = "journey.self-report-recorded", revision = 2)
    record SelfReportRecorded(
            UUID report,
            UUID person,
            Instrument instrument,
            @NotPersonal("a version") String instrumentVersion,
            Moment moment,
            LocalDate on,
            @NotPersonal("a language tag") String language,
            UUID respondent,
            boolean helperPresent,
            boolean declined,
            @Nullable Sealed answers)
            implements SelfReportEvent {}
}
