package no.journeyledger.query.door;

import java.util.Set;
import java.util.UUID;
import no.journeyledger.store.reads.Basis;
import org.jspecify.annotations.Nullable;

/**
 * How a journey is open to one reader, at the moment they asked.
 *
 * @param journey the journey
 * @param basis on what ground
 * @param statutory the statutory opening it rests on, {@code null} when another ground
 * @param household everybody of its household
 * @param words those of the household whose answers, words, names and findings are open to the reader
 */
public record Opening(UUID journey, Basis basis, @Nullable UUID statutory, Set<UUID> household, Set<UUID> words) {

    /** Whether what this person said, wrote or was found is open; somebody outside the household hides nothing here. */
    public boolean opens(UUID person) {
        return words.contains(person) || (basis != Basis.OWN && !household.contains(person));
    }

    /** Whether this person may be called by name: a household knows its members' names. */
    public boolean names(UUID person) {
        return basis == Basis.OWN || opens(person);
    }

    /** Whether the whole household's words are open. */
    public boolean opensEverything() {
        return words.containsAll(household);
    }
}
