package no.journeyledger.bench;

import java.util.List;
import java.util.Map;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.capture.ComingIn;
import no.journeyledger.command.closing.Leaving;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.decision.TakingDecisions;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.FirstEvents;
import no.journeyledger.command.fund.Fund;
import no.journeyledger.command.fund.FundDesk;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.OnlyThoseAround;
import no.journeyledger.command.journey.Routing;
import no.journeyledger.command.people.HouseholdChanges;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.events.LedgerEvent;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans that differ in peer T; everything else, from the door to the aggregates, is the command service's own. */
@Configuration(proxyBeanMethods = false)
class TunedWiring {

    @Bean
    TunedStore tunedStore(Environment settings) {
        var store = new TunedStore(
                settings.getRequiredProperty("tuned.url"),
                settings.getRequiredProperty("tuned.user"),
                settings.getRequiredProperty("tuned.pool", Integer.class));
        store.createTables();
        return store;
    }

    @Bean
    TunedCommands ledgerCommands(TunedStore store, BirthDates birthDates) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(store.transactions())
                .build();
        Repository<Journey> journeys = repository(Journey.class, store);
        Repository<Fund> funds = repository(Fund.class, store);
        Repository<PersonClaim> claims = repository(PersonClaim.class, store);
        var unused1 = bus.registerDispatchInterceptor(
                messages -> (index, message) -> message.andMetaData(Map.of(Circumstances.KEY, Door.circumstances())));
        var unused2 = bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(List.of(TunedCommands.CONTEXT)));
        var unused7 = bus.registerHandlerInterceptor(new OnlyThoseAround(journeys));
        var unused3 = subscribe(Journey.class, journeys, bus);
        var unused4 = subscribe(Fund.class, funds, bus);
        new Routing(journeys, birthDates).subscribe((command, handler) -> {
            var unused5 = bus.subscribe(command.getName(), handler);
        });
        for (Object handlers : List.of(
                new ComingIn(journeys, claims),
                new FundDesk(journeys, funds),
                new TakingDecisions(journeys, funds, claims, birthDates),
                new Leaving(journeys, claims, birthDates),
                new HouseholdChanges(journeys, claims))) {
            var unused6 = new AnnotationCommandHandlerAdapter<>(handlers).subscribe(bus);
        }
        return new TunedCommands(bus, store.events());
    }

    private static <T> Registration subscribe(Class<T> type, Repository<T> repository, CommandBus bus) {
        return AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(repository)
                .build()
                .subscribe(bus);
    }

    private static <T> Repository<T> repository(Class<T> type, TunedStore store) {
        return EventSourcingRepository.builder(type).eventStore(store.events()).build();
    }

    @Bean
    FirstEvents firstEvents(TunedStore store) {
        return new FirstEvents(id -> store.events()
                .readEvents(id.toString())
                .asStream()
                .findFirst()
                .map(first -> (LedgerEvent) first.getPayload()));
    }

    /** Follows the store when asked to. */
    @Bean
    InitializingBean tunedTimeline(TunedStore store, Environment settings) {
        return () -> {
            if (settings.getProperty("tuned.views", Boolean.class, false)) {
                store.createTimeline();
                TunedTimeline.start(store);
            }
        };
    }
}
