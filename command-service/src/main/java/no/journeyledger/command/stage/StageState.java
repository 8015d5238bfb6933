package no.journeyledger.command.stage;

import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import org.jspecify.annotations.Nullable;

/**
 * The three circles, and whether there are ratings behind the next move.
 *
 * @param starting where the journey started, {@code null} before enrolment
 * @param current where it is
 * @param goal where it wants to be
 * @param ratedByTeam whether the team rated since the last move
 * @param ratedByCitizen whether a citizen rated, or declined to, since the last move
 */
public record StageState(
        @Nullable Stage starting,
        @Nullable Stage current,
        @Nullable Stage goal,
        boolean ratedByTeam,
        boolean ratedByCitizen) {

    /** Before enrolment. */
    public static final StageState EMPTY = new StageState(null, null, null, false, false);

    /** The state after the first of the household were enrolled. */
    public StageState enrolled(Stage startingStage, Stage goalStage) {
        return current == null
                ? new StageState(startingStage, startingStage, goalStage, ratedByTeam, ratedByCitizen)
                : this;
    }

    /** The state after a citizen declined to report, which is an answer. */
    public StageState declined() {
        return new StageState(starting, current, goal, ratedByTeam, true);
    }

    /** The state after the event. */
    public StageState evolve(StageEvent event) {
        return switch (event) {
            case LifeAreaRated rated ->
                new StageState(
                        starting,
                        current,
                        goal,
                        ratedByTeam || rated.rater() == Rater.TEAM,
                        ratedByCitizen || rated.rater() == Rater.CITIZEN);
            case VulnerabilityAssessed ignored -> this;
            case AdditionalInvestmentMarked ignored -> this;
            case StageMoved moved -> new StageState(starting, moved.to(), goal, false, false);
        };
    }
}
