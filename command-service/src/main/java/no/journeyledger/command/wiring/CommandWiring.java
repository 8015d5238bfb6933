package no.journeyledger.command.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.authority.AuthorityDesk;
import no.journeyledger.command.benefit.Valuing;
import no.journeyledger.command.capture.ComingIn;
import no.journeyledger.command.closing.Leaving;
import no.journeyledger.command.deadline.Deadlines;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.decision.TakingDecisions;
import no.journeyledger.command.door.CommandMeters;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.FirstEvents;
import no.journeyledger.command.door.Problems;
import no.journeyledger.command.door.Readings;
import no.journeyledger.command.door.References;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.emergency.EmergencyDesk;
import no.journeyledger.command.followup.FollowUpDeadlines;
import no.journeyledger.command.fund.Fund;
import no.journeyledger.command.fund.FundDesk;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.OnlyThoseAround;
import no.journeyledger.command.journey.Routing;
import no.journeyledger.command.parameter.ParameterBook;
import no.journeyledger.command.parameter.ParameterDesk;
import no.journeyledger.command.people.HouseholdChanges;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.privacy.Erasing;
import no.journeyledger.command.privacy.PersonPrivacy;
import no.journeyledger.command.privacy.web.Erasures;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.axon.AggregateCache;
import no.journeyledger.store.axon.AggregateSnapshots;
import no.journeyledger.store.axon.CommandDoor;
import no.journeyledger.store.axon.DryRuns;
import no.journeyledger.store.axon.LedgerCommands;
import no.journeyledger.store.axon.LedgerEventStore;
import no.journeyledger.store.axon.LedgerRepository;
import no.journeyledger.store.personal.PersonKeys;
import no.journeyledger.store.personal.PersonalDataVault;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Leads commands from the door to the journey, the fund or the person they are meant for. */
@Configuration(proxyBeanMethods = false)
class CommandWiring {

    private static final Logger log = LoggerFactory.getLogger(CommandWiring.class);

    @Bean
    BirthDates birthDates(PersonalDataVault vault) {
        return birthDate -> vault.open(birthDate).map(LocalDate::parse);
    }

    @Bean
    LedgerCommands ledgerCommands(
            LedgerEventStore store,
            AggregateCache cache,
            AggregateSnapshots snapshots,
            LedgerReader reader,
            BirthDates birthDates) {
        var journeys = new LedgerRepository<>(Journey.class, Journey::new, store, cache, snapshots);
        var funds = new LedgerRepository<>(Fund.class, Fund::new, store, cache, snapshots);
        var claims = new LedgerRepository<>(PersonClaim.class, PersonClaim::new, store, cache, snapshots);
        var privacy = new LedgerRepository<>(PersonPrivacy.class, PersonPrivacy::new, store, cache, snapshots);
        var books = new LedgerRepository<>(ParameterBook.class, ParameterBook::new, store, cache, snapshots);

        SimpleCommandBus bus = LedgerCommands.newBus();
        var registrations = new ArrayList<Registration>();
        registrations.add(bus.registerDispatchInterceptor(
                messages -> (index, message) -> message.andMetaData(Map.of(Circumstances.KEY, Door.circumstances()))));
        registrations.add(bus.registerHandlerInterceptor(new OnlyThoseAround(journeys)));
        registrations.add(journeys.subscribeTo(bus));
        registrations.add(funds.subscribeTo(bus));
        new Routing(journeys, birthDates)
                .subscribe((command, handler) -> registrations.add(bus.subscribe(command.getName(), handler)));
        // Commands that reach beyond one aggregate: one unit of work, one append.
        List.of(
                        new ComingIn(journeys, claims),
                        new FundDesk(journeys, funds),
                        new TakingDecisions(journeys, funds, claims, birthDates),
                        new Leaving(journeys, claims, birthDates),
                        new HouseholdChanges(journeys, claims),
                        new Erasing(privacy, claims),
                        new ParameterDesk(books),
                        new Valuing(journeys, books),
                        new EmergencyDesk(journeys, funds),
                        new AuthorityDesk(journeys, birthDates))
                .forEach(handlers -> registrations.add(new AnnotationCommandHandlerAdapter<>(handlers).subscribe(bus)));
        log.debug("{} command handlers subscribed", registrations.size());
        return new LedgerCommands(bus, reader, cache);
    }

    /** An erasure that was interrupted is finished before the first command comes. */
    @Bean
    Erasures erasures(LedgerReader reader, PersonKeys keys) {
        var erasures = new Erasures(reader, keys);
        erasures.finish();
        return erasures;
    }

    @Bean
    Sealing sealing(PersonKeys keys) {
        return new Sealing(keys);
    }

    /** The ledger notices by itself when an agreed day comes and passes. */
    @Bean
    Deadlines followUpDeadlines() {
        return new FollowUpDeadlines();
    }

    @Bean
    References references(LedgerSettings settings) {
        return References.in(LedgerOpening.keysFolder(settings));
    }

    @Bean
    FirstEvents firstEvents(LedgerReader reader) {
        return FirstEvents.of(reader);
    }

    @Bean
    Door journeyDoor(
            CommandDoor commands,
            DryRuns dryRuns,
            FirstEvents firstEvents,
            Readings readings,
            Problems problems,
            JsonMapper json,
            LedgerSettings settings,
            MeterRegistry meters) {
        return new Door(
                commands,
                dryRuns,
                firstEvents,
                readings,
                problems,
                json,
                settings.municipality(),
                new CommandMeters(meters));
    }
}
