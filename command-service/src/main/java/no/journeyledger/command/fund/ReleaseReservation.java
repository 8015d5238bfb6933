package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Releases the rest of a reservation whose measure is finished or whose journey is closed. An unfinished measure's
 * money is released by a decision.
 *
 * @param fund the fund
 * @param reservation the reservation
 * @param journey the journey it was made for
 */
public record ReleaseReservation(@TargetAggregateIdentifier UUID fund, UUID reservation, UUID journey) {}
