package no.journeyledger.command.selfreport;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.selfreport.SelfReportRejection.AnswersMissing;
import no.journeyledger.command.selfreport.SelfReportRejection.DeclinedWithAnswers;
import no.journeyledger.command.selfreport.SelfReportRejection.NotYoursToReport;
import no.journeyledger.command.selfreport.SelfReportRejection.ReportInTheFuture;
import no.journeyledger.command.selfreport.SelfReportRejection.ReportPersonUnknown;
import no.journeyledger.command.selfreport.SelfReportRejection.RespondentUnknown;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;

/** Whose report it is, and who gave it. */
public final class SelfReportPolicy {

    private SelfReportPolicy() {}

    /** Reports are welcome after closing too: effect shows later. Declining is an answer. */
    public static Ruling<SelfReportRejection> record(
            JourneyState state, RecordSelfReport command, Circumstances circumstances) {
        if (!state.capture().knows(command.person())) {
            return rejected(new ReportPersonUnknown(command.person()));
        }
        if (!state.capture().knows(command.respondent())
                && !state.team().trusted().contains(command.respondent())
                && !state.people().isRecorded(command.respondent(), command.person())) {
            return rejected(new RespondentUnknown(command.respondent()));
        }
        if (circumstances.byPerson() && !circumstances.by(command.respondent())) {
            return rejected(new NotYoursToReport(command.respondent()));
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new ReportInTheFuture(command.on()));
        }
        if (!command.declined() && command.answers() == null) {
            return rejected(new AnswersMissing(command.report()));
        }
        if (command.declined() && command.answers() != null) {
            return rejected(new DeclinedWithAnswers(command.report()));
        }
        return accepted(
                new SelfReportRecorded(
                        command.report(),
                        command.person(),
                        command.instrument(),
                        command.instrumentVersion(),
                        command.moment(),
                        command.on(),
                        command.language(),
                        command.respondent(),
                        command.helperPresent(),
                        command.declined(),
                        command.answers()),
                new Created.SelfReport(command.report()));
    }
}
