package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Asks the role table before anything of the body is read. */
final class RoleCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!RoleTable.allows(
                request.getMethod(), String.valueOf(pattern), Calls.caller().roles())) {
            throw new TurnedAway(DoorProblem.ROLE_MISSING);
        }
        return true;
    }
}
