package no.journeyledger.query.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.TeamEvent.LeadershipHandedOver;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaders' open journeys, and the service each is led from. */
class CaseloadTest {

    private static final UUID HEALTH = Story.id(901);
    private static final UUID HOUSING = Story.id(902);
    private static final UUID FROM_ONE = Story.id(903);
    private static final UUID FROM_TWO = Story.id(904);
    private static final UUID TOOK_OVER = Story.id(905);

    @Test
    void who_leads_from_two_services_is_counted_under_each() throws Exception {
        try (var ledger = new TestLedger()) {
            var progress = new Progress(ledger.views());
            var projections = new Projections(
                    List.of(JourneysProjection.projection()),
                    ledger.source(),
                    ledger.reader(),
                    ledger.views(),
                    progress);
            projections.start();
            try {
                journey(ledger, 1, new TeamMemberJoined(FROM_ONE, HEALTH, TeamRole.LEADER));
                journey(ledger, 2, new TeamMemberJoined(FROM_ONE, HEALTH, TeamRole.LEADER));
                journey(ledger, 3, new TeamMemberJoined(FROM_TWO, HEALTH, TeamRole.LEADER));
                journey(ledger, 4, new TeamMemberJoined(FROM_TWO, HOUSING, TeamRole.LEADER));
                ledger.append(
                        journey(
                                ledger,
                                5,
                                new TeamMemberJoined(FROM_TWO, HOUSING, TeamRole.LEADER),
                                new TeamMemberJoined(TOOK_OVER, HOUSING, TeamRole.MEMBER)),
                        new LeadershipHandedOver(FROM_TWO, TOOK_OVER));
                long last = ledger.append(journey(ledger, 6), new TeamMemberJoined(FROM_ONE, HEALTH, TeamRole.MEMBER))
                        .lastPosition();
                assertThat(progress.await(projections.names(), last, Duration.ofSeconds(60)))
                        .isTrue();
                assertThat(ledger.rows("dead_letter")).isEmpty();
                assertThat(CaseloadController.counted(JdbcClient.create(ledger.views())))
                        .extracting(
                                CaseloadController.Counted::leader,
                                CaseloadController.Counted::service,
                                CaseloadController.Counted::count)
                        .containsExactlyInAnyOrder(
                                tuple(FROM_ONE, HEALTH, 2L),
                                tuple(FROM_TWO, HEALTH, 1L),
                                tuple(FROM_TWO, HOUSING, 1L),
                                tuple(TOOK_OVER, HOUSING, 1L),
                                tuple(null, null, 1L));
            } finally {
                projections.close();
            }
        }
    }

    private static UUID journey(TestLedger ledger, int number, TeamMemberJoined... team) {
        UUID journey = Story.id(910 + number);
        UUID person = Story.id(920 + number);
        ledger.append(
                journey,
                new PersonReferred(
                        journey,
                        person,
                        Story.standIn(person, "somebody"),
                        Story.standIn(person, "2000-01-01"),
                        Door.OTHER,
                        null));
        for (TeamMemberJoined member : team) {
            ledger.append(journey, member);
        }
        return journey;
    }
}
