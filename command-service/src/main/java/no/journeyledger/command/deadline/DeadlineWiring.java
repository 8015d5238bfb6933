package no.journeyledger.command.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.wiring.LedgerSettings;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.axon.CommandDoor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the time once everything else is there, and stops before the ledger's connections close. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeadlineSettings.class)
class DeadlineWiring {

    @Bean
    DeadlineWatch deadlineWatch(
            HikariDataSource ledgerWriter,
            LedgerReader reader,
            EventCodec codec,
            TypeRegistry types,
            PushHub hub,
            ObjectProvider<Deadlines> everyCapabilitys,
            CommandDoor commands,
            LedgerSettings ledger,
            DeadlineSettings settings,
            Clock clock) {
        List<Deadlines> deadlines = everyCapabilitys.orderedStream().toList();
        var passed = new PassedDeadlines(commands, reader, deadlines, ledger.municipality(), clock);
        OneTimeTask<Void> task = Tasks.oneTime(PassedDeadlines.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(30)))
                .execute((deadline, context) -> passed.passed(deadline.getId()));
        Scheduler scheduler = new SchedulerBuilder(ledgerWriter, List.of(task))
                .clock(clock::instant)
                .tableName("deadline.task")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .alwaysPersistTimestampInUTC()
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(2)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.poll())
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        return new DeadlineWatch(
                scheduler, () -> new DeadlineNotes(ledgerWriter, reader, codec, types, hub, deadlines, scheduler));
    }
}
