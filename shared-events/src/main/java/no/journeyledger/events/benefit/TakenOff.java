package no.journeyledger.events.benefit;

import java.math.BigDecimal;
import no.journeyledger.events.Sealed;

/**
 * A share by which a gain is reduced before it counts, or its probability. There is no silent nothing: one that was not
 * estimated is an explicit 0 (a probability an explicit 1) with the reason.
 *
 * @param share from 0 to 1
 * @param estimated whether it was estimated, or taken as nothing (a probability: as certain)
 * @param reason what it rests on
 */
public record TakenOff(BigDecimal share, boolean estimated, Sealed reason) {}
