package no.journeyledger.command.authority;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that a party was told of a decision and of the right to appeal.
 *
 * @param journey the journey
 * @param decision the decision
 * @param party who was told
 * @param on the day it reached them
 */
public record GiveNotice(@TargetAggregateIdentifier UUID journey, UUID decision, UUID party, LocalDate on)
        implements AboutOneJourney {}
