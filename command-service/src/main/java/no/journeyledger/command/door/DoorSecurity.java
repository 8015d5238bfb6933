package no.journeyledger.command.door;

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

/** Nobody comes in without a token; health and meters are for whoever runs the service, on the loopback address. */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {

    private static final List<String> OPEN = List.of("/actuator/health", "/actuator/health/*", "/actuator/prometheus");

    @Bean
    SecurityFilterChain signingIn(HttpSecurity http, JwtDecoder decoder, Clock clock, Problems problems) {
        var tokens = new Tokens(decoder, clock);
        AuthenticationEntryPoint refuse = (request, response, why) -> {
            boolean triedToSignIn = request.getHeader("Authorization") != null;
            response.setHeader("WWW-Authenticate", triedToSignIn ? "Bearer error=\"invalid_token\"" : "Bearer");
            problems.send(request, response, triedToSignIn ? DoorProblem.TOKEN_REFUSED : DoorProblem.NOT_SIGNED_IN);
        };
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server ->
                        server.authenticationManagerResolver(ignored -> tokens).authenticationEntryPoint(refuse))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse)
                        .accessDeniedHandler((request, response, ignored) ->
                                problems.send(request, response, DoorProblem.ROLE_MISSING)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    RequestRejectedHandler malformedRequests(Problems problems) {
        return (request, response, ignored) -> problems.send(request, response, DoorProblem.MALFORMED_HTTP);
    }
}
