package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import no.journeyledger.events.Actor;
import no.journeyledger.store.limits.Pace;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks whether the client keeps to its pace, the role table, and whether the ids in the path are ids, before anything of the
 * body is read.
 */
final class RoleCheck implements HandlerInterceptor {

    private final Pace pace;

    RoleCheck(Pace pace) {
        this.pace = pace;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Actor actor = Calls.caller().actor();
        pace.turnAway(actor.id(), actor.through()).ifPresent(seconds -> {
            throw new TurnedAway(DoorProblem.TOO_MANY_REQUESTS, Map.of("retryAfterSeconds", seconds));
        });
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!RoleTable.allows(
                request.getMethod(), String.valueOf(pattern), Calls.caller().roles())) {
            throw new TurnedAway(DoorProblem.ROLE_MISSING);
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (Ids.parse(String.valueOf(value)).isEmpty()) {
                    throw new TurnedAway(DoorProblem.MALFORMED_ID, Map.of("field", String.valueOf(name)));
                }
            });
        }
        return true;
    }
}
