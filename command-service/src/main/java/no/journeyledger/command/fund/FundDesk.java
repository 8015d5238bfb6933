package no.journeyledger.command.fund;

import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Opening a fund, and releasing what a journey no longer needs: the journey is looked at first, then the fund. */
public class FundDesk {

    private final Repository<Journey> journeys;
    private final Repository<Fund> funds;

    /** Works on these aggregates. */
    public FundDesk(Repository<Journey> journeys, Repository<Fund> funds) {
        this.journeys = journeys;
        this.funds = funds;
    }

    /** Opens a fund. */
    @CommandHandler
    Outcome<FundRejection> handle(OpenFund command) {
        FundState before = Aggregates.find(funds, command.fund())
                .map(fund -> fund.invoke(Fund::state))
                .orElse(FundState.UNOPENED);
        Ruling<FundRejection> ruling = FundPolicy.open(before, command);
        if (ruling instanceof Ruling.Accepted) {
            Aggregates.create(funds, () -> new Fund(ruling.events()));
        }
        return ruling.outcome();
    }

    /** Releases the rest of a reservation. */
    @CommandHandler
    Outcome<FundRejection> handle(ReleaseReservation command) {
        JourneyState journey = journeys.load(command.journey().toString()).invoke(Journey::state);
        Aggregate<Fund> fund = funds.load(command.fund().toString());
        return fund.invoke(root -> root.enact(FundPolicy.release(root.state(), journey, command)));
    }
}
