package no.journeyledger.standalone.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Spring Authorization Server with a login page, and nothing of what the two services are made of. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
class IssuerWiring {

    /** Signing in is done anew for each token, so that two people can try the ledger in one browser. */
    private static final int SIGNED_IN_SECONDS = 60;

    /**
     * What the issuer is started with.
     *
     * @param address its own address, which is its name
     * @param folder where its keys and secrets lie
     * @param people who can sign in
     * @param caseApp the id of the services' case app
     * @param validity how long a token is good for
     */
    record Given(URI address, Path folder, People people, UUID caseApp, Duration validity) {}

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        var signedIn = new SavedRequestAwareAuthenticationSuccessHandler();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/own-session", "/own-session/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.successHandler((request, response, who) -> {
                    request.getSession().setMaxInactiveInterval(SIGNED_IN_SECONDS);
                    signedIn.onAuthenticationSuccess(request, response, who);
                }))
                .build();
    }

    @Bean
    PasswordEncoder words() {
        return new Hashed();
    }

    @Bean
    UserDetailsService accounts(Given given, PasswordEncoder words) {
        String password = words.encode(given.people().password());
        return name -> given.people()
                .find(name)
                .map(account -> User.withUsername(account.id().toString())
                        .password(password)
                        .authorities("PERSON")
                        .build())
                .orElseThrow(() -> UsernameNotFoundException.fromUsername("nobody of that name"));
    }

    @Bean
    RegisteredClientRepository clients(Given given, PasswordEncoder words) {
        return new InMemoryRegisteredClientRepository(
                Clients.registered(given.address(), given.folder(), words, given.validity()));
    }

    @Bean
    Granted granted(Given given) {
        return new Granted(given.validity());
    }

    @Bean
    WhatTokensSay whatTokensSay(Given given, Granted granted) {
        return new WhatTokensSay(given.people(), given.caseApp(), granted);
    }

    @Bean
    SigningKeys keys(Given given) {
        return SigningKeys.in(AuthorizationServer.keys(given.folder()));
    }

    @Bean
    JwtEncoder signed(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(newestFirst -> newestFirst.getFirst());
        return encoder;
    }

    @Bean
    JwtDecoder ownTokens(SigningKeys keys) {
        return NimbusJwtDecoder.withJwkSource(keys).build();
    }

    @Bean
    AuthorizationServerSettings name(Given given) {
        return AuthorizationServerSettings.builder()
                .issuer(given.address().toString())
                .build();
    }

    @Bean
    OwnSession ownSession(Given given) {
        return new OwnSession(given.address(), given.folder(), given.people());
    }
}
