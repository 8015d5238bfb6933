package no.journeyledger.command.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Erases a person.
 *
 * @param file the person's file, {@link PersonPrivacy#idOf}
 * @param person who
 * @param legalBasis what the erasure rests on
 * @param known whether the ledger keeps anything about them
 * @param left the days on which the journeys they were in ended for them
 */
public record ErasePerson(
        @TargetAggregateIdentifier UUID file, UUID person, String legalBasis, boolean known, List<LocalDate> left) {}
