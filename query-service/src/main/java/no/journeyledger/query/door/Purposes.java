package no.journeyledger.query.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.journeyledger.store.reads.Purpose;

/** Why somebody reads: as the request says, or else as its token does. A person who reads their own record need not say. */
final class Purposes {

    static final String HEADER = "Purpose";

    private static final Map<String, Purpose> BY_NAME =
            Arrays.stream(Purpose.values()).collect(Collectors.toUnmodifiableMap(Purpose::name, purpose -> purpose));

    /** Every purpose a worker may state. */
    static final String KNOWN = Arrays.stream(Purpose.values())
            .filter(purpose -> purpose != Purpose.OWN_RECORD)
            .map(Purpose::name)
            .collect(Collectors.joining(", "));

    private Purposes() {}

    static Optional<Purpose> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Purpose of(HttpServletRequest request, Reader reader) {
        if (reader.isPerson()) {
            return Purpose.OWN_RECORD;
        }
        String stated = request.getHeader(HEADER);
        Purpose purpose = stated == null
                ? reader.purpose()
                : named(stated)
                        .orElseThrow(() -> new TurnedAway(AskingProblem.PURPOSE_UNKNOWN, Map.of("known", KNOWN)));
        if (purpose == null) {
            throw new TurnedAway(AskingProblem.PURPOSE_MISSING, Map.of("known", KNOWN));
        }
        if (purpose == Purpose.OWN_RECORD) {
            throw new TurnedAway(AskingProblem.PURPOSE_UNKNOWN, Map.of("known", KNOWN));
        }
        return purpose;
    }
}
