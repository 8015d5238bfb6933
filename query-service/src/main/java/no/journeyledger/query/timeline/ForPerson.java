package no.journeyledger.query.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.benefit.BenefitEvent.BenefitAnchored;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitEvaluated;
import no.journeyledger.events.benefit.BenefitEvent.BenefitIdentified;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.BenefitEvent.BenefitValued;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AccessEvent.ForgedParticipationRefused;
import no.journeyledger.events.journey.AccessEvent.OpenedUnderStatute;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.AuthorityEvent.AppealLodged;
import no.journeyledger.events.journey.AuthorityEvent.AppealRuled;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.AuthorityEvent.ExternalDecisionRecorded;
import no.journeyledger.events.journey.AuthorityEvent.NoticeGiven;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.JourneyReopened;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.CorrectionEvent.EntryCorrected;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingRecorded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureEnded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.FollowUpEvent.ExperienceReported;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpHeld;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.journey.TeamEvent.ContactPreferred;
import no.journeyledger.events.journey.TeamEvent.LeadershipHandedOver;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.MandateRevoked;
import no.journeyledger.events.journey.TeamEvent.RelationRegistered;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonProposed;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.query.door.Opening;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody sees of an entry to whom not everything is open. The record of a household is its members', but a member's
 * answers, words and reports are closed to the others, guardians included: in a violent home, who disagreed is itself
 * dangerous to know. To a service they are closed when the member has not opened them to it.
 */
final class ForPerson {

    /** What is left of an entry; the fields named are not told. */
    record Seen(LedgerEvent event, Set<String> untold) {
        Seen(LedgerEvent event) {
            this(event, Set.of());
        }
    }

    /** Benefit cards are told by the timeline itself: what they depend on is said once, when they are opened. */
    private static final String OPEN_BENEFITS = """
            SELECT (e.payload ->> 'benefit')::uuid FROM views.timeline_entry e
            WHERE e.journey = ? AND e.type = 'journey.benefit-identified' AND EXISTS (
                SELECT 1 FROM views.measure m WHERE m.journey = e.journey AND m.persons && ?
                AND m.measure::text IN (SELECT json_array_elements_text(e.payload -> 'measures')))
            """;

    private final Opening opening;
    private final Set<UUID> consents;
    private final Set<UUID> benefits;

    /**
     * For one reader.
     *
     * @param opening how the journey is open to them
     * @param consents the ids of the consents of those whose words are open
     * @param benefits the ids of the benefit cards whose measures name somebody whose words are open
     */
    ForPerson(Opening opening, Set<UUID> consents, Set<UUID> benefits) {
        this.opening = opening;
        this.consents = consents;
        this.benefits = benefits;
    }

    /** For one reader, with what the views know of whose consents and benefit cards are whose. */
    static ForPerson of(JdbcClient views, Opening opening) {
        UUID[] words = opening.words().toArray(UUID[]::new);
        return new ForPerson(
                opening,
                ids(views, "SELECT consent FROM views.consent WHERE journey = ? AND person = ANY (?)", opening, words),
                ids(views, OPEN_BENEFITS, opening, words));
    }

    private static Set<UUID> ids(JdbcClient views, String sql, Opening opening, UUID[] words) {
        return Set.copyOf(views.sql(sql)
                .params(opening.journey(), words)
                .query(UUID.class)
                .list());
    }

