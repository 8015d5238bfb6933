package no.journeyledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Peer R behind HTTP: reads a small JSON body and commits one row. No authentication, no rule, no idempotency, no
 * sealing: what is left when everything the ledger promises is taken away.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
class RawInsertServer {

    /** Arguments are Spring's: {@code --server.port}, {@code --raw.url}, {@code --raw.user}, {@code --raw.pool}. */
    public static void main(String[] arguments) {
        SpringApplication.run(RawInsertServer.class, arguments);
    }

    @Bean
    DataSource rawDataSource(Environment settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.getRequiredProperty("raw.url"));
        config.setUsername(settings.getRequiredProperty("raw.user"));
        config.setMaximumPoolSize(settings.getRequiredProperty("raw.pool", Integer.class));
        config.setAutoCommit(true);
        return new HikariDataSource(config);
    }

    @Bean
    RawInserts rawInserts(DataSource source) {
        return new RawInserts(source);
    }

    @RestController
    static class Front {
        private final RawInserts inserts;

        Front(RawInserts inserts) {
            this.inserts = inserts;
        }

        @PostMapping("/rows")
        Map<String, Long> insert(@RequestBody Map<String, String> body) throws SQLException {
            return Map.of("position", inserts.insertOne(String.valueOf(body.get("remark"))));
        }
    }
}
