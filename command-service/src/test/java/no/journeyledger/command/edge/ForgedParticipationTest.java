package no.journeyledger.command.edge;

import static no.journeyledger.command.edge.Story.joining;
import static no.journeyledger.command.edge.Story.taking;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.journeyledger.command.edge.RunningService.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way a worker, a case app or a relative can try to make it look as if the citizen took part. */
class ForgedParticipationTest {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static long recorded(String type, String containing) {
        try (var connection = service.database.owner().getConnection();
                var select = connection.prepareStatement("""
                        SELECT count(*) FROM ledger.event e JOIN ledger.event_type t ON t.id = e.type
                        WHERE t.name = ? AND convert_from(e.payload, 'UTF8') LIKE ?
                        """)) {
            select.setString(1, type);
            select.setString(2, "%" + containing + "%");
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(UUID person) {
        return new JWTClaimsSet.Builder()
                .issuer(TestTokens.ISSUER)
                .audience("journey-ledger")
                .subject(person.toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("kind", "PERSON")
                .build();
    }

    /** Signed with the issuer's public key as if it were a shared secret. */
    private static String confused(UUID person) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(person));
            token.sign(new MACSigner(service.tokens.publicKeyBytes()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobody_takes_part_in_another_persons_place_or_is_their_own_witness() {
        var s = new Story(service).comeIn().enrol().formTeam();
        UUID colleague = UUID.randomUUID();
        String colleagueToken = service.tokens.worker(colleague, s.health, "TEAM");
        s.done(s.leaderToken, "/team", joining(colleague, s.health, "MEMBER"));
        String outsider = service.tokens.worker(UUID.randomUUID(), s.housing, "TEAM");
        UUID app = UUID.randomUUID();
        var drafted = s.done(s.leaderToken, "/plans", s.plan());
        Reply plan = s.done(
                s.adviserToken,
                "/decisions",
                "{'kind': 'PLAN', 'wording': 'w', 'plan': {'version': %s}}".formatted(drafted.text("planVersion")));
        String meeting =
                s.meet("FOLLOW_UP", s.mother, s.leader, s.adviser, colleague).text("meeting");
        String answers = "/decisions/" + plan.text("decision") + "/answers";
        String own = "{'person': '%s', 'wordingHash': '%s', 'answer': 'AGREES', 'means': 'SELF_SERVICE'}"
                .formatted(s.mother, plan.text("wordingHash"));
        String met = own.replace("'SELF_SERVICE'", "'IN_MEETING', 'meeting': '" + meeting + "'");
        String answer = s.done(s.leaderToken, answers, met).text("answer");
        String confirm = "/meetings/" + meeting + "/confirmation";
        String confirmation =
                "{'answers': [{'answer': '%s', 'wordingHash': '%s'}]}".formatted(answer, plan.text("wordingHash"));

        var attempts = new LinkedHashMap<String, Supplier<Reply>>();
        attempts.put("a worker says the person used self-service", () -> s.ask(s.leaderToken, answers, own));
        attempts.put(
                "a worker says so in a meeting's name",
                () -> s.ask(s.leaderToken, answers, own.replace("}", ", 'meeting': '" + meeting + "'}")));
        attempts.put(
                "a worker records without a meeting",
                () -> s.ask(s.leaderToken, answers, own.replace("SELF_SERVICE", "HOME_VISIT")));
        attempts.put("a worker outside the team records", () -> s.ask(outsider, answers, met));
        attempts.put(
                "a case app answers with the person's own token",
                () -> s.ask(service.tokens.personThrough(s.mother, app), answers, own));
        attempts.put(
                "a case app answers for a child in the mother's name",
                () -> s.ask(
                        service.tokens.personThrough(s.mother, app),
                        answers,
                        own.replace(s.mother.toString(), s.child.toString()).replace("SELF_SERVICE", "REPRESENTED")));
        attempts.put(
                "another of the household answers as the mother",
                () -> s.ask(s.asPerson(s.father), answers, own.replace("}", ", 'answeredBy': '" + s.mother + "'}")));
        attempts.put(
                "another of the household answers for the mother", () -> s.ask(s.asPerson(s.father), answers, own));
        attempts.put(
                "a body claims the assurance",
                () -> s.ask(s.leaderToken, answers, met.replace("}", ", 'assurance': 'SELF'}")));
        attempts.put(
                "a body claims who recorded it",
                () -> s.ask(s.leaderToken, answers, met.replace("}", ", 'recordedBy': '" + s.mother + "'}")));
        attempts.put(
                "a token signed by somebody else",
                () -> s.ask(
                        service.tokens.token(
                                claims -> claims.subject(s.mother.toString()).claim("kind", "PERSON"),
                                new TestTokens()),
                        answers,
                        own));
        attempts.put(
                "a token that is not signed", () -> s.ask(new PlainJWT(claims(s.mother)).serialize(), answers, own));
        attempts.put("a token signed with the public key", () -> s.ask(confused(s.mother), answers, own));
        attempts.put(
                "the person's expired token",
                () -> s.ask(
                        service.tokens.token(claims -> claims.subject(s.mother.toString())
                                .claim("kind", "PERSON")
                                .expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                        answers,
                        own));
        attempts.put(
                "the person's token for another service",
                () -> s.ask(
                        service.tokens.token(claims -> claims.subject(s.mother.toString())
                                .claim("kind", "PERSON")
                                .audience("another")),
                        answers,
                        own));
        attempts.put(
                "a worker's token without a service, in the person's name",
                () -> s.ask(
                        service.tokens.token(claims -> claims.subject(s.mother.toString())
                                .claim("kind", "WORKER")
                                .claim("roles", List.of("PERSON"))),
                        answers,
                        own));
        attempts.put("whoever recorded it confirms it", () -> s.ask(s.leaderToken, confirm, confirmation));
        attempts.put("a colleague of the same service confirms it", () -> s.ask(colleagueToken, confirm, confirmation));
        attempts.put("whoever proposed the decision confirms it", () -> s.ask(s.adviserToken, confirm, confirmation));
        attempts.put(
                "the recorder confirms it with another service in the token",
                () -> s.ask(service.tokens.worker(s.leader, UUID.randomUUID(), "TEAM"), confirm, confirmation));
        attempts.put(
                "somebody nobody named as trusted confirms it",
                () -> s.ask(s.asPerson(UUID.randomUUID()), confirm, confirmation));
        attempts.put("the person concerned confirms it", () -> s.ask(s.asPerson(s.mother), confirm, confirmation));
        UUID intruder = UUID.randomUUID();
        UUID elsewhere = UUID.randomUUID();
        String intruders = service.tokens.worker(intruder, elsewhere, "TEAM");
        attempts.put(
                "a worker of a service that is not around the household joins its team to witness",
                () -> s.ask(intruders, "/team", joining(intruder, elsewhere, "MEMBER")));
        attempts.put("they confirm it all the same", () -> s.ask(intruders, confirm, confirmation));
        attempts.put(
                "they say they spoke to the person",
                () -> s.ask(intruders, confirm, confirmation.replace("]}", "], 'spokeToThePerson': true}")));
        attempts.put(
                "they record a meeting they say the person attended with them",
                () -> s.ask(
                        intruders,
                        "/meetings",
                        "{'kind': 'FOLLOW_UP', 'on': '2026-01-02', 'attended': ['%s', '%s']}"
                                .formatted(s.mother, intruder)));
        attempts.put(
                "they record that they are whom the person trusts",
                () -> s.ask(
                        intruders,
                        "/trusted-persons",
                        "{'person': '%s', 'trusted': '%s', 'name': 'T'}".formatted(s.mother, UUID.randomUUID())));
        attempts.put(
                "they record that the person is represented by somebody of theirs",
                () -> s.ask(
                        intruders,
                        "/representations",
                        ("{'person': '%s', 'representative': '%s', 'name': 'R', 'kind': 'GUARDIAN', 'scope': ['PERSONAL'],"
                                        + " 'from': '2026-01-01', 'document': 'd'}")
                                .formatted(s.mother, UUID.randomUUID())));
        attempts.put(
                "an answer to another wording",
                () -> s.ask(s.asPerson(s.mother), answers, own.replace(plan.text("wordingHash"), "A".repeat(43))));
        attempts.put("the decision is taken anyway", () -> s.ask(s.adviserToken, taking(plan), ""));

        long traces = recorded("journey.forged-participation-refused", "");
        Map<String, Reply> accepted = new LinkedHashMap<>();
        attempts.forEach((name, attempt) -> {
            Reply reply = attempt.get();
            if (reply.status() < 400) {
                accepted.put(name, reply);
            }
        });
        long recordedAttempts = recorded("journey.forged-participation-refused", "") - traces;
        System.out.printf(
                "Promise 21: %d ways tried, accepted %d; %d of them recorded on the journey, the others never reached it%n",
                attempts.size(), accepted.size(), recordedAttempts);
        assertThat(accepted).isEmpty();
        assertThat(recorded("journey.answer-recorded", "\"assurance\":\"SELF\""))
                .isZero();
        assertThat(recorded("journey.answers-confirmed", "")).isZero();
        assertThat(recorded("journey.decision-taken", "")).isZero();
        assertThat(recordedAttempts).isGreaterThanOrEqualTo(8);
        assertThat(attempts).hasSizeGreaterThan(20);

        // Control: the person's own session is believed, and a witness of another service is.
        assertThat(s.done(s.asPerson(s.mother), answers, own).text("assurance")).isEqualTo("SELF");
        assertThat(recorded("journey.answer-recorded", "\"assurance\":\"SELF\""))
                .isEqualTo(1);
    }
}