    /** What they see of it, empty when it is closed to them. */
    Optional<Seen> see(LedgerEvent event) {
        return switch (event) {
            case CaptureEvent e ->
                switch (e) {
                    case ReferenceRegistered ignored -> Optional.empty();
                    case PersonReferred referred -> all(referred);
                    case ChecklistAssessed assessed -> all(assessed);
                    case ServiceDegreeChanged changed -> all(changed);
                    case HouseholdMemberRegistered registered -> all(registered);
                    case HouseholdEnrolled enrolled -> all(enrolled);
                    case PilotAgreementOffered offered -> all(offered);
                    case PilotAgreementAccepted accepted -> all(accepted);
                };
            case PeopleEvent e ->
                switch (e) {
                    case RepresentativeAppointed appointed -> own(appointed.person(), appointed);
                    case RepresentationEnded ended -> own(ended.person(), ended);
                    case ParentalResponsibilityChanged changed -> own(changed.child(), changed);
                    case MovedOut out -> all(out);
                    case DeathRecorded died -> all(died);
                    case InterpreterNeedRecorded need -> own(need.person(), need);
                    case PersonDetailsCorrected corrected -> own(corrected.person(), corrected);
                };
            case ConsentEvent e ->
                switch (e) {
                    case ConsentGiven given -> own(given.person(), given);
                    case ConsentWithdrawn withdrawn ->
                        consents.contains(withdrawn.consent()) ? all(e) : Optional.empty();
                };
            case TeamEvent e ->
                switch (e) {
                    case TrustedPersonNamed named -> own(named.person(), named);
                    case TrustedPersonProposed proposed -> own(proposed.person(), proposed);
                    case RelationRegistered relation -> own(relation.person(), relation);
                    case ContactPreferred preferred -> own(preferred.person(), preferred);
                    case LeadershipHandedOver handed -> all(handed);
                    case TeamMemberJoined joined -> all(joined);
                    case TeamMemberLeft left -> all(left);
                    case MandateDelegated delegated -> all(delegated);
                    case MandateRevoked revoked -> all(revoked);
                };
            case MeetingEvent e ->
                switch (e) {
                    case MeetingHeld held -> all(held);
                    case MappingSheetRecorded sheet -> Optional.of(sheet(sheet));
                    case AnswersConfirmed confirmed -> Optional.of(new Seen(confirmed, Set.of("answers", "wordings")));
                };
            case PlanEvent e ->
                switch (e) {
                    case IndividualPlanGathered gathered -> own(gathered.person(), gathered);
                    case PlanDrafted drafted -> all(drafted);
                    case PlanAgreed agreed -> all(agreed);
                    case MeasureStarted started -> all(started);
                    case MeasureFinished finished -> all(finished);
                    case MeasureDropped dropped -> all(dropped);
                };
            case DecisionEvent e ->
                switch (e) {
                    case DecisionProposed proposed -> all(proposed);
                    case AnswerRecorded answer -> own(answer.person(), answer);
                    case ChildHearingRecorded hearing -> own(hearing.child(), hearing);
                    case DecisionTaken taken -> Optional.of(taken(taken));
                    case DecisionRefused refused -> Optional.of(refused(refused));
                    case ProposalWithdrawn withdrawn -> all(withdrawn);
                };
            case AuthorityEvent e ->
                switch (e) {
                    case NoticeGiven notice -> own(notice.party(), notice);
                    case AppealLodged lodged -> own(lodged.party(), lodged);
                    case AppealRuled ruled -> own(ruled.party(), ruled);
                    case DecisionReversed reversed -> all(reversed);
                    case ExternalDecisionRecorded external -> among(external.persons(), external);
                };
            case EmergencyEvent e ->
                switch (e) {
                    case EmergencyMeasureRecorded recorded -> among(recorded.persons(), recorded);
                    case EmergencyHearingRecorded hearing -> own(hearing.person(), hearing);
                    case EmergencyHearingOverdue overdue -> {
                        List<UUID> unheard = overdue.unheard().stream()
                                .filter(opening::opens)
                                .toList();
                        yield unheard.isEmpty()
                                ? Optional.empty()
                                : all(new EmergencyHearingOverdue(overdue.emergency(), unheard));
                    }
                    case EmergencyMeasureEnded ended -> among(ended.persons(), ended);
                };
            case StageEvent e ->
                switch (e) {
                    case LifeAreaRated rated -> own(rated.person(), rated);
                    case VulnerabilityAssessed judged ->
                        opening.opensEverything()
                                ? all(judged)
                                : Optional.of(
                                        new Seen(new VulnerabilityAssessed(judged.degree(), judged.rater(), null)));
                    case AdditionalInvestmentMarked marked -> all(marked);
                    case StageMoved moved -> all(moved);
                };
            case FollowUpEvent e ->
                switch (e) {
                    case ExperienceReported said ->
                        said.person() != null
                                ? own(said.person(), said)
                                : opening.opensEverything()
                                        ? all(said)
                                        : Optional.of(new Seen(new ExperienceReported(
                                                said.followUp(), null, said.experience(), null)));
                    case FollowUpAgreed agreed -> all(agreed);
                    case FollowUpMoved moved -> all(moved);
                    case FollowUpHeld held -> all(held);
                    case FollowUpFellDue due -> all(due);
                    case FollowUpBecameOverdue overdue -> all(overdue);
                };
            case CorrectionEvent e ->
                switch (e) {
                    case EntryCorrected corrected -> own(corrected.about(), corrected);
                };
            case SelfReportEvent e ->
                switch (e) {
                    case SelfReportEvent.SelfReportRecorded report -> own(report.person(), report);
                };
            case ClosingEvent e ->
                switch (e) {
                    case PersonLeft left ->
                        opening.opens(left.person())
                                ? all(left)
                                : Optional.of(new Seen(new PersonLeft(left.person(), null)));
                    case JourneyClosed closed -> all(closed);
                    case JourneyReopened reopened -> all(reopened);
                };
            case AccessEvent e ->
                switch (e) {
                    case OpenedUnderStatute opened -> all(opened);
                    case ForgedParticipationRefused forged ->
                        forged.about() == null || opening.opens(forged.about()) ? all(forged) : Optional.empty();
                };
            case FundEvent e -> all(e);
            case PersonEvent e -> all(e);
            case BenefitEvent e ->
                switch (e) {
                    case BenefitIdentified identified -> ofCard(identified.benefit(), identified);
                    case BenefitValued valued -> ofCard(valued.benefit(), valued);
                    case BenefitAnchored anchored -> ofCard(anchored.benefit(), anchored);
                    case BenefitMeasured measured -> ofCard(measured.benefit(), measured);
                    case BenefitEvaluated evaluated -> ofCard(evaluated.benefit(), evaluated);
                    case BenefitDropped dropped -> ofCard(dropped.benefit(), dropped);
                };
            case ParameterEvent e -> all(e);
            // Not sealed across packages; closed until somebody has thought about it.
            case LedgerEvent e -> Optional.empty();
        };
    }

