package no.journeyledger.command.benefit;

import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.parameter.ParameterBook;
import no.journeyledger.command.parameter.ParameterState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Valuing a benefit: the journey is looked at first, then the book of parameters, which is not changed by it. */
public class Valuing {

    private final Repository<Journey> journeys;
    private final Repository<ParameterBook> books;

    /** Works on these aggregates. */
    public Valuing(Repository<Journey> journeys, Repository<ParameterBook> books) {
        this.journeys = journeys;
        this.books = books;
    }

    /** Values a card. */
    @CommandHandler
    Outcome<BenefitRejection> handle(ValueBenefit command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        ParameterState parameters = Aggregates.find(books, ParameterBook.ID)
                .map(book -> book.invoke(ParameterBook::state))
                .orElse(ParameterState.SEEDED);
        return journey.invoke(
                root -> root.enact(ValuationPolicy.value(root.state(), parameters, command, circumstances)));
    }
}
