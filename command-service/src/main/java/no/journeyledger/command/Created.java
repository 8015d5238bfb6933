package no.journeyledger.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.journey.AmountLine;

/** What a command made and the asker may want to refer to. The component names are the names in the API. */
public sealed interface Created {

    /** Nothing that has a name of its own. */
    record Nothing() implements Created {}

    /** A journey, and the person it was opened for. */
    record Referral(UUID journey, UUID person) implements Created {}

    /**
     * Whether every point of the checklist holds; and, beside it, whether the citizen is of the age the target group is meant for
     * by the policy of that version, which turns nobody away.
     */
    record Assessment(boolean qualified, boolean ageFitsTargetGroup, String policyVersion) implements Created {}

    /** Somebody of the household. */
    record HouseholdMember(UUID person) implements Created {}

    /** Somebody's entitlement to answer for another. */
    record Representation(UUID representation) implements Created {}

    /** Whether a person is trusted now; otherwise a member of another service has yet to confirm it. */
    record Trust(boolean confirmed) implements Created {}

    /** A version of the pilot agreement. */
    record PilotAgreement(int agreementVersion) implements Created {}

    /** A follow-up. */
    record FollowUp(UUID followUp) implements Created {}

    /** A plan that was gathered. */
    record Gathered(UUID gathered) implements Created {}

    /** Everybody who was enrolled. */
    record Enrolment(List<UUID> persons) implements Created {}

    /** A consent. */
    record Consent(UUID consent) implements Created {}

    /** What was opened under a statute, and until when. */
    record Opening(UUID opening, Instant until) implements Created {}

    /** A person who is erased. */
    record Erasure(UUID person) implements Created {}

    /** A legal hold on a person's data. */
    record LegalHold(UUID person, UUID hold) implements Created {}

    /** A mandate. */
    record Mandate(UUID mandate) implements Created {}

    /** A meeting. */
    record Meeting(UUID meeting) implements Created {}

    /** A version of the mapping sheet. */
    record Sheet(int sheetVersion) implements Created {}

    /** A version of the plan, with the ids of its goals and measures in the order they were given. */
    record Plan(int planVersion, List<UUID> goals, List<UUID> measures, String contentHash) implements Created {}

    /** A proposal: whom it concerns, the hash of its wording and its amount lines in the order given. */
    record Proposal(UUID decision, int revision, String wordingHash, List<UUID> concerned, List<AmountLine> lines)
            implements Created {}

    /** An answer, and how sure the ledger is of it: {@code SELF} or {@code RECORDED}. */
    record Answer(UUID answer, String assurance) implements Created {}

    /** A taken decision, with the mandates it was taken within. */
    record Taken(UUID decision, boolean taken, List<UUID> mandates) implements Created {}

    /** A self-report. */
    record SelfReport(UUID report) implements Created {}

    /** Whether the journey closed because nobody was left in it. */
    record Leaving(boolean journeyClosed) implements Created {}

    /** An emergency measure, which is also the reservation of what it may cost. */
    record EmergencyMeasure(UUID emergency) implements Created {}

    /** An appeal. */
    record Appeal(UUID appeal) implements Created {}

    /** Another authority's decision. */
    record ExternalDecision(UUID external) implements Created {}

    /** A fund. */
    record Fund(UUID fund) implements Created {}

    /** Money moved from one fund or year to another. */
    record Transfer(UUID transfer) implements Created {}

    /** Something that is no money was used, and what is left of it in øre. */
    record InKindUse(UUID use, long leftOre) implements Created {}

    /** A contribution. */
    record Contribution(UUID contribution) implements Created {}

    /** A spending, and what remains reserved after it in øre. */
    record Spending(UUID spending, long remainingOre) implements Created {}

    /** What was released, in øre. */
    record Release(long releasedOre) implements Created {}

    /** A benefit card. */
    record Benefit(UUID benefit) implements Created {}

    /** A valuation of a benefit: 1 for the first. */
    record Valuation(UUID benefit, int valuation) implements Created {}

    /** A version of the parameters. */
    record Parameters(String parameterVersion) implements Created {}
}
