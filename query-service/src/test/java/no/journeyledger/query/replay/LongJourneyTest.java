package no.journeyledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.reads.Basis;
import org.junit.jupiter.api.Test;

/** A journey of ten thousand entries is replayed while somebody waits. */
class LongJourneyTest {

    private static final int ENTRIES = 10_000;
    private static final int TIMES = 40;

    @Test
    @SuppressWarnings("SystemOut")
    void a_journey_of_ten_thousand_entries_is_replayed_in_a_moment() {
        try (var ledger = new TestLedger()) {
            Story.whole().forEach(step -> ledger.append(step.aggregate(), step.event()));
            var ratings = new ArrayList<LedgerEvent>();
            LifeArea[] areas = LifeArea.values();
            for (int i = 0; i < ENTRIES; i++) {
                ratings.add(new LifeAreaRated(
                        Story.MIA,
                        areas[i % areas.length],
                        Stage.STABLE,
                        Rater.TEAM,
                        Story.standIn(Story.MIA, "as on day " + i)));
                if (ratings.size() == 500) {
                    ledger.append(Story.JOURNEY, ratings.toArray(LedgerEvent[]::new));
                    ratings.clear();
                }
            }
            LedgerReader reader = ledger.reader();
            var opening = new Opening(
                    Story.JOURNEY, Basis.AUDIT, null, Set.of(Story.MIA, Story.ARON), Set.of(Story.MIA, Story.ARON));
            var micros = new long[TIMES];
            var histories = new Histories(reader);
            long first = System.nanoTime();
            assertThat(histories.of(Story.JOURNEY)).isPresent();
            first = System.nanoTime() - first;
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                JourneyHistory history = histories.of(Story.JOURNEY).orElseThrow();
                Replay.Stood stood = Replay.at(
                        history, new Moment(Instant.now(), Instant.now()), opening, LocalDate.now(Moment.ZONE));
                micros[i] = (System.nanoTime() - began) / 1_000;
                assertThat(stood.entries()).isGreaterThan(ENTRIES);
                assertThat(stood.unfinished()).isEmpty();
            }
            Arrays.sort(micros);
            System.out.printf(
                    "replay of a journey of %d entries: read from the ledger in %.1f ms, then median %.1f ms, slowest of %d: %.1f ms%n",
                    ENTRIES, first / 1e6, micros[TIMES / 2] / 1e3, TIMES, micros[TIMES - 1] / 1e3);
            // What is asserted is far above what is seen: it is there to notice when a replay stops being linear.
            assertThat(micros[TIMES / 2]).isLessThan(1_000_000);
        }
    }

    @Test
    void what_is_recorded_later_is_read_on() {
        try (var ledger = new TestLedger()) {
            var histories = new Histories(ledger.reader());
            assertThat(histories.of(Story.JOURNEY)).isEmpty();
            for (Story.Step step : Story.whole()) {
                ledger.append(step.aggregate(), step.event());
                if (step.aggregate().equals(Story.JOURNEY)) {
                    assertThat(histories.of(Story.JOURNEY))
                            .isEqualTo(JourneyHistory.read(ledger.reader(), Story.JOURNEY));
                }
            }
            assertThat(histories.of(Story.JOURNEY).orElseThrow().entries()).hasSizeGreaterThan(45);
        }
    }

    @Test
    void other_journeys_on_the_same_fund_are_not_read() {
        try (var ledger = new TestLedger()) {
            Story.whole().forEach(step -> ledger.append(step.aggregate(), step.event()));
            UUID stranger = Story.id(4711);
            ledger.append(Story.FUND, new SpendingReversed(Story.id(4712), Story.id(4713), stranger, 2026, 1));
            List<UUID> aggregates = JourneyHistory.read(ledger.reader(), Story.JOURNEY).orElseThrow().entries().stream()
                    .map(event -> event.aggregate())
                    .distinct()
                    .toList();
            assertThat(aggregates).contains(Story.JOURNEY, Story.FUND);
            assertThat(JourneyHistory.read(ledger.reader(), Story.JOURNEY)
                            .orElseThrow()
                            .entries())
                    .noneMatch(event -> event.payload().toString().contains(stranger.toString()));
            assertThat(JourneyHistory.read(ledger.reader(), stranger)).isEmpty();
        }
    }
}
