package no.journeyledger.command.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.RepresentationKind;
import org.jspecify.annotations.Nullable;

/**
 * Who represents whom. Where somebody stands in the household is kept with the household.
 *
 * @param representations what was recorded and neither ended nor undone by a death, by id; it may have expired
 */
public record PeopleState(Map<UUID, Representation> representations) {

    /** Before anybody was represented. */
    public static final PeopleState EMPTY = new PeopleState(Map.of());

    /** Nothing is left out in a state read back. */
    public PeopleState {
        representations = Kept.map(representations);
    }

    /**
     * Somebody's entitlement to answer for another.
     *
     * @param person who is represented
     * @param representative who represents them
     * @param kind guardian or attorney
     * @param scope the affairs it covers
     * @param from the first day it holds
     * @param until the last day it holds, {@code null} until it is ended
     */
    public record Representation(
            UUID person,
            UUID representative,
            RepresentationKind kind,
            List<Affairs> scope,
            LocalDate from,
            @Nullable LocalDate until) {

        /** Nothing is left out in a state read back. */
        public Representation {
            scope = Kept.list(scope);
        }

        /** Whether it is in force on the day, its first and last included, and covers these affairs. */
        public boolean covers(Affairs affairs, LocalDate day) {
            return scope.contains(affairs) && !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Whether the first may answer for the second in these affairs on the day. */
    public boolean represents(UUID representative, UUID person, Affairs affairs, LocalDate day) {
        return representations.values().stream()
                .anyMatch(each -> each.representative().equals(representative)
                        && each.person().equals(person)
                        && each.covers(affairs, day));
    }

    /** Whether the first is recorded as representing the second, in force or not. */
    public boolean isRecorded(UUID representative, UUID person) {
        return representations.values().stream()
                .anyMatch(each -> each.representative().equals(representative)
                        && each.person().equals(person));
    }

    /** The state after the event. */
    public PeopleState evolve(PeopleEvent event) {
        return switch (event) {
            case RepresentativeAppointed appointed ->
                new PeopleState(Kept.with(
                        representations,
                        appointed.representation(),
                        new Representation(
                                appointed.person(),
                                appointed.representative(),
                                appointed.kind(),
                                appointed.scope(),
                                appointed.from(),
                                appointed.until())));
            case RepresentationEnded ended -> new PeopleState(Kept.without(representations, ended.representation()));
            case DeathRecorded died -> without(died.person());
            case MovedOut ignored -> this;
            case ParentalResponsibilityChanged ignored -> this;
            case InterpreterNeedRecorded ignored -> this;
            case PersonDetailsCorrected ignored -> this;
        };
    }

    private PeopleState without(UUID person) {
        var remaining = new LinkedHashMap<>(representations);
        remaining
                .values()
                .removeIf(each ->
                        each.person().equals(person) || each.representative().equals(person));
        return new PeopleState(remaining);
    }
}
