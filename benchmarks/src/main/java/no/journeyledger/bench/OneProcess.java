package no.journeyledger.bench;

import java.util.ArrayList;
import no.journeyledger.command.CommandServiceApplication;
import no.journeyledger.query.QueryServiceApplication;
import no.journeyledger.store.PushHub;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Both services in one JVM, as the standalone composes them, but on a PostgreSQL that is there already. */
final class OneProcess {

    private static final String QUERY_PORT = "--query.port=";
    private static final String PORT = "--server.port=";

    private OneProcess() {}

    /** Arguments are Spring's; {@code --query.port} is where the query service listens. */
    public static void main(String[] arguments) {
        var hub = new PushHub();
        var queries = new ArrayList<String>();
        for (String argument : arguments) {
            if (argument.startsWith(QUERY_PORT)) {
                queries.add(PORT + argument.substring(QUERY_PORT.length()));
            } else if (!argument.startsWith(PORT)) {
                queries.add(argument);
            }
        }
        with(hub, QueryServiceApplication.application()).run(queries.toArray(String[]::new));
        with(hub, CommandServiceApplication.application()).run(arguments);
    }

    private static SpringApplicationBuilder with(PushHub hub, SpringApplicationBuilder service) {
        return service.initializers(context -> context.getBeanFactory().registerSingleton("pushHub", hub));
    }
}
