package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.util.Optional;
import no.journeyledger.events.Sealed;

/** Opens birth dates. The ledger keeps them sealed, and a rule that needs an age is given it. */
@FunctionalInterface
public interface BirthDates {

    /** The date, or nothing when it was erased. */
    Optional<LocalDate> open(Sealed birthDate);
}
