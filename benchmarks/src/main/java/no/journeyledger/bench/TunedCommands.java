package no.journeyledger.bench;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.axon.Answer;
import no.journeyledger.store.axon.AnswerEncoder;
import no.journeyledger.store.axon.CommandDoor;
import no.journeyledger.store.axon.DryRun;
import no.journeyledger.store.axon.DryRuns;
import no.journeyledger.store.axon.LedgerMetaData;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.jspecify.annotations.Nullable;

/**
 * Where commands come in when the stock framework's store stands behind the same front: dispatch, in a transaction of
 * its own, and answer. It keeps no idempotency record and checks no expected version, which is in its favour.
 */
final class TunedCommands implements CommandDoor, DryRuns {

    private static final ScopedValue<Passage> CURRENT = ScopedValue.newInstance();

    /** The context of the command is recorded with each event, as the ledger does. */
    static final CorrelationDataProvider CONTEXT =
            message -> Map.of(LedgerMetaData.KEY, message.getMetaData().get(LedgerMetaData.KEY));

    private static final class Passage {
        private final String target;
        private @Nullable Long version;

        Passage(String target) {
            this.target = target;
        }
    }

    private final CommandBus bus;

    TunedCommands(CommandBus bus, EventStore events) {
        this.bus = bus;
        var unused1 = events.registerDispatchInterceptor(messages -> (index, message) -> {
            if (CURRENT.isBound()
                    && message instanceof DomainEventMessage<?> event
                    && CURRENT.get().target.equals(event.getAggregateIdentifier())) {
                CURRENT.get().version = event.getSequenceNumber();
            }
            return message;
        });
    }

    /** The peer is measured on what it records; nothing in front of it asks for less. */
    @Override
    public <R> DryRun<R> dryRun(UUID target, Object command, EventMetadata metadata, @Nullable Long expectedVersion) {
        throw new UnsupportedOperationException("this store records what it is told");
    }

    @Override
    public <R> Answer<R> dispatch(
            UUID target,
            Object command,
            EventMetadata metadata,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedVersion,
            AnswerEncoder<R> encoder) {
        var passage = new Passage(target.toString());
        var outcome = new AtomicReference<@Nullable CommandResultMessage<? extends R>>();
        ScopedValue.where(CURRENT, passage)
                .run(() -> bus.<Object, R>dispatch(
                        new GenericCommandMessage<>(command, LedgerMetaData.with(metadata)),
                        (sent, result) -> outcome.set(result)));
        CommandResultMessage<? extends R> result = outcome.get();
        if (result == null) {
            throw new IllegalStateException("the command bus must handle commands on the calling thread");
        }
        if (result.isExceptional()) {
            throw result.exceptionResult() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(result.exceptionResult());
        }
        R answer = result.getPayload();
        return new Answer<>(answer, encoder.encode(answer), null, passage.version, false);
    }
}
