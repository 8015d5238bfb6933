package no.journeyledger.economics.selfreport;

import java.util.OptionalInt;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.RatingScale;

/** How the person was met by the services, 0-10. The own words that go with it are not a number and stay with the report. */
public sealed interface MetByServices {

    /**
     * It was answered.
     *
     * @param rating 0 (very badly) to 10 (very well)
     */
    record Rated(int rating) implements MetByServices {}

    /** It was left open. */
    record NotRated() implements MetByServices {}

    /** The person declined to answer. */
    record Declined() implements MetByServices {}

    /**
     * Reads a form of one item.
     *
     * @throws CannotBeCalculated when it has another number of items, or an answer outside of the scale
     */
    static MetByServices of(Answers answers, RatingScale scale) {
        return switch (answers) {
            case Answers.Declined ignored -> new Declined();
            case Answers.Given given -> {
                Forms.requireFits(given, 1, scale.lowest(), scale.highest(), "How the person was met");
                OptionalInt item = given.items().getFirst();
                yield item.isPresent() ? new Rated(item.getAsInt()) : new NotRated();
            }
        };
    }
}
