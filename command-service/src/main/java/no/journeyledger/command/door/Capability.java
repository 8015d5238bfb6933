package no.journeyledger.command.door;

import java.util.function.ToIntFunction;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.access.AccessRejection.NotAroundThisHousehold;

/**
 * How one capability's rejections leave the door.
 *
 * @param rejections the sealed family
 * @param status the HTTP status of each: an exhaustive switch beside the capability's controller
 * @param <R> the sealed family
 */
public record Capability<R extends Rejection>(Class<R> rejections, ToIntFunction<R> status) {

    /** The status of being turned away before any capability is asked, the same from all of them. */
    public static final int NOT_AROUND = 403;

    int statusOf(Rejection rejection) {
        return rejection instanceof NotAroundThisHousehold ? NOT_AROUND : status.applyAsInt(rejections.cast(rejection));
    }
}
