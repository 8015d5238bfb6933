package no.journeyledger.command.door;

import java.util.function.ToIntFunction;
import no.journeyledger.command.Rejection;

/**
 * How one capability's rejections leave the door.
 *
 * @param rejections the sealed family
 * @param status the HTTP status of each: an exhaustive switch beside the capability's controller
 * @param <R> the sealed family
 */
public record Capability<R extends Rejection>(Class<R> rejections, ToIntFunction<R> status) {

    int statusOf(Rejection rejection) {
        return status.applyAsInt(rejections.cast(rejection));
    }
}
