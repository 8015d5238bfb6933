package no.journeyledger.command.stage;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.stage.StageRejection.NotYoursToRate;
import no.journeyledger.command.stage.StageRejection.RatedPersonUnknown;
import no.journeyledger.command.stage.StageRejection.RaterNotOnTeam;
import no.journeyledger.command.stage.StageRejection.RatingAfterClosing;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;

/** Whose judgement stands beside whose. */
public final class StagePolicy {

    private StagePolicy() {}

    /** The citizen rates as the citizen; a worker of the team rates for the team, or writes down what the citizen said. */
    public static Ruling<StageRejection> rate(JourneyState state, RateLifeArea command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new RatingAfterClosing(command.journey()));
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new RatedPersonUnknown(command.person()));
        }
        UUID actor = circumstances.actor().id();
        if (circumstances.byPerson()) {
            if (command.rater() != Rater.CITIZEN || !state.capture().mayActFor(actor, command.person())) {
                return rejected(new NotYoursToRate(command.person()));
            }
        } else if (!state.team().includes(actor)) {
            return rejected(new RaterNotOnTeam(actor));
        }
        return accepted(new LifeAreaRated(
                command.person(), command.area(), command.rating(), command.rater(), command.remark()));
    }
}
