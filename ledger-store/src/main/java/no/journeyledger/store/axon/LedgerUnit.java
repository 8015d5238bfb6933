package no.journeyledger.store.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What one unit of work has read and is about to record; kept with the root unit of work. */
final class LedgerUnit {

    private static final String RESOURCE = LedgerUnit.class.getName();

    private final List<Participant> participants = new ArrayList<>();
    private List<DomainEventMessage<?>> staged = new ArrayList<>();

    static LedgerUnit of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, key -> {
            var unit = new LedgerUnit();
            if (Door.CURRENT.isBound()) {
                Door.CURRENT.get().unit = unit;
            }
            return unit;
        });
    }

    void join(Participant participant) {
        participants.add(participant);
    }

    void stage(DomainEventMessage<?> event) {
        staged.add(event);
    }

    /** Hands out what was staged, once. */
    List<DomainEventMessage<?>> takeStaged() {
        List<DomainEventMessage<?>> taken = staged;
        staged = new ArrayList<>();
        return taken;
    }

    List<Participant> participants() {
        return participants;
    }

    /** The version each aggregate was read in, -1 for none. */
    Map<UUID, Long> readVersions() {
        var versions = new HashMap<UUID, Long>();
        for (Participant participant : participants) {
            UUID id = participant.id();
            if (id != null) {
                versions.putIfAbsent(id, participant.readVersion());
            }
        }
        return versions;
    }

    void evict() {
        participants.forEach(Participant::evict);
    }
}
