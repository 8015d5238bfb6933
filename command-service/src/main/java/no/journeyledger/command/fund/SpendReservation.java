package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Spends part or all of a reservation.
 *
 * @param fund the fund
 * @param spending its id
 * @param reservation the reservation
 * @param amountOre the amount in whole øre, positive, at most what is still reserved
 * @param voucher the accounting system's voucher number
 */
public record SpendReservation(
        @TargetAggregateIdentifier UUID fund,
        UUID spending,
        UUID reservation,
        long amountOre,
        @Nullable String voucher) {}
