package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Says in every answer to a dry run, also in a problem, that it was one: a client must never wonder whether it was heard. */
final class DryRunEcho implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(Calls.DRY_RUN) != null && Calls.isDryRun(request)) {
            response.setHeader(Calls.DRY_RUN, "true");
        }
        return true;
    }
}
