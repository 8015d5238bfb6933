package no.journeyledger.command.parameter;

import java.util.Optional;
import java.util.function.Function;
import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Where the book of parameters is written: opened by whoever writes in it first. */
public class ParameterDesk {

    private final Repository<ParameterBook> books;

    /** Works on the book. */
    public ParameterDesk(Repository<ParameterBook> books) {
        this.books = books;
    }

    /** Adopts a version. */
    @CommandHandler
    Outcome<ParameterRejection> handle(AdoptParameters command, Circumstances circumstances) {
        return write(state -> ParameterPolicy.adopt(state, command, circumstances));
    }

    /** Says whose purse a paying service draws on. */
    @CommandHandler
    Outcome<ParameterRejection> handle(AssignPayer command) {
        return write(state -> ParameterPolicy.assign(state, command));
    }

    private Outcome<ParameterRejection> write(Function<ParameterState, Ruling<ParameterRejection>> policy) {
        Optional<Aggregate<ParameterBook>> book = Aggregates.find(books, ParameterBook.ID);
        if (book.isPresent()) {
            return book.get().invoke(root -> root.enact(policy.apply(root.state())));
        }
        Ruling<ParameterRejection> ruling = policy.apply(ParameterState.SEEDED);
        if (ruling instanceof Ruling.Accepted) {
            Aggregates.create(books, () -> new ParameterBook(ruling.events()));
        }
        return ruling.outcome();
    }
}
