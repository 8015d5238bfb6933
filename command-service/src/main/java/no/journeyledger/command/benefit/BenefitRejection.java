package no.journeyledger.command.benefit;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why nothing was written on a benefit card. */
@Source("Benefits as benefit cards (domain, section 6; docs/economics.md)")
public sealed interface BenefitRejection extends Rejection {

    /** New benefits are not looked for on a closed journey; what was begun is still measured and evaluated. */
    record BenefitAfterClosing(UUID journey) implements BenefitRejection {}

    /** Benefit cards are kept by the team. */
    record BenefitNotByTeam(UUID worker) implements BenefitRejection {}

    /** A card with this id was opened already. */
    record BenefitIdTaken(UUID benefit) implements BenefitRejection {}

    /** The journey has no such card. */
    record BenefitUnknown(UUID benefit) implements BenefitRejection {}

    /** A benefit depends on measures of the plan, agreed or drafted. */
    record BenefitMeasureUnknown(UUID measure) implements BenefitRejection {}

    /** Where the target is the baseline there is nothing to reach. */
    record TargetIsBaseline(UUID benefit) implements BenefitRejection {}

    /** The target lies after the baseline, and the baseline not in the future. */
    record TargetNotAfterBaseline(LocalDate baseline, LocalDate target) implements BenefitRejection {}

    /** The card was evaluated or dropped. */
    record BenefitEnded(UUID benefit) implements BenefitRejection {}

    /** The four steps are taken in order. */
    record BenefitStepMissing(UUID benefit, BenefitStep needs) implements BenefitRejection {}

    /** Each gain of a card has a name of its own. */
    record GainTwice(String gain) implements BenefitRejection {}

    /** A transfer has a giver and another receiver; anything else has a receiver alone. */
    record GiverAndReceiverDoNotFit(String gain) implements BenefitRejection {}

    /** A benefit without a price is weighed from -4 to +4 and is never nothing. */
    record ConsequenceOutOfRange(int consequence) implements BenefitRejection {}

    /** Saved time is not cash until a budget is cut. */
    record SavedTimeIsNotCash(UUID benefit) implements BenefitRejection {}

    /** What is not cash puts no money into a purse. */
    record NotCashButMoney(String gain) implements BenefitRejection {}

    /** An estimate goes from low over expected to high. */
    record EstimateOutOfOrder(String gain) implements BenefitRejection {}

    /** A share is from 0 to 1; one that was not estimated is nothing, and a probability certain. */
    record ShareOutOfRange(String gain) implements BenefitRejection {}

    /** The parameters in force have no such unit value. */
    record UnitValueUnknown(String unitValue, String parameterVersion) implements BenefitRejection {}

    /** The unit value is for somebody else, or for something made where this is money changing hands, or the reverse. */
    record UnitValueDoesNotFit(String unitValue) implements BenefitRejection {}

    /** A value and its own part are never added. */
    record UnitValueInsideAnother(String part, String whole) implements BenefitRejection {}

    /** Kroner of different years are not added. */
    record PriceYearNotInUse(int priceYear, int inUse) implements BenefitRejection {}

    /** Something is measured when it has happened, and after the baseline. */
    record MeasuredOutsideItsTime(LocalDate on) implements BenefitRejection {}
}
