package no.journeyledger.command.emergency;

import java.util.Optional;
import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.fund.Fund;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** An emergency measure and what it may cost are one append: the journey is loaded first, then the fund. */
public class EmergencyDesk {

    private final Repository<Journey> journeys;
    private final Repository<Fund> funds;

    /** Works on these aggregates. */
    public EmergencyDesk(Repository<Journey> journeys, Repository<Fund> funds) {
        this.journeys = journeys;
        this.funds = funds;
    }

    /** Records that a service acted, and reserves the ceiling. */
    @CommandHandler
    Outcome<EmergencyRejection> handle(RecordEmergencyMeasure command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        Optional<Aggregate<Fund>> fund = Aggregates.find(funds, command.fund());
        Ruling<EmergencyRejection> ruling = EmergencyPolicy.record(
                journey.invoke(Journey::state), command, circumstances, fund.map(found -> found.invoke(Fund::state)));
        if (ruling instanceof Ruling.Refused) {
            return ruling.outcome();
        }
        Outcome<EmergencyRejection> outcome = journey.invoke(root -> root.enact(ruling));
        fund.orElseThrow()
                .execute(root -> root.post(new AmountReserved(
                        command.emergency(),
                        command.journey(),
                        command.emergency(),
                        command.emergency(),
                        command.emergency(),
                        command.payingService(),
                        command.year(),
                        command.ceilingOre())));
        return outcome;
    }

    @CommandHandler
    Outcome<EmergencyRejection> handle(RecordEmergencyHearing command, Circumstances circumstances) {
        return journeys.load(command.journey().toString())
                .invoke(root -> root.enact(EmergencyPolicy.hear(root.state(), command, circumstances)));
    }

    @CommandHandler
    Outcome<EmergencyRejection> handle(MarkHearingOverdue command, Circumstances circumstances) {
        return journeys.load(command.journey().toString())
                .invoke(root -> root.enact(EmergencyPolicy.overdue(root.state(), command, circumstances)));
    }

    @CommandHandler
    Outcome<EmergencyRejection> handle(EndEmergencyMeasure command, Circumstances circumstances) {
        return journeys.load(command.journey().toString())
                .invoke(root -> root.enact(EmergencyPolicy.end(root.state(), command, circumstances)));
    }
}
