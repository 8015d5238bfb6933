package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A measure of the plan: what is done towards a goal.
 *
 * @param id its id, kept from version to version
 * @param goal the goal it serves
 * @param text what is done
 * @param area the life area it works on
 * @param workPhase what it is meant to do
 * @param persons whom it names, at least one
 * @param responsible the worker or person who does it
 * @param from the first day
 * @param until the last day, {@code null} when open
 * @param costs expected costs by paying service and year
 */
public record Measure(
        UUID id,
        UUID goal,
        Sealed text,
        LifeArea area,
        WorkPhase workPhase,
        List<UUID> persons,
        UUID responsible,
        LocalDate from,
        @Nullable LocalDate until,
        List<CostLine> costs) {}
