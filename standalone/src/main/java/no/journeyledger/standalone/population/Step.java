package no.journeyledger.standalone.population;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One command of a citizen's story.
 *
 * @param by who sends it
 * @param at when it took effect
 * @param path where it goes
 * @param body what it says; asked for when it is sent
 * @param needs whether the body rests on the answer to an earlier command, which must have come then
 * @param learns what to do with the answer, {@code null} for nothing
 */
record Step(
        Who by,
        Instant at,
        String path,
        Supplier<Map<String, Object>> body,
        boolean needs,
        @Nullable Consumer<JsonNode> learns) {

    /** Who sends a command. */
    enum Who {
        /** The investment leader, of the district's health service. */
        LEADER,
        /** The adviser, of its labour and welfare office. */
        ADVISER,
        /** The citizen's contact, of its housing office. */
        CONTACT,
        /** Who heads the labour and welfare office. */
        LABOUR_HEAD,
        /** Who heads the health service. */
        HEALTH_HEAD,
        /** The citizen in their own session. */
        CITIZEN,
        /** The other adult of the household in their own session. */
        PARTNER;

        /** Whether it is a person of the household. */
        boolean isPerson() {
            return this == CITIZEN || this == PARTNER;
        }
    }
}
