package no.journeyledger.store.reads;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One reading of persons' data. When it was recorded is given by the log.
 *
 * @param reader the random id of who reads
 * @param kind in what capacity
 * @param service the service a worker belongs to, {@code null} for a person
 * @param through the case app in between, {@code null} when none
 * @param call what was asked, as method and path pattern: never with ids or parameters
 * @param purpose why, as stated in the request
 * @param basis on what ground
 * @param opening the statutory opening it rests on, {@code null} when another ground
 * @param journey the journey asked about, {@code null} when the question was about several or none
 * @param persons whose data the answer may hold
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadEntry(
        UUID reader,
        Actor.Kind kind,
        @Nullable UUID service,
        @Nullable UUID through,
        String call,
        Purpose purpose,
        Basis basis,
        @Nullable UUID opening,
        @Nullable UUID journey,
        List<UUID> persons) {}
