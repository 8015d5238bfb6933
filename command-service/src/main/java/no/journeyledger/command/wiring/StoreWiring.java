package no.journeyledger.command.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import no.journeyledger.command.door.Readings;
import no.journeyledger.store.AppendSettings;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerAppender;
import no.journeyledger.store.LedgerNotifier;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.SnapshotSeal;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.axon.AggregateCache;
import no.journeyledger.store.axon.AggregateSnapshots;
import no.journeyledger.store.axon.LedgerEventSource;
import no.journeyledger.store.axon.LedgerEventStore;
import no.journeyledger.store.limits.Pace;
import no.journeyledger.store.personal.FilePersonKeys;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.personal.PersonKeys;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.reads.ReadLog;
import no.journeyledger.store.telemetry.AllowedAttributes;
import no.journeyledger.store.telemetry.AllowedTags;
import no.journeyledger.store.upcasters.KnownEvents;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger itself: keys, connections, appender, reader, event store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class StoreWiring {

    private static final long CACHE_BYTES =
            Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 8);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
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
    Pace pace(LedgerSettings settings) {
        return new Pace(settings.limits().requestsPerSecond());
    }

    @Bean
    KeyEncryptionKey keyEncryptionKey(LedgerSettings settings) {
        return LedgerOpening.keyEncryptionKey(settings);
    }

    @Bean
    PersonKeys personKeys(LedgerSettings settings, KeyEncryptionKey wrapping) {
        return new FilePersonKeys(LedgerOpening.keysFolder(settings), wrapping);
    }

    @Bean
    PersonalDataVault vault(PersonKeys keys) {
        return new PersonalDataVault(keys);
    }

    /** Opened after the key, so that a missing key is said before anything is written. */
    @Bean
    HikariDataSource ledgerWriter(LedgerSettings settings, KeyEncryptionKey openedFirst) {
        return LedgerOpening.writer(settings);
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec(KnownEvents.catalogue());
    }

    @Bean
    TypeRegistry typeRegistry(HikariDataSource ledgerWriter, EventCodec codec) {
        var types = new TypeRegistry(ledgerWriter);
        types.register(codec.catalogue());
        return types;
    }

    @Bean
    LedgerReader ledgerReader(HikariDataSource ledgerWriter, EventCodec codec, TypeRegistry types) {
        return new LedgerReader(ledgerWriter, codec, types);
    }

    /** Whoever composes the service with readers in the same process gives it their hub. */
    @Bean
    @ConditionalOnMissingBean
    PushHub pushHub() {
        return new PushHub();
    }

    @Bean
    LedgerAppender ledgerAppender(HikariDataSource ledgerWriter, PushHub hub, MeterRegistry meters) {
        return new LedgerAppender(ledgerWriter, hub, AppendSettings.standard(), meters);
    }

    /** What this service itself tells of persons is recorded as every reading is. */
    @Bean
    ReadLog readLog(HikariDataSource ledgerWriter, MeterRegistry meters) {
        return new ReadLog(ledgerWriter, meters);
    }

    @Bean
    Readings readings(ReadLog log) {
        return new Readings(log);
    }

    @Bean
    ReadLogAnchor readLogAnchor(
            LedgerSettings settings,
            HikariDataSource ledgerWriter,
            LedgerReader reader,
            LedgerAppender appender,
            EventCodec codec,
            TypeRegistry types,
            Clock clock) {
        return new ReadLogAnchor(ledgerWriter, reader, appender, codec, types, settings.municipality(), clock)
                .every(settings.reads().anchoredEvery());
    }

    @Bean
    LedgerNotifier ledgerNotifier(HikariDataSource ledgerWriter, PushHub hub) {
        return new LedgerNotifier(ledgerWriter, hub);
    }

    @Bean
    LedgerEventSource ledgerEventSource(LedgerReader reader, PushHub hub, MeterRegistry meters) {
        return new LedgerEventSource(reader, hub, LedgerEventSource.STANDARD_POLL, meters);
    }

    @Bean(destroyMethod = "")
    LedgerEventStore ledgerEventStore(
            LedgerAppender appender,
            LedgerEventSource source,
            LedgerReader reader,
            EventCodec codec,
            TypeRegistry types) {
        return new LedgerEventStore(appender, source, reader, codec, types);
    }

    @Bean
    AggregateCache aggregateCache(MeterRegistry meters) {
        return new AggregateCache(CACHE_BYTES, meters);
    }

    @Bean
    AggregateSnapshots aggregateSnapshots(LedgerReader reader, KeyEncryptionKey kek, MeterRegistry meters) {
        return new AggregateSnapshots(reader, new SnapshotSeal(kek.derive(SnapshotSeal.PURPOSE)), meters);
    }
}
