package no.journeyledger.command.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.AuthorityEvent.AppealLodged;
import no.journeyledger.events.journey.AuthorityEvent.AppealRuled;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.AuthorityEvent.ExternalDecisionRecorded;
import no.journeyledger.events.journey.AuthorityEvent.NoticeGiven;
import no.journeyledger.events.journey.Matter;

/**
 * The newest decisions that can be appealed against, and the appeals that wait for a ruling.
 *
 * @param decisions decisions about rights or duties, by id
 * @param appeals appeals nobody has ruled on, by id
 */
public record AuthorityState(Map<UUID, Appealable> decisions, Map<UUID, Appeal> appeals) {

    /** Before the first. */
    public static final AuthorityState EMPTY = new AuthorityState(Map.of(), Map.of());

    /** How many decisions are remembered; one that is older can be appealed against on paper. */
    static final int KEPT = 100;

    /** Nothing is left out in a state read back. */
    public AuthorityState {
        decisions = Kept.map(decisions);
        appeals = Kept.map(appeals);
    }

    /**
     * A decision about rights or duties.
     *
     * @param matter what was decided
     * @param appealUntil the last day to appeal, by party who was told
     * @param reversed whether it no longer holds
     */
    public record Appealable(Matter.OfIndividual matter, Map<UUID, LocalDate> appealUntil, boolean reversed) {

        /** Nothing is left out in a state read back. */
        public Appealable {
            appealUntil = Kept.map(appealUntil);
        }

        /** Whose rights or duties they are. */
        public List<UUID> parties() {
            return matter.parties();
        }
    }

    /** An appeal nobody has ruled on. */
    public record Appeal(UUID decision, UUID party) {}

    /** Whether this is a decision about rights or duties that still holds. */
    public boolean holds(UUID decision) {
        Appealable known = decisions.get(decision);
        return known != null && !known.reversed();
    }

    /** The state after a decision about rights or duties was taken. */
    public AuthorityState taken(UUID decision, Matter.OfIndividual matter) {
        return new AuthorityState(
                Kept.withNewest(decisions, decision, new Appealable(matter, Map.of(), false), KEPT), appeals);
    }

    /** The state after the event. */
    public AuthorityState evolve(AuthorityEvent event) {
        return switch (event) {
            case NoticeGiven notice -> {
                Appealable before = decisions.get(notice.decision());
                yield before == null
                        ? this
                        : with(
                                notice.decision(),
                                new Appealable(
                                        before.matter(),
                                        Kept.with(before.appealUntil(), notice.party(), notice.appealUntil()),
                                        before.reversed()));
            }
            case AppealLodged lodged ->
                new AuthorityState(
                        decisions, Kept.with(appeals, lodged.appeal(), new Appeal(lodged.decision(), lodged.party())));
            case AppealRuled ruled -> new AuthorityState(decisions, Kept.without(appeals, ruled.appeal()));
            case DecisionReversed reversed -> {
                Appealable before = decisions.get(reversed.decision());
                yield before == null
                        ? this
                        : with(reversed.decision(), new Appealable(before.matter(), before.appealUntil(), true));
            }
            case ExternalDecisionRecorded ignored -> this;
        };
    }

    private AuthorityState with(UUID decision, Appealable now) {
        return new AuthorityState(Kept.with(decisions, decision, now), appeals);
    }
}
