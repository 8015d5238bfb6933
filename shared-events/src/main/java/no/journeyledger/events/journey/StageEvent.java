package no.journeyledger.events.journey;

import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** How the life situation is judged, area by area, and the stage moved by decisions. */
public sealed interface StageEvent extends JourneyEvent {

    /**
     * One life area of one person was rated. Ratings of the citizen and of the team stand side by side.
     *
     * @param person whose situation
     * @param area the life area
     * @param rating the stage this area is judged to be in
     * @param rater whose judgement it is
     * @param remark in words
     */
    @LogicalType("journey.life-area-rated")
    record LifeAreaRated(
            UUID person,
            LifeArea area,
            Stage rating,
            Rater rater,
            @Nullable Sealed remark) implements StageEvent {}

    /**
     * The journey moved to another stage by a decision.
     *
     * @param decision the STAGE_MOVE decision
     * @param from the stage before
     * @param to the stage now
     * @param reason why; always there when the move is back
     */
    @LogicalType("journey.stage-moved")
    record StageMoved(
            UUID decision, Stage from, Stage to, @Nullable Sealed reason) implements StageEvent {}

    /**
     * The household's degree of vulnerability was judged. It stands beside the stage and is never merged with it.
     *
     * @param degree the degree
     * @param rater whose judgement it is
     * @param remark in words
     */
    @LogicalType("journey.vulnerability-assessed")
    record VulnerabilityAssessed(
            Vulnerability degree, Rater rater, @Nullable Sealed remark) implements StageEvent {}

    /**
     * The journey was marked as needing an additional investment: more than was planned from the start.
     *
     * @param reason why
     */
    @LogicalType("journey.additional-investment-marked")
    record AdditionalInvestmentMarked(Sealed reason) implements StageEvent {}
}
