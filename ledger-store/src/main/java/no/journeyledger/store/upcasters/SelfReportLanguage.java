package no.journeyledger.store.upcasters;

import no.journeyledger.store.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 of a self-report did not say in which language it was filled in: undetermined ({@code und}, BCP 47). */
public final class SelfReportLanguage implements Upcaster {

    @Override
    public String type() {
        return "journey.self-report-recorded";
    }

    @Override
    public int fromRevision() {
        return 1;
    }

    @Override
    public ObjectNode upcast(ObjectNode event) {
        return event.put("language", "und");
    }
}
