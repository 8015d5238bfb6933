package no.journeyledger.command.meeting;

import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A witness confirms, once for all, the answers recorded in a meeting. The witness is the actor.
 *
 * @param journey the journey
 * @param meeting the meeting
 * @param answers the answers confirmed
 * @param spokeToThePerson the witness did not attend but spoke to the person afterwards
 */
public record ConfirmAnswers(
        @TargetAggregateIdentifier UUID journey,
        UUID meeting,
        List<ConfirmedAnswer> answers,
        boolean spokeToThePerson) {}
