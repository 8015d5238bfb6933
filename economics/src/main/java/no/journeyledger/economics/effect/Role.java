package no.journeyledger.economics.effect;

/** What an effect is in the plan. Only a benefit can be adjusted; a cost is paid in full. */
public sealed interface Role {

    /** What the plan puts in. */
    record Cost() implements Role {}

    /**
     * What comes of it, dis-benefits included.
     *
     * @param adjustments what is taken off before it counts
     */
    record Benefit(Adjustments adjustments) implements Role {}
}
