package no.journeyledger.command.privacy;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lifts a legal hold.
 *
 * @param file the person's file, {@link PersonPrivacy#idOf}
 * @param person whose data
 * @param hold the hold
 */
public record LiftLegalHold(@TargetAggregateIdentifier UUID file, UUID person, UUID hold) {}
