package no.journeyledger.standalone.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who asks for tokens: the page where people are in a session of their own, and the services' case app. */
final class Clients {

    /** The page of people's own sessions. What it gets is the person's own session at the ledger. */
    static final String OWN_SESSION = "own-session";

    /** The case app. What it gets by itself is of no use at the ledger; what it exchanges says that it acts. */
    static final String CASE_APP = "case-app";

    private static final Duration CODE = Duration.ofMinutes(1);

    private Clients() {}

    /** Where the page of people's own sessions gets its codes. */
    static URI ownSessionRedirect(URI issuer) {
        return issuer.resolve("/own-session/signed-in");
    }

    /** Where the case app gets its codes; the port is the app's own choice (RFC 8252). */
    static URI caseAppRedirect() {
        return URI.create("http://127.0.0.1/case-app/signed-in");
    }

    /** A client's secret, made the first time it is asked for. */
    static String secret(Path folder, String client) {
        return SecretFiles.word(folder.resolve("clients").resolve(client));
    }

    static List<RegisteredClient> registered(URI issuer, Path folder, PasswordEncoder secrets, Duration validity) {
        return List.of(
                client(OWN_SESSION, folder, secrets, validity)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(ownSessionRedirect(issuer).toString())
                        .scope(OidcScopes.OPENID)
                        .build(),
                client(CASE_APP, folder, secrets, validity)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                        .redirectUri(caseAppRedirect().toString())
                        .scope(OidcScopes.OPENID)
                        .build());
    }

    private static RegisteredClient.Builder client(
            String name, Path folder, PasswordEncoder secrets, Duration validity) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .clientId(name)
                .clientSecret(secrets.encode(secret(folder, name)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE)
                        .accessTokenTimeToLive(validity)
                        .build());
    }
}
