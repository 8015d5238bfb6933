package no.journeyledger.query.door;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.Matter;
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
 * @param affairs the affairs it is open in: all of them, but to somebody who represents a person in some
 */
public record Opening(
        UUID journey,
        Basis basis,
        @Nullable UUID statutory,
        Set<UUID> household,
        Set<UUID> words,
        Set<Affairs> affairs) {

    /** Open in all affairs. */
    public Opening(UUID journey, Basis basis, @Nullable UUID statutory, Set<UUID> household, Set<UUID> words) {
        this(journey, basis, statutory, household, words, Set.of(Affairs.values()));
    }

    /**
     * Whether a decision is open: to whoever represents somebody those that concern the represented, in the affairs they are
     * represented in; to everybody else all of them.
     */
    public boolean opens(Matter matter, Collection<UUID> concerned) {
        return basis != Basis.REPRESENTED
                || (affairs.contains(matter.affairs()) && concerned.stream().anyMatch(words::contains));
    }

    /** Whether the plan is open, which is about how one lives. */
    public boolean opensPlan() {
        return affairs.contains(Affairs.PERSONAL);
    }

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
