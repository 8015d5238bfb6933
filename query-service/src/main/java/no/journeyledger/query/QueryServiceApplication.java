package no.journeyledger.query;

import no.journeyledger.query.wiring.StartFailure;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The query service: questions over HTTP, answered from views of the ledger. Settings: {@code query-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
public class QueryServiceApplication {

    /**
     * Starts the service alone, as its own process, with settings from the environment.
     *
     * @param args Spring Boot's command-line arguments
     */
    @SuppressWarnings("SystemOut") // the one thing whoever starts the service has to read
    public static void main(String[] args) {
        try {
            application().run(args);
        } catch (RuntimeException e) {
            String sentence = StartFailure.sentence(e);
            if (sentence == null) {
                throw e;
            }
            System.err.println(sentence);
            System.exit(1);
        }
    }

    /** The service, for whoever composes it with others; its settings file has a name of its own, so that they can meet. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QueryServiceApplication.class)
                .properties("spring.config.name=query-service");
    }
}
