package no.journeyledger.command.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.capture.CaptureCommand;
import no.journeyledger.command.consent.ConsentCommand;
import no.journeyledger.command.correction.CorrectionCommand;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.followup.FollowUpCommand;
import no.journeyledger.command.meeting.MeetingCommand;
import no.journeyledger.command.people.PeopleCommand;
import no.journeyledger.command.plan.PlanCommand;
import no.journeyledger.command.stage.StageCommand;
import no.journeyledger.command.team.TeamCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;

/** Leads every command about one journey to that journey, which enacts what the command's policy rules. */
public final class Routing {

    private static final List<Class<? extends JourneyCommand<?>>> FAMILIES = List.of(
            CaptureCommand.class,
            PeopleCommand.class,
            ConsentCommand.class,
            TeamCommand.class,
            MeetingCommand.class,
            PlanCommand.class,
            StageCommand.class,
            FollowUpCommand.class,
            CorrectionCommand.class);

    private final Repository<Journey> journeys;
    private final BirthDates birthDates;

    /** Works on these journeys; ages come from the birth dates it is given to open. */
    public Routing(Repository<Journey> journeys, BirthDates birthDates) {
        this.journeys = journeys;
        this.birthDates = birthDates;
    }

    /** Every command that is routed here. */
    public static List<Class<?>> commands() {
        var commands = new ArrayList<Class<?>>();
        FAMILIES.forEach(family -> commands.addAll(List.of(family.getPermittedSubclasses())));
        return List.copyOf(commands);
    }

    /** Subscribes to each of them. */
    public void subscribe(BiConsumer<Class<?>, MessageHandler<CommandMessage<?>>> bus) {
        commands().forEach(command -> bus.accept(command, this::handle));
    }

    private Outcome<?> handle(CommandMessage<?> message) {
        if (!(message.getPayload() instanceof JourneyCommand<?> command)
                || !(message.getMetaData().get(Circumstances.KEY) instanceof Circumstances circumstances)) {
            throw new IllegalStateException("not a command on a journey: " + message.getCommandName());
        }
        return handle(command, circumstances);
    }

    private <R extends Rejection> Outcome<R> handle(JourneyCommand<R> command, Circumstances circumstances) {
        return journeys.load(command.journey().toString())
                .invoke(journey -> journey.enact(command.ruling(journey.state(), circumstances, birthDates)));
    }
}
