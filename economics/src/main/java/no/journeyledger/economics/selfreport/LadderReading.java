package no.journeyledger.economics.selfreport;

import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.LadderScale;

/** The result of the ladder of life: two items, where one stands now and where one expects to stand in five years. */
public sealed interface LadderReading {

    /** What the two steps say together. */
    enum Outlook {
        /** 7 or more now and 8 or more in five years. */
        THRIVING,
        /** Neither. */
        STRUGGLING,
        /** 4 or less at both. */
        SUFFERING
    }

    /**
     * Both items were answered.
     *
     * @param now the step now
     * @param inFiveYears the step expected in five years
     * @param outlook what they say together
     */
    record Read(int now, int inFiveYears, Outlook outlook) implements LadderReading {}

    /** An item was left open: there is no reading. */
    record NotRead() implements LadderReading {}

    /** The person declined to answer. */
    record Declined() implements LadderReading {}

    /**
     * Reads a form.
     *
     * @throws CannotBeCalculated when it has not two items, or an answer outside of the scale
     */
    static LadderReading of(Answers answers, LadderScale scale) {
        return switch (answers) {
            case Answers.Declined ignored -> new Declined();
            case Answers.Given given -> {
                Forms.requireFits(given, 2, scale.lowest(), scale.highest(), "The ladder");
                if (!Forms.open(given).isEmpty()) {
                    yield new NotRead();
                }
                int now = given.items().getFirst().getAsInt();
                int later = given.items().getLast().getAsInt();
                yield new Read(now, later, outlook(now, later, scale));
            }
        };
    }

    private static Outlook outlook(int now, int later, LadderScale scale) {
        if (now >= scale.thrivingNow() && later >= scale.thrivingInFiveYears()) {
            return Outlook.THRIVING;
        }
        return now <= scale.sufferingAtMost() && later <= scale.sufferingAtMost()
                ? Outlook.SUFFERING
                : Outlook.STRUGGLING;
    }
}
