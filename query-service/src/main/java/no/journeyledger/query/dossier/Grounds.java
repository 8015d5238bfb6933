package no.journeyledger.query.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.RefusalReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Why a decision was allowed or refused, each time somebody tried to take it.
 *
 * @param rulings in the order they were recorded; none while nobody has tried
 */
record Grounds(UUID journey, UUID decision, DecisionKind kind, List<Ruling> rulings) {

    /** What came of trying to take a decision. */
    enum Outcome {
        TAKEN,
        REFUSED
    }

    /** Whether a rule was met. */
    enum Met {
        PASSED,
        FAILED,
        /** An earlier rule refused already, so it was not asked. */
        NOT_ASKED
    }

    /**
     * One try.
     *
     * @param position ledger position of the taking or the refusal
     * @param by who tried
     * @param revision which wording was ruled on
     * @param concerned whom it concerns, as derived when this wording was proposed
     * @param policyVersion the version of the policy table applied
     * @param policy that table: ages, thresholds, and under kinds what each kind needs; absent when this version of the
     *     software does not hold it
     * @param rules the rule, in the order in which it refuses; empty for a refusal to a reader to whom not everybody's answers
     *     are open: it could tell what another answered
     * @param evidence of each person concerned, as it stood then
     * @param mandates of the one who tried, for the services that were to pay, as they stood then
     * @param weighing why, and how disagreement was answered
     * @param checkedAgain what can be checked again from the events, without believing whoever recorded the outcome
     */
    record Ruling(
            long position,
            Instant recordedAt,
            Instant effectiveAt,
            Outcome outcome,
            UUID by,
            int revision,
            Sealed wording,
            @Nullable Sealed facts,
            @Nullable String legalBasis,
            String wordingHash,
            Matter matter,
            List<UUID> concerned,
            UUID proposer,
            String policyVersion,
            @Nullable JsonNode policy,
            List<RuleMet> rules,
            List<Evidence> evidence,
            List<MandateThen> mandates,
            @Nullable Sealed weighing,
            List<CheckedAgain> checkedAgain) {}

    /**
     * A rule and whether it was met.
     *
     * @param order its place: the first that is not met refuses
     * @param rule its name
     * @param sentence what it asks
     * @param missing what was found missing
     */
    record RuleMet(int order, RefusalReason rule, String sentence, Met met, List<Missing> missing) {}

    /**
     * How one person took part.
     *
     * @param counted the evidence the decision was taken on, absent for a refusal and for whom nothing counted
     */
    record Evidence(
            UUID person,
            @Nullable Participation counted,
            List<EvidenceAnswer> answers,
            List<EvidenceHearing> hearings) {}

    /**
     * An answer, with how sure the ledger was of it at the time of the ruling.
     *
     * @param toThisWording whether it was given to the wording ruled on
     * @param inOwnSession whether the person was signed in themselves, with no case app in between
     */
    record EvidenceAnswer(
            UUID answer,
            long position,
            Answer said,
            boolean toThisWording,
            UUID answeredBy,
            Means means,
            Assurance assurance,
            boolean inOwnSession,
            UUID recordedBy,
            @Nullable UUID meeting,
            @Nullable Sealed ownWords,
            Instant recordedAt,
            Instant effectiveAt,
            List<EvidenceWitness> witnesses) {}

    /** Who confirmed an answer. */
    record EvidenceWitness(
            UUID witness, @Nullable UUID service, boolean spokeToThePerson, Instant recordedAt, long position) {}

    /** How a child was heard. */
    record EvidenceHearing(
            HearingOutcome outcome,
            boolean disagrees,
            @Nullable Sealed view,
            Instant recordedAt,
            long position) {}

    /**
     * A mandate as it stood.
     *
     * @param version ledger position of its delegation: a mandate is never changed, only revoked and delegated anew
     * @param inForce whether it was in force on the day of the ruling
     * @param daysLeft from that day to its last day; negative when that was past
     * @param neededOre what the decision commits of this service's money
     * @param used whether the decision was taken within it
     */
    record MandateThen(
            UUID mandate,
            long version,
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> budgetYears,
            LocalDate from,
            LocalDate until,
            boolean beyondTheYear,
            @Nullable Instant revokedAt,
            boolean inForce,
            long daysLeft,
            long neededOre,
            boolean used) {}

    /** Something checked again, and whether it holds. */
    record CheckedAgain(String check, String sentence, boolean holds) {}
}
