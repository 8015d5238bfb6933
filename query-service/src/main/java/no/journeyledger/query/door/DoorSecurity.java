package no.journeyledger.query.door;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Nobody asks without a token, and each role asks only what {@link RoleTable} opens to it. Health, meters and the
 * description of the API are for whoever runs the service, on the loopback address.
 */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {

    private static final List<String> OPEN = List.of(
            "/actuator/health", "/actuator/health/*", "/actuator/prometheus", "/v3/api-docs", "/v3/api-docs.yaml");

    @Bean
    SecurityFilterChain door(HttpSecurity http, JwtDecoder decoder, Clock clock, Problems problems) {
        var readers = new Readers(decoder, clock);
        AuthenticationEntryPoint refuse = (request, response, why) -> {
            if (why instanceof IssuerSilent) {
                response.setHeader("Retry-After", "2");
                problems.send(request, response, AskingProblem.ISSUER_UNREACHABLE);
                return;
            }
            boolean triedToSignIn = request.getHeader("Authorization") != null;
            response.setHeader("WWW-Authenticate", triedToSignIn ? "Bearer error=\"invalid_token\"" : "Bearer");
            problems.send(request, response, triedToSignIn ? AskingProblem.TOKEN_REFUSED : AskingProblem.NOT_SIGNED_IN);
        };
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server ->
                        server.authenticationManagerResolver(request -> readers).authenticationEntryPoint(refuse))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse)
                        .accessDeniedHandler((request, response, why) ->
                                problems.send(request, response, AskingProblem.ROLE_MISSING)))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(OPEN.toArray(String[]::new)).permitAll();
                    for (RoleTable.Line line : RoleTable.LINES) {
                        var asked = requests.requestMatchers(line.method(), line.path());
                        if (line.reach() == Reach.EVERYBODY) {
                            asked.permitAll();
                        } else {
                            asked.hasAnyAuthority(
                                    line.roles().stream().map(Role::name).toArray(String[]::new));
                        }
                    }
                    requests.anyRequest().denyAll();
                })
                .build();
    }

    @Bean
    RequestRejectedHandler malformedRequests(Problems problems) {
        return (request, response, why) -> problems.send(request, response, AskingProblem.MALFORMED_HTTP);
    }

    @Bean
    Problems problems(Sentences sentences) {
        return new Problems(sentences);
    }

    @Bean
    Sentences sentences() {
        return new Sentences();
    }
}
