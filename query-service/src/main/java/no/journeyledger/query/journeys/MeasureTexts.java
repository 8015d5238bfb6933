package no.journeyledger.query.journeys;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.query.projection.Rows;

/** What the measures of a journey are called, as the newest plan version that has them says. */
public final class MeasureTexts {

    private MeasureTexts() {}

    /** The text of each measure of a journey. */
    public static Map<UUID, Sealed> of(Rows rows, UUID journey) {
        var texts = new HashMap<UUID, Sealed>();
        rows.about(JourneyRows.MEASURES, "journey", journey, "measure")
                .forEach(measure -> texts.put(measure.measure(), measure.text()));
        return texts;
    }
}
