package no.journeyledger.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The commands that are sent: a team member rates a life area of a citizen, with a remark. An everyday command that goes
 * the whole way (token, roles, strict JSON, idempotency, sealing, the journey's policy, one event) and that a citizen may
 * receive ten thousand times without the journey's state growing, so that only its history grows.
 */
final class Workload {

    private static final List<String> AREAS = List.of("HOUSING", "WORK_EDUCATION", "NETWORK", "ECONOMY", "HEALTH");
    private static final List<String> STAGES = List.of("UNTENABLE", "VULNERABLE", "STABLE", "SUSTAINABLE");
    private static final int WORKERS = 8;
    private static final int PREPARING_CLIENTS = 16;

    /** Keys are never used twice, over all workloads of this run. */
    private static final AtomicLong KEYS = new AtomicLong();

    /**
     * A citizen to send commands about.
     *
     * @param worker which of the workers is on the team and sends them
     */
    record Citizen(UUID journey, UUID person, int worker) {}

    private record Worker(UUID id, UUID service, String token) {}

    private final List<Worker> workers;

    Workload(Bearers bearers) throws GeneralSecurityException {
        var all = new ArrayList<Worker>();
        for (int i = 0; i < WORKERS; i++) {
            UUID id = UUID.randomUUID();
            UUID service = UUID.randomUUID();
            all.add(new Worker(id, service, bearers.worker(id, service, List.of("TEAM"))));
        }
        this.workers = List.copyOf(all);
    }

    /** How many events a citizen has after {@link #openJourneys}. */
    static final int FIRST_EVENTS = 2;

    /** Opens this many journeys, each with a team of one, over HTTP like everything else. */
    List<Citizen> openJourneys(InetSocketAddress server, int count) throws IOException {
        var citizens = new ArrayList<Citizen>();
        for (int i = 0; i < count; i++) {
            citizens.add(new Citizen(UUID.randomUUID(), UUID.randomUUID(), i % WORKERS));
        }
        sendOnce(server, count, number -> referral(citizens.get((int) number)));
        sendOnce(server, count, number -> teamMember(citizens.get((int) number)));
        return citizens;
    }

    private static void sendOnce(InetSocketAddress server, int count, LoadGenerator.Requests requests)
            throws IOException {
        new LoadGenerator(server, Math.min(PREPARING_CLIENTS, count), requests, (number, due, arrived, reply) -> {})
                .closedLoop((long) count)
                .allAccepted("preparing citizens");
    }

    private byte[] referral(Citizen citizen) {
        return request("/v1/journeys", """
                {"journey":"%s","person":"%s","name":"Kari Eksempel","birthDate":"1987-05-17","door":"SELF",\
                "wish":"A home that is ours, and somebody to call."}""".formatted(citizen.journey(), citizen.person()), citizen.worker());
    }

    private byte[] teamMember(Citizen citizen) {
        Worker worker = workers.get(citizen.worker());
        return request(
                "/v1/journeys/" + citizen.journey() + "/team",
                """
                {"worker":"%s","service":"%s","role":"LEADER"}""".formatted(worker.id(), worker.service()),
                citizen.worker());
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
                    citizen.worker());
        };
    }

    private byte[] request(String path, String body, int worker) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Accept: application/json\r\nAuthorization: Bearer "
                + workers.get(worker).token()
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
