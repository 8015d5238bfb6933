package no.journeyledger.command.door;

import java.util.Map;

/**
 * Thrown where a call cannot go further than the door, and answered as its problem. Nothing was written. It never carries
 * what the caller sent, only names of fields and facts that are safe to repeat.
 */
public final class TurnedAway extends RuntimeException {

    private final transient DoorProblem problem;
    private final transient Map<String, Object> facts;

    public TurnedAway(DoorProblem problem) {
        this(problem, Map.of());
    }

    /**
     * Turns a call away.
     *
     * @param problem why
     * @param facts extra members of the problem document
     */
    public TurnedAway(DoorProblem problem, Map<String, Object> facts) {
        // No stack trace: this is an answer, and it is given often under hostile input.
        super(problem.kebab(), null, false, false);
        this.problem = problem;
        this.facts = facts;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return problem.status();
    }

    DoorProblem problem() {
        return problem;
    }

    Map<String, Object> facts() {
        return facts;
    }
}
