package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import no.journeyledger.standalone.demo.DemoPeople;
import no.journeyledger.standalone.issuer.AuthorizationServer;
import no.journeyledger.standalone.issuer.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Both services know the issuer by its address alone: what they take from it, and what they refuse from everybody else. */
@ExtendWith(SharedStandalone.class)
class TheIssuerIsBelievedAndNobodyElseTest {

    private static final String LEDGER = "journey-ledger";

    private static String get(StandaloneProcess standalone, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(issuer(standalone) + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static URI issuer(StandaloneProcess standalone) {
        return AuthorizationServer.address(standalone.issuerPort());
    }

    private static Path folder(StandaloneProcess standalone) {
        return standalone.keys().resolve("issuer");
    }

    private static Map<String, Object> claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_it_publishes_is_what_any_client_needs_and_no_secret(StandaloneProcess standalone)
            throws IOException, InterruptedException, ParseException {
        String description = get(standalone, "/.well-known/openid-configuration");
        assertThat(description)
                .contains(
                        "\"issuer\":\"" + issuer(standalone) + "\"",
                        "\"token_endpoint\"",
                        "\"authorization_endpoint\"",
                        "token-exchange",
                        "S256");
        String keys = get(standalone, "/oauth2/jwks");
        assertThat(JWKSet.parse(keys).getKeys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.isPrivate()).isFalse());
        assertThat(get(standalone, "/")).contains("<code>mia</code>", "<code>privacy-officer</code>");
    }

    @Test
    void a_case_app_never_gets_what_is_somebodys_own_session(StandaloneProcess standalone) {
        SignIn signIn = standalone.tokens();
        UUID somebody = UUID.randomUUID();
        String own = signIn.person(somebody);
        assertThat(claims(own))
                .containsEntry("sub", somebody.toString())
                .containsEntry("kind", "PERSON")
                .containsEntry("aud", List.of(LEDGER))
                .doesNotContainKey("act");

        Map<String, Object> acting = Map.of("sub", DemoPeople.CASE_APP.toString());
        String atCaseApp = signIn.atCaseApp(somebody);
        assertThat(claims(atCaseApp)).containsEntry("aud", List.of("case-app"));
        for (String exchanged : List.of(signIn.exchanged(atCaseApp, null), signIn.personThrough(somebody))) {
            assertThat(claims(exchanged))
                    .containsEntry("sub", somebody.toString())
                    .containsEntry("aud", List.of(LEDGER))
                    .containsEntry("act", acting);
            assertThat(claims(signIn.exchanged(exchanged, null)))
                    .as("exchanged again")
                    .containsEntry("act", acting);
        }
        var refused = new LinkedHashMap<String, Runnable>();
        refused.put("an own session is exchanged", () -> signIn.exchanged(own, null));
        refused.put("an own session is said to act", () -> signIn.exchanged(atCaseApp, own));
        refused.put("anything is exchanged", () -> signIn.exchanged("anything", null));
        refused.put(
                "the page of own sessions gets a token for itself",
                () -> signIn.token("own-session", Map.of("grant_type", "client_credentials")));
        refused.put(
                "a password is sent instead of signing in",
                () -> signIn.token(
                        "case-app", Map.of("grant_type", "password", "username", "mia", "password", "guessed")));
        refused.put(
                "a code is guessed",
                () -> signIn.token(
                        "own-session",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                "guessed",
                                "redirect_uri",
                                issuer(standalone) + "/own-session/signed-in",
                                "code_verifier",
                                "A".repeat(43))));
        refused.forEach(
                (way, attempt) -> assertThatThrownBy(attempt::run).as(way).isInstanceOf(SignIn.NotSignedIn.class));
    }

