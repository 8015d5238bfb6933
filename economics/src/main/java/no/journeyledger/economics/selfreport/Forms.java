package no.journeyledger.economics.selfreport;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import no.journeyledger.economics.CannotBeCalculated;

/** What every form has in common: how many items, which answers, which ones are left open. */
final class Forms {

    private Forms() {}

    static void requireFits(Answers.Given answers, int items, int lowest, int highest, String instrument) {
        if (answers.items().size() != items) {
            throw new CannotBeCalculated(instrument + " has " + items + " items, not "
                    + answers.items().size() + "; give an item left open as empty.");
        }
        for (OptionalInt item : answers.items()) {
            if (item.isPresent() && (item.getAsInt() < lowest || item.getAsInt() > highest)) {
                throw new CannotBeCalculated(instrument + " is answered from " + lowest + " to " + highest + ", not "
                        + item.getAsInt() + ".");
            }
        }
    }

    /** The numbers of the items left open, the first being 1. */
    static List<Integer> open(Answers.Given answers) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < answers.items().size(); i++) {
            if (answers.items().get(i).isEmpty()) {
                open.add(i + 1);
            }
        }
        return open;
    }
}
