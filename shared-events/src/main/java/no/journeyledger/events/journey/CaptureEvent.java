package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** How somebody came in: the door, the checklist, the household and its enrolment. */
public sealed interface CaptureEvent extends JourneyEvent {

    /**
     * The journey was opened for a person. No title, no case number: a door, and a person.
     *
     * @param journey the journey's id
     * @param person the citizen's random id
     * @param name the citizen's name
     * @param birthDate the citizen's birth date, ISO-8601
     * @param door where they came in
     * @param wish what the person hopes for, in their own words
     */
    @LogicalType("journey.person-referred")
    record PersonReferred(
            UUID journey,
            UUID person,
            Sealed name,
            Sealed birthDate,
            Door door,
            @Nullable Sealed wish) implements CaptureEvent {}

    /**
     * The qualifying checklist was gone through.
     *
     * @param wantsChange wants change and is ready to commit
     * @param complexNeeds complex needs across several disciplines
     * @param longTermWork long-term work makes sense
     * @param liftsConfidentiality voluntarily lifts confidentiality between the services
     * @param targetGroup the group the person belongs to
     * @param serviceDegree 1 self-service, 2 contact person, 3 much help, lasting
     * @param reasons why, in words
     * @param qualified whether every point of the checklist holds
     */
    @LogicalType("journey.checklist-assessed")
    record ChecklistAssessed(
            boolean wantsChange,
            boolean complexNeeds,
            boolean longTermWork,
            boolean liftsConfidentiality,
            TargetGroup targetGroup,
            int serviceDegree,
            Sealed reasons,
            boolean qualified)
            implements CaptureEvent {}

    /**
     * Somebody of the household was registered.
     *
     * @param person their random id
     * @param role how they belong to the household
     * @param name their name
     * @param birthDate their birth date, ISO-8601
     * @param parentalResponsibility for a child: who of the household holds parental responsibility
     */
    @LogicalType("journey.household-member-registered")
    record HouseholdMemberRegistered(
            UUID person, HouseholdRole role, Sealed name, Sealed birthDate, List<UUID> parentalResponsibility)
            implements CaptureEvent {}

    /**
     * The household was enrolled: the phase is now {@link Phase#INVEST}.
     *
     * @param persons everyone enrolled
     * @param startingStage the circle where the journey started
     * @param goalStage the circle of the goal
     * @param on the day of enrolment
     */
    @LogicalType("journey.household-enrolled")
    record HouseholdEnrolled(List<UUID> persons, Stage startingStage, Stage goalStage, LocalDate on)
            implements CaptureEvent {}

    /**
     * How much help the household gets changed.
     *
     * @param from the service degree before
     * @param to the service degree now: 1 self-service, 2 contact person, 3 much help, lasting
     * @param reason why
     */
    @LogicalType("journey.service-degree-changed")
    record ServiceDegreeChanged(int from, int to, Sealed reason) implements CaptureEvent {}

    /**
     * What the citizen and the municipality may expect of each other was written down. It holds once both have accepted it.
     *
     * @param version 1 for the first, then one more each time
     * @param citizenMayExpect what the citizen may expect: coordinated help, a plan, close follow-up
     * @param municipalityExpects what the municipality expects: commitment, the family taking part, attendance, cooperation
     */
    @LogicalType("journey.pilot-agreement-offered")
    record PilotAgreementOffered(int version, List<Sealed> citizenMayExpect, List<Sealed> municipalityExpects)
            implements CaptureEvent {}

    /**
     * One side accepted the agreement.
     *
     * @param version the version accepted
     * @param party the person, or the worker who accepts for the municipality
     * @param service the service a worker accepts for, {@code null} for a person
     */
    @LogicalType("journey.pilot-agreement-accepted")
    record PilotAgreementAccepted(
            int version, UUID party, @Nullable UUID service) implements CaptureEvent {}

    /**
     * A case app keeps this journey under a reference of its own. The reference itself never enters the ledger.
     *
     * @param app the case app, or the service when a worker registered it
     * @param reference HMAC-SHA-256 of the reference under the ledger's key, base64url
     */
    @LogicalType("journey.reference-registered")
    record ReferenceRegistered(
            UUID app,

            @NotPersonal("a hash under a key that lies with the persons' keys")
            String reference) implements CaptureEvent {}
}
