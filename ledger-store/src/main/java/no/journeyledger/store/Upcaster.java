package no.journeyledger.store;

import tools.jackson.databind.node.ObjectNode;

/** Reads one old revision of an event as the next one: a pure change of shape from revision n to n + 1. */
public interface Upcaster {

    /** The logical name of the event it reads. */
    String type();

    /** The revision it reads; it gives back the next. */
    int fromRevision();

    /**
     * Gives the event in the next revision.
     *
     * @param event the event in {@link #fromRevision()}; may be changed and returned
     */
    ObjectNode upcast(ObjectNode event);
}
