package no.journeyledger.command.parameter;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;
import no.journeyledger.events.benefit.Party;

/** Why the book of parameters was not changed. */
@Source("Statutes, rates and thresholds are versioned data with in-force dates (domain, section 9; docs/economics.md)")
public sealed interface ParameterRejection extends Rejection {

    /** What was sent is no parameter version, or its numbers contradict each other; the sentence is the calculation's. */
    record ParametersUnsound(String sentence) implements ParameterRejection {}

    /** A version of that name is there and never changes. */
    record ParameterVersionTaken(String version) implements ParameterRejection {}

    /** Two versions would begin on one day, and neither would supersede the other. */
    record BeginsWithAnother(String version, LocalDate from) implements ParameterRejection {}

    /** A version does not reach back: figures were calculated for those days already. */
    record BeginsInThePast(LocalDate from) implements ParameterRejection {}

    /** The paying service draws on that purse already. */
    record PayerAlreadyAssigned(UUID payer, Party party) implements ParameterRejection {}
}
