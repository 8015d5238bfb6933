package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.events.Actor;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import org.junit.jupiter.api.Test;

/** An agreed day is noticed by the ledger itself: when it comes, and when it has passed while the ledger was down. */
class FollowUpsFallDueTest {

    private static final MovableClock CLOCK = new MovableClock();

    @Test
    void a_follow_up_falls_due_on_its_day_and_is_overdue_once_when_it_passed_while_the_ledger_was_down()
            throws InterruptedException {
        try (RunningService service = RunningService.start(CLOCK, new Class<?>[0], "--ledger.deadlines.poll=100ms")) {
            var story = new Story(service).comeIn().formTeam();
            LocalDate tomorrow = story.today.plusDays(1);
            story.done(story.leaderToken, "/follow-ups", "{'on': '%s'}".formatted(tomorrow));
            story.done(
                    story.leaderToken,
                    "/follow-ups",
                    "{'on': '%s'}".formatted(story.today.minusDays(9)),
                    "Effective-At",
                    CLOCK.instant().minus(Duration.ofDays(10)).toString());

            CLOCK.ahead(Duration.between(CLOCK.instant(), startOf(tomorrow)).plusMinutes(1));
            RecordedEvent due = once(service, story.journey, FollowUpFellDue.class);
            assertThat(due.metadata().actor().kind()).isEqualTo(Actor.Kind.LEDGER);
            assertThat(due.metadata().effectiveAt()).isEqualTo(startOf(tomorrow));
            assertThat(noticed(service, story.journey, FollowUpBecameOverdue.class))
                    .isEmpty();

            service.stop();
            CLOCK.ahead(Duration.ofDays(2));
            service.startAgain();
            RecordedEvent overdue = once(service, story.journey, FollowUpBecameOverdue.class);
            assertThat(overdue.metadata().effectiveAt()).isEqualTo(startOf(tomorrow.plusDays(1)));
            assertThat(noticed(service, story.journey, FollowUpFellDue.class)).hasSize(1);
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Circumstances.NORWAY).toInstant();
    }

    private static RecordedEvent once(RunningService service, UUID journey, Class<? extends LedgerEvent> type)
            throws InterruptedException {
        Instant until = Instant.now().plusSeconds(20);
        while (noticed(service, journey, type).isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
        assertThat(noticed(service, journey, type)).hasSize(1);
        return noticed(service, journey, type).getFirst();
    }

    private static List<RecordedEvent> noticed(
            RunningService service, UUID journey, Class<? extends LedgerEvent> type) {
        LedgerReader reader = service.context().getBean(LedgerReader.class);
        return reader.readAggregate(journey, 0).stream()
                .map(reader::decode)
                .filter(event -> type.isInstance(event.payload()))
                .toList();
    }
}
