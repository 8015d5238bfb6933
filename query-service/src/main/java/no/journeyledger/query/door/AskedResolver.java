package no.journeyledger.query.door;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads what every question carries. A parameter nobody knows is refused: passing over a misspelt filter would answer
 * another question than was asked.
 */
final class AskedResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof Reader.SignedIn signedIn)) {
            throw new TurnedAway(AskingProblem.NOT_SIGNED_IN);
        }
        boolean inPages = parameter.hasMethodAnnotation(Asked.InPages.class);
        refuseUnknown(parameter, request, inPages);
        String minPosition = request.getParameter("min-position");
        String limit = inPages ? request.getParameter("limit") : null;
        String cursor = inPages ? request.getParameter("cursor") : null;
        return new Asked(
                signedIn.getPrincipal(),
                Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                minPosition == null ? null : number("min-position", minPosition, 0, Long.MAX_VALUE),
                cursor == null ? 0 : Cursor.read(cursor),
                limit == null ? Asked.STANDARD_LIMIT : (int) number("limit", limit, 1, Asked.LARGEST_LIMIT),
                ReachCheck.reading(request));
    }

    private static void refuseUnknown(MethodParameter parameter, HttpServletRequest request, boolean inPages) {
        Set<String> known = new HashSet<>(Set.of("min-position"));
        if (inPages) {
            known.add("limit");
            known.add("cursor");
        }
        var method = parameter.getMethod();
        if (method != null) {
            for (var each : method.getParameters()) {
                RequestParam asked = each.getAnnotation(RequestParam.class);
                if (asked != null) {
                    known.add(asked.name().isEmpty() ? each.getName() : asked.name());
                } else if (each.isAnnotationPresent(ParameterObject.class)) {
                    for (RecordComponent component : each.getType().getRecordComponents()) {
                        known.add(component.getName());
                    }
                }
            }
        }
        Map<String, String[]> given = request.getParameterMap();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new TurnedAway(
                        AskingProblem.UNKNOWN_PARAMETER,
                        Map.of(
                                "known",
                                String.join(", ", known.stream().sorted().toList())));
            }
            if (values.length > 1) {
                throw new TurnedAway(AskingProblem.MALFORMED_PARAMETER, Map.of("parameter", name));
            }
        });
    }

    private static long number(String name, String text, long least, long most) {
        if (text.length() <= 19
                && !text.isEmpty()
                && Arrays.stream(text.split("")).allMatch("0123456789"::contains)) {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // too large: answered below
            }
        }
        throw new TurnedAway(AskingProblem.MALFORMED_PARAMETER, Map.of("parameter", name));
    }
}
