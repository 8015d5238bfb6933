package no.journeyledger.command.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.door.Aggregates;
import no.journeyledger.command.door.CommandMeters;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Problems;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.axon.AggregateCache;
import no.journeyledger.store.axon.CommandDoor;
import no.journeyledger.store.axon.LedgerCommands;
import no.journeyledger.store.personal.PersonalDataVault;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Leads commands from the door to the aggregates. */
@Configuration(proxyBeanMethods = false)
class CommandWiring {

    @Bean(destroyMethod = "")
    SimpleCommandBus commandBus() {
        SimpleCommandBus bus = LedgerCommands.newBus();
        var _ = bus.registerDispatchInterceptor(messages -> (index, message) ->
                message.andMetaData(Map.of(Circumstances.KEY, Door.circumstances())));
        return bus;
    }

    @Bean
    CommandDoor ledgerCommands(CommandBus bus, LedgerReader reader, AggregateCache cache) {
        return new LedgerCommands(bus, reader, cache);
    }

    @Bean
    Sealing sealing(PersonalDataVault vault) {
        return new Sealing(vault);
    }

    @Bean
    Door journeyDoor(
            CommandDoor commands,
            LedgerReader reader,
            Problems problems,
            JsonMapper json,
            LedgerSettings settings,
            MeterRegistry meters) {
        return new Door(
                commands,
                new Aggregates(reader),
                problems,
                json,
                settings.municipality(),
                new CommandMeters(meters));
    }
}
