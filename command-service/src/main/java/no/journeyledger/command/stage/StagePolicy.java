package no.journeyledger.command.stage;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.WhoHasASay;
import no.journeyledger.command.stage.StageRejection.NotYoursToRate;
import no.journeyledger.command.stage.StageRejection.RatedPersonUnknown;
import no.journeyledger.command.stage.StageRejection.RaterNotOnTeam;
import no.journeyledger.command.stage.StageRejection.RatingAfterClosing;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;

/** Whose judgement stands beside whose. */
public final class StagePolicy {

    private StagePolicy() {}

    /** The citizen rates as the citizen; a worker of the team rates for the team, or writes down what the citizen said. */
    public static Ruling<StageRejection> rate(
            JourneyState state, RateLifeArea command, Circumstances circumstances, BirthDates birthDates) {
        if (state.closed()) {
            return rejected(new RatingAfterClosing(command.journey()));
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new RatedPersonUnknown(command.person()));
        }
        UUID actor = circumstances.actor().id();
        if (circumstances.byPerson()) {
            var say = new WhoHasASay(state, circumstances.today(), birthDates);
            if (command.rater() != Rater.CITIZEN || !say.mayActFor(actor, command.person(), Affairs.PERSONAL)) {
                return rejected(new NotYoursToRate(command.person()));
            }
        } else if (!state.team().includes(actor)) {
            return rejected(new RaterNotOnTeam(actor));
        }
        return accepted(new LifeAreaRated(
                command.person(), command.area(), command.rating(), command.rater(), command.remark()));
    }

    /** The household says how vulnerable it is, and so does the team; neither replaces the other. */
    public static Ruling<StageRejection> assess(
            JourneyState state, AssessVulnerability command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new RatingAfterClosing(command.journey()));
        }
        UUID actor = circumstances.actor().id();
        if (circumstances.byPerson()) {
            if (command.rater() != Rater.CITIZEN || !state.capture().includes(actor)) {
                return rejected(new NotYoursToRate(actor));
            }
        } else if (!state.team().includes(actor)) {
            return rejected(new RaterNotOnTeam(actor));
        }
        return accepted(new VulnerabilityAssessed(command.degree(), command.rater(), command.remark()));
    }

    /** More than was planned is said openly, with its reason; the money itself needs its own decision. */
    public static Ruling<StageRejection> mark(
            JourneyState state, MarkAdditionalInvestment command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new RatingAfterClosing(command.journey()));
        }
        UUID actor = circumstances.actor().id();
        return state.team().includes(actor)
                ? accepted(new AdditionalInvestmentMarked(command.reason()))
                : rejected(new RaterNotOnTeam(actor));
    }
}
