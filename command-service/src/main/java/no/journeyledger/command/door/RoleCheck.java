package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Asks the role table, and whether the ids in the path are ids, before anything of the body is read. */
final class RoleCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
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
