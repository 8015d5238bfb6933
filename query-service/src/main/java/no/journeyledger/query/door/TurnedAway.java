package no.journeyledger.query.door;

import java.util.Map;

/** A question is not answered, for a reason that is told. */
public final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final AskingProblem problem;
    private final transient Map<String, Object> facts;

    /** Why, without more to say about it. */
    public TurnedAway(AskingProblem problem) {
        this(problem, Map.of());
    }

    /** Why, and the facts of it. */
    public TurnedAway(AskingProblem problem, Map<String, Object> facts) {
        super(problem.kebab(), null, false, false);
        this.problem = problem;
        this.facts = facts;
    }

    /** Why. */
    public AskingProblem problem() {
        return problem;
    }

    Map<String, Object> facts() {
        return facts;
    }
}
