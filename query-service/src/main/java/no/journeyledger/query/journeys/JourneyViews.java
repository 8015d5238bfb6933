package no.journeyledger.query.journeys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.RepresentationKind;
import no.journeyledger.events.journey.Sector;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.journey.Undertaking;
import no.journeyledger.query.statute.Statutes;
import org.jspecify.annotations.Nullable;

/** What is answered about journeys. Sealed texts are opened as they are written out. */
public final class JourneyViews {

    private JourneyViews() {}

    /**
     * A journey in the list.
     *
     * @param hearingOverdue whether somebody was not heard in time about an emergency measure, and still is not
     * @param version the version a command expects in {@code If-Match}
     */
    public record Listed(
            UUID journey,
            UUID person,
            Sealed name,
            Phase phase,
            Circles circles,
            @Nullable TargetGroup targetGroup,
            @Nullable UUID leader,
            Instant openedAt,
            @Nullable Instant closedAt,
            boolean hearingOverdue,
            long version) {}

    /**
     * The three circles.
     *
     * @param started where the journey started
     * @param now where it is
     * @param goal where it shall go
     */
    public record Circles(
            @Nullable Stage started,
            @Nullable Stage now,
            @Nullable Stage goal) {}

    /**
     * A journey as it stands.
     *
     * @param version the version a command expects in {@code If-Match}
     * @param position ledger position of the journey's last event
     */
    public record Journey(
            UUID journey,
            long version,
            long position,
            UUID person,
            Sealed name,
            Door door,
            Instant openedAt,
            Phase phase,
            Circles circles,
            @Nullable Checklist checklist,
            @Nullable UUID leader,
            Plan plan,
            List<Member> household,
            List<Representation> representations,
            List<Trusted> trustedPersons,
            List<TeamMember> team,
            List<Relation> relations,
            List<Mandate> mandates,
            List<Consent> consents,
            List<StageMove> stageMoves,
            List<Meeting> meetings,
            List<OpenDecision> openDecisions,
            List<Statutes.Emergency> emergencies,
            List<Statutes.External> externalDecisions,
            @Nullable Closed closed) {}

    public record Checklist(
            boolean qualified,
            @Nullable TargetGroup targetGroup,
            @Nullable Integer serviceDegree) {}

    public record Plan(@Nullable Integer drafted, @Nullable Integer agreed) {}

    /**
     * Somebody of the household.
     *
     * @param name absent when the person has not opened it to the reader's service, as is the birth date
     */
    public record Member(
            UUID person,
            HouseholdRole role,
            @Nullable Sealed name,
            @Nullable Sealed birthDate,
            List<UUID> parentalResponsibility,
            @Nullable LocalDate enrolledOn,
            @Nullable Instant leftAt,
            @Nullable LocalDate movedOutOn,
            @Nullable LocalDate diedOn,
            @Nullable Need need,
            @Nullable UUID preferredContact) {}

    /** What somebody needs in order to take part. */
    public record Need(
            boolean interpreter,
            @Nullable Sealed language,
            @Nullable Sealed otherHelp) {}

    /**
     * A guardian or attorney.
     *
     * @param inForce whether it holds today
     * @param recordedBy who recorded it
     */
    public record Representation(
            UUID representation,
            UUID person,
            UUID representative,
            Sealed name,
            RepresentationKind kind,
            List<Affairs> scope,
            LocalDate from,
            @Nullable LocalDate until,
            boolean inForce,
            Sealed document,
            UUID recordedBy,
            @Nullable Instant endedAt) {}

    public record Trusted(UUID person, UUID trusted, Sealed name, boolean confirmed) {}

    public record TeamMember(
            UUID worker,
            UUID service,
            TeamRole role,
            @Nullable Sector sector,
            Instant joinedAt,
            @Nullable Instant leftAt) {}

    public record Relation(UUID worker, UUID person) {}

    public record Mandate(
            UUID mandate,
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> budgetYears,
            LocalDate from,
            LocalDate until,
            boolean beyondTheYear,
            UUID delegatedBy,
            Instant delegatedAt,
            @Nullable Instant revokedAt) {}

    /**
     * A consent.
     *
     * @param inForce whether it holds today: given, not withdrawn, and its last day not past
     */
    public record Consent(
            UUID consent,
            UUID person,
            UUID service,
            String information,
            String purpose,
            @Nullable LocalDate until,
            boolean inForce,
            Instant givenAt,
            @Nullable Instant withdrawnAt) {}

    public record StageMove(
            UUID decision, Stage from, Stage to, @Nullable Sealed reason, Instant movedAt) {}

    public record Meeting(
            UUID meeting,
            MeetingKind kind,
            LocalDate on,
            List<UUID> attended,
            @Nullable Integer sheet) {}

    public record OpenDecision(
            UUID decision,
            DecisionKind kind,
            int revision,
            Sealed wording,
            String wordingHash,
            List<UUID> concerned,
            Instant proposedAt,
            int refusals) {}

    public record Closed(Instant at, @Nullable CloseReason reason) {}

    /** A version of the plan in the list. */
    public record PlanListed(
            int version,
            String contentHash,
            Instant draftedAt,
            @Nullable Instant agreedAt,
            @Nullable UUID agreedBy) {}

    /** A version of the plan in full. */
    public record PlanVersion(
            int version,
            Sealed situation,
            List<Goal> goals,
            List<Measure> measures,
            List<Undertaking> undertakings,
            @Nullable Sealed expectedBenefits,
            String contentHash,
            Instant draftedAt,
            @Nullable Instant agreedAt,
            @Nullable UUID agreedBy,
            List<UUID> startedMeasures,
            List<UUID> finishedMeasures,
            List<UUID> droppedMeasures) {}
}
