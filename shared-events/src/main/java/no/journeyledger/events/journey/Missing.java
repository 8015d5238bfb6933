package no.journeyledger.events.journey;

import java.util.UUID;
import no.journeyledger.events.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was missing when a decision was refused.
 *
 * @param reason the rule that was not met
 * @param person the person it is about, {@code null} when it is about nobody in particular
 * @param fact a fact of the finding as a short code or number, e.g. the mandate or the available øre
 */
public record Missing(
        RefusalReason reason,
        @Nullable UUID person,

        @NotPersonal("an id, an amount or a date, never words") @Nullable
        String fact) {}