    @Test
    void through_a_case_app_nobody_answers_as_if_they_were_there(StandaloneProcess standalone) {
        Ledger ledger = standalone.client();
        String path = "/v1/journeys/" + DemoPeople.OPEN_JOURNEY + "/decisions/" + DemoPeople.OPEN_DECISION;
        new Views(standalone).caughtUp();
        String hash = ledger.ask(standalone.tokens().person(DemoPeople.MIA.id()), path)
                .expectAccepted()
                .text("wordingHash");
        Answer answer = ledger.command(
                standalone.tokens().personThrough(DemoPeople.MIA.id()),
                path + "/answers",
                Ledger.body(
                        "person",
                        DemoPeople.MIA.id(),
                        "wordingHash",
                        hash,
                        "answer",
                        "AGREES",
                        "means",
                        "SELF_SERVICE"));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    @Test
    void other_tokens_are_refused_by_both_services_with_a_problem_document(StandaloneProcess standalone)
            throws IOException, GeneralSecurityException, JOSEException, ParseException {
        SignIn signIn = standalone.tokens();
        UUID somebody = UUID.randomUUID();
        SignedJWT real = SignedJWT.parse(signIn.person(somebody));
        PrivateKey key = key(standalone);
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey another = generator.generateKeyPair().getPrivate();
        Instant now = Instant.now();

        var good = new LinkedHashMap<String, String>();
        good.put("the real one", real.serialize());
        good.put(
                "expired within the skew",
                signed(
                        real,
                        key,
                        claims -> claims.issueTime(Date.from(now.minusSeconds(300)))
                                .notBeforeTime(Date.from(now.minusSeconds(300)))
                                .expirationTime(Date.from(now.minusSeconds(15)))));
        good.put(
                "from a clock ahead within the skew",
                signed(real, key, claims -> claims.notBeforeTime(Date.from(now.plusSeconds(15)))));
        good.forEach((name, token) -> statuses(standalone, token, somebody)
                .forEach(status -> assertThat(status.status()).as(name).isNotEqualTo(401)));

        var bad = new LinkedHashMap<String, String>();
        bad.put("another issuer", signed(real, key, claims -> claims.issuer("https://issuer.example")));
        bad.put("another audience", signed(real, key, claims -> claims.audience("another")));
        bad.put("what a case app has before it is exchanged", signIn.atCaseApp(somebody));
        bad.put("the case app itself", signIn.token("case-app", Map.of("grant_type", "client_credentials")));
        bad.put(
                "expired",
                signed(
                        real,
                        key,
                        claims -> claims.issueTime(Date.from(now.minusSeconds(300)))
                                .notBeforeTime(Date.from(now.minusSeconds(300)))
                                .expirationTime(Date.from(now.minusSeconds(60)))));
        bad.put("never expiring", signed(real, key, claims -> claims.expirationTime(null)));
        bad.put("not yet", signed(real, key, claims -> claims.notBeforeTime(Date.from(now.plusSeconds(90)))));
        bad.put("unsigned", new PlainJWT(real.getJWTClaimsSet()).serialize());
        bad.put("signed with another key of the same name", signed(real, another, claims -> {}));
        bad.put(
                "signed with a key nobody knows",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("unknown")
                                .build(),
                        real.getJWTClaimsSet(),
                        new RSASSASigner(another)));
        bad.put(
                "signed with a shared secret",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(real.getHeader().getKeyID())
                                .build(),
                        real.getJWTClaimsSet(),
                        new MACSigner(new byte[64])));
        bad.put("cut off", real.serialize().substring(0, real.serialize().length() - 8));
        bad.forEach((name, token) -> statuses(standalone, token, somebody).forEach(answer -> {
            assertThat(answer.status()).as(name).isEqualTo(401);
            assertThat(answer.text("type")).as(name).isEqualTo("urn:journey-ledger:problem:token-refused");
        }));
    }

    @Test
    void a_changed_key_is_taken_at_once_and_the_one_before_it_for_a_while(StandaloneProcess standalone)
            throws IOException, GeneralSecurityException, JOSEException, ParseException {
        UUID somebody = UUID.randomUUID();
        PrivateKey before = key(standalone);
        SignedJWT old = SignedJWT.parse(standalone.tokens().person(somebody));

        AuthorizationServer.changeKey(folder(standalone));
        SignedJWT fresh = SignedJWT.parse(standalone.tokens().person(somebody));
        assertThat(fresh.getHeader().getKeyID()).isNotEqualTo(old.getHeader().getKeyID());
        // Keys are asked for once a second at most, and another test may just have made them be asked for.
        Started.pause(java.time.Duration.ofMillis(1_100));
        for (String token : List.of(
                fresh.serialize(),
                old.serialize(),
                signed(old, before, claims -> claims.jwtID("signed a moment ago")))) {
            statuses(standalone, token, somebody)
                    .forEach(answer ->
                            assertThat(answer.status()).as(answer.text()).isNotEqualTo(401));
        }
    }

    /** What both services answer somebody with a token; whatever it is, it changes nothing. */
    private static List<Answer> statuses(StandaloneProcess standalone, String token, UUID somebody) {
        return List.of(
                standalone.client().ask(token, "/v1/persons/" + somebody + "/reads"),
                standalone
                        .client()
                        .command(
                                token,
                                UUID.randomUUID().toString(),
                                "/v1/journeys/" + UUID.randomUUID() + "/leavings",
                                "{}"));
    }

    /** The key that signs: the newest in the issuer's folder. */
    private static PrivateKey key(StandaloneProcess standalone) throws IOException, GeneralSecurityException {
        try (var files = Files.list(folder(standalone).resolve("keys"))) {
            Path newest = files.max(java.util.Comparator.comparingInt(file ->
                            Integer.parseInt(String.valueOf(file.getFileName()).replace(".key", ""))))
                    .orElseThrow();
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(newest)));
        }
    }

    private static String signed(SignedJWT like, PrivateKey key, Consumer<JWTClaimsSet.Builder> otherwise)
            throws JOSEException, ParseException {
        var claims = new JWTClaimsSet.Builder(like.getJWTClaimsSet());
        otherwise.accept(claims);
        return signed(like.getHeader(), claims.build(), new RSASSASigner(key));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
