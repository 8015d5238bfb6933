package no.journeyledger.command.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import no.journeyledger.store.proof.CannotSeal;
import no.journeyledger.store.proof.LogSealer;
import org.jspecify.annotations.Nullable;

/** This instance's part in sealing the log. */
public final class Sealer implements AutoCloseable {

    private final @Nullable LogSealer running;
    private final @Nullable CannotSeal refusedAtStart;

    private Sealer(@Nullable LogSealer running, @Nullable CannotSeal refusedAtStart) {
        this.running = running;
        this.refusedAtStart = refusedAtStart;
    }

    /** This instance seals, or stands ready to. */
    public static Sealer here(LogSealer running) {
        return new Sealer(running, null);
    }

    /** Other instances seal. */
    public static Sealer elsewhere() {
        return new Sealer(null, null);
    }

    /** Nothing is sealed, because the signer is not this log's. */
    public static Sealer refused(CannotSeal refusal, MeterRegistry meters) {
        Gauge.builder("ledger.log.refused", () -> 1)
                .description("1 when sealing stopped because the log does not continue what was signed")
                .register(meters);
        return new Sealer(null, refusal);
    }

    /** Why nothing is sealed any more; empty while all is well. */
    public Optional<CannotSeal> refusal() {
        return running == null ? Optional.ofNullable(refusedAtStart) : running.refusal();
    }

    /** The last position this instance sealed or found sealed; empty when it takes no part. */
    public Optional<Long> sealedTo() {
        return Optional.ofNullable(running).map(LogSealer::sealedTo);
    }

    /** Seals what there is now, because somebody waits for a receipt. */
    public void hasten() {
        if (running != null) {
            running.hasten();
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
