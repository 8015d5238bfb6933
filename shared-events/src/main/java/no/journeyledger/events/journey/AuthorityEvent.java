package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What statute adds to a decision about rights or duties: notice of it, appeal against it, its reversal; and what other
 * authorities decided. All of it may still happen after the journey has closed.
 */
public sealed interface AuthorityEvent extends JourneyEvent {

    /**
     * A party was told of a decision, of the right to appeal and of the time for it.
     *
     * @param decision the INDIVIDUAL_DECISION
     * @param party who was told
     * @param on the day it reached them
     * @param appealUntil the last day to appeal, from that day and the statute's term
     * @param policyVersion the version of the policy table that says how many weeks the term has
     */
    @LogicalType("journey.notice-given")
    record NoticeGiven(UUID decision, UUID party, LocalDate on, LocalDate appealUntil, String policyVersion)
            implements AuthorityEvent {}

    /**
     * A party appealed.
     *
     * @param appeal its id
     * @param decision the decision appealed against
     * @param party who appeals
     * @param on the day they did
     * @param late whether the time to appeal had run out; whether it is heard all the same is ruled with it
     * @param ownWords what they say, in their own words
     */
    @LogicalType("journey.appeal-lodged")
    record AppealLodged(
            UUID appeal,
            UUID decision,
            UUID party,
            LocalDate on,
            boolean late,
            @Nullable Sealed ownWords) implements AuthorityEvent {}

    /**
     * An appeal was ruled on.
     *
     * @param appeal the appeal
     * @param decision the decision appealed against
     * @param party who appealed
     * @param outcome what came of it
     * @param body who ruled, e.g. the appeals board; not personal
     * @param on the day of the ruling
     * @param grounds why
     */
    @LogicalType("journey.appeal-ruled")
    record AppealRuled(
            UUID appeal,
            UUID decision,
            UUID party,
            AppealOutcome outcome,
            @NotPersonal("an authority") String body,
            LocalDate on,
            Sealed grounds)
            implements AuthorityEvent {}

    /**
     * A decision no longer holds. The entry of the decision itself stays as it is.
     *
     * @param decision the decision that no longer holds
     * @param appeal the appeal that reversed it, {@code null} when a later decision did
     * @param by the decision that reversed it, {@code null} when an appeal did
     */
    @LogicalType("journey.decision-reversed")
    record DecisionReversed(
            UUID decision, @Nullable UUID appeal, @Nullable UUID by) implements AuthorityEvent {}

    /**
     * Another authority decided something about people of the household. It is recorded, not taken here, and allocates nothing.
     *
     * @param external its id
     * @param authority who decided; not personal
     * @param persons whom it is about
     * @param on the day it was decided
     * @param legalBasis the statute it rests on; not personal
     * @param what what was decided
     */
    @LogicalType("journey.external-decision-recorded")
    record ExternalDecisionRecorded(
            UUID external,
            @NotPersonal("an authority") String authority,
            List<UUID> persons,
            LocalDate on,
            @NotPersonal("a statute") @Nullable String legalBasis,
            Sealed what)
            implements AuthorityEvent {}
}
