package no.journeyledger.command.capture;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.journey.Stage;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Enrols the household, or some of it: from here on decisions may concern them.
 *
 * @param journey the journey
 * @param startingStage the circle where the journey starts
 * @param goalStage the circle of the goal
 * @param persons who is enrolled; empty for everybody registered
 */
public record EnrolHousehold(
        @TargetAggregateIdentifier UUID journey, Stage startingStage, Stage goalStage, List<UUID> persons)
        implements AboutOneJourney {}
