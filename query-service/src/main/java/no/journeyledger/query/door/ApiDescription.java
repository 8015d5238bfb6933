package no.journeyledger.query.door;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.journeyledger.events.Sealed;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The description of the API (OpenAPI 3.1): what the code says, and what holds for every question. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Asked.class)
                // An opened text; "[erased]" when the person's key was destroyed.
                .replaceWithClass(Sealed.class, String.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Investment-journey ledger: queries")
                        .version("v1")
                        .description(
                                "What people ask of the ledger. Every answer names in Ledger-Position the position it is true"
                                        + " for; min-position waits up to two seconds for a position, so that a client reads"
                                        + " its own writes. Lists come in pages: follow next with cursor until it is absent."
                                        + " Amounts are whole øre. Texts are in the language of Accept-Language, nb or en.")
                        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .servers(List.of(new Server().url("/").description("query-service")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        var fields = new LinkedHashMap<String, Schema<?>>();
        fields.put("type", new StringSchema().description("urn:journey-ledger:problem:<name>, stable"));
        fields.put("title", new StringSchema());
        fields.put("status", new IntegerSchema());
        fields.put("detail", new StringSchema().description("a sentence that says what to do"));
        var problem = new Schema<>().description("RFC 9457; facts of the problem are further fields");
        problem.addType("object");
        fields.forEach(problem::addProperty);
        return problem;
    }

    @Bean
    OperationCustomizer everyQuestion() {
        return (operation, method) -> {
            if (method.hasMethodAnnotation(Asked.InPages.class)) {
                var limit = new IntegerSchema();
                limit.setMinimum(BigDecimal.ONE);
                limit.setMaximum(BigDecimal.valueOf(Asked.LARGEST_LIMIT));
                limit.setDefault(Asked.STANDARD_LIMIT);
                operation.addParametersItem(query("limit", "how many items at most", limit));
                operation.addParametersItem(query("cursor", "next of the page before", new StringSchema()));
            }
            if (isAsked(method)) {
                operation.addParametersItem(query(
                        "min-position",
                        "the ledger position the answer must at least be true for",
                        new IntegerSchema().format("int64").minimum(BigDecimal.ZERO)));
            }
            describeAnswers(operation, isAsked(method));
            leftOutIsNotNull(operation);
            return operation;
        };
    }

    /** A parameter may be left out; there is no way to write null into an address. */
    private static void leftOutIsNotNull(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            Schema<?> schema = parameter.getSchema();
            if (schema != null && schema.getTypes() != null && schema.getTypes().contains("null")) {
                schema.setTypes(schema.getTypes().stream()
                        .filter(type -> !type.equals("null"))
                        .collect(Collectors.toSet()));
            }
        }
    }

    /** Whether it is asked by somebody who signed in, of views at a position. */
    private static boolean isAsked(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == Asked.class);
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter()
                .in("query")
                .name(name)
                .description(description)
                .required(false)
                .schema(schema);
    }

    private static void describeAnswers(Operation operation, boolean positioned) {
        if (positioned) {
            operation
                    .getResponses()
                    .values()
                    .forEach(answer -> answer.addHeaderObject(
                            Asking.POSITION_HEADER,
                            new Header()
                                    .description("the ledger position the answer is true for")
                                    .schema(new IntegerSchema().format("int64"))));
        }
        Map<Integer, String> problems = new TreeMap<>();
        for (AskingProblem problem : AskingProblem.values()) {
            if (problem.status() != 500 && problem.status() != 405 && problem.status() != 415) {
                problems.merge(problem.status(), problem.kebab(), (one, other) -> one + ", " + other);
            }
        }
        problems.forEach((status, names) -> operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status),
                        new ApiResponse()
                                .description(names)
                                .content(new Content()
                                        .addMediaType(
                                                Problems.MEDIA_TYPE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM))))));
    }

    /** Says who may ask what, from the one table that decides it. */
    @Bean
    OpenApiCustomizer whoMayAsk() {
        return api -> {
            var described = new Paths();
            api.getPaths().forEach((path, item) -> described.addPathItem(RoleTable.Line.described(path), item));
            api.setPaths(described);
            RoleTable.LINES.forEach(line -> describeRoles(api, line));
        };
    }

    private static void describeRoles(OpenAPI api, RoleTable.Line line) {
        var path = api.getPaths().get(line.described());
        if (path == null) {
            throw new IllegalStateException("nothing answers at " + line.path());
        }
        path.readOperationsMap().forEach((method, operation) -> {
            if (method.name().equals(line.method().name())) {
                String roles = line.reach() == Reach.EVERYBODY
                        ? "everybody, without a token"
                        : line.roles().stream().map(Role::name).sorted().collect(Collectors.joining(", "));
                String before = operation.getDescription();
                operation.setDescription((before == null ? "" : before + "\n\n") + "Open to: " + roles + ".");
            }
        });
    }
}
