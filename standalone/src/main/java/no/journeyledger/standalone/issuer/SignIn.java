package no.journeyledger.standalone.issuer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.journeyledger.standalone.demo.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs people in at the issuer over HTTP, step by step as a browser would: the login page, the code (PKCE, RFC 7636), the
 * token. Whoever has the keys folder can do that for everybody.
 */
public final class SignIn implements Tokens, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration REMEMBERED = Duration.ofMinutes(3);
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final URI issuer;
    private final Path folder;
    private final People people;
    private final JsonMapper json = new JsonMapper();
    private final SecureRandom random = new SecureRandom();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cache<List<Object>, String> workers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** The issuer gave no token; the message says what it answered. */
    public static final class NotSignedIn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSignedIn(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Prepares; nothing is asked yet.
     *
     * @param issuer the issuer's address
     * @param folder the issuer's folder
     * @param people who can sign in
     */
    public SignIn(URI issuer, Path folder, People people) {
        this.issuer = issuer;
        this.folder = folder;
        this.people = people;
    }

    @Override
    public String worker(UUID id, UUID service, String... roles) {
        return workers.get(List.of(id, service, Arrays.asList(roles)), key -> {
            people.add(id, service, List.of(roles));
            return ownSession(id);
        });
    }

    @Override
    public String person(UUID id) {
        return ownSession(id);
    }

    @Override
    public String personThrough(UUID id) {
        return begunAnew(
                () -> exchanged(atCaseApp(id), token(Clients.CASE_APP, Map.of("grant_type", "client_credentials"))));
    }

    private String ownSession(UUID id) {
        return begunAnew(() -> code(Clients.OWN_SESSION, Clients.ownSessionRedirect(issuer), id));
    }

    /** An issuer that was started anew between two steps knows nothing of the first: it is begun again. */
    private static String begunAnew(Supplier<String> steps) {
        for (int left = TRIES; ; left--) {
            try {
                return steps.get();
            } catch (NotSignedIn e) {
                if (left <= 1) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** What the case app gets when somebody signs in with it: of no use at the ledger before it is exchanged. */
    public String atCaseApp(UUID id) {
        return code(Clients.CASE_APP, Clients.caseAppRedirect(), id);
    }

    /**
     * What the case app gets at the ledger for a token it was given (RFC 8693).
     *
     * @param subject for whom it acts
     * @param actor its own token, {@code null} to say nothing of who acts
     * @throws NotSignedIn when the issuer does not exchange it
     */
    public String exchanged(String subject, @Nullable String actor) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", TOKEN_EXCHANGE);
        form.put("subject_token", subject);
        form.put("subject_token_type", ACCESS_TOKEN);
        if (actor != null) {
            form.put("actor_token", actor);
            form.put("actor_token_type", ACCESS_TOKEN);
        }
        return token(Clients.CASE_APP, form);
    }

    private String code(String client, URI redirect, UUID who) {
        String verifier = random(32);
        HttpResponse<String> page = send(request("/login").GET());
        HttpResponse<String> signedIn = send(request("/login")
                .header("Cookie", cookie(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "username",
                        who.toString(),
                        "password",
                        people.password(),
                        "_csrf",
                        found(CSRF, page.body()))))));
        if (signedIn.headers().firstValue("Location").orElse("").contains("error")) {
            throw new NotSignedIn("The issuer does not let " + who + " sign in.", null);
        }
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", client);
        asked.put("redirect_uri", redirect.toString());
        asked.put("scope", "openid");
        asked.put("state", random(8));
        asked.put("code_challenge", challenge(verifier));
        asked.put("code_challenge_method", "S256");
        HttpResponse<String> granted = send(request("/oauth2/authorize?" + form(asked))
                .header("Cookie", cookie(signedIn))
                .GET());
        return token(
                client,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        found(CODE, granted.headers().firstValue("Location").orElse("nowhere")),
                        "redirect_uri",
                        redirect.toString(),
                        "code_verifier",
                        verifier));
    }

    /**
     * What the token endpoint gives a client.
     *
     * @param client the client's name
     * @param form what it asks with
     * @throws NotSignedIn when it gives nothing
     */
    public String token(String client, Map<String, String> form) {
        String secret = Clients.secret(folder, client);
        HttpResponse<String> answer = send(request("/oauth2/token")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.US_ASCII)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form))));
        JsonNode document = json.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new NotSignedIn(
                    "The issuer gives " + client + " no token: "
                            + document.path("error").asString("?") + ".",
                    null);
        }
        return document.path("access_token").asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(issuer.resolve(path)).timeout(PATIENCE);
    }

    /** An issuer that is just starting is waited for. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest asked = request.build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return http.send(asked, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw new NotSignedIn("The issuer at " + issuer + " does not answer.", e);
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotSignedIn("Signing in was interrupted.", e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSignedIn("Signing in was interrupted.", e);
        }
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new NotSignedIn("The issuer answers what was not expected.", null);
        }
        return matcher.group(1);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String random(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
