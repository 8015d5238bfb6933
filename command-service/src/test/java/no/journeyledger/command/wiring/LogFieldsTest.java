package no.journeyledger.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** A structured log line, made with the service's own settings. */
class LogFieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "gelf", "logstash"})
    void a_field_that_is_not_on_the_list_is_in_no_line(String format) throws Exception {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("service", new ClassPathResource("command-service.yml"))
                .forEach(environment.getPropertySources()::addLast);
        var context = new LoggerContext();
        context.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        var event = new LoggingEvent(
                "x", context.getLogger("no.journeyledger.Somewhere"), Level.INFO, "what happened", null, null);
        event.setMDCPropertyMap(Map.of("person", "Kari", "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        event.setKeyValuePairs(List.of(new KeyValuePair("somethingNew", "Kari")));
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line)
                .contains("what happened", "no.journeyledger.Somewhere", "INFO")
                .doesNotContain("Kari")
                .doesNotContain("person")
                .doesNotContain("somethingNew");
    }
}
