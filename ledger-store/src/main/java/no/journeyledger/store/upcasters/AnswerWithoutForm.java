package no.journeyledger.store.upcasters;

import no.journeyledger.store.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 of an answer knew no signed forms: there was none. */
public final class AnswerWithoutForm implements Upcaster {

    @Override
    public String type() {
        return "journey.answer-recorded";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode event) {
        return event.putNull("signedForm");
    }
}
