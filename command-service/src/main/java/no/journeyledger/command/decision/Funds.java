package no.journeyledger.command.decision;

import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.fund.FundState;

/** The funds a decision may draw on, as they stand at the moment of taking. */
@FunctionalInterface
public interface Funds {

    /** The fund, if there is one of this id. */
    Optional<FundState> find(UUID fund);
}
