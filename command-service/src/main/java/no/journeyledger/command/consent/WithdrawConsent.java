package no.journeyledger.command.consent;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a consent back, at once.
 *
 * @param journey the journey
 * @param consent the consent
 */
public record WithdrawConsent(@TargetAggregateIdentifier UUID journey, UUID consent) {}
