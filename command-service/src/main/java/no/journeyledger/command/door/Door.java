package no.journeyledger.command.door;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.decision.DecisionRejection;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.store.ConcurrentAppend;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.StoredAnswer;
import no.journeyledger.store.axon.Answer;
import no.journeyledger.store.axon.CommandDoor;
import no.journeyledger.store.axon.DryRun;
import no.journeyledger.store.axon.DryRuns;
import no.journeyledger.store.axon.IdempotencyKeyReused;
import no.journeyledger.store.axon.RequestInFlight;
import no.journeyledger.store.axon.StaleVersion;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Leads a command to the aggregate it is for, with the circumstances it came in, and its outcome back out. An answer is
 * kept without the version and the position it is true for; those are added from the same stored record each time it is
 * given, so that a repeated request gets the same bytes.
 */
public final class Door {

    /** The circumstances of the command under way on this thread. */
    private static final ScopedValue<Circumstances> CIRCUMSTANCES = ScopedValue.newInstance();

    /** The header that says which ledger position an answer is true for. */
    public static final String LEDGER_POSITION = "Ledger-Position";

    private static final String JSON = "application/json";
    private static final String TAKING = "POST /v1/journeys/{journey}/decisions/{decision}/taking";

    /** What a command is on: how it is named in answers, and what is said when there is none. */
    private enum Aggregate {
        JOURNEY("journey", DoorProblem.JOURNEY_UNKNOWN),
        FUND("fund", DoorProblem.FUND_UNKNOWN),
        PERSON("person", DoorProblem.PERSON_UNKNOWN),
        PARAMETERS("parameters", DoorProblem.PATH_UNKNOWN);

        private final String named;
        private final DoorProblem unknown;

        Aggregate(String named, DoorProblem unknown) {
            this.named = named;
            this.unknown = unknown;
        }
    }

    private static final Set<Class<? extends Created>> NOTHING_NEW = Set.of(
            Created.Nothing.class,
            Created.Assessment.class,
            Created.Enrolment.class,
            Created.Trust.class,
            Created.Taken.class,
            Created.Leaving.class,
            Created.Release.class,
            Created.Erasure.class);

    private final CommandDoor commands;
    private final DryRuns dryRuns;
    private final FirstEvents firstEvents;
    private final Readings readings;
    private final Problems problems;
    private final JsonMapper json;
    private final String municipality;
    private final CommandMeters meters;

    /**
     * A door.
     *
     * @param commands records
     * @param dryRuns finds out without recording
     * @param firstEvents tells journeys from funds
     * @param readings records what is told of persons and stands nowhere else
     * @param problems words refusals
     * @param json writes answers
     * @param municipality whose ledger this is
     * @param meters counts
     */
    public Door(
            CommandDoor commands,
            DryRuns dryRuns,
            FirstEvents firstEvents,
            Readings readings,
            Problems problems,
            JsonMapper json,
            String municipality,
            CommandMeters meters) {
        this.commands = commands;
        this.dryRuns = dryRuns;
        this.firstEvents = firstEvents;
        this.readings = readings;
        this.problems = problems;
        this.json = json;
        this.municipality = municipality;
        this.meters = meters;
    }

    /** The circumstances of the command that is on its way through the door on this thread. */
    public static Circumstances circumstances() {
        return CIRCUMSTANCES.get();
    }

    /** Sends a command that came in by no call, such as one of the ledger's own, under circumstances of its own. */
    public static <T> T under(Circumstances circumstances, Supplier<T> sending) {
        return ScopedValue.where(CIRCUMSTANCES, circumstances).call(sending::get);
    }

    /**
     * The person a journey was opened for.
     *
     * @throws TurnedAway when there is no such journey
     */
    public UUID citizenOf(UUID journey) {
        return firstEvents.citizenOf(journey).orElseThrow(() -> new TurnedAway(DoorProblem.JOURNEY_UNKNOWN));
    }

    /** Answers a command that opens a journey or a fund. */
    public <R extends Rejection> ResponseEntity<byte[]> open(
            Call call, UUID id, Object command, Capability<R> capability) {
        return answer(call, id, null, command, capability, Aggregate.JOURNEY);
    }

