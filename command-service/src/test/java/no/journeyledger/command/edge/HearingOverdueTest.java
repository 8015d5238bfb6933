package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.events.Actor;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import org.junit.jupiter.api.Test;

/** An emergency whose hearing date passes while the ledger is down is marked overdue when it is up again, once. */
class HearingOverdueTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void a_hearing_date_that_passes_while_the_ledger_is_down_is_said_once_after_it_is_up_again() throws Exception {
        try (var service = RunningService.start(clock, new Class<?>[0], "--ledger.deadlines.poll=100ms")) {
            var story = new Story(service).comeIn().enrol().formTeam().openFund(10_000);
            UUID heard = acted(story, story.father);
            story.done(
                    story.leaderToken,
                    "/emergencies/" + heard + "/hearings",
                    "{'person': '%s', 'on': '%s', 'outcome': 'HEARD', 'view': 'v'}"
                            .formatted(story.father, story.today));
            UUID unheard = acted(story, story.mother);

            service.stop();
            clock.ahead(Duration.ofDays(9));
            service.startAgain();

            Instant until = Instant.now().plusSeconds(90);
            while (overdue(service, story).isEmpty() && Instant.now().isBefore(until)) {
                Thread.sleep(50);
            }
            service.restart();
            Thread.sleep(500);

            List<RecordedEvent> overdue = overdue(service, story);
            assertThat(overdue).hasSize(1);
            assertThat(overdue.getFirst().payload())
                    .isEqualTo(new EmergencyHearingOverdue(unheard, List.of(story.mother)));
            assertThat(overdue.getFirst().metadata().actor().kind()).isEqualTo(Actor.Kind.LEDGER);
            assertThat(overdue.getFirst().metadata().effectiveAt())
                    .isEqualTo(Circumstances.after(story.today.plusDays(7)));
        }
    }

    private static UUID acted(Story story, UUID person) {
        return story.done(
                        story.leaderToken,
                        "/emergencies",
                        ("{'persons': ['%s'], 'what': 'w', 'legalBasis': 'l', 'approver': '%s', 'fund': '%s',"
                                        + " 'payingService': '%s', 'year': %d, 'ceilingOre': 100, 'until': '%s', 'hearBy': '%s'}")
                                .formatted(
                                        person,
                                        story.adviser,
                                        story.fund,
                                        story.housing,
                                        story.today.getYear(),
                                        story.today,
                                        story.today.plusDays(7)))
                .id("emergency");
    }

    private static List<RecordedEvent> overdue(RunningService service, Story story) {
        LedgerReader reader = service.context().getBean(LedgerReader.class);
        return reader.readAggregate(story.journey, 0).stream()
                .map(reader::decode)
                .filter(event -> event.payload() instanceof EmergencyHearingOverdue)
                .toList();
    }
}
