package no.journeyledger.command.benefit;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Gain;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what a benefit is worth, for the first time or anew.
 *
 * @param journey the journey
 * @param benefit the card
 * @param value in kroner or in words
 * @param cashable whether it is money
 * @param cashableReason which budget is cut, how the money reaches the purse, or what it is instead
 */
public record ValueBenefit(
        @TargetAggregateIdentifier UUID journey, UUID benefit, Value value, Cashable cashable, Sealed cashableReason)
        implements AboutOneJourney {

    /** What somebody says it is worth; the ledger adds the parameter version it is said under. */
    public sealed interface Value {

        /** Words that weigh from -4 to +4, never 0. */
        record InWords(int consequence, Sealed explanation) implements Value {}

        /** Kroner of a price year: what it does to the parties. */
        record Priced(int priceYear, List<Gain> gains) implements Value {}
    }
}
