package no.journeyledger.command.capture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.journeyledger.command.Kept;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import org.jspecify.annotations.Nullable;

/**
 * The household: who is in it, and where each of them stands.
 *
 * @param citizen the person the journey was opened for, {@code null} before it was
 * @param household everybody registered, by id
 * @param qualified what the checklist came to, {@code null} before it was gone through
 * @param serviceDegree how much help the household gets, {@code null} before the checklist
 * @param agreement the newest pilot agreement
 * @param references the keyed hash of each case app's own reference
 */
public record CaptureState(
        @Nullable UUID citizen,
        Map<UUID, Member> household,
        @Nullable Boolean qualified,
        @Nullable Integer serviceDegree,
        @Nullable Agreement agreement,
        Map<UUID, String> references) {

    /** Before anybody was referred. */
    public static final CaptureState EMPTY = new CaptureState(null, Map.of(), null, null, null, Map.of());

    /** More case apps than any household meets. */
    static final int KEPT_REFERENCES = 50;

    /** Nothing is left out in a state read back. */
    public CaptureState {
        household = Kept.map(household);
        agreement = agreement == null ? Agreement.NONE : agreement;
        references = Kept.map(references);
    }

    /**
     * The newest pilot agreement.
     *
     * @param version its version, 0 before the first
     * @param acceptedBy who has accepted it
     */
    public record Agreement(int version, List<UUID> acceptedBy) {

        static final Agreement NONE = new Agreement(0, List.of());

        /** Nothing is left out in a state read back. */
        public Agreement {
            acceptedBy = Kept.list(acceptedBy);
        }
    }

    /** Where somebody of the household stands. */
    public enum Standing {
        REGISTERED,
        ENROLLED,
        /** Left the programme of their own wish; still of the household. */
        LEFT,
        MOVED_OUT,
        DIED
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

        /** Whether they live in the household, whether or not they take part in the programme. */
        public boolean inHousehold() {
            return switch (standing) {
                case REGISTERED, ENROLLED, LEFT -> true;
                case MOVED_OUT, DIED -> false;
            };
        }

        /** Whether they are registered or enrolled, and nothing took them out of the programme since. */
        public boolean takesPart() {
            return switch (standing) {
                case REGISTERED, ENROLLED -> true;
                case LEFT, MOVED_OUT, DIED -> false;
            };
        }

        Member nowStanding(Standing now) {
            return new Member(role, birthDate, parentalResponsibility, now);
        }

        Member heldBy(List<UUID> holders) {
            return new Member(role, birthDate, holders, standing);
        }

        Member born(Sealed date) {
            return new Member(role, date, parentalResponsibility, standing);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // never null once constructed
    public Agreement agreement() {
        return agreement;
    }

    /** Whether the person is registered in the household, whatever their standing. */
    public boolean knows(UUID person) {
        return household.containsKey(person);
    }

    /** Whether the person is registered, whatever their standing, and not recorded as dead: the dead are never concerned. */
    public boolean knowsAlive(UUID person) {
        Member member = household.get(person);
        return member != null && member.standing() != Standing.DIED;
    }

    /** Whether the person is registered, and has neither left, moved out nor died. */
    public boolean includes(UUID person) {
        Member member = household.get(person);
        return member != null && member.takesPart();
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

    /** Whether the first holds parental responsibility for the second, and is in the household to exercise it. */
    public boolean holdsParentalResponsibility(UUID holder, UUID child) {
        Member member = household.get(child);
        Member by = household.get(holder);
        return member != null
                && by != null
                && by.inHousehold()
                && member.parentalResponsibility().contains(holder);
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
                        qualified,
                        serviceDegree,
                        agreement,
                        references);
            case ChecklistAssessed assessed ->
                new CaptureState(
                        citizen, household, assessed.qualified(), assessed.serviceDegree(), agreement, references);
            case ServiceDegreeChanged changed ->
                new CaptureState(citizen, household, qualified, changed.to(), agreement, references);
            case HouseholdMemberRegistered registered ->
                with(Kept.with(
                        household,
                        registered.person(),
                        new Member(
                                registered.role(),
                                registered.birthDate(),
                                registered.parentalResponsibility(),
                                Standing.REGISTERED)));
            case HouseholdEnrolled enrolled -> restanding(enrolled.persons(), Standing.ENROLLED);
            case PilotAgreementOffered offered -> with(new Agreement(offered.version(), List.of()));
            case PilotAgreementAccepted accepted ->
                with(new Agreement(accepted.version(), Kept.with(agreement().acceptedBy(), accepted.party())));
            case ReferenceRegistered registered ->
                new CaptureState(
                        citizen,
                        household,
                        qualified,
                        serviceDegree,
                        agreement,
                        Kept.withNewest(references, registered.app(), registered.reference(), KEPT_REFERENCES));
        };
    }

    private CaptureState with(Map<UUID, Member> members) {
        return new CaptureState(citizen, members, qualified, serviceDegree, agreement, references);
    }

    private CaptureState with(Agreement now) {
        return new CaptureState(citizen, household, qualified, serviceDegree, now, references);
    }

    /** The state after the event. */
    public CaptureState evolve(PeopleEvent event) {
        return switch (event) {
            case MovedOut out -> standing(out.person(), Standing.MOVED_OUT);
            case DeathRecorded died -> standing(died.person(), Standing.DIED);
            case ParentalResponsibilityChanged changed ->
                changing(changed.child(), child -> child.heldBy(changed.holders()));
            case PersonDetailsCorrected corrected -> {
                Sealed born = corrected.birthDate();
                yield born == null ? this : changing(corrected.person(), person -> person.born(born));
            }
            case RepresentativeAppointed ignored -> this;
            case RepresentationEnded ignored -> this;
            case InterpreterNeedRecorded ignored -> this;
        };
    }

    /** The state after somebody left. */
    public CaptureState left(UUID person) {
        return standing(person, Standing.LEFT);
    }

    /** The state with one person standing elsewhere. */
    public CaptureState standing(UUID person, Standing standing) {
        return restanding(List.of(person), standing);
    }

    private CaptureState changing(UUID person, UnaryOperator<Member> change) {
        Member member = household.get(person);
        return member == null ? this : with(Kept.with(household, person, change.apply(member)));
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
        return with(members);
    }
}
