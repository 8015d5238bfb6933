package no.journeyledger.command.door;

import java.util.LinkedHashMap;
import java.util.List;

/** What only a controller can see about a field, answered as any other invalid field is. */
public final class Invalid {

    private static final Sentences SENTENCES = new Sentences();

    private Invalid() {}

    /**
     * A field that cannot be what was meant.
     *
     * @param call the call
     * @param field its path
     * @param constraint the last part of the message key {@code door.constraint.<constraint>}
     */
    public static TurnedAway field(Call call, String field, String constraint) {
        String message = SENTENCES.say(call.language(), "door.constraint." + constraint);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("field", field);
        facts.put("message", message);
        facts.put("fields", List.of(new InvalidField(field, message)));
        return new TurnedAway(DoorProblem.INVALID_FIELD, facts);
    }
}
