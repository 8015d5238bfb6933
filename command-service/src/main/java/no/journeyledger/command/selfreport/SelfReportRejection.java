package no.journeyledger.command.selfreport;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;
import no.journeyledger.events.journey.Instrument;

/** Why a self-report was not recorded. */
@Source("Self-reports (domain, section 6)")
public sealed interface SelfReportRejection extends Rejection {

    /** The person is not registered in the household. */
    record ReportPersonUnknown(UUID person) implements SelfReportRejection {}

    /** The respondent is the person, or somebody of the household or trusted by it. */
    record RespondentUnknown(UUID respondent) implements SelfReportRejection {}

    /** In their own session a person reports as themselves. */
    record NotYoursToReport(UUID respondent) implements SelfReportRejection {}

    /** A report is recorded when it has been filled in. */
    record ReportInTheFuture(LocalDate on) implements SelfReportRejection {}

    /** A report has answers unless the person declined. */
    record AnswersMissing(UUID report) implements SelfReportRejection {}

    /** Whoever declined gave no answers. */
    record DeclinedWithAnswers(UUID report) implements SelfReportRejection {}

    /** The instrument has another number of items, or an item lies outside its scale. */
    record ItemsDoNotFit(Instrument instrument, int items, int least, int most) implements SelfReportRejection {}
}
