package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A goal of the plan.
 *
 * @param id its id, kept from version to version
 * @param text the goal in words
 * @param horizon short or long
 * @param persons whom it names, at least one
 * @param by the day it should be reached, {@code null} when open
 */
public record Goal(
        UUID id,
        Sealed text,
        Horizon horizon,
        List<UUID> persons,
        @Nullable LocalDate by) {}
