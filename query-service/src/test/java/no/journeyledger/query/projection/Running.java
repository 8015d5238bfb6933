package no.journeyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import no.journeyledger.query.course.CourseProjection;
import no.journeyledger.query.decisions.DecisionsProjection;
import no.journeyledger.query.economics.EconomicsProjection;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.participation.ParticipationProjection;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.timeline.TimelineProjection;
import no.journeyledger.store.LedgerReader;

/** Projections as an instance of the service runs them. */
record Running(Projections projections, Progress progress, Rebuilds rebuilds) implements AutoCloseable {

    static List<Projection> all(TestLedger ledger) {
        return List.of(
                JourneysProjection.projection(),
                DecisionsProjection.projection(),
                MoneyProjection.projection(),
                EconomicsProjection.projection(),
                StatuteProjection.projection(),
                CourseProjection.projection(),
                TimelineProjection.projection(ledger.codec()),
                ParticipationProjection.projection());
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
        return new Running(running, progress, new Rebuilds(running, reader, ledger.views(), 2));
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

    /** Makes projections anew and waits until they have taken the place of the live ones. */
    void rebuild(List<String> names) {
        Rebuilds.Rebuild rebuilt = rebuilds.run(Rebuilds.Purpose.REPLACE, names);
        assertThat(rebuilt.state()).as(String.valueOf(rebuilt.failure())).isEqualTo(Rebuilds.State.DONE);
    }

    /** Live rows beside rebuilt ones. */
    Rebuilds.Comparison compare() {
        Rebuilds.Rebuild compared = rebuilds.run(Rebuilds.Purpose.COMPARE, projections.names());
        assertThat(compared.state()).as(String.valueOf(compared.failure())).isEqualTo(Rebuilds.State.DONE);
        return Objects.requireNonNull(compared.comparison());
    }

    @Override
    public void close() {
        rebuilds.close();
        projections.close();
    }
}
