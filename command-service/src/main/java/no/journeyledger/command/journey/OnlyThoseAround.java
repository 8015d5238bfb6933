package no.journeyledger.command.journey;

import java.util.Optional;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.access.AccessPolicy;
import no.journeyledger.command.access.AccessRejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;

/**
 * Asks of every command on a journey, before any rule of its capability is asked, whether whoever sends it works around the
 * household. It stands on the command bus, the one way that all of them take: those that are routed, those the journey handles
 * itself, and those of the desks that reach beyond it. The journey it loads is the one the handler then works on, in the same
 * unit of work.
 */
public final class OnlyThoseAround implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Repository<Journey> journeys;

    /** Guards these journeys. */
    public OnlyThoseAround(Repository<Journey> journeys) {
        this.journeys = journeys;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> message = unitOfWork.getMessage();
        if (message.getPayload() instanceof AboutOneJourney command) {
            Optional<AccessRejection> turnedAway = turnedAway(command, circumstances(message));
            if (turnedAway.isPresent()) {
                return new Outcome.Rejected<>(turnedAway.get());
            }
        }
        return chain.proceed();
    }

    private static Circumstances circumstances(CommandMessage<?> message) {
        if (message.getMetaData().get(Circumstances.KEY) instanceof Circumstances circumstances) {
            return circumstances;
        }
        throw new IllegalStateException("nobody said who asks: " + message.getCommandName());
    }

    private Optional<AccessRejection> turnedAway(AboutOneJourney command, Circumstances circumstances) {
        return AccessPolicy.isAskedOf(circumstances.actor(), command.getClass())
                ? journeys.load(command.journey().toString())
                        .invoke(journey -> AccessPolicy.turnAway(journey.state(), circumstances))
                : Optional.empty();
    }
}
