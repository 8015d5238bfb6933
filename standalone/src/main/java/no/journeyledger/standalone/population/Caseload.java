package no.journeyledger.standalone.population;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.journeyledger.standalone.demo.Tokens;
import no.journeyledger.standalone.population.Step.Who;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells of one leader's citizens, all of them step by step beside each other: what a worker sends next for each of them goes in
 * one stream to the bulk intake, what a person sends goes by itself.
 */
final class Caseload {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Half of what a token is good for where nothing else is said. */
    private static final Duration TOKEN_KEPT = Duration.ofMinutes(7);

    private final HttpClient http;
    private final URI commands;
    private final Tokens tokens;
    private final Around around;
    private final JsonMapper json;
    private final Rate rate;
    private final List<Citizen> citizens;

    /** How far a citizen's story has been told. */
    private static final class Citizen {
        private final Drawn drawn;
        private final List<Step> steps;
        private int next;
        private @Nullable String problem;
        private final Map<Who, Session> sessions = new EnumMap<>(Who.class);

        Citizen(Drawn drawn, List<Step> steps) {
            this.drawn = drawn;
            this.steps = steps;
        }

        @Nullable
        Step upNext() {
            return problem == null && next < steps.size() ? steps.get(next) : null;
        }

        String key(int step) {
            return "synthetic-" + drawn.seed() + "-" + drawn.number() + "-" + step;
        }

        /** Goes on after a command was answered; one that was turned away is the last. */
        void answered(int step, int status, JsonNode answer) {
            if (status / 100 == 2) {
                Step told = steps.get(step);
                if (told.learns() != null) {
                    told.learns().accept(answer);
                }
                next = step + 1;
            } else if (problem == null) {
                problem = Population.problem(answer) + " at "
                        + steps.get(step).path().replaceAll("[0-9a-f-]{36}", "*");
            }
        }
    }

    private record Session(String token, Instant until) {}

    /** A command in a stream. */
    private record Line(Citizen citizen, int step) {}

    Caseload(
            HttpClient http,
            URI commands,
            Tokens tokens,
            JsonMapper json,
            Rate rate,
            Around around,
            List<Drawn> citizens,
            LocalDate today) {
        this.http = http;
        this.commands = commands;
        this.tokens = tokens;
        this.json = json;
        this.rate = rate;
        this.around = around;
        this.citizens = citizens.stream()
                .map(drawn -> new Citizen(drawn, Story.of(drawn, around, today)))
                .toList();
    }

    /** Tells of them until nothing is left to tell. */
    Population.Told tell() throws InterruptedException {
        while (citizens.stream().anyMatch(citizen -> citizen.upNext() != null)) {
            for (Who who : Who.values()) {
                if (who.isPerson()) {
                    for (Citizen citizen : citizens) {
                        alone(citizen, who);
                    }
                } else {
                    stream(who);
                }
            }
        }
        var told = new Population.Told(0, 0, Map.of());
        for (Citizen citizen : citizens) {
            told = told.and(new Population.Told(
                    citizen.problem == null ? 1 : 0,
                    citizen.next,
                    citizen.problem == null ? Map.of() : Map.of(citizen.problem, 1)));
        }
        return told;
    }

    /** What a worker sends next of all citizens, in one stream. */
    private void stream(Who who) throws InterruptedException {
        var lines = new ArrayList<Line>();
        var body = new ByteArrayOutputStream();
        for (Citizen citizen : citizens) {
            for (int i = citizen.next;
                    citizen.problem == null && i < citizen.steps.size() && lines.size() < rate.together();
                    i++) {
                Step step = citizen.steps.get(i);
                if (step.by() != who || (step.needs() && i > citizen.next)) {
                    break;
                }
                lines.add(new Line(citizen, i));
                body.writeBytes(json.writeValueAsBytes(Story.body(
                        "key",
                        citizen.key(i),
                        "call",
                        step.path(),
                        "effectiveAt",
                        step.at(),
                        "purpose",
                        Population.PURPOSE,
                        "body",
                        step.body().get())));
                body.write('\n');
            }
        }
        if (!lines.isEmpty()) {
            rate.take(lines.size());
            // A stream that ended early is sent again: what was recorded is answered as before.
            again(() -> results(who, body.toByteArray(), lines));
        }
    }

    private boolean results(Who who, byte[] body, List<Line> lines) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(commands.resolve("/v1/intake"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + around.token(tokens, who))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        int answered = 0;
        try (Stream<String> results = response.body()) {
            for (var each = results.iterator(); each.hasNext() && answered < lines.size(); ) {
                JsonNode result = json.readTree(each.next());
                int status = result.path("status").asInt(response.statusCode());
                if (status >= 500) {
                    return false;
                }
                Line line = lines.get(answered++);
                line.citizen.answered(line.step, status, result.path("answer"));
            }
        } catch (UncheckedIOException e) {
            return false;
        }
        return answered == lines.size();
    }

    /** What a person sends next, call by call. */
    private void alone(Citizen citizen, Who who) throws InterruptedException {
        for (Step step = citizen.upNext(); step != null && step.by() == who; step = citizen.upNext()) {
            Step now = step;
            rate.take(1);
            again(() -> call(citizen, who, now));
        }
    }

    private boolean call(Citizen citizen, Who who, Step step) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(commands.resolve(step.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(citizen, who))
                .header("Idempotency-Key", citizen.key(citizen.next))
                .header("Effective-At", step.at().toString())
                .header("Content-Type", "application/json")
                .header("Purpose", Population.PURPOSE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        json.writeValueAsBytes(step.body().get())))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 500) {
            return false;
        }
        citizen.answered(citizen.next, response.statusCode(), json.readTree(response.body()));
        return true;
    }

    private String token(Citizen citizen, Who who) {
        Session session = citizen.sessions.get(who);
        if (session == null || Instant.now().isAfter(session.until)) {
            session = new Session(
                    tokens.person(citizen.drawn.id(who == Who.CITIZEN ? 2 : 14)),
                    Instant.now().plus(TOKEN_KEPT));
            citizen.sessions.put(who, session);
        }
        return session.token;
    }

    /** Something sent over HTTP; whether it was answered. */
    private interface Sent {
        boolean answered() throws IOException, InterruptedException;
    }

    private void again(Sent sent) throws InterruptedException {
        for (int left = TRIES; ; left--) {
            try {
                if (sent.answered()) {
                    return;
                }
                if (left == 1) {
                    throw new IllegalStateException("the ledger does not answer commands about synthetic citizens");
                }
            } catch (IOException e) {
                if (left == 1) {
                    throw new UncheckedIOException(e);
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
