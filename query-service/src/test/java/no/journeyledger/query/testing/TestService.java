package no.journeyledger.query.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import no.journeyledger.query.QueryServiceApplication;
import no.journeyledger.query.projection.ViewsJson;
import no.journeyledger.query.projection.ViewsSchema;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.personal.FilePersonKeys;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.personal.PersonalDataVault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;

/** The query service as it runs, asked from outside over HTTP with real tokens. */
public final class TestService implements AutoCloseable {

    private static final String ISSUER = "https://issuer.test";
    private static final KeyPair KEYS = keyPair();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final int port;

    private TestService(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Where a service's keys lie. */
    public record Keys(Path kek, Path folder, Path publicKey) {

        public static Keys in(Path folder) throws IOException {
            Path kek = folder.resolve("kek.json");
            KeyEncryptionKey.createIfMissing(kek);
            Path pem = folder.resolve("issuer.pem");
            Files.writeString(
                    pem,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(KEYS.getPublic().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n");
            return new Keys(kek, folder.resolve("persons"), pem);
        }

        public PersonalDataVault vault() {
            return new PersonalDataVault(new FilePersonKeys(folder, KeyEncryptionKey.load(kek)));
        }
    }

    public static TestService start(TestLedger ledger, Keys keys, String... settings) {
        return new TestService(QueryServiceApplication.application()
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("pushHub", PushHub.class, () -> ledger.hub()))
                .run(java.util.stream.Stream.concat(
                                java.util.Arrays.stream(settings),
                                java.util.stream.Stream.of(
                                        "--server.port=0",
                                        "--ledger.db.url=" + ledger.url(),
                                        "--ledger.reader.user=" + LedgerSchema.READER,
                                        "--ledger.views.user=" + ViewsSchema.WRITER,
                                        "--ledger.kek.file=" + keys.kek(),
                                        "--ledger.keys.dir=" + keys.folder(),
                                        "--ledger.jwt.public-key=" + keys.publicKey(),
                                        "--ledger.jwt.issuer=" + ISSUER))
                        .toArray(String[]::new)));
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return ViewsJson.mapper().readTree(response.body());
        }

        public String body() {
            return response.body();
        }

        public @Nullable String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    public Answer get(String path, @Nullable String token) {
        return call("GET", path, token, "en");
    }

    public Answer get(String path, @Nullable String token, String language) {
        return call("GET", path, token, language);
    }

    public Answer call(String method, String path, @Nullable String token, String language, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Accept-Language", language);
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int port() {
        return port;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public static String worker(String... roles) {
        return token(TestLedger.WORKER, "WORKER", roles, Instant.now().plusSeconds(600), "journey-ledger", ISSUER);
    }

    public static String person(UUID person) {
        return token(person, "PERSON", new String[0], Instant.now().plusSeconds(600), "journey-ledger", ISSUER);
    }

    /** Somebody who works for another service, and says why they read. */
    public static String workerOf(UUID worker, UUID service, String purpose, String... roles) {
        return signed(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("journey-ledger")
                .subject(worker.toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("kind", "WORKER")
                .claim("service", service.toString())
                .claim("purpose", purpose)
                .claim("roles", List.of(roles)));
    }

    public static String token(
            UUID subject, String kind, String[] roles, Instant expires, String audience, String issuer) {
        return signed(new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject.toString())
                .expirationTime(Date.from(expires))
                .claim("kind", kind)
                .claim("service", TestLedger.SERVICE.toString())
                .claim("purpose", "FOLLOW_UP")
                .claim("roles", List.of(roles)));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims.build());
            token.sign(new RSASSASigner(KEYS.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
