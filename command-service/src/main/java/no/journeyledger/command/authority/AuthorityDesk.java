package no.journeyledger.command.authority;

import java.util.UUID;
import java.util.function.Function;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Leads notices, appeals and other authorities' decisions to the journey they are about. */
public class AuthorityDesk {

    private final Repository<Journey> journeys;
    private final BirthDates birthDates;

    /** Works on these journeys; ages come from the birth dates it is given to open. */
    public AuthorityDesk(Repository<Journey> journeys, BirthDates birthDates) {
        this.journeys = journeys;
        this.birthDates = birthDates;
    }

    @CommandHandler
    Outcome<AuthorityRejection> handle(GiveNotice command, Circumstances circumstances) {
        return enact(command.journey(), state -> AuthorityPolicy.notify(state, command, circumstances));
    }

    @CommandHandler
    Outcome<AuthorityRejection> handle(LodgeAppeal command, Circumstances circumstances) {
        return enact(command.journey(), state -> AuthorityPolicy.lodge(state, command, circumstances, birthDates));
    }

    @CommandHandler
    Outcome<AuthorityRejection> handle(RuleOnAppeal command, Circumstances circumstances) {
        return enact(command.journey(), state -> AuthorityPolicy.rule(state, command, circumstances));
    }

    @CommandHandler
    Outcome<AuthorityRejection> handle(RecordExternalDecision command, Circumstances circumstances) {
        return enact(command.journey(), state -> AuthorityPolicy.record(state, command, circumstances));
    }

    private Outcome<AuthorityRejection> enact(UUID journey, Function<JourneyState, Ruling<AuthorityRejection>> policy) {
        return journeys.load(journey.toString()).invoke(root -> root.enact(policy.apply(root.state())));
    }
}
