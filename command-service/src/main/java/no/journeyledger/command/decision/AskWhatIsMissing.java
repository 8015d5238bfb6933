package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;

/**
 * Asks what is missing before the asker can take a decision. A question: nothing is recorded.
 *
 * @param journey the journey
 * @param decision the decision
 * @param weighed whether the asker would write a weighing
 */
public record AskWhatIsMissing(UUID journey, UUID decision, boolean weighed) implements AboutOneJourney {}
