package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private static final String REFERRAL = """
            {"name": "Somebody", "birthDate": "1990-01-01", "door": "SELF"}""";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void nobody_comes_in_without_a_token() {
        var reply = service.post("", "/v1/journeys", REFERRAL);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("not-signed-in");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(service.post("", "/v1/nothing/here", REFERRAL).status()).isEqualTo(401);
        assertThat(service.post("", "/", REFERRAL).status()).isEqualTo(401);
        assertThat(service.post("", "/actuator/env", REFERRAL).status()).isEqualTo(401);
    }

    @Test
    void a_token_is_refused_when_it_is_forged_expired_or_meant_for_others() {
        var tokens = service.tokens;
        UUID id = UUID.randomUUID();

        refused("not.a.token");
        refused(" ");
        refused("two words");
        for (String header : new String[] {"Basic a2FyaTpub3Jh", "Bearer", "bearer", "Bearer\t"}) {
            assertThat(service.post("", "/v1/journeys", REFERRAL, "Authorization", header)
                            .status())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(service.post("", "/v1/journeys?access_token=" + tokens.person(id), REFERRAL)
                        .status())
                .isEqualTo(401);
        refused(tokens.token(claims -> claims.subject(id.toString()).claim("kind", "PERSON"), new TestTokens()));
        refused(tokens.token(claims -> claims.subject(id.toString())
                .claim("kind", "PERSON")
                .expirationTime(Date.from(Instant.now().minusSeconds(600)))));
        refused(tokens.token(
                claims -> claims.subject(id.toString()).claim("kind", "PERSON").expirationTime(null)));
        refused(tokens.token(
                claims -> claims.subject(id.toString()).claim("kind", "PERSON").audience("another")));
        refused(tokens.token(
                claims -> claims.subject(id.toString()).claim("kind", "PERSON").issuer("https://another")));
    }

    @Test
    void a_token_is_refused_when_it_does_not_say_who_acts() {
        var tokens = service.tokens;
        UUID id = UUID.randomUUID();

        refused(tokens.token(claims -> claims.subject("kari").claim("kind", "PERSON")));
        refused(tokens.token(claims -> claims.subject(id.toString())));
        refused(tokens.token(claims -> claims.subject(id.toString()).claim("kind", "LEDGER")));
        refused(tokens.token(claims -> claims.subject(id.toString()).claim("kind", "WORKER")));
        refused(tokens.token(
                claims -> claims.subject(id.toString()).claim("kind", "PERSON").claim("act", "app")));
    }

    @Test
    void a_call_is_refused_when_the_role_does_not_allow_it() {
        UUID id = UUID.randomUUID();
        var journey = "/v1/journeys/" + UUID.randomUUID();

        forbidden(service.tokens.person(id), "/v1/journeys");
        forbidden(service.tokens.person(id), journey + "/mandates");
        forbidden(
                service.tokens.worker(id, UUID.randomUUID(), "AUDITOR", "ANALYST", "OPERATOR"), journey + "/leavings");
        forbidden(service.tokens.worker(id, UUID.randomUUID()), "/v1/journeys");
        forbidden(service.tokens.worker(id, UUID.randomUUID(), "PERSON"), journey + "/leavings");
        forbidden(service.tokens.worker(id, UUID.randomUUID(), "TEAM"), "/v1/funds");
    }

    @Test
    void health_is_open_to_whoever_runs_the_service() {
        assertThat(service.send("", "GET", "/actuator/health/liveness", new byte[0])
                        .status())
                .isEqualTo(200);
        assertThat(service.send("", "GET", "/actuator/health/readiness", new byte[0])
                        .status())
                .isEqualTo(200);
        assertThat(new String(
                        service.send("", "GET", "/actuator/prometheus", new byte[0])
                                .bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("ledger_append");
    }

    private static void refused(String token) {
        long before = service.head();
        var reply = service.post(token, "/v1/journeys", REFERRAL);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(401);
        assertThat(reply.problem()).isEqualTo("token-refused");
        assertThat(service.head()).isEqualTo(before);
    }

    private static void forbidden(String token, String path) {
        long before = service.head();
        var reply = service.post(token, path, "{}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("role-missing");
        assertThat(service.head()).isEqualTo(before);
    }
}
