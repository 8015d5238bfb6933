package no.journeyledger.command.parameter;

import java.util.UUID;
import no.journeyledger.events.benefit.Party;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says whose purse a paying service draws on.
 *
 * @param book the book of parameters
 * @param payer the paying service
 * @param party whose purse it is
 */
public record AssignPayer(@TargetAggregateIdentifier UUID book, UUID payer, Party party) {}
