package no.journeyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.journeyledger.standalone.issuer.SignIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of both OpenAPI files, asked by every kind of caller about one household: each role of a service the citizen
 * opened the journey to and of one she did not, herself, another of the household, a stranger, a case app, nobody. A cell that
 * should be closed and is answered is a leak.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {

    private static final Path OPENAPI = Path.of("..", "docs", "openapi");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final UUID JOURNEY = UUID.randomUUID();
    private static final UUID MIA = UUID.randomUUID();
    private static final UUID ARON = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final UUID OPENED_TO = UUID.randomUUID();
    private static final UUID NOT_OPENED_TO = UUID.randomUUID();
    private static final UUID FUND = UUID.randomUUID();
    private static final UUID LEADER = UUID.randomUUID();
    private static final UUID GUARDIAN = UUID.randomUUID();
    private static final UUID FORMER_GUARDIAN = UUID.randomUUID();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final int AT_A_TIME = 8;
    private static final String CANARY = "Zxqvia Wprkson";
    private static final String HER_WORDS = "Vqkrix nights";

    /** Roles whose holders read a journey only by consent or statute. */
    private static final Set<String> BY_CONSENT = Set.of("TEAM", "UNIT_HEAD", "FUND_MANAGER");

    /**
     * Somebody who calls.
     *
     * @param role their one role, empty for none
     * @param opened whether the journey is open to them when their role may ask at all
     */
    private record Caller(
            String name,
            @Nullable String token,
            String role,
            boolean opened,
            @Nullable UUID person) {}

    /**
     * One operation of a description.
     *
     * @param type what its body is written in
     */
    private record Endpoint(boolean command, String method, String path, String type) {
        String call() {
            return method + " " + path;
        }
    }

    private Standalone standalone;
    private SignIn issuer;

    @BeforeAll
    void aHousehold(@TempDir Path folder) {
        standalone = Standalone.start(
                new Layout(folder.resolve("data"), folder.resolve("keys"), 0, 0, 0, 720, 0, false, 0, 1));
        issuer = standalone.signIn();
        String team = issuer.worker(UUID.randomUUID(), OPENED_TO, "TEAM");
        command(team, "/v1/journeys", """
                {"journey": "%s", "person": "%s", "name": "%s", "birthDate": "1990-01-01", "door": "SELF"}""".formatted(JOURNEY, MIA, CANARY));
        command(team, "/v1/journeys/" + JOURNEY + "/household", """
                {"id": "%s", "role": "ADULT", "name": "Aron", "birthDate": "1990-01-01", "parentalResponsibility": []}""".formatted(ARON));
        command(issuer.person(MIA), "/v1/journeys/" + JOURNEY + "/consents", """
                {"person": "%s", "service": "%s", "information": "cooperation", "purpose": "One plan"}""".formatted(MIA, OPENED_TO));
        command(issuer.person(MIA), "/v1/journeys/" + JOURNEY + "/ratings", """
                {"person": "%s", "area": "HOUSING", "rating": "STABLE", "rater": "CITIZEN", "remark": "%s"}""".formatted(MIA, HER_WORDS));
        command(team, "/v1/journeys/" + JOURNEY + "/team", """
                {"worker": "%s", "service": "%s", "role": "LEADER"}""".formatted(LEADER, OPENED_TO));
        for (UUID guardian : List.of(GUARDIAN, FORMER_GUARDIAN)) {
            command(
                    issuer.worker(LEADER, OPENED_TO, "TEAM"),
                    "/v1/journeys/" + JOURNEY + "/representations",
                    """
                    {"person": "%s", "representative": "%s", "name": "G", "kind": "GUARDIAN", "scope": ["PERSONAL", "ECONOMIC"],
                     "from": "2026-01-01", "until": %s, "document": "Order of the county governor"}""".formatted(MIA, guardian, guardian.equals(GUARDIAN) ? "null" : "\"2026-01-31\""));
        }
        command(
                issuer.worker(UUID.randomUUID(), OPENED_TO, "FUND_MANAGER"),
                "/v1/funds",
                "{\"fund\": \"%s\", \"name\": \"F\", \"owners\": [\"%s\"]}".formatted(FUND, OPENED_TO));
    }

    @AfterAll
    void end() {
        standalone.close();
    }

    private String command(String token, String path, String body) {
        HttpResponse<String> answer = send(posted(path), path, token, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }

    private static Endpoint posted(String path) {
        return new Endpoint(true, "POST", path, "application/json");
    }

    private HttpResponse<String> send(
            Endpoint endpoint, String address, @Nullable String token, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(
                        (endpoint.command() ? standalone.commandAddress() : standalone.queryAddress()) + address))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", endpoint.type())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        endpoint.method(),
                        endpoint.method().equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            // Answers that go on are judged by how they begin.
            HttpResponse<java.io.InputStream> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            boolean goesOn =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            try (var in = answer.body()) {
                String text =
                        new String(goesOn ? new byte[0] : in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                return new Answered(answer, text);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(endpoint.call(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<Caller> callers() {
        var callers = new ArrayList<Caller>();
        callers.add(new Caller("nobody", null, "", false, null));
        callers.add(new Caller("herself", issuer.person(MIA), "PERSON", true, MIA));
        callers.add(new Caller("another of the household", issuer.person(ARON), "PERSON", true, ARON));
        callers.add(new Caller("a case app for her", issuer.personThrough(MIA), "PERSON", true, MIA));
        callers.add(new Caller("a case app for a stranger", issuer.personThrough(STRANGER), "PERSON", false, STRANGER));
        callers.add(new Caller("a stranger", issuer.person(STRANGER), "PERSON", false, STRANGER));
        callers.add(new Caller("a guardian from outside", issuer.person(GUARDIAN), "PERSON", true, GUARDIAN));
        callers.add(new Caller(
                "a guardian whose time is over", issuer.person(FORMER_GUARDIAN), "PERSON", false, FORMER_GUARDIAN));
        for (String role : Stream.concat(
                        java.util.Arrays.stream(no.journeyledger.query.door.Role.values())
                                .map(Enum::name)
                                .filter(role -> !role.equals("PERSON")),
                        Stream.of(""))
                .toList()) {
            for (UUID service : List.of(OPENED_TO, NOT_OPENED_TO)) {
                String token = role.isEmpty()
                        ? issuer.worker(UUID.randomUUID(), service)
                        : issuer.worker(UUID.randomUUID(), service, role);
                callers.add(new Caller(
                        (role.isEmpty() ? "no role" : role)
                                + (service.equals(OPENED_TO) ? " of a service it is open to" : " of another service"),
                        token,
                        role,
                        service.equals(OPENED_TO) || !BY_CONSENT.contains(role),
                        null));
            }
        }
        return callers;
    }

    private static List<Endpoint> endpoints() throws IOException {
        var endpoints = new ArrayList<Endpoint>();
        try (Stream<Path> files = Files.list(OPENAPI)) {
            for (Path file : files.sorted().toList()) {
                try (Reader in = Files.newBufferedReader(file)) {
                    Map<String, Map<String, Map<String, Map<String, Object>>>> description = new Yaml().load(in);
                    boolean command = file.getFileName().toString().startsWith("command");
                    Objects.requireNonNull(description.get("paths"))
                            .forEach((path, operations) -> operations.forEach((method, operation) -> {
                                if (METHODS.contains(method)) {
                                    endpoints.add(new Endpoint(
                                            command, method.toUpperCase(Locale.ROOT), path, type(operation)));
                                }
                            }));
                }
            }
        }
        return endpoints;
    }

    /** What an operation says its body is written in. */
    private static String type(Map<?, ?> operation) {
        return operation.get("requestBody") instanceof Map<?, ?> body && body.get("content") instanceof Map<?, ?> types
                ? String.valueOf(types.keySet().iterator().next())
                : "application/json";
    }

    private String address(Endpoint endpoint) {
        return VARIABLE.matcher(endpoint.path()).replaceAll(variable -> switch (variable.group(1)) {
            case "journey" -> JOURNEY.toString();
            case "person" -> MIA.toString();
            case "fund" -> FUND.toString();
            case "name" -> "nonsense";
            case "version", "id", "position", "level", "number" -> "1";
            default -> UUID.randomUUID().toString();
        });
    }

    /** A call of a table as the description writes it: names of its parts and nothing of what they may be. */
    private static String described(String call) {
        return call.replaceAll("\\{\\*?([A-Za-z]+)(:[^}]*)?}", "{$1}");
    }

    private static boolean isOpenToEverybody(Endpoint endpoint) {
        return reach(endpoint).equals("EVERYBODY");
    }

    private static Set<String> roles(Endpoint endpoint) {
        if (endpoint.command()) {
            var roles = no.journeyledger.command.door.RoleTable.calls().get(endpoint.call());
            return roles == null ? Set.of() : roles.stream().map(Enum::name).collect(Collectors.toSet());
        }
        return no.journeyledger.query.door.RoleTable.LINES.stream()
                .filter(line -> described(line.call()).equals(endpoint.call()))
                .flatMap(line -> line.roles().stream())
                .map(Enum::name)
                .collect(Collectors.toSet());
    }

    private static String reach(Endpoint endpoint) {
        return no.journeyledger.query.door.RoleTable.LINES.stream()
                .filter(line -> !endpoint.command() && described(line.call()).equals(endpoint.call()))
                .map(line -> line.reach().name())
                .findFirst()
                .orElse("NO_PERSON");
    }

    /** Whether this caller should get past the door here. */
    private static boolean opens(Endpoint endpoint, Caller caller) {
        if (isOpenToEverybody(endpoint)) {
            return true;
        }
        if (!roles(endpoint).contains(caller.role())) {
            return false;
        }
        String reach = reach(endpoint);
        if (reach.equals("ONE_JOURNEY")) {
            return caller.opened()
                    && (!GUARDIAN.equals(caller.person())
                            || no.journeyledger.query.door.RoleTable.TO_REPRESENTATIVES.contains(endpoint.call()));
        }
        return !reach.equals("ONE_PERSON")
                || caller.person() == null
                || caller.person().equals(MIA);
    }

    @Test
    void nothing_is_open_that_no_row_opens() throws Exception {
        List<Endpoint> endpoints = endpoints();
        var undescribed =
                new TreeSet<>(no.journeyledger.command.door.RoleTable.calls().keySet());
        no.journeyledger.query.door.RoleTable.LINES.forEach(line -> undescribed.add(described(line.call())));
        endpoints.forEach(endpoint -> undescribed.remove(endpoint.call()));
        assertThat(undescribed).as("rows of the tables that no description has").isEmpty();
        assertThat(endpoints.stream().filter(endpoint -> roles(endpoint).isEmpty() && !isOpenToEverybody(endpoint)))
                .as("endpoints without a row")
                .isEmpty();

        var leaks = new ConcurrentSkipListMap<String, String>();
        var locked = new ConcurrentSkipListMap<String, String>();
        List<Caller> callers = callers();
        var closed = new AtomicInteger();
        var told = new AtomicInteger();
        var asked = new ArrayList<Callable<Void>>();
        for (Endpoint endpoint : endpoints) {
            for (Caller caller : callers) {
                asked.add(() -> {
                    ask(endpoint, caller, leaks, locked, closed, told);
                    return null;
                });
            }
        }
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (Future<Void> cell : threads.invokeAll(asked)) {
                cell.get();
            }
        }
        System.out.printf(
                "Access matrix: %d endpoints, %d callers, %d cells, %d of them closed, %d leaks%n",
                endpoints.size(), callers.size(), asked.size(), closed.get(), leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(locked).isEmpty();
        assertThat(told.get())
                .as("control: her words are told to those who may read them")
                .isPositive();
    }

    /** One cell of the matrix. */
    private void ask(
            Endpoint endpoint,
            Caller caller,
            Map<String, String> leaks,
            Map<String, String> locked,
            AtomicInteger closed,
            AtomicInteger told) {
        HttpResponse<String> answer = send(endpoint, address(endpoint), caller.token(), "{}");
        String cell = endpoint.call() + " by " + caller.name();
        String said = answer.statusCode() + " " + answer.body();
        boolean turnedAway = answer.statusCode() == 401
                || said.contains("role-missing")
                || said.contains("not-open-to-your-service")
                || said.contains("journey-unknown")
                || said.contains("person-unknown");
        if (opens(endpoint, caller)) {
            if (turnedAway) {
                locked.put(cell, said);
            }
        } else {
            closed.incrementAndGet();
            if (!turnedAway || answer.statusCode() < 400) {
                leaks.put(cell, said);
            }
        }
        boolean sees = caller.opened() && opens(endpoint, caller) && !endpoint.command();
        if (!sees && said.contains(CANARY)) {
            leaks.put(cell + " tells a name", said);
        }
        boolean seesHerWords =
                sees && (caller.person() == null || caller.person().equals(MIA));
        if (said.contains(HER_WORDS)) {
            if (seesHerWords) {
                told.incrementAndGet();
            } else {
                leaks.put(cell + " tells her words", said);
            }
        }
        if (reach(endpoint).equals("JOURNEYS") && !caller.opened() && said.contains(JOURNEY.toString())) {
            leaks.put(cell + " lists a closed journey", said);
        }
    }

    /** What a person may write, with bodies that would do if they were theirs. */
    @Test
    void nobody_writes_in_another_persons_place() {
        UUID third = UUID.randomUUID();
        String given = command(
                issuer.person(MIA),
                "/v1/journeys/" + JOURNEY + "/consents",
                "{\"person\": \"%s\", \"service\": \"%s\", \"information\": \"x\", \"purpose\": \"y\"}"
                        .formatted(MIA, third));
        String consent = given.replaceAll("(?s).*\"consent\":\"([^\"]+)\".*", "$1");
        Map<String, String> bodies = Map.of(
                "/consents",
                "{\"person\": \"%s\", \"service\": \"%s\", \"information\": \"x\", \"purpose\": \"y\"}"
                        .formatted(MIA, third),
                "/consents/" + consent + "/withdrawal",
                "{}",
                "/trusted-persons",
                "{\"person\": \"%s\", \"trusted\": \"%s\", \"name\": \"T\"}".formatted(MIA, third),
                "/ratings",
                "{\"person\": \"%s\", \"area\": \"HOUSING\", \"rating\": \"STABLE\", \"rater\": \"CITIZEN\"}"
                        .formatted(MIA),
                "/self-reports",
                """
                        {"person": "%s", "instrument": "WHO5", "instrumentVersion": "who5-1998-nb", "moment": "BEFORE",
                         "on": "2026-01-02", "language": "nb", "helperPresent": false, "declined": false,
                         "answers": [1, 2, 3, 4, 5]}""".formatted(MIA),
                "/leavings",
                "{\"person\": \"%s\"}".formatted(MIA));
        var written = new TreeMap<String, String>();
        bodies.forEach((path, body) -> {
            for (UUID other : List.of(ARON, STRANGER)) {
                HttpResponse<String> answer =
                        send(posted(path), "/v1/journeys/" + JOURNEY + path, issuer.person(other), body);
                if (answer.statusCode() < 400) {
                    written.put(
                            path + (other.equals(ARON) ? " by another of the household" : " by a stranger"),
                            answer.body());
                }
            }
        });
        assertThat(written).isEmpty();
        // Control: the same bodies do when they are the person's own.
        var refused = new TreeMap<String, String>();
        bodies.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("/leavings"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    HttpResponse<String> answer = send(
                            posted(entry.getKey()),
                            "/v1/journeys/" + JOURNEY + entry.getKey(),
                            issuer.person(MIA),
                            entry.getValue());
                    if (answer.statusCode() >= 400) {
                        refused.put(entry.getKey(), answer.body());
                    }
                });
        assertThat(refused).as("control").isEmpty();
    }

    /** Commands open to workers from elsewhere, which have stricter rules of their own; see {@code AccessPolicy}. */
    private static final Set<String> ASK_MORE = Set.of(
            "/consents/{consent}/withdrawal",
            "/decisions",
            "/decisions/{decision}/answers",
            "/decisions/{decision}/hearings",
            "/decisions/{decision}/taking",
            "/decisions/{decision}/withdrawal",
            "/decisions/{decision}/wording",
            "/mandates",
            "/mandates/{mandate}/revocation",
            "/meetings/{meeting}/confirmation",
            "/openings");

    /** Texts that a description cannot say are more than text. */
    private static final Map<String, Object> KNOWN =
            Map.of("instrumentVersion", "who5-1998-nb", "language", "nb", "declined", true);

    /** A body of which a description cannot say that it takes one part or the other. */
    private static final Map<String, String> WHOLE = Map.of("/benefits/{benefit}/valuation", """
            {"cashable": "NOT_CASH", "cashableReason": "r", "consequence": 1, "explanation": "e"}""");

    /**
     * A body that says everything an operation asks for, made from its description: whom it is about is a member of the household,
     * whatever else it names is not there.
     */
    private static @Nullable Object body(Map<String, Object> schemas, @Nullable String name, Map<?, ?> schema) {
        if (name != null && KNOWN.containsKey(name)) {
            return KNOWN.get(name);
        }
        if (schema.get("$ref") instanceof String reference) {
            return body(
                    schemas, name, (Map<?, ?>) Objects.requireNonNull(schemas.get(reference.replaceAll(".*/", ""))));
        }
        if (schema.get("enum") instanceof List<?> values) {
            return values.getFirst();
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "string" ->
                switch (String.valueOf(schema.get("format"))) {
                    case "uuid" -> MIA.toString();
                    case "date" -> "2026-01-02";
                    default -> schema.containsKey("pattern") ? "a-code" : "Said of somebody else's household";
                };
            case "integer", "number" -> schema.get("minimum") instanceof Number least ? least : (Object) 1;
            case "boolean" -> false;
            case "array" -> {
                Object one = body(schemas, null, (Map<?, ?>) Objects.requireNonNull(schema.get("items")));
                yield one == null ? List.of() : List.of(one);
            }
            default -> {
                var object = new TreeMap<String, Object>();
                if (schema.get("properties") instanceof Map<?, ?> parts
                        && schema.get("required") instanceof List<?> required) {
                    required.forEach(part ->
                            object.put(String.valueOf(part), body(schemas, String.valueOf(part), (Map<?, ?>)
                                    Objects.requireNonNull(parts.get(part)))));
                }
                yield object;
            }
        };
    }

    /** Every command on a journey, with a whole body. */
    private static Map<String, String> commandsOnAJourney() throws IOException {
        String onAJourney = "/v1/journeys/{journey}/";
        var bodies = new TreeMap<String, String>();
        try (Reader in = Files.newBufferedReader(OPENAPI.resolve("command-service.json"))) {
            Map<String, Map<String, Map<String, Map<String, Object>>>> description = new Yaml().load(in);
            Map<String, Map<String, Object>> components = new java.util.HashMap<>();
            Objects.requireNonNull(description.get("components"))
                    .forEach((kind, all) -> components.put(kind, Map.copyOf(all)));
            Map<String, Object> schemas = Objects.requireNonNull(components.get("schemas"));
            Objects.requireNonNull(description.get("paths")).forEach((path, operations) -> {
                Map<String, Object> post = operations.get("post");
                if (path.startsWith(onAJourney) && post != null) {
                    Object body = Map.of();
                    if (post.get("requestBody") instanceof Map<?, ?> request
                            && request.get("content") instanceof Map<?, ?> types
                            && types.get("application/json") instanceof Map<?, ?> type
                            && type.get("schema") instanceof Map<?, ?> schema) {
                        body = Objects.requireNonNull(body(schemas, null, schema));
                    }
                    String command = path.substring(onAJourney.length() - 1);
                    bodies.put(command, WHOLE.getOrDefault(command, JSON.writeValueAsString(body)));
                }
            });
        }
        return bodies;
    }

    /** Every command on a journey, with bodies that would do, by workers of services that are not around the household. */
    @Test
    void no_service_records_on_a_household_it_is_not_around() throws Exception {
        UUID openedByAronAlone = UUID.randomUUID();
        command(
                issuer.person(ARON),
                "/v1/journeys/" + JOURNEY + "/consents",
                "{\"person\": \"%s\", \"service\": \"%s\", \"information\": \"x\", \"purpose\": \"y\"}"
                        .formatted(ARON, openedByAronAlone));
        Map<String, String> strangers = Map.of(
                "of a service nobody opened anything to",
                issuer.worker(UUID.randomUUID(), NOT_OPENED_TO, "TEAM", "UNIT_HEAD"),
                "of a service another of the household opened their own to",
                issuer.worker(UUID.randomUUID(), openedByAronAlone, "TEAM", "UNIT_HEAD"));
        var leaks = new TreeMap<String, String>();
        var open = new TreeMap<String, String>();
        var locked = new TreeMap<String, String>();
        int closed = 0;
        Map<String, String> commands = commandsOnAJourney();
        assertThat(commands.keySet()).hasSizeGreaterThan(60).containsAll(ASK_MORE);
        for (Map.Entry<String, String> each : commands.entrySet()) {
            String path = each.getKey();
            var endpoint = new Endpoint(true, "POST", "/v1/journeys/{journey}" + path, "application/json");
            for (Map.Entry<String, String> stranger : strangers.entrySet()) {
                HttpResponse<String> answer = send(endpoint, address(endpoint), stranger.getValue(), each.getValue());
                String said = each.getValue() + " -> " + answer.statusCode() + " " + answer.body();
                boolean turnedAway = answer.statusCode() == 403 && said.contains("not-around-this-household");
                if (path.equals("/openings")) {
                    continue;
                }
                if (ASK_MORE.contains(path)) {
                    open.put(path, said);
                    if (answer.statusCode() < 400) {
                        leaks.put(path + " by a worker " + stranger.getKey(), said);
                    }
                } else {
                    closed++;
                    if (!turnedAway) {
                        leaks.put(path + " by a worker " + stranger.getKey(), said);
                    }
                }
            }
            String leader = issuer.worker(LEADER, OPENED_TO, "TEAM", "UNIT_HEAD");
            HttpResponse<String> around = dryRun(endpoint, leader, each.getValue());
            if (around.body().contains("not-around-this-household")) {
                locked.put(path, around.body());
            }
        }
        System.out.printf(
                "Access matrix: %d commands on a journey with whole bodies, %d cells by workers from elsewhere closed, %d leaks%n",
                commands.size(), closed, leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(open).hasSize(ASK_MORE.size() - 1);
        assertThat(locked).as("control: it is not the body that is turned away").isEmpty();
    }

    private HttpResponse<String> dryRun(Endpoint endpoint, String token, String body) {
        return send(endpoint, address(endpoint), token, body, "Dry-Run", "true");
    }

    /** An answer read as far as it is wanted. */
    private record Answered(HttpResponse<?> answer, String body) implements HttpResponse<String> {
        @Override
        public int statusCode() {
            return answer.statusCode();
        }

        @Override
        public HttpRequest request() {
            return answer.request();
        }

        @Override
        public java.util.Optional<HttpResponse<String>> previousResponse() {
            return java.util.Optional.empty();
        }

        @Override
        public java.net.http.HttpHeaders headers() {
            return answer.headers();
        }

        @Override
        public java.util.Optional<javax.net.ssl.SSLSession> sslSession() {
            return answer.sslSession();
        }

        @Override
        public URI uri() {
            return answer.uri();
        }

        @Override
        public HttpClient.Version version() {
            return answer.version();
        }
    }
}
