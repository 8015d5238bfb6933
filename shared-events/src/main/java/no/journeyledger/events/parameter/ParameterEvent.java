package no.journeyledger.events.parameter;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.benefit.Party;
import org.jspecify.annotations.Nullable;

/** Changes of the parameters that figures are calculated with. */
public sealed interface ParameterEvent extends LedgerEvent {

    /**
     * A version of all parameters was adopted. It supersedes the one before from its first day on and never changes.
     *
     * @param book the one book of parameters of this ledger
     * @param version its name, carried by every figure calculated with it
     * @param from the first day it applies
     * @param until the first day it no longer applies, {@code null} while no end is known
     * @param parameters the whole version as a parameter file, JSON
     * @param reason why it was adopted, and what changed
     */
    @LogicalType("parameters.version-adopted")
    record ParametersAdopted(
            UUID book,
            @NotPersonal("a version") String version,
            LocalDate from,
            @Nullable LocalDate until,
            @NotPersonal("figures for everybody") String parameters,

            @NotPersonal("why figures for everybody changed")
            String reason)
            implements ParameterEvent {}

    /**
     * It was said whose purse a paying service draws on. Until then a paying service is the municipality's.
     *
     * @param book the one book of parameters of this ledger
     * @param payer the paying service
     * @param party whose purse it is
     */
    @LogicalType("parameters.payer-assigned")
    record PayerAssigned(UUID book, UUID payer, Party party) implements ParameterEvent {}
}
