package no.journeyledger.command.selfreport;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records what a person reported about themselves. Check the items with {@link Items} before sealing them.
 *
 * @param journey the journey
 * @param report its id
 * @param person whose report it is
 * @param instrument the instrument
 * @param instrumentVersion its version, e.g. {@code who5-1998-nb}
 * @param moment before, during or after
 * @param on the day it was filled in, never in the future
 * @param language BCP 47 tag of the language it was filled in
 * @param respondent who answered: the person, or somebody for them
 * @param helperPresent whether somebody helped
 * @param declined whether the person declined to answer
 * @param answers the items as a JSON array of whole numbers or nulls; {@code null} when declined
 */
public record RecordSelfReport(
        @TargetAggregateIdentifier UUID journey,
        UUID report,
        UUID person,
        Instrument instrument,
        String instrumentVersion,
        Moment moment,
        LocalDate on,
        String language,
        UUID respondent,
        boolean helperPresent,
        boolean declined,
        @Nullable Sealed answers)
        implements AboutOneJourney {}
