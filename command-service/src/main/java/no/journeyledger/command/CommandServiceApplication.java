package no.journeyledger.command;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command service: commands over HTTP, recorded in the ledger. Settings: {@code command-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
public class CommandServiceApplication {

    /**
     * Starts the service alone, as its own process, with settings from the environment.
     *
     * @param args Spring Boot's command-line arguments
     */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, for whoever composes it with others; its settings file has a name of its own, so that they can meet. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandServiceApplication.class)
                .properties("spring.config.name=command-service");
    }
}
