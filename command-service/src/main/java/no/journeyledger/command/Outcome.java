package no.journeyledger.command;

/**
 * What the asker is told. A rejection is a value and never thrown: what it had to record is recorded.
 *
 * @param <R> the rejections of the capability asked
 */
public sealed interface Outcome<R extends Rejection> {

    /**
     * It was done.
     *
     * @param created what the asker needs to know of what was made
     */
    record Done<R extends Rejection>(Created created) implements Outcome<R> {}

    /** It was not done; a refused decision is recorded nevertheless. */
    record Rejected<R extends Rejection>(R rejection) implements Outcome<R> {}

    /** Done, with nothing new to name. */
    static <R extends Rejection> Outcome<R> done() {
        return new Done<>(new Created.Nothing());
    }
}
