package no.journeyledger.command.capture;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.HouseholdRole;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers somebody of the household, who may then be enrolled.
 *
 * @param journey the journey
 * @param person their random id
 * @param role adult or child; the citizen is registered by the referral
 * @param name their name, sealed with their key
 * @param birthDate their birth date in ISO-8601, sealed with their key
 * @param parentalResponsibility for a child: who of the household holds parental responsibility, at least one
 */
public record RegisterHouseholdMember(
        @TargetAggregateIdentifier UUID journey,
        UUID person,
        HouseholdRole role,
        Sealed name,
        Sealed birthDate,
        List<UUID> parentalResponsibility)
        implements AboutOneJourney {}
