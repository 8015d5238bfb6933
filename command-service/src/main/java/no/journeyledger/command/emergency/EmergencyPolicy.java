package no.journeyledger.command.emergency;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Money;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.PolicyTable;
import no.journeyledger.command.emergency.EmergencyRejection.ApproverIsRecorder;
import no.journeyledger.command.emergency.EmergencyRejection.ApproverRelated;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyAfterClosing;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyAlreadyEnded;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyCeilingOutOfRange;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyConcernsNobody;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyDoesNotConcern;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyEndsBeforeItBegins;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyEndsInTheFuture;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyFundExhausted;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyFundUnknown;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyHearingInTheFuture;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyHearingNeedsView;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyIdTaken;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyPersonUnknown;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyRecorderNotOnTeam;
import no.journeyledger.command.emergency.EmergencyRejection.EmergencyUnknown;
import no.journeyledger.command.emergency.EmergencyRejection.HearingNotDue;
import no.journeyledger.command.emergency.EmergencyRejection.HearingTooLate;
import no.journeyledger.command.emergency.EmergencyRejection.NotSoughtIsNoHearing;
import no.journeyledger.command.emergency.EmergencyRejection.NothingOverdue;
import no.journeyledger.command.emergency.EmergencyState.Emergency;
import no.journeyledger.command.fund.FundState;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingRecorded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureEnded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;
import no.journeyledger.events.journey.HearingOutcome;

/** What is recorded when a service acted at once, and until when those it concerns are heard. */
public final class EmergencyPolicy {

    private EmergencyPolicy() {}

    /**
     * Two people stand behind it, its cost has a ceiling that the fund can bear, and those it concerns are heard within a week.
     *
     * @param fund the fund that pays, if there is one of that id
     */
    public static Ruling<EmergencyRejection> record(
            JourneyState state, RecordEmergencyMeasure command, Circumstances circumstances, Optional<FundState> fund) {
        if (state.closed()) {
            return rejected(new EmergencyAfterClosing(command.journey()));
        }
        UUID recorder = circumstances.actor().id();
        if (!state.team().includes(recorder)) {
            return rejected(new EmergencyRecorderNotOnTeam(recorder));
        }
        if (state.emergencies().measures().containsKey(command.emergency())) {
            return rejected(new EmergencyIdTaken(command.emergency()));
        }
        List<UUID> persons = command.persons().stream().distinct().toList();
        if (persons.isEmpty()) {
            return rejected(new EmergencyConcernsNobody(command.emergency()));
        }
        for (UUID person : persons) {
            if (!state.capture().includes(person)) {
                return rejected(new EmergencyPersonUnknown(person));
            }
        }
        if (command.approver().equals(recorder)) {
            return rejected(new ApproverIsRecorder(command.approver()));
        }
        if (persons.contains(command.approver())
                || persons.stream().anyMatch(person -> state.team().related(command.approver(), person))) {
            return rejected(new ApproverRelated(command.approver()));
        }
        if (!Money.fits(command.ceilingOre())) {
            return rejected(new EmergencyCeilingOutOfRange(command.ceilingOre()));
        }
        LocalDate began = circumstances.effectiveOn();
        if (command.until().isBefore(began)) {
            return rejected(new EmergencyEndsBeforeItBegins(command.until()));
        }
        PolicyTable policy = PolicyTable.inForceOn(began);
        LocalDate lastDay = began.plusDays(policy.emergencyHeardWithinDays());
        if (command.hearBy().isBefore(began) || command.hearBy().isAfter(lastDay)) {
            return rejected(new HearingTooLate(command.hearBy(), lastDay));
        }
        if (fund.isEmpty()) {
            return rejected(new EmergencyFundUnknown(command.fund()));
        }
        if (fund.get().reservations().containsKey(command.emergency())) {
            return rejected(new EmergencyIdTaken(command.emergency()));
        }
        long available = fund.get().availableOre(command.year());
        if (available < command.ceilingOre()) {
            return rejected(new EmergencyFundExhausted(command.fund(), available));
        }
        return accepted(
                new EmergencyMeasureRecorded(
                        command.emergency(),
                        persons,
                        command.what(),
                        command.legalBasis(),
                        command.approver(),
                        command.fund(),
                        command.payingService(),
                        command.year(),
                        command.ceilingOre(),
                        command.until(),
                        command.hearBy(),
                        policy.version()),
                new Created.EmergencyMeasure(command.emergency()));
    }

    /** Late is better than never: a hearing is recorded also when its date has passed, and after closing. */
    public static Ruling<EmergencyRejection> hear(
            JourneyState state, RecordEmergencyHearing command, Circumstances circumstances) {
        UUID recorder = circumstances.actor().id();
        if (!state.team().includes(recorder)) {
            return rejected(new EmergencyRecorderNotOnTeam(recorder));
        }
        Emergency measure = state.emergencies().measures().get(command.emergency());
        if (measure == null) {
            return rejected(new EmergencyUnknown(command.emergency()));
        }
        if (!measure.persons().contains(command.person())) {
            return rejected(new EmergencyDoesNotConcern(command.person()));
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new EmergencyHearingInTheFuture(command.on()));
        }
        if (command.outcome() == HearingOutcome.NOT_SOUGHT) {
            return rejected(new NotSoughtIsNoHearing(command.person()));
        }
        if (command.outcome() == HearingOutcome.HEARD && command.view() == null) {
            return rejected(new EmergencyHearingNeedsView(command.person()));
        }
        return accepted(new EmergencyHearingRecorded(
                command.emergency(),
                command.person(),
                command.on(),
                command.outcome(),
                command.objects(),
                command.view()));
    }

    /** Said once, by the ledger itself, however late it finds out. */
    public static Ruling<EmergencyRejection> overdue(
            JourneyState state, MarkHearingOverdue command, Circumstances circumstances) {
        Emergency measure = state.emergencies().measures().get(command.emergency());
        if (measure == null) {
            return rejected(new EmergencyUnknown(command.emergency()));
        }
        if (!circumstances.today().isAfter(measure.hearBy())) {
            return rejected(new HearingNotDue(measure.hearBy()));
        }
        // The dead can no longer be heard.
        List<UUID> unheard =
                measure.unheard().stream().filter(state.capture()::knowsAlive).toList();
        if (measure.overdue() || unheard.isEmpty()) {
            return rejected(new NothingOverdue(command.emergency()));
        }
        return accepted(new EmergencyHearingOverdue(command.emergency(), unheard));
    }

    /** An emergency measure lasts no longer than it has to. */
    public static Ruling<EmergencyRejection> end(
            JourneyState state, EndEmergencyMeasure command, Circumstances circumstances) {
        UUID recorder = circumstances.actor().id();
        if (!state.team().includes(recorder)) {
            return rejected(new EmergencyRecorderNotOnTeam(recorder));
        }
        Emergency measure = state.emergencies().measures().get(command.emergency());
        if (measure == null) {
            return rejected(new EmergencyUnknown(command.emergency()));
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new EmergencyEndsInTheFuture(command.on()));
        }
        if (!command.on().isBefore(measure.until())) {
            return rejected(new EmergencyAlreadyEnded(command.emergency()));
        }
        return accepted(new EmergencyMeasureEnded(command.emergency(), measure.persons(), command.on()));
    }
}
