package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReferringTest {

    private static RunningService service;
    private static String worker;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        worker = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_person_is_referred_and_the_journey_goes_on() {
        var referred = service.post(worker, "/v1/journeys", """
                {"name": "Somebody", "birthDate": "1990-01-01", "door": "SELF", "wish": "A door of my own"}""");

        assertThat(referred.status()).as(referred.toString()).isEqualTo(201);
        assertThat(referred.header("ETag")).isEqualTo("\"0\"");
        assertThat(referred.header("Ledger-Position")).isEqualTo("2");

        var assessed = service.post(worker, "/v1/journeys/" + referred.text("journey") + "/checklist", """
                {"wantsChange": true, "complexNeeds": true, "longTermWork": true, "liftsConfidentiality": true,
                 "targetGroup": "OTHER", "serviceDegree": 2, "reasons": "Many doors"}""");
        assertThat(assessed.status()).as(assessed.toString()).isEqualTo(200);
    }
}
