package no.journeyledger.query.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** Whose tokens are believed: signature, time, audience and issuer. */
@Configuration(proxyBeanMethods = false)
class TokenWiring {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(QuerySettings settings, ResourceLoader resources, Clock clock) {
        String publicKey = settings.jwt().publicKey();
        String issuer = settings.jwt().issuer();
        if (publicKey != null && !publicKey.isBlank()) {
            NimbusJwtDecoder decoder =
                    NimbusJwtDecoder.withPublicKey(read(publicKey, resources)).build();
            decoder.setJwtValidator(validator(settings.jwt()));
            return decoder;
        }
        if (issuer != null && !issuer.isBlank()) {
            // The issuer need not be up before the first token comes.
            return new SupplierJwtDecoder(() -> {
                NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                        .restOperations(asking())
                        .cache(new IssuerKeys(clock))
                        .build();
                decoder.setJwtValidator(validator(settings.jwt()));
                return decoder;
            });
        }
        throw new CannotOpen(
                "Neither LEDGER_JWT_PUBLIC_KEY nor LEDGER_JWT_ISSUER is set: one of them says whose tokens are believed.",
                null);
    }

    /** Nobody waits long for an issuer that is away. */
    private static RestOperations asking() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(2));
        requests.setReadTimeout(Duration.ofSeconds(5));
        return new RestTemplate(requests);
    }

    private static OAuth2TokenValidator<Jwt> validator(QuerySettings.Jwt believed) {
        String issuer = believed.issuer();
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(new JwtTimestampValidator(Duration.ofSeconds(believed.clockSkewSeconds())));
        validators.add(new JwtClaimValidator<@Nullable Object>(JwtClaimNames.EXP, expiry -> expiry != null));
        validators.add(new JwtClaimValidator<@Nullable List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(believed.audience())));
        if (issuer != null && !issuer.isBlank()) {
            validators.add(new JwtIssuerValidator(issuer));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }

    private static RSAPublicKey read(String location, ResourceLoader resources) {
        boolean resource = location.startsWith("classpath:") || location.startsWith("file:");
        try (InputStream in =
                resource ? resources.getResource(location).getInputStream() : Files.newInputStream(Path.of(location))) {
            RSAPublicKey key = RsaKeyConverters.x509().convert(in);
            if (key != null) {
                return key;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotOpen(
                    "The tokens' public key cannot be read: LEDGER_JWT_PUBLIC_KEY is " + location
                            + ", which is no readable RSA public key in PEM.",
                    e);
        }
        throw new CannotOpen("The tokens' public key in " + location + " is no RSA public key.", null);
    }
}
