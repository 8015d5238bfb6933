package no.journeyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.journeyledger.query.decisions.DecisionsProjection;
import no.journeyledger.query.economics.EconomicsProjection;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.timeline.TimelineProjection;
import no.journeyledger.store.LedgerReader;

/** Projections as an instance of the service runs them. */
record Running(Projections projections, Progress progress) implements AutoCloseable {

    static List<Projection> all(TestLedger ledger) {
        return List.of(
                JourneysProjection.projection(),
                DecisionsProjection.projection(),
                MoneyProjection.projection(),
                EconomicsProjection.projection(),
                StatuteProjection.projection(),
                TimelineProjection.projection(ledger.codec()));
    }

    static Running start(TestLedger ledger) {
        return start(ledger, all(ledger));
    }

    static Running start(TestLedger ledger, List<Projection> projections) {
        return start(ledger, projections, ledger.reader());
    }

    static Running start(TestLedger ledger, List<Projection> projections, LedgerReader reader) {
        var progress = new Progress(ledger.views());
        var running = new Projections(projections, ledger.source(reader), reader, ledger.views(), progress);
        running.start();
        return new Running(running, progress);
    }

    void await(long position) {
        try {
            assertThat(progress.await(projections.names(), position, Duration.ofSeconds(20)))
                    .as("all of %s came to %d, but %s", projections.names(), position, progress.positions())
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        projections.close();
    }
}
