package no.journeyledger.command.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.journeyledger.command.log.ProofAddress;
import no.journeyledger.command.log.Sealer;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.proof.CannotSeal;
import no.journeyledger.store.proof.DirectoryWitness;
import no.journeyledger.store.proof.HttpWitness;
import no.journeyledger.store.proof.LogSealer;
import no.journeyledger.store.proof.LogSigner;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.NotGenuine;
import no.journeyledger.store.proof.Receipts;
import no.journeyledger.store.proof.VerifierKey;
import no.journeyledger.store.proof.Witness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log beside the ledger: its signer, its witnesses, the sealer, and receipts for whoever waits for one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class LogWiring {

    private static final Logger log = LoggerFactory.getLogger(LogWiring.class);
    private static final int MOST_AT_A_TIME = LogSealer.Settings.USUAL.most();

    /** Kept from being taken for the writer's connections. */
    record SealerConnections(@Nullable HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            if (pool != null) {
                pool.close();
            }
        }
    }

    /** Opened after the writer's, which migrate the schema first. */
    @Bean
    SealerConnections sealerConnections(LedgerSettings ledger, LogSettings settings, HikariDataSource ledgerWriter) {
        return new SealerConnections(settings.sealing() ? LedgerOpening.sealer(ledger) : null);
    }

    @Bean
    LogTables logTables(HikariDataSource ledgerWriter) {
        return new LogTables(ledgerWriter);
    }

    @Bean
    Sealer sealer(
            LedgerSettings ledger,
            LogSettings settings,
            SealerConnections connections,
            LogTables tables,
            EventCodec codec,
            Clock clock,
            MeterRegistry meters) {
        HikariDataSource pool = connections.pool();
        if (pool == null) {
            return Sealer.elsewhere();
        }
        List<Witness> witnesses = witnesses(settings, clock);
        LogSigner signer;
        try {
            signer = LogSigner.ofLedger(folder(ledger, settings), origin(settings), ledger.municipality(), tables);
        } catch (CannotSeal e) {
            // The ledger goes on recording; whoever runs it must look at once.
            log.error("The log is not sealed: {}", e.getMessage());
            return Sealer.refused(e, meters);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new CannotOpen(
                    "The log cannot be begun (" + e.getMessage()
                            + "): make the signer's folder writable or set LEDGER_LOG_SIGNER_DIR to another; a log's name"
                            + " (LEDGER_LOG_ORIGIN) has no spaces and no plus sign.",
                    e);
        }
        var reader = new LedgerReader(pool, codec, new TypeRegistry(pool));
        return Sealer.here(LogSealer.start(
                pool,
                reader::readAfter,
                signer,
                witnesses,
                new LogSealer.Settings(settings.interval(), MOST_AT_A_TIME),
                clock,
                meters));
    }

    @Bean
    ProofAddress proofAddress(LedgerSettings ledger) {
        return new ProofAddress(ledger.query().url());
    }

    @Bean
    Receipts receipts(LogTables tables, Sealer sealer) {
        return new Receipts(tables, sealer::hasten);
    }

    private static Path folder(LedgerSettings ledger, LogSettings settings) {
        String given = settings.signer().dir();
        return given == null || given.isBlank()
                ? LedgerOpening.keysFolder(ledger).resolve("log-signer")
                : Path.of(given);
    }

    private static @Nullable String origin(LogSettings settings) {
        String origin = settings.origin();
        return origin == null || origin.isBlank() ? null : origin;
    }

    private static List<Witness> witnesses(LogSettings settings, Clock clock) {
        var witnesses = new ArrayList<Witness>();
        String directory = settings.witness().dir();
        if (directory != null && !directory.isBlank()) {
            witnesses.add(new DirectoryWitness(Path.of(directory), clock));
        }
        if (!settings.witness().http().isEmpty()) {
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            for (LogSettings.Http witness : settings.witness().http()) {
                try {
                    String url = witness.url().replaceFirst("/$", "");
                    witnesses.add(new HttpWitness(URI.create(url), VerifierKey.parse(witness.key()), http));
                } catch (NotGenuine | IllegalArgumentException e) {
                    throw new CannotOpen(
                            "A witness of the log is not set up rightly (" + e.getMessage()
                                    + "): LEDGER_LOG_WITNESS_HTTP_n_URL is its address, LEDGER_LOG_WITNESS_HTTP_n_KEY its"
                                    + " public key, name+id+base64.",
                            e);
                }
            }
        }
        return witnesses;
    }
}