    private static Optional<Seen> all(LedgerEvent event) {
        return Optional.of(new Seen(event));
    }

    private Optional<Seen> own(UUID about, LedgerEvent event) {
        return opening.opens(about) ? all(event) : Optional.empty();
    }

    /** A card is theirs whom its measures name. */
    private Optional<Seen> ofCard(UUID benefit, LedgerEvent event) {
        return benefits.contains(benefit) ? all(event) : Optional.empty();
    }

    private Optional<Seen> among(List<UUID> persons, LedgerEvent event) {
        return persons.stream().anyMatch(opening::opens) ? all(event) : Optional.empty();
    }

    /** A sheet is its owner's; another sees that it was written, and what they wrote on it themselves. */
    private Seen sheet(MappingSheetRecorded sheet) {
        if (opening.opens(sheet.owner())) {
            return new Seen(sheet);
        }
        return new Seen(new MappingSheetRecorded(
                sheet.meeting(),
                sheet.version(),
                sheet.owner(),
                sheet.entries().stream()
                        .filter(entry -> opening.opens(entry.author()))
                        .toList(),
                null));
    }

    private Seen taken(DecisionTaken taken) {
        List<Participation> own = taken.participation().stream()
                .filter(part -> opening.opens(part.person()))
                .toList();
        boolean anotherDisagreed = taken.participation().stream()
                .anyMatch(part -> part.answer() == Answer.DISAGREES && !opening.opens(part.person()));
        return new Seen(new DecisionTaken(
                taken.decision(),
                taken.matter(),
                taken.wordingHash(),
                own,
                taken.taker(),
                taken.mandates(),
                // The weighing answers disagreement, and would tell of it.
                anotherDisagreed ? null : taken.weighing(),
                taken.policyVersion()));
    }

    private Seen refused(DecisionRefused refused) {
        return new Seen(
                new DecisionRefused(
                        refused.decision(),
                        refused.kind(),
                        refused.reason(),
                        refused.missing().stream()
                                .filter(missing -> missing.person() == null || opening.opens(missing.person()))
                                .toList(),
                        refused.wordingHash(),
                        refused.attemptedBy(),
                        refused.policyVersion()),
                // The reason alone can tell what somebody else answered.
                Set.of("reason"));
    }
}
