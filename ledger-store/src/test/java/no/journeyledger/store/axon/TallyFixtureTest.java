package no.journeyledger.store.axon;

import java.util.UUID;
import no.journeyledger.store.TallyEvent;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** An aggregate that holds its state works unchanged in Axon's own fixture. */
class TallyFixtureTest {

    private final AggregateTestFixture<Tally> fixture = new AggregateTestFixture<>(Tally.class);
    private final UUID tally = UUID.randomUUID();

    @Test
    void a_count_within_the_limit_is_recorded() {
        fixture.given(new TallyEvent.Opened(tally, 10), new TallyEvent.Counted(tally, 4))
                .when(new Tally.Count(tally, 6))
                .expectEvents(new TallyEvent.Counted(tally, 6))
                .expectResultMessagePayload(new Tally.Outcome(true, 10));
    }

    @Test
    void a_count_beyond_the_limit_is_refused_and_the_refusal_recorded() {
        fixture.given(new TallyEvent.Opened(tally, 10), new TallyEvent.Counted(tally, 4))
                .when(new Tally.Count(tally, 7))
                .expectEvents(new TallyEvent.CountingRefused(tally, 7, 6))
                .expectResultMessagePayload(new Tally.Outcome(false, 4));
    }
}
