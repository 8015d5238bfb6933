package no.journeyledger.command.edge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.journeyledger.command.capture.AssessChecklist;
import no.journeyledger.command.deadline.Deadline;
import no.journeyledger.command.deadline.Deadlines;
import no.journeyledger.events.Actor;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger does by itself: not before the moment, not never, and not twice. */
class DeadlinesTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final RunningService SERVICE =
            RunningService.start(CLOCK, new Class<?>[] {OneHourLater.class}, "--ledger.deadlines.poll=100ms");
    private final Story story = new Story(SERVICE);

    /** An hour after a referral the ledger itself goes through the checklist; nothing hinders it from doing so twice. */
    @Configuration(proxyBeanMethods = false)
    static class OneHourLater {

        @Bean
        Deadlines checklistAfterAnHour() {
            return new Deadlines() {
                @Override
                public Set<Class<? extends LedgerEvent>> setBy() {
                    return Set.of(PersonReferred.class);
                }

                @Override
                public List<Deadline> of(RecordedEvent event) {
                    var referred = (PersonReferred) event.payload();
                    return List.of(new Deadline(
                            "checklist-after-an-hour",
                            event.metadata().effectiveAt().plus(Duration.ofHours(1)),
                            referred.journey(),
                            new AssessChecklist(
                                    referred.journey(),
                                    true,
                                    true,
                                    true,
                                    true,
                                    TargetGroup.OTHER,
                                    2,
                                    requireNonNull(referred.wish()))));
                }
            };
        }
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void a_deadline_is_met_when_it_has_passed_and_as_of_the_moment_it_passed() throws InterruptedException {
        UUID journey = refer();
        noted(1);
        Thread.sleep(500);
        assertThat(met(journey)).isEmpty();

        CLOCK.ahead(Duration.ofHours(30));
        RecordedEvent met = metOnce(journey);
        RecordedEvent set = events(journey).getFirst();
        assertThat(met.metadata().actor().kind()).isEqualTo(Actor.Kind.LEDGER);
        assertThat(met.metadata().effectiveAt())
                .isEqualTo(set.metadata().effectiveAt().plus(Duration.ofHours(1)));
        assertThat(met.metadata().causationId()).isEqualTo(set.eventId());
        assertThat(met.metadata().correlationId()).isEqualTo(set.metadata().correlationId());
        noted(0);
    }

    @Test
    void a_deadline_that_passed_while_the_ledger_was_down_is_met_when_it_is_up_again() throws InterruptedException {
        UUID journey = refer();
        noted(1);
        SERVICE.stop();
        CLOCK.ahead(Duration.ofHours(2));
        SERVICE.startAgain();
        metOnce(journey);
    }

    @Test
    void no_deadline_is_lost_when_the_process_dies_before_noting_it() throws InterruptedException {
        UUID journey = refer();
        noted(1);
        SERVICE.stop();
        execute("DELETE FROM deadline.task");
        execute("UPDATE deadline.read_up_to SET position = 0");
        CLOCK.ahead(Duration.ofHours(2));
        SERVICE.startAgain();
        metOnce(journey);
    }

    @Test
    void a_deadline_noted_again_after_it_was_met_does_nothing_more() throws InterruptedException {
        UUID journey = refer();
        CLOCK.ahead(Duration.ofHours(2));
        metOnce(journey);
        noted(0);
        SERVICE.stop();
        execute("UPDATE deadline.read_up_to SET position = 0");
        SERVICE.startAgain();
        UUID later = refer();
        CLOCK.ahead(Duration.ofHours(2));
        metOnce(later);
        metOnce(journey);
    }

    @Test
    void two_instances_meet_a_deadline_once() throws InterruptedException {
        var another = SERVICE.another();
        try {
            List<UUID> journeys = IntStream.range(0, 20).mapToObj(i -> refer()).toList();
            noted(journeys.size());
            CLOCK.ahead(Duration.ofHours(2));
            for (UUID journey : journeys) {
                metOnce(journey);
            }
            noted(0);
            Thread.sleep(300);
            for (UUID journey : journeys) {
                assertThat(met(journey)).hasSize(1);
            }
        } finally {
            another.close();
        }
    }

    private UUID refer() {
        UUID journey = UUID.randomUUID();
        story.done(
                story.leaderToken,
                "/v1/journeys",
                "{'journey': '%s', 'name': 'M', 'birthDate': '1985-05-05', 'door': 'SELF', 'wish': 'w'}"
                        .formatted(journey));
        return journey;
    }

    private List<RecordedEvent> events(UUID journey) {
        LedgerReader reader = SERVICE.context().getBean(LedgerReader.class);
        return reader.readAggregate(journey, 0).stream().map(reader::decode).toList();
    }

    private List<RecordedEvent> met(UUID journey) {
        return events(journey).stream()
                .filter(event -> event.payload() instanceof ChecklistAssessed)
                .toList();
    }

    private RecordedEvent metOnce(UUID journey) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(20);
        while (met(journey).isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        assertThat(met(journey)).hasSize(1);
        return met(journey).getFirst();
    }

    /** Waits until as many deadlines wait. */
    private void noted(int waiting) throws InterruptedException {
        Instant until = Instant.now().plusSeconds(20);
        while (count() != waiting && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        assertThat(count()).isEqualTo(waiting);
    }

    private int count() {
        try (Connection connection = SERVICE.database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM deadline.task")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        SERVICE.database.asOwner(sql);
    }
}
