package no.journeyledger.query.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.journeyledger.query.course.CourseProjection;
import no.journeyledger.query.decisions.DecisionsProjection;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.economics.BeforeAfterKept;
import no.journeyledger.query.economics.EconomicsProjection;
import no.journeyledger.query.economics.Summary;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.participation.ParticipationProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.projection.Rebuilds;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.query.timeline.TimelineProjection;
import no.journeyledger.query.timeline.TimelineStreams;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerListener;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.axon.LedgerEventSource;
import no.journeyledger.store.limits.Pace;
import no.journeyledger.store.limits.Quota;
import no.journeyledger.store.personal.FilePersonKeys;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.personal.PersonKeys;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.proof.LedgerExport;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.Receipts;
import no.journeyledger.store.reads.ReadLog;
import no.journeyledger.store.telemetry.AllowedAttributes;
import no.journeyledger.store.telemetry.AllowedTags;
import no.journeyledger.store.upcasters.KnownEvents;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The query service's parts: keys, connections, the ledger as a source, the projections that follow it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
class QueryWiring {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    KeyEncryptionKey keyEncryptionKey(QuerySettings settings) {
        return KeyEncryptionKey.load(Path.of(
                Connections.required(settings.kek().file(), "LEDGER_KEK_FILE", "the file of the key-encryption key")));
    }

    @Bean
    PersonKeys personKeys(QuerySettings settings, KeyEncryptionKey wrapping) {
        return new FilePersonKeys(
                Path.of(Connections.required(
                        settings.keys().dir(), "LEDGER_KEYS_DIR", "the folder of the persons' keys")),
                wrapping);
    }

    @Bean
    PersonalDataVault vault(PersonKeys keys) {
        return new PersonalDataVault(keys);
    }

    /** Opened after the keys, so that a missing key is said before anything is written. */
    @Bean
    Connections connections(QuerySettings settings, PersonKeys openedFirst) {
        return Connections.open(settings);
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec(KnownEvents.catalogue());
    }

    @Bean
    LedgerReader ledgerReader(Connections connections, EventCodec codec) {
        return new LedgerReader(connections.ledger(), codec, new TypeRegistry(connections.ledger()));
    }

    @Bean
    LogTables logTables(Connections connections) {
        return new LogTables(connections.ledger());
    }

    /** Sealing is the command side's; nobody here can hasten it. */
    @Bean
    Receipts receipts(LogTables tables) {
        return new Receipts(tables, () -> {});
    }

    @Bean
    LedgerExport ledgerExport(Connections connections) {
        return new LedgerExport(connections.ledger());
    }

    /** Whoever composes the service with the writer in the same process gives it that writer's hub. */
    @Bean
    @ConditionalOnMissingBean
    PushHub pushHub() {
        return new PushHub();
    }

    @Bean
    LedgerListener ledgerListener(Connections connections, PushHub hub) {
        return new LedgerListener(connections.ledger(), hub);
    }

    @Bean
    LedgerEventSource ledgerEventSource(LedgerReader reader, PushHub hub, MeterRegistry meters) {
        return new LedgerEventSource(reader, hub, LedgerEventSource.STANDARD_POLL, meters);
    }

    /** No meter says anything about a person, whoever makes it. */
    @Bean
    AllowedTags allowedTags() {
        return new AllowedTags();
    }

    /** Nor does a trace. There are none as delivered; whoever turns observations on has this with them. */
    @Bean
    AllowedAttributes allowedAttributes() {
        return new AllowedAttributes();
    }

    @Bean
    Pace pace(QuerySettings settings) {
        return new Pace(settings.limits().requestsPerSecond());
    }

    @Bean
    Quota quota(QuerySettings settings, Clock clock) {
        return new Quota(settings.limits().personsPerHour(), clock);
    }

    @Bean
    ReadLog readLog(Connections connections, MeterRegistry meters) {
        return new ReadLog(connections.reads(), meters);
    }

    @Bean
    Progress progress(Connections connections) {
        return new Progress(connections.views());
    }

    @Bean
    Asking asking(Connections connections, Progress progress) {
        return new Asking(connections.snapshots(), progress);
    }

    @Bean
    TimelineStreams timelineStreams(
            Connections connections, Progress progress, QuerySettings settings, MeterRegistry meters) {
        var streams = new TimelineStreams(
                connections.views(), progress, settings.streams().most());
        Gauge.builder("ledger.timeline.streams", streams, TimelineStreams::open)
                .description("Timelines that are followed at this moment")
                .register(meters);
        return streams;
    }

    @Bean
    Projections projections(
            LedgerEventSource source,
            LedgerReader reader,
            Connections connections,
            Progress progress,
            EventCodec codec) {
        return new Projections(
                List.of(
                        JourneysProjection.projection(),
                        DecisionsProjection.projection(),
                        MoneyProjection.projection(),
                        EconomicsProjection.projection(),
                        StatuteProjection.projection(),
                        CourseProjection.projection(),
                        TimelineProjection.projection(codec),
                        ParticipationProjection.projection()),
                source,
                reader,
                connections.views(),
                progress);
    }

    /** As many projections written at a time as there are processors, but never so many that the views' connections run out. */
    @Bean
    Rebuilds rebuilds(Projections projections, LedgerReader reader, Connections connections) {
        return new Rebuilds(
                projections,
                reader,
                connections.views(),
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
    }

    @Bean
    BeforeAfterKept beforeAfter(Opened opened) {
        return new BeforeAfterKept(opened);
    }

    @Bean
    Summary summary(Connections connections, BeforeAfterKept beforeAfter) {
        return new Summary(connections.snapshots(), beforeAfter);
    }

    /** Adds up what the projections have written, and stops before they do. */
    @Bean
    SmartLifecycle keepTheSummary(Summary summary) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                summary.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                summary.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 1;
            }
        };
    }

    /** Starts following the ledger before the first question comes, and stops after the last. */
    @Bean
    SmartLifecycle followTheLedger(Projections projections) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                projections.start();
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                projections.stop();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return 0;
            }
        };
    }
}
