package no.journeyledger.command;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import no.journeyledger.events.journey.WordingHash;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Loading several aggregates in one unit of work, always in the same order. */
public final class Aggregates {

    private Aggregates() {}

    /** The aggregate, if anything was ever recorded on it. */
    public static <T> Optional<Aggregate<T>> find(Repository<T> repository, UUID id) {
        try {
            return Optional.of(repository.load(id.toString()));
        } catch (AggregateNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A new aggregate. That another may have made it meanwhile shows in the append. */
    public static <T> Aggregate<T> create(Repository<T> repository, Callable<T> first) {
        try {
            return repository.newInstance(first);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one order in which aggregates of a kind are loaded: by the text of their id. */
    public static <T> Comparator<T> inOrder(Function<T, UUID> id) {
        return Comparator.comparing(id, WordingHash.BY_TEXT);
    }
}
