package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Nobody comes in without a token; health and meters are for whoever runs the service, on the loopback address. */
@Configuration(proxyBeanMethods = false)
class DoorSecurity {

    private static final String BEARER = "Bearer ";
    private static final List<String> OPEN = List.of("/actuator/health", "/actuator/health/*", "/actuator/prometheus");

    @Bean
    SecurityFilterChain signingIn(HttpSecurity http, JwtDecoder decoder, Clock clock, Problems problems) {
        var tokens = new Tokens(decoder, clock);
        AuthenticationEntryPoint refuse = (request, response, why) -> {
            if (why instanceof IssuerSilent) {
                response.setHeader("Retry-After", "2");
                problems.send(request, response, DoorProblem.ISSUER_UNREACHABLE);
                return;
            }
            boolean triedToSignIn = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader("WWW-Authenticate", triedToSignIn ? "Bearer error=\"invalid_token\"" : "Bearer");
            problems.send(request, response, triedToSignIn ? DoorProblem.TOKEN_REFUSED : DoorProblem.NOT_SIGNED_IN);
        };
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.authenticationConverter(DoorSecurity::bearerToken)
                        .authenticationManagerResolver(ignored -> tokens)
                        .authenticationEntryPoint(refuse))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse)
                        .accessDeniedHandler((request, response, ignored) ->
                                problems.send(request, response, DoorProblem.ROLE_MISSING)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** The token of the Authorization header, and of no other place. Whether it is one at all is found out by verifying it. */
    private static @Nullable Authentication bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (header.length() <= BEARER.length() || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new InvalidBearerTokenException("not a bearer token");
        }
        return new BearerTokenAuthenticationToken(header.substring(BEARER.length()));
    }

    /** The firewall's own check of header values is a regular expression, asked again each time a header is read. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(DoorSecurity::hasNoControls);
        firewall.setAllowedHeaderValues(DoorSecurity::hasNoControls);
        return firewall;
    }

    private static boolean hasNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    @Bean
    RequestRejectedHandler malformedRequests(Problems problems) {
        return (request, response, ignored) -> problems.send(request, response, DoorProblem.MALFORMED_HTTP);
    }
}
