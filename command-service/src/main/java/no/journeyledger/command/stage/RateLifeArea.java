package no.journeyledger.command.stage;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Rates one life area of one person.
 *
 * @param journey the journey
 * @param person whose situation
 * @param area the life area
 * @param rating the stage this area is judged to be in
 * @param rater whose judgement it is
 * @param remark in words
 */
public record RateLifeArea(
        UUID journey,
        UUID person,
        LifeArea area,
        Stage rating,
        Rater rater,
        @Nullable Sealed remark) implements StageCommand {

    @Override
    public Ruling<StageRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return StagePolicy.rate(state, this, circumstances, birthDates);
    }
}
