package no.journeyledger.command.fund;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Opens a fund.
 *
 * @param fund the fund
 * @param name what it is called; not personal
 * @param owners the organisations whose budget it is, at least one
 */
public record OpenFund(@TargetAggregateIdentifier UUID fund, String name, List<UUID> owners) {}
