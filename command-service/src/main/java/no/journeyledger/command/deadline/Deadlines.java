package no.journeyledger.command.deadline;

import java.util.List;
import java.util.Set;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.store.RecordedEvent;

/**
 * The deadlines one capability sets. A bean of this type is all it takes: the ledger asks it about each event of its types,
 * once to note when a deadline passes and again, from the same event, to know what to do then. It must give the same answer
 * both times.
 */
public interface Deadlines {

    /** The types of event that set deadlines. */
    Set<Class<? extends LedgerEvent>> setBy();

    /** The deadlines this event sets. */
    List<Deadline> of(RecordedEvent event);
}
