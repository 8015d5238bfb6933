package no.journeyledger.command.parameter;

import java.util.UUID;
import no.journeyledger.economics.parameters.Parameters;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Adopts a new version of all parameters.
 *
 * @param book the book of parameters
 * @param parameters the version, read and consistent in itself
 * @param file the same as a parameter file, as it will be stored
 * @param reason why, and what changed
 */
public record AdoptParameters(
        @TargetAggregateIdentifier UUID book, Parameters parameters, String file, String reason) {}
