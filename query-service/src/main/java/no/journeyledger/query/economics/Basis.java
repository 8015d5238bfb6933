package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of an answer rest on: asked again with these, it is the same answer.
 *
 * @param asOfPosition the ledger position the figures are as of
 * @param parameterVersion the version of the parameters
 * @param schedule the discount schedule
 * @param timing when in a year payments fall
 * @param yearZero the calendar year everything is discounted to; what fell earlier is counted in it
 * @param horizon the last year counted, from year 0; what falls later is left out
 * @param priceYear the year of the kroner; budget amounts are taken as kroner of it
 * @param priceIndex the price index of the version, by which benefits and unit values in kroner of other years are turned into
 *     these; {@code null} when it has none
 * @param costsUp correction for optimism: the share by which planned costs are raised
 * @param benefitsDown the share by which planned benefits are lowered
 * @param success what if: planned benefits times this
 * @param fewest groups of fewer journeys are hidden, {@code null} when nothing is hidden from the reader
 * @param leftOut priced benefits whose kroner are of another year and cannot be turned, and so not counted; {@code null} when not told
 * @param caveat what must stand beside
 */
record Basis(
        long asOfPosition,
        String parameterVersion,
        String schedule,
        String timing,
        int yearZero,
        int horizon,
        int priceYear,
        @Schema(nullable = true) @Nullable String priceIndex,
        BigDecimal costsUp,
        BigDecimal benefitsDown,
        BigDecimal success,
        @Schema(nullable = true) @Nullable Integer fewest,
        @Schema(nullable = true) @Nullable Long leftOut,
        String caveat) {

    /** The same but for what changes with every event: what figures of an unchanged group rest on. */
    Basis ofAnyPosition() {
        return new Basis(
                0,
                parameterVersion,
                schedule,
                timing,
                yearZero,
                horizon,
                priceYear,
                priceIndex,
                costsUp,
                benefitsDown,
                success,
                fewest,
                null,
                caveat);
    }
}
