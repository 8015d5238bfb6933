package no.journeyledger.command.privacy;

import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Holds a person's data back from erasure.
 *
 * @param file the person's file, {@link PersonPrivacy#idOf}
 * @param person whose data
 * @param hold its id
 * @param statute the statute or the proceedings it rests on
 * @param until the last day it holds, {@code null} until lifted
 */
public record PlaceLegalHold(
        @TargetAggregateIdentifier UUID file,
        UUID person,
        UUID hold,
        String statute,
        @Nullable LocalDate until) {}
