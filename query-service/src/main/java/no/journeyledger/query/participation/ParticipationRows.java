package no.journeyledger.query.participation;

import static java.lang.invoke.MethodHandles.lookup;

import java.time.LocalDate;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.query.projection.Table;

/** The counts, by the month a thing took effect in Norway; what each column means is said in the migration. */
final class ParticipationRows {

    static final Table<TakenRow> TAKEN = Table.of(lookup(), "participation_taken", TakenRow.class, "month", "kind");
    static final Table<PersonsRow> PERSONS = Table.of(
            lookup(), "participation_persons", PersonsRow.class, "month", "kind", "means", "assurance", "answer");
    static final Table<ChildrenRow> CHILDREN =
            Table.of(lookup(), "participation_children", ChildrenRow.class, "month", "kind", "outcome");
    static final Table<RefusedRow> REFUSED =
            Table.of(lookup(), "participation_refused", RefusedRow.class, "month", "kind", "reason");
    static final Table<EmergencyRow> EMERGENCIES =
            Table.of(lookup(), "participation_emergency", EmergencyRow.class, "month");

    private ParticipationRows() {}

    record TakenRow(LocalDate month, DecisionKind kind, long decisions) {}

    record PersonsRow(
            LocalDate month, DecisionKind kind, Means means, Assurance assurance, Answer answer, long persons) {}

    record ChildrenRow(LocalDate month, DecisionKind kind, HearingOutcome outcome, long children) {}

    record RefusedRow(LocalDate month, DecisionKind kind, RefusalReason reason, long attempts) {}

    record EmergencyRow(LocalDate month, long measures, long heard, long didNotSpeak, long objections, long overdue) {

        static EmergencyRow none(LocalDate month) {
            return new EmergencyRow(month, 0, 0, 0, 0, 0);
        }

        EmergencyRow acted() {
            return new EmergencyRow(month, measures + 1, heard, didNotSpeak, objections, overdue);
        }

        EmergencyRow hearing(HearingOutcome outcome, boolean objects) {
            return new EmergencyRow(
                    month,
                    measures,
                    heard + (outcome == HearingOutcome.HEARD ? 1 : 0),
                    didNotSpeak + (outcome == HearingOutcome.HEARD ? 0 : 1),
                    objections + (objects ? 1 : 0),
                    overdue);
        }

        EmergencyRow passed(int unheard) {
            return new EmergencyRow(month, measures, heard, didNotSpeak, objections, overdue + unheard);
        }
    }
}
