package no.journeyledger.command.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingRecorded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureEnded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;

/**
 * The newest emergency measures, and who has not been heard about them.
 *
 * @param measures by id
 */
public record EmergencyState(Map<UUID, Emergency> measures) {

    /** Before the first. */
    public static final EmergencyState EMPTY = new EmergencyState(Map.of());

    /** A household in need of more than these has a journey of another kind. */
    static final int KEPT = 50;

    /** Nothing is left out in a state read back. */
    public EmergencyState {
        measures = Kept.map(measures);
    }

    /**
     * An emergency measure.
     *
     * @param persons whom it concerns
     * @param unheard who has not been heard
     * @param until the last day it lasts
     * @param hearBy the last day on which they are heard
     * @param overdue whether it was said that the hearing date passed
     */
    public record Emergency(
            List<UUID> persons, List<UUID> unheard, LocalDate until, LocalDate hearBy, boolean overdue) {

        /** Nothing is left out in a state read back. */
        public Emergency {
            persons = Kept.list(persons);
            unheard = Kept.list(unheard);
        }

        private Emergency heard(UUID person) {
            return new Emergency(
                    persons, unheard.stream().filter(one -> !one.equals(person)).toList(), until, hearBy, overdue);
        }

        private Emergency nowOverdue() {
            return new Emergency(persons, unheard, until, hearBy, true);
        }

        private Emergency endedOn(LocalDate day) {
            return new Emergency(persons, unheard, day, hearBy, overdue);
        }
    }

    /** Whether the measure is over, so that the rest of its money may be released. */
    public boolean over(UUID emergency, LocalDate today) {
        Emergency measure = measures.get(emergency);
        return measure != null && today.isAfter(measure.until());
    }

    /** The state after the event. */
    public EmergencyState evolve(EmergencyEvent event) {
        return switch (event) {
            case EmergencyMeasureRecorded recorded ->
                new EmergencyState(Kept.withNewest(
                        measures,
                        recorded.emergency(),
                        new Emergency(
                                recorded.persons(), recorded.persons(), recorded.until(), recorded.hearBy(), false),
                        KEPT));
            case EmergencyHearingRecorded heard -> {
                Emergency before = measures.get(heard.emergency());
                yield before == null ? this : with(heard.emergency(), before.heard(heard.person()));
            }
            case EmergencyHearingOverdue overdue -> {
                Emergency before = measures.get(overdue.emergency());
                yield before == null ? this : with(overdue.emergency(), before.nowOverdue());
            }
            case EmergencyMeasureEnded ended -> {
                Emergency before = measures.get(ended.emergency());
                yield before == null ? this : with(ended.emergency(), before.endedOn(ended.on()));
            }
        };
    }

    private EmergencyState with(UUID emergency, Emergency now) {
        return new EmergencyState(Kept.with(measures, emergency, now));
    }
}