    /** Answers a command on a journey. */
    public <R extends Rejection> ResponseEntity<byte[]> onJourney(
            Call call, UUID journey, Object command, Capability<R> capability) {
        citizenOf(journey);
        return answer(call, journey, null, command, capability, Aggregate.JOURNEY);
    }

    /** The same, for a command about one person, on whose behalf somebody else may be acting in their own session. */
    public <R extends Rejection> ResponseEntity<byte[]> onJourney(
            Call call, UUID journey, UUID person, Object command, Capability<R> capability) {
        citizenOf(journey);
        return answer(call, journey, person, command, capability, Aggregate.JOURNEY);
    }

    /** Answers a command on a fund. */
    public <R extends Rejection> ResponseEntity<byte[]> onFund(
            Call call, UUID fund, Object command, Capability<R> capability) {
        if (!firstEvents.isFund(fund)) {
            throw new TurnedAway(DoorProblem.FUND_UNKNOWN);
        }
        return answer(call, fund, null, command, capability, Aggregate.FUND);
    }

    /** Answers a command on the one book of parameters, which need not be there yet. */
    public <R extends Rejection> ResponseEntity<byte[]> onParameters(
            Call call, UUID book, Object command, Capability<R> capability) {
        return answer(call, book, null, command, capability, Aggregate.PARAMETERS);
    }

    /** Answers a command about a person as such, which is on the person's own file. */
    public <R extends Rejection> ResponseEntity<byte[]> onPerson(
            Call call, UUID file, Object command, Capability<R> capability) {
        return answer(call, file, null, command, capability, Aggregate.PERSON);
    }

    /** Answers what was rejected before any command was made of it. */
    public <R extends Rejection> ResponseEntity<byte[]> reject(Call call, R rejection, Capability<R> capability) {
        StoredAnswer answer = rejected(call, rejection, capability);
        meters.count(rejection.getClass(), "rejected");
        return ResponseEntity.status(answer.status())
                .header(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .body(answer.body());
    }

    private <R extends Rejection> ResponseEntity<byte[]> answer(
            Call call,
            UUID target,
            @Nullable UUID person,
            Object command,
            Capability<R> capability,
            Aggregate aggregate) {
        Class<?> kind = command.getClass();
        try {
            if (call.dryRun()) {
                DryRun<Outcome<?>> tried = ScopedValue.where(CIRCUMSTANCES, circumstances(call))
                        .call(() -> dryRuns.dryRun(target, command, metadata(call, person), call.expectedVersion()));
                meters.count(kind, "dry-run");
                recordWhatIsTold(call, target, tried.result());
                return respond(tried, encode(call, aggregate, target, tried.result(), capability));
            }
            Answer<Outcome<?>> answer = ScopedValue.where(CIRCUMSTANCES, circumstances(call))
                    .call(() -> commands.<Outcome<?>>dispatch(
                            target,
                            command,
                            metadata(call, person),
                            call.request().get(),
                            call.expectedVersion(),
                            outcome -> encode(call, aggregate, target, outcome, capability)));
            meters.count(kind, outcome(answer.result()));
            if (answer.result() instanceof Outcome.Rejected<?> rejected
                    && rejected.rejection() instanceof DecisionRejection.Refused refused) {
                meters.refused(refused.reason());
            }
            return respond(answer);
        } catch (RuntimeException failure) {
            throw turnedAway(kind, aggregate, failure);
        }
    }

    /** A refusal that is only tried stands nowhere on the journey, and still tells of persons. */
    private void recordWhatIsTold(Call call, UUID journey, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Rejected<?> rejected
                && rejected.rejection() instanceof DecisionRejection.Refused refused) {
            List<UUID> persons = refused.missing().stream()
                    .map(Missing::person)
                    .filter(Objects::nonNull)
                    .toList();
            if (!persons.isEmpty()) {
                readings.ofTheTeam(call, TAKING, journey, persons);
            }
        }
    }

