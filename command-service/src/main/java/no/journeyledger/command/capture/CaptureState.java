package no.journeyledger.command.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.HouseholdRole;
import org.jspecify.annotations.Nullable;

/**
 * The household: who is in it, and where each of them stands.
 *
 * @param citizen the person the journey was opened for, {@code null} before it was
 * @param household everybody registered, by id
 * @param qualified what the checklist came to, {@code null} before it was gone through
 */
public record CaptureState(
        @Nullable UUID citizen,
        Map<UUID, Member> household,
        @Nullable Boolean qualified) {

    /** Before anybody was referred. */
    public static final CaptureState EMPTY = new CaptureState(null, Map.of(), null);

    /** Nothing is left out in a state read back. */
    public CaptureState {
        household = Kept.map(household);
    }

    /** Where somebody of the household stands. */
    public enum Standing {
        REGISTERED,
        ENROLLED,
        LEFT
    }

    /**
     * Somebody of the household.
     *
     * @param role how they belong to it
     * @param birthDate their birth date, sealed
     * @param parentalResponsibility for a child: who holds parental responsibility
     * @param standing where they stand
     */
    public record Member(HouseholdRole role, Sealed birthDate, List<UUID> parentalResponsibility, Standing standing) {

        /** Nothing is left out in a state read back. */
        public Member {
            parentalResponsibility = Kept.list(parentalResponsibility);
        }

        Member nowStanding(Standing now) {
            return new Member(role, birthDate, parentalResponsibility, now);
        }
    }

    /** Whether the person is registered in the household, whatever their standing. */
    public boolean knows(UUID person) {
        return household.containsKey(person);
    }

    /** Whether the person is registered and has not left. */
    public boolean includes(UUID person) {
        Member member = household.get(person);
        return member != null && member.standing() != Standing.LEFT;
    }

    /** Whether the person is enrolled and has not left. */
    public boolean enrolled(UUID person) {
        Member member = household.get(person);
        return member != null && member.standing() == Standing.ENROLLED;
    }

    /** Everybody with this standing, in the order they were registered. */
    public List<UUID> standing(Standing standing) {
        var persons = new ArrayList<UUID>();
        household.forEach((person, member) -> {
            if (member.standing() == standing) {
                persons.add(person);
            }
        });
        return persons;
    }

    /** Whether the first holds parental responsibility for the second. */
    public boolean holdsParentalResponsibility(UUID holder, UUID child) {
        Member member = household.get(child);
        return member != null && member.parentalResponsibility().contains(holder);
    }

    /** Whether the first may act for the second outside decisions: themselves, or a holder of parental responsibility. */
    public boolean mayActFor(UUID actor, UUID person) {
        return actor.equals(person) || holdsParentalResponsibility(actor, person);
    }

    /** The state after the event. */
    public CaptureState evolve(CaptureEvent event) {
        return switch (event) {
            case PersonReferred referred ->
                new CaptureState(
                        referred.person(),
                        Kept.with(
                                household,
                                referred.person(),
                                new Member(
                                        HouseholdRole.CITIZEN, referred.birthDate(), List.of(), Standing.REGISTERED)),
                        qualified);
            case ChecklistAssessed assessed -> new CaptureState(citizen, household, assessed.qualified());
            case HouseholdMemberRegistered registered ->
                new CaptureState(
                        citizen,
                        Kept.with(
                                household,
                                registered.person(),
                                new Member(
                                        registered.role(),
                                        registered.birthDate(),
                                        registered.parentalResponsibility(),
                                        Standing.REGISTERED)),
                        qualified);
            case HouseholdEnrolled enrolled -> restanding(enrolled.persons(), Standing.ENROLLED);
        };
    }

    /** The state after somebody left. */
    public CaptureState left(UUID person) {
        return restanding(List.of(person), Standing.LEFT);
    }

    /** The state after the journey was opened again for these people: as registered ones before the first enrolment. */
    public CaptureState reopened(List<UUID> persons, boolean enrolled) {
        return restanding(persons, enrolled ? Standing.ENROLLED : Standing.REGISTERED);
    }

    private CaptureState restanding(List<UUID> persons, Standing standing) {
        var members = new LinkedHashMap<>(household);
        for (UUID person : persons) {
            members.computeIfPresent(person, (id, member) -> member.nowStanding(standing));
        }
        return new CaptureState(citizen, members, qualified);
    }
}
