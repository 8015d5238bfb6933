package no.journeyledger.store.upcasters;

import no.journeyledger.store.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/**
 * An older revision that differs only in what it could not say yet: what it lacks is read as not said.
 *
 * @param type the event's stored name
 * @param fromRevision the older revision
 */
record UnchangedFields(String type, int fromRevision) implements Upcaster {

    @Override
    public ObjectNode upcast(ObjectNode event) {
        return event;
    }
}
