package no.journeyledger.command.fund;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.WordingHash;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Opening a fund, moving money between funds, and what has to do with a journey: the journey is looked at first, then the fund. */
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

    /** Moves money between funds, loaded in the one order, or between years of one. */
    @CommandHandler
    Outcome<FundRejection> handle(MoveMoney command) {
        var loaded = new HashMap<UUID, Aggregate<Fund>>();
        Stream.of(command.fund(), command.toFund())
                .distinct()
                .sorted(WordingHash.BY_TEXT)
                .forEach(id -> Aggregates.find(funds, id).ifPresent(found -> loaded.put(id, found)));
        Aggregate<Fund> from = loaded.get(command.fund());
        if (from == null) {
            from = funds.load(command.fund().toString());
        }
        Optional<Aggregate<Fund>> to = Optional.ofNullable(loaded.get(command.toFund()));
        Optional<FundState> there = to.map(fund -> fund.invoke(Fund::state));
        Outcome<FundRejection> outcome = from.invoke(root -> root.enact(FundPolicy.send(root.state(), there, command)));
        if (outcome instanceof Outcome.Done) {
            to.orElseThrow().execute(root -> root.post(FundPolicy.receiving(command)));
        }
        return outcome;
    }

    /** Uses something that is no money for a measure. */
    @CommandHandler
    Outcome<FundRejection> handle(UseInKind command) {
        JourneyState journey = journeys.load(command.journey().toString()).invoke(Journey::state);
        return funds.load(command.fund().toString())
                .invoke(root -> root.enact(FundPolicy.use(root.state(), journey, command)));
    }

    /** Releases the rest of a reservation. */
    @CommandHandler
    Outcome<FundRejection> handle(ReleaseReservation command, Circumstances circumstances) {
        JourneyState journey = journeys.load(command.journey().toString()).invoke(Journey::state);
        Aggregate<Fund> fund = funds.load(command.fund().toString());
        return fund.invoke(root -> root.enact(FundPolicy.release(root.state(), journey, command, circumstances)));
    }
}
