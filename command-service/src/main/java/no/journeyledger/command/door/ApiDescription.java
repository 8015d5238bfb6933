package no.journeyledger.command.door;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.journeyledger.command.Created;
import no.journeyledger.events.journey.AmountLine;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Describes what every call has in common: the headers it takes, the answer it gives, the problems it may meet, the roles
 * that may make it. Only loaded where the description is generated.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String JSON = "application/json";
    private static final List<String> OF_A_QUESTION = List.of("If-Match", Calls.PURPOSE, "Accept-Language");
    private static final List<String> OF_A_STREAM = List.of(Calls.DRY_RUN, Calls.PURPOSE, "Accept-Language");
    private static final String WOULD_RECORD = "WouldRecord";
    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "Malformed: not JSON, an unknown field, a wrong type, an invalid value, a missing header"),
            Map.entry("401", "No token, or one that is not valid here"),
            Map.entry("403", "The role, or the caller's place around the household, does not allow it"),
            Map.entry("404", "No such journey, fund or other thing in the path"),
            Map.entry("409", "Not possible as things stand; or the same request is under way; or others were faster"),
            Map.entry("412", "If-Match names a version that is no longer the newest"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body is not application/json"),
            Map.entry(
                    "422",
                    "Not accepted: the rule refuses, or what was asked makes no sense here; or the key was reused"),
            Map.entry("503", "The ledger cannot be reached; repeat with the same Idempotency-Key"));

    private static final String PERSON = "0197a000-0000-7000-8000-000000000001";
    private static final String OTHER = "0197a000-0000-7000-8000-000000000002";
    private static final String HASH = "3u0SMrZ1J3T6mV1m8yq0i8Qf9b0mGk3o0m1c2nYp7bE";

    /** Bodies that work as they stand, but for their ids. */
    private static final Map<String, Map<String, Object>> EXAMPLES = Map.of(
            "capture-refer",
            Map.of(
                    "name",
                    "Kari",
                    "birthDate",
                    "1988-02-03",
                    "door",
                    "SCHOOL_OR_KINDERGARTEN",
                    "wish",
                    "A door of our own"),
            "decision-propose",
            Map.of(
                    "kind",
                    "BUDGET",
                    "wording",
                    "The housing office pays a deposit of 48 000 kroner for a new flat.",
                    "budget",
                    Map.of(
                            "action",
                            "ALLOCATE",
                            "measure",
                            OTHER,
                            "lines",
                            List.of(Map.of(
                                    "fund", OTHER, "payingService", OTHER, "year", 2026, "amountOre", 4_800_000)))),
            "decision-answer",
            Map.of(
                    "person",
                    PERSON,
                    "wordingHash",
                    HASH,
                    "answer",
                    "AGREES",
                    "means",
                    "SELF_SERVICE",
                    "ownWords",
                    "Yes!"),
            "decision-take",
            Map.of("weighing", "Both agree, and the flat is near the school."),
            "meeting-confirm",
            Map.of("answers", List.of(Map.of("answer", OTHER, "wordingHash", HASH))));

    /** The documents that questions are answered with, and what they are made of. */
    private final Map<String, Schema<?>> told = new TreeMap<>();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
    }

    @Bean
    OpenApiCustomizer whatEveryCallShares() {
        return api -> {
            api.info(new Info()
                    .title("Investment-journey ledger: commands")
                    .version("v1")
                    .description(
                            "What may happen on a citizen's investment journey. Every command is recorded once under"
                                    + " its Idempotency-Key and answers with the ledger position and the version it is true for."
                                    + " Amounts are whole øre. Ids are UUIDs; where one may be left out the ledger makes it.")
                    .license(new License()
                            .name("EUPL-1.2")
                            .url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12")));
            api.servers(List.of(new Server().url("http://127.0.0.1:8080").description("Where it listens by default")));
            components(api)
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"))
                    .addSchemas(PROBLEM, problem());
            headers().forEach(header -> components(api).addParameters(header.getName(), header));
            new TreeMap<>(PROBLEMS)
                    .forEach((status, description) ->
                            components(api).addResponses(status, problemResponse(description)));
            api.security(List.of(new SecurityRequirement().addList("bearer")));
            told.forEach((name, schema) -> components(api).addSchemas(name, schema));
            components(api).addSchemas(WOULD_RECORD, wouldRecord());
            components(api).setSchemas(new TreeMap<>(components(api).getSchemas()));
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> roles(operation, method + " " + path)));
        };
    }

    @Bean
    OperationCustomizer whatACallAnswers() {
        return (operation, handler) -> {
            var answers = handler.getMethodAnnotation(Answers.class);
            var tells = handler.getMethodAnnotation(Tells.class);
            if (answers == null && tells == null) {
                return operation;
            }
            operation.operationId(handler.getBeanType()
                            .getSimpleName()
                            .replace("Controller", "")
                            .toLowerCase(Locale.ROOT)
                    + "-" + handler.getMethod().getName());
            if (tells != null) {
                for (String header : tells.as().equals(JSON) ? OF_A_QUESTION : OF_A_STREAM) {
                    operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + header));
                }
                operation.responses(responsesOf(tells.value(), tells.as()));
                return operation;
            }
            if (answers == null) {
                return operation;
            }
            Map<String, Object> example = EXAMPLES.get(operation.getOperationId());
            if (example != null && operation.getRequestBody() != null) {
                operation
                        .getRequestBody()
                        .getContent()
                        .values()
                        .forEach(body -> body.setExample(new TreeMap<>(example)));
            }
            for (Parameter header : headers()) {
                operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + header.getName()));
            }
            var call = handler.getMethodAnnotation(PostMapping.class);
            String path = call == null ? "" : call.value()[0];
            operation.responses(responses(answers.value(), aggregate(path)));
            return operation;
        };
    }

    /** What an answer names as that which changed. */
    private static String aggregate(String path) {
        if (path.startsWith("/v1/funds")) {
            return "fund";
        }
        if (path.startsWith("/v1/persons")) {
            return "person";
        }
        return path.startsWith("/v1/parameters") ? "parameters" : "journey";
    }

    private static void roles(Operation operation, String call) {
        String roles = RoleTable.calls().getOrDefault(call, Set.of()).stream()
                .map(Role::name)
                .sorted()
                .collect(Collectors.joining(" or "));
        String said = operation.getDescription() == null ? "" : operation.getDescription() + " ";
        operation.description(said + "For " + roles + ".");
    }

    private static List<Parameter> headers() {
        return List.of(
                header(Calls.IDEMPOTENCY_KEY, "A new value for each new command, the same when it is repeated", true)
                        .schema(new StringSchema().minLength(1).maxLength(100))
                        .example("5f0c7a54-referral"),
                header("If-Match", "The version the client acts upon, from an earlier ETag", false)
                        .example("\"7\""),
                header(Calls.EFFECTIVE_AT, "When it took effect, if earlier than now", false)
                        .schema(new StringSchema().format("date-time")),
                header(Calls.PURPOSE, "Why, nothing personal", false).schema(new StringSchema().maxLength(200)),
                header(
                                Calls.DRY_RUN,
                                "true to find out what would come of it: nothing is recorded, the key is not needed nor used",
                                false)
                        .schema(new BooleanSchema()),
                header("Accept-Language", "The language of sentences: nb or en", false),
                header(
                                "Prefer",
                                "wait=n holds the answer for up to n seconds (10 at most) until what was recorded is"
                                        + " sealed in the log; Preference-Applied says that it was",
                                false)
                        .example("wait=2"));
    }

    private static Parameter header(String name, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(new StringSchema());
    }

    private static ApiResponses responses(Class<? extends Created> created, String aggregate) {
        var responses = new ApiResponses();
        responses.addApiResponse(
                Door.isNew(created) ? "201" : "200",
                new ApiResponse()
                        .description("Recorded, durably")
                        .addHeaderObject(
                                "ETag",
                                new Header().description("The version now").schema(new StringSchema()))
                        .addHeaderObject(
                                Door.LEDGER_POSITION,
                                new Header()
                                        .description("Ask the query side for at least this position to read it back")
                                        .schema(new IntegerSchema().format("int64")))
                        .addHeaderObject(
                                "Link",
                                new Header()
                                        .description("Where the offline proof of the last recorded event is,"
                                                + " rel=\"urn:journey-ledger:proof\"; there as soon as it is sealed, within"
                                                + " about a second")
                                        .schema(new StringSchema()))
                        .addHeaderObject(
                                "Preference-Applied",
                                new Header()
                                        .description("wait=n when it was sealed before this answer was given")
                                        .schema(new StringSchema()))
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(
                                                        Door.isNew(created)
                                                                ? answer(created, aggregate)
                                                                : dryRun(answer(created, aggregate))))));
        if (Door.isNew(created)) {
            responses.addApiResponse(
                    "200",
                    new ApiResponse()
                            .description("Of a dry run: what would be answered and recorded. Nothing was recorded")
                            .content(new Content()
                                    .addMediaType(
                                            "application/json",
                                            new MediaType().schema(dryRun(answer(created, aggregate))))));
        }
        addProblems(responses);
        return responses;
    }

    private ApiResponses responsesOf(Class<?> document, String media) {
        var resolved = ModelConverters.getInstance(true).readAllAsResolvedSchema(document);
        resolved.referencedSchemas.forEach(told::put);
        String name = resolved.schema.getName() == null ? document.getSimpleName() : resolved.schema.getName();
        told.put(name, resolved.schema);
        var responses = new ApiResponses();
        responses.addApiResponse(
                "200",
                new ApiResponse()
                        .description(
                                media.equals(JSON)
                                        ? "As things stand. Nothing was recorded"
                                        : "The results, line by line")
                        .content(new Content()
                                .addMediaType(
                                        media,
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + name)))));
        addProblems(responses);
        return responses;
    }

    private static void addProblems(ApiResponses responses) {
        for (String status : new TreeMap<>(PROBLEMS).keySet()) {
            responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + status));
        }
    }

    private static Schema<?> dryRun(Schema<?> answer) {
        answer.addProperty("dryRun", new BooleanSchema().description("Of a dry run only: true"));
        answer.addProperty(
                "wouldRecord",
                new ArraySchema()
                        .items(new Schema<>().$ref("#/components/schemas/" + WOULD_RECORD))
                        .description("Of a dry run only: what would be recorded, in order"));
        return answer;
    }

    private static Schema<?> wouldRecord() {
        var event = new ObjectSchema();
        event.description("An event that would be recorded; docs/event-catalogue.md tells of each type");
        event.addProperty(
                "aggregate", new StringSchema().format("uuid").description("On which journey, fund or claim"));
        event.addProperty("revision", new IntegerSchema());
        event.addProperty("type", new StringSchema().example("journey.decision-refused"));
        return event;
    }

    private static ApiResponse problemResponse(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                Problems.MEDIA_TYPE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> answer(Class<? extends Created> created, String aggregate) {
        var answer = new ObjectSchema();
        answer.addProperty(aggregate, new StringSchema().format("uuid"));
        Schema<?> named = ModelConverters.getInstance(true).readAllAsResolvedSchema(created).schema;
        if (named.getProperties() != null) {
            named.getProperties().forEach((name, schema) -> answer.addProperty(name, inline(schema)));
        }
        answer.addProperty("version", new IntegerSchema().format("int64").description("As in ETag"));
        answer.addProperty("position", new IntegerSchema().format("int64").description("As in Ledger-Position"));
        return answer;
    }

    /** Amount lines are described where they stand, since nothing else refers to them. */
    private static Schema<?> inline(Schema<?> schema) {
        if (schema.getItems() != null && schema.getItems().get$ref() != null) {
            schema.setItems(ModelConverters.getInstance(true).readAllAsResolvedSchema(AmountLine.class).schema);
        }
        return schema;
    }

    private static Components components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        return api.getComponents();
    }

    private static Schema<?> problem() {
        var missing = new ObjectSchema();
        missing.addProperty("person", new StringSchema().format("uuid"));
        missing.addProperty("reason", new StringSchema());
        missing.addProperty("message", new StringSchema());
        missing.addProperty("fact", new StringSchema());
        var problem = new ObjectSchema();
        problem.description("A problem document (RFC 9457); further members are the facts of the problem.");
        problem.addProperty("type", new StringSchema().description("Stable, " + Problems.TYPE_PREFIX + "..."));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("What to do, for the case worker"));
        problem.addProperty("field", new StringSchema().description("The path of the field, where it is about one"));
        problem.addProperty(
                "reason", new StringSchema().description("Of a refused decision: the first rule that was not met"));
        problem.addProperty(
                "missing",
                new ArraySchema().items(missing).description("Of a refused decision: each person and what is missing"));
        problem.addProperty("policyVersion", new StringSchema());
        problem.addProperty("version", new IntegerSchema().format("int64"));
        problem.addProperty("position", new IntegerSchema().format("int64"));
        dryRun(problem);
        problem.required(List.of("type", "title", "status", "detail"));
        // As text, so that the order of its members is the same every day.
        problem.example("""
                {"type": "%srefused", "title": "Not accepted", "status": 422, \
                "detail": "No decision without the citizen: nobody has recorded what the person thinks of this wording. \
                Record their answer, or propose a new wording.", "reason": "NOT_TAKEN_PART", \
                "missing": [{"person": "%s", "reason": "NOT_TAKEN_PART"}], \
                "policyVersion": "2026-01", "version": 31, "position": 1042}""".formatted(Problems.TYPE_PREFIX, PERSON));
        return problem;
    }
}
