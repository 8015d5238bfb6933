package no.journeyledger.economics.parameters;

/**
 * The self-report instruments and how they are scored.
 *
 * @param who5 the WHO-5 well-being index
 * @param ladder the ladder of life
 * @param satisfaction satisfaction per area of life
 * @param metByServices how one was met by the services
 */
public record Instruments(Who5Scale who5, LadderScale ladder, RatingScale satisfaction, RatingScale metByServices) {}
