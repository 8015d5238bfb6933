package no.journeyledger.economics.selfreport;

import java.util.List;
import java.util.OptionalInt;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.Who5Scale;

/** The result of one WHO-5 form. Source: WHO-5 Well-Being Index (1998), scored as Topp et al. 2015 describe. */
public sealed interface Who5Score {

    /**
     * All items were answered.
     *
     * @param raw the sum of the items, 0 to 25
     * @param score {@code raw x 4}, 0 (worst imaginable well-being) to 100 (best)
     * @param low whether the raw sum is below 13, a reason to look closer
     */
    record Scored(int raw, int score, boolean low) implements Who5Score {}

    /**
     * An item was left open. It is not guessed: there is no score.
     *
     * @param openItems their numbers, the first item being 1
     */
    record NotScored(List<Integer> openItems) implements Who5Score {
        /** Copies the list. */
        public NotScored {
            openItems = List.copyOf(openItems);
        }
    }

    /** The person declined to answer. */
    record Declined() implements Who5Score {}

    /**
     * Scores a form.
     *
     * @throws CannotBeCalculated when it has not as many items as the scale, or an answer outside of it
     */
    static Who5Score of(Answers answers, Who5Scale scale) {
        return switch (answers) {
            case Answers.Declined ignored -> new Declined();
            case Answers.Given given -> {
                Forms.requireFits(given, scale.items(), scale.lowest(), scale.highest(), "WHO-5");
                List<Integer> open = Forms.open(given);
                if (!open.isEmpty()) {
                    yield new NotScored(open);
                }
                int raw = given.items().stream().mapToInt(OptionalInt::getAsInt).sum();
                yield new Scored(raw, raw * scale.multiplier(), raw < scale.lowBelowRaw());
            }
        };
    }
}
