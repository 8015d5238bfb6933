package no.journeyledger.command.selfreport;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.selfreport.SelfReportRejection.AnswersMissing;
import no.journeyledger.command.selfreport.SelfReportRejection.DeclinedWithAnswers;
import no.journeyledger.command.selfreport.SelfReportRejection.ItemsDoNotFit;
import no.journeyledger.command.selfreport.SelfReportRejection.NotYoursToReport;
import no.journeyledger.command.selfreport.SelfReportRejection.ReportInTheFuture;
import no.journeyledger.command.selfreport.SelfReportRejection.ReportPersonUnknown;
import no.journeyledger.command.selfreport.SelfReportRejection.RespondentUnknown;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;
import org.junit.jupiter.api.Test;

/** What people report about themselves. */
class ReportingTest {

    private static final UUID REPORT = id(96);

    private static RecordSelfReport report(
            UUID person, UUID respondent, LocalDate on, boolean declined, boolean withAnswers) {
        return new RecordSelfReport(
                JOURNEY,
                REPORT,
                person,
                Instrument.WHO5,
                "who5-1998-nb",
                Moment.BEFORE,
                on,
                "nb",
                respondent,
                false,
                declined,
                withAnswers ? envelope(KARI, "[1,2,3,4,5]") : null);
    }

    @Test
    void a_person_reports_and_declining_is_an_answer() {
        enrolled()
                .when(report(KARI, KARI, TODAY, false, true), person(KARI))
                .records(new SelfReportRecorded(
                        REPORT,
                        KARI,
                        Instrument.WHO5,
                        "who5-1998-nb",
                        Moment.BEFORE,
                        TODAY,
                        "nb",
                        KARI,
                        false,
                        false,
                        envelope(KARI, "[1,2,3,4,5]")))
                .answers(new Created.SelfReport(REPORT));
        enrolled()
                .closed()
                .when(report(KARI, KARI, TODAY, true, false), person(KARI))
                .isDone();
    }

    @Test
    @Shows(ReportPersonUnknown.class)
    void a_report_is_somebodys_of_the_household() {
        enrolled()
                .when(report(STRANGER, KARI, TODAY, false, true), worker(LEADER))
                .isRejected(new ReportPersonUnknown(STRANGER));
    }

    @Test
    @Shows(RespondentUnknown.class)
    void a_respondent_is_known() {
        enrolled()
                .when(report(KARI, STRANGER, TODAY, false, true), worker(LEADER))
                .isRejected(new RespondentUnknown(STRANGER));
        enrolled()
                .when(report(KARI, BENTE_WHOM_KARI_TRUSTS, TODAY, false, true), worker(LEADER))
                .isDone();
    }

    @Test
    @Shows(NotYoursToReport.class)
    void nobody_reports_as_somebody_else() {
        enrolled(SAMIR)
                .when(report(SAMIR, SAMIR, TODAY, false, true), person(KARI))
                .isRejected(new NotYoursToReport(SAMIR));
    }

    @Test
    @Shows(ReportInTheFuture.class)
    void a_report_is_recorded_when_it_has_been_filled_in() {
        enrolled()
                .when(report(KARI, KARI, TODAY.plusDays(1), false, true), person(KARI))
                .isRejected(new ReportInTheFuture(TODAY.plusDays(1)));
    }

    @Test
    @Shows(AnswersMissing.class)
    void a_report_has_answers() {
        enrolled().when(report(KARI, KARI, TODAY, false, false), person(KARI)).isRejected(new AnswersMissing(REPORT));
    }

    @Test
    @Shows(DeclinedWithAnswers.class)
    void whoever_declined_gave_no_answers() {
        enrolled()
                .when(report(KARI, KARI, TODAY, true, true), person(KARI))
                .isRejected(new DeclinedWithAnswers(REPORT));
    }

    @Test
    @Shows(ItemsDoNotFit.class)
    void items_are_of_their_instrument_and_may_be_missing() {
        assertThat(Items.unfit(Instrument.WHO5, List.of(0, 1, 2, 3, 5))).isEmpty();
        assertThat(Items.unfit(Instrument.WHO5, Arrays.asList(0, 1, null, 3, 5)))
                .isEmpty();
        assertThat(Items.unfit(Instrument.WHO5, List.of(0, 1, 2, 3)))
                .contains(new ItemsDoNotFit(Instrument.WHO5, 5, 0, 5));
        assertThat(Items.unfit(Instrument.WHO5, List.of(0, 1, 2, 3, 6)))
                .contains(new ItemsDoNotFit(Instrument.WHO5, 5, 0, 5));
        assertThat(Items.unfit(Instrument.LADDER, List.of(-1, 10)))
                .contains(new ItemsDoNotFit(Instrument.LADDER, 2, 0, 10));
        assertThat(Items.unfit(Instrument.SATISFACTION, List.of(1, 2, 3, 4, 5, 10)))
                .isEmpty();
        assertThat(Items.unfit(Instrument.MET_BY_SERVICES, List.of(10))).isEmpty();
    }
}
