package no.journeyledger.events.benefit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** What a benefit is worth: in words, or in kroner. Without a price is never a price of nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "worth")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Worth.InWords.class, name = "IN_WORDS"),
    @JsonSubTypes.Type(value = Worth.Priced.class, name = "PRICED")
})
public sealed interface Worth {

    /** The words it is weighed in, if it has no price. */
    default @Nullable Sealed words() {
        return switch (this) {
            case InWords words -> words.explanation();
            case Priced ignored -> null;
        };
    }

    /** The parameter version it was priced under, if it has a price; the timeline words it. */
    default @Nullable String pricedUnder() {
        return switch (this) {
            case InWords ignored -> null;
            case Priced priced -> priced.parameterVersion();
        };
    }

    /**
     * It has no price.
     *
     * @param consequence from -4 (very large harm) over -1 and +1 to +4 (very large gain), never 0
     * @param explanation what changes, for whom, and why that much
     */
    record InWords(int consequence, Sealed explanation) implements Worth {}

    /**
     * It has a price.
     *
     * @param priceYear the year of its kroner
     * @param parameterVersion the parameter version that was in force when it was valued
     * @param gains what it does to the parties when the target is fully reached
     */
    record Priced(int priceYear, @NotPersonal("a version") String parameterVersion, List<Gain> gains)
            implements Worth {}
}