    /**
     * Asks a journey something and records nothing.
     *
     * @param question handled like a command, by a handler that answers with an {@code A}
     * @return the answer, with the version and position it is true for
     */
    public <A> DryRun<A> ask(Call call, UUID journey, Object question) {
        citizenOf(journey);
        try {
            DryRun<A> answer = ScopedValue.where(CIRCUMSTANCES, circumstances(call))
                    .call(() -> dryRuns.dryRun(journey, question, metadata(call, null), call.expectedVersion()));
            meters.count(question.getClass(), "asked");
            return answer;
        } catch (RuntimeException failure) {
            throw turnedAway(question.getClass(), Aggregate.JOURNEY, failure);
        }
    }

    /** Answers a question with a document, and with the version and position it is true for. */
    public ResponseEntity<byte[]> tell(DryRun<?> asked, Object document) {
        var response = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, JSON)
                .header(LEDGER_POSITION, Long.toString(asked.position()));
        if (asked.version() != null) {
            response.header(HttpHeaders.ETAG, "\"" + asked.version() + "\"");
        }
        return response.body(json.writeValueAsBytes(document));
    }

    /** The sentence of a key, in the language. */
    public String say(Locale language, String key) {
        return problems.sentences().say(language, key);
    }

    /** The sentence of a rejection, in the language. */
    public String say(Locale language, Rejection rejection) {
        return problems.sentences().say(language, rejection.messageKey(), arguments(json.valueToTree(rejection)));
    }

    private static Circumstances circumstances(Call call) {
        return new Circumstances(call.actor(), call.receivedAt(), call.today(), call.effectiveOn(), call.dryRun());
    }

    private RuntimeException turnedAway(Class<?> kind, Aggregate aggregate, RuntimeException failure) {
        if (failure instanceof StaleVersion stale) {
            meters.count(kind, "stale");
            var facts = new LinkedHashMap<String, Object>();
            facts.put("expected", stale.expected());
            if (stale.actual() != null) {
                facts.put("version", stale.actual());
            }
            return new TurnedAway(DoorProblem.STALE_VERSION, facts);
        }
        record Known(String outcome, DoorProblem problem) {}
        Known known = switch (failure) {
            case IdempotencyKeyReused ignored -> new Known("key-reused", DoorProblem.IDEMPOTENCY_KEY_REUSED);
            case RequestInFlight ignored -> new Known("in-flight", DoorProblem.REQUEST_IN_FLIGHT);
            case ConcurrentAppend ignored -> new Known("conflict", DoorProblem.CONCURRENT_APPEND);
            case LedgerUnavailable ignored -> new Known("unavailable", DoorProblem.LEDGER_UNAVAILABLE);
            case AggregateNotFoundException ignored -> new Known("unknown", aggregate.unknown);
            default -> null;
        };
        if (known == null) {
            return failure;
        }
        meters.count(kind, known.outcome());
        return new TurnedAway(known.problem());
    }

    private EventMetadata metadata(Call call, @Nullable UUID person) {
        boolean forAnother = person != null
                && call.actor().kind() == Actor.Kind.PERSON
                && !person.equals(call.actor().id());
        return new EventMetadata(
                municipality,
                call.actor(),
                forAnother ? person : null,
                call.purpose(),
                call.effectiveAt(),
                call.correlation(),
                call.correlation());
    }

    private <R extends Rejection> StoredAnswer encode(
            Call call, Aggregate kind, UUID target, Outcome<?> outcome, Capability<R> capability) {
        return switch (outcome) {
            case Outcome.Done<?> done ->
                new StoredAnswer(statusOf(done.created()), body(kind.named, target, done.created()));
            case Outcome.Rejected<?> rejected -> rejected(call, rejected.rejection(), capability);
        };
    }

    private byte[] body(String aggregate, UUID target, Created created) {
        var named = new StringBuilder(json.writeValueAsString(created));
        boolean namesItself = created instanceof Created.Referral
                || created instanceof Created.Fund
                || created instanceof Created.Erasure
                || created instanceof Created.LegalHold;
        if (!namesItself) {
            String first = "\"" + aggregate + "\":\"" + target + "\"";
            named.insert(1, named.length() > 2 ? first + "," : first);
        }
        return named.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the answer is that something new is there now: 201 rather than 200. */
    static boolean isNew(Class<? extends Created> created) {
        return !NOTHING_NEW.contains(created);
    }

    private static int statusOf(Created created) {
        return isNew(created.getClass()) ? 201 : 200;
    }

    private StoredAnswer rejected(Call call, Rejection rejection, Capability<?> capability) {
        int status = capability.statusOf(rejection);
        Locale language = call.language();
        Sentences sentences = problems.sentences();
        JsonNode node = json.valueToTree(rejection);
        var facts = new LinkedHashMap<String, Object>();
        for (Map.Entry<String, JsonNode> fact : node.properties()) {
            facts.put(fact.getKey(), fact.getValue());
        }
        String detail;
        if (rejection instanceof DecisionRejection.Refused refused) {
            detail = sentences.say(language, "refusal." + refused.reason().name());
            facts.put(
                    "missing",
                    refused.missing().stream()
                            .map(missing -> missing(missing, language))
                            .toList());
        } else {
            detail = say(language, rejection);
        }
        String title = sentences.say(language, "door.status." + status);
        return new StoredAnswer(status, problems.write(rejection.code(), status, title, detail, facts));
    }

    private Map<String, Object> missing(Missing missing, Locale language) {
        var document = new LinkedHashMap<String, Object>();
        if (missing.person() != null) {
            document.put("person", missing.person());
        }
        document.put("reason", missing.reason());
        document.put(
                "message",
                problems.sentences().say(language, "refusal." + missing.reason().name()));
        if (missing.fact() != null) {
            document.put("fact", missing.fact());
        }
        return document;
    }

    private static Object[] arguments(JsonNode facts) {
        return facts.valueStream()
                .map(value -> value.isContainer() ? value.toString() : value.asString())
                .toArray();
    }

    /** What would be answered, and what would be recorded. Nothing is new: what is 201 when it is done is 200 here. */
    private ResponseEntity<byte[]> respond(DryRun<?> tried, StoredAnswer would) {
        int status = would.status() == 201 ? 200 : would.status();
        var events = tried.events().stream()
                .map(event -> Map.of(
                        "aggregate", event.aggregate(),
                        "type", event.type().name(),
                        "revision", event.type().revision()))
                .<Map<String, Object>>map(TreeMap::new)
                .toList();
        return respond(
                status,
                would.body(),
                tried.version(),
                tried.position(),
                ",\"dryRun\":true,\"wouldRecord\":" + json.writeValueAsString(events));
    }

    private static ResponseEntity<byte[]> respond(Answer<?> answer) {
        return respond(answer.stored().status(), answer.stored().body(), answer.version(), answer.position(), "");
    }

    private static ResponseEntity<byte[]> respond(
            int status, byte[] body, @Nullable Long version, @Nullable Long position, String last) {
        var response = ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, status < 400 ? JSON : Problems.MEDIA_TYPE);
        var more = new StringBuilder();
        if (version != null) {
            response.header(HttpHeaders.ETAG, "\"" + version + "\"");
            more.append(",\"version\":").append(version.longValue());
        }
        if (position != null) {
            response.header(LEDGER_POSITION, position.toString());
            more.append(",\"position\":").append(position.longValue());
        }
        more.append(last).append('}');
        return response.body(spliced(body, more.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The object without its last brace, and then the rest. */
    private static byte[] spliced(byte[] object, byte[] rest) {
        byte[] whole = new byte[object.length - 1 + rest.length];
        System.arraycopy(object, 0, whole, 0, object.length - 1);
        System.arraycopy(rest, 0, whole, object.length - 1, rest.length);
        return whole;
    }

    private static String outcome(@Nullable Outcome<?> outcome) {
        if (outcome == null) {
            return "replayed";
        }
        return switch (outcome) {
            case Outcome.Done<?> ignored -> "done";
            case Outcome.Rejected<?> rejected ->
                rejected.rejection() instanceof DecisionRejection.Refused ? "refused" : "rejected";
        };
    }
}
