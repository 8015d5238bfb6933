package no.journeyledger.command.team;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The unit head takes a mandate back, at once.
 *
 * @param journey the journey
 * @param mandate the mandate
 */
public record RevokeMandate(@TargetAggregateIdentifier UUID journey, UUID mandate) {}
