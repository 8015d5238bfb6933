package no.journeyledger.command.benefit;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.IndicatorReading;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a benefit card: the first step.
 *
 * @param journey the journey
 * @param benefit the card's id
 * @param description what becomes better
 * @param beneficiary who gains
 * @param kind what kind of gain
 * @param indicator what is measured
 * @param unit the indicator's unit
 * @param baseline where the indicator stood
 * @param target where it shall stand
 * @param measures the measures of the plan that it depends on
 * @param source where the measurements come from
 * @param assumptions what must hold
 * @param disBenefits what becomes worse
 * @param risk what may prevent it
 */
public record IdentifyBenefit(
        @TargetAggregateIdentifier UUID journey,
        UUID benefit,
        Sealed description,
        Beneficiary beneficiary,
        BenefitKind kind,
        Sealed indicator,
        Sealed unit,
        IndicatorReading baseline,
        IndicatorReading target,
        List<UUID> measures,
        Sealed source,
        List<Sealed> assumptions,
        List<Sealed> disBenefits,
        @Nullable Sealed risk)
        implements AboutOneJourney {}
