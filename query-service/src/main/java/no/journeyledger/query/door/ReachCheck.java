package no.journeyledger.query.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.store.limits.Pace;
import no.journeyledger.store.limits.Quota;
import no.journeyledger.store.reads.ReadLog;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The one place where it is found out what of persons' data is open to a reader, before any question is answered: the role is
 * known to fit by now, the purpose is asked for, the journey must be open, and the reading is recorded.
 */
final class ReachCheck implements HandlerInterceptor {

    private static final String READING = ReachCheck.class.getName();

    private final Openings openings;
    private final ReadLog log;
    private final Pace pace;
    private final Quota quota;

    ReachCheck(Openings openings, ReadLog log, Pace pace, Quota quota) {
        this.openings = openings;
        this.log = log;
        this.pace = pace;
        this.quota = quota;
    }

    /** What was found out for a request. */
    static Reading reading(HttpServletRequest request) {
        if (request.getAttribute(READING) instanceof Reading reading) {
            return reading;
        }
        throw new TurnedAway(AskingProblem.ROLE_MISSING);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            // The rest of an answer that was let out before.
            return true;
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        RoleTable.Line line = RoleTable.find(request.getMethod(), pattern);
        if (line != null && line.reach() == Reach.EVERYBODY) {
            return true;
        }
        if (line == null
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof Reader.SignedIn signedIn)) {
            throw new TurnedAway(AskingProblem.ROLE_MISSING);
        }
        Reader reader = signedIn.getPrincipal();
        pace.turnAway(reader.id(), reader.through()).ifPresent(seconds -> {
            throw new TurnedAway(AskingProblem.TOO_MANY_REQUESTS, Map.of("retryAfterSeconds", seconds));
        });
        boolean ofPersons = line.reach() != Reach.NO_PERSON;
        var reading =
                new Reading(openings, log, quota, reader, line.call(), ofPersons ? Purposes.of(request, reader) : null);
        switch (line.reach()) {
            case ONE_JOURNEY -> reading.open(id(request, "journey"), RoleTable.isOpenToRepresentatives(line));
            case ONE_PERSON -> {
                UUID person = id(request, "person");
                if (reader.isPerson() && !reader.id().equals(person)) {
                    throw new TurnedAway(AskingProblem.PERSON_UNKNOWN);
                }
                reading.of(person);
            }
            case JOURNEYS, NO_PERSON, EVERYBODY -> {
                // Nothing can be known before the question is asked.
            }
        }
        request.setAttribute(READING, reading);
        return true;
    }

    private static UUID id(HttpServletRequest request, String name) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            return Ids.parse(String.valueOf(variables.get(name)))
                    .orElseThrow(() -> new TurnedAway(AskingProblem.MALFORMED_ID, Map.of("parameter", name)));
        }
        throw new TurnedAway(AskingProblem.MALFORMED_ID, Map.of("parameter", name));
    }
}
