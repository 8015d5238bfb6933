package no.journeyledger.command.parameter;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.LocalDate;
import java.util.Map;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.parameter.ParameterRejection.BeginsInThePast;
import no.journeyledger.command.parameter.ParameterRejection.BeginsWithAnother;
import no.journeyledger.command.parameter.ParameterRejection.ParameterVersionTaken;
import no.journeyledger.command.parameter.ParameterRejection.PayerAlreadyAssigned;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.parameter.ParameterEvent.ParametersAdopted;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;

/** When a version may be adopted. */
public final class ParameterPolicy {

    private ParameterPolicy() {}

    /** A version is new, begins on a day of its own, and not before the day it is adopted. */
    public static Ruling<ParameterRejection> adopt(
            ParameterState state, AdoptParameters command, Circumstances circumstances) {
        Parameters parameters = command.parameters();
        if (state.versions().containsKey(parameters.version())) {
            return rejected(new ParameterVersionTaken(parameters.version()));
        }
        LocalDate from = parameters.inForce().from();
        if (from.isBefore(circumstances.today())) {
            return rejected(new BeginsInThePast(from));
        }
        for (Map.Entry<String, ParameterState.Version> other : state.versions().entrySet()) {
            if (other.getValue().from().equals(from)) {
                return rejected(new BeginsWithAnother(other.getKey(), from));
            }
        }
        return accepted(
                new ParametersAdopted(
                        command.book(),
                        parameters.version(),
                        from,
                        parameters.inForce().until(),
                        command.file(),
                        command.reason()),
                new Created.Parameters(parameters.version()));
    }

    /** A paying service is the municipality's until something else is said. */
    public static Ruling<ParameterRejection> assign(ParameterState state, AssignPayer command) {
        Party before = state.payers().getOrDefault(command.payer(), Party.MUNICIPALITY);
        if (before == command.party()) {
            return rejected(new PayerAlreadyAssigned(command.payer(), before));
        }
        return accepted(new PayerAssigned(command.book(), command.payer(), command.party()));
    }
}
