package no.journeyledger.command.journey;

import java.util.UUID;

/**
 * What is asked of one journey that is already there, whoever handles it: the journey itself, or a desk that reaches beyond it.
 * Nobody who does not work around the household gets past {@link OnlyThoseAround} with it.
 */
public interface AboutOneJourney {

    /** The journey it is about. */
    UUID journey();
}
