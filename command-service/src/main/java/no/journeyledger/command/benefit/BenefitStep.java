package no.journeyledger.command.benefit;

/** How far a benefit card has come, in order; a card that was evaluated or dropped changes no more. */
public enum BenefitStep {
    IDENTIFIED,
    VALUED,
    ANCHORED,
    MEASURED,
    ENDED
}
