package no.journeyledger.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that are sent: a team member rates a life area of a citizen, with a remark. An everyday command that goes
 * the whole way (token, roles, strict JSON, idempotency, sealing, the journey's policy, one event) and that a citizen may
 * receive ten thousand times without the journey's state growing, so that only its history grows.
 */
final class Workload {

    private static final Pattern JOURNEY = Pattern.compile("\"journey\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final Pattern PERSON = Pattern.compile("\"person\"\\s*:\\s*\"([0-9a-f-]{36})\"");
    private static final List<String> AREAS = List.of("HOUSING", "WORK_EDUCATION", "NETWORK", "ECONOMY", "HEALTH");
    private static final List<String> STAGES = List.of("UNTENABLE", "VULNERABLE", "STABLE", "SUSTAINABLE");
    private static final int WORKERS = 8;
    private static final int PREPARING_CLIENTS = 16;

    /** Keys are never used twice, over all workloads of this run. */
    private static final AtomicLong KEYS = new AtomicLong();

    /** A citizen to send commands about. */
    record Citizen(UUID journey, UUID person) {}

    private final List<String> tokens;

    Workload(Bearers bearers) throws GeneralSecurityException {
        var workers = new ArrayList<String>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(bearers.worker(UUID.randomUUID(), UUID.randomUUID(), List.of("TEAM")));
        }
        this.tokens = List.copyOf(workers);
    }

    /** Opens this many journeys, over HTTP like everything else. */
    List<Citizen> openJourneys(InetSocketAddress server, int count) throws IOException {
        var citizens = new ArrayList<Citizen>(Collections.nCopies(count, new Citizen(new UUID(0, 0), new UUID(0, 0))));
        new LoadGenerator(server, Math.min(PREPARING_CLIENTS, count), this::referral, (number, due, arrived, reply) -> {
                    if (reply.accepted()) {
                        citizens.set((int) number, citizen(reply.body()));
                    }
                })
                .closedLoop(count)
                .allAccepted("opening journeys");
        return citizens;
    }

    private static Citizen citizen(String body) {
        return new Citizen(id(JOURNEY, body), id(PERSON, body));
    }

    private static UUID id(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern.pattern() + " in " + body);
        }
        return UUID.fromString(matcher.group(1));
    }

    private byte[] referral(long number) {
        return request("/v1/journeys", """
                {"name":"Kari Eksempel %d","birthDate":"1987-05-17","door":"SELF",\
                "wish":"A home that is ours, and somebody to call."}""".formatted(number), number);
    }

    /** Ratings spread evenly over these citizens, so that no two requests in a row concern the same one. */
    LoadGenerator.Requests ratings(List<Citizen> citizens) {
        return number -> {
            Citizen citizen = citizens.get((int) (number % citizens.size()));
            long round = number / citizens.size();
            return request(
                    "/v1/journeys/" + citizen.journey() + "/ratings",
                    "{\"person\":\"" + citizen.person()
                            + "\",\"area\":\"" + AREAS.get((int) (round % AREAS.size()))
                            + "\",\"rating\":\"" + STAGES.get((int) (round % STAGES.size()))
                            + "\",\"rater\":\"TEAM\",\"remark\":\"Follow-up number " + round
                            + ": the flat is warm, the rent is paid, and there is somebody to talk with.\"}",
                    number);
        };
    }

    private byte[] request(String path, String body, long number) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: application/json\r\nAuthorization: Bearer " + tokens.get((int) (number % tokens.size()))
                + "\r\nIdempotency-Key: bench-" + KEYS.getAndIncrement()
                + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[headBytes.length + content.length];
        System.arraycopy(headBytes, 0, whole, 0, headBytes.length);
        System.arraycopy(content, 0, whole, headBytes.length, content.length);
        return whole;
    }

    /** What peer R is sent: a body of about the same size. */
    static byte[] rawRow(long number) {
        String body = "{\"remark\":\"Follow-up number " + number
                + ": the flat is warm, the rent is paid, and there is somebody to talk with.\"}";
        return ("POST /rows HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
