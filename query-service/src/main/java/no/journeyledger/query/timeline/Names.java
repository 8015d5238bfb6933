package no.journeyledger.query.timeline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Sentences;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people around a journey are called: the household by name, the team by what they answer for. */
final class Names {

    private final Map<UUID, Sealed> persons;
    private final Map<UUID, String> roles;
    private final Opened opened;
    private final Sentences sentences;
    private final Map<UUID, String> called = new HashMap<>();

    private Names(Map<UUID, Sealed> persons, Map<UUID, String> roles, Opened opened, Sentences sentences) {
        this.persons = persons;
        this.roles = roles;
        this.opened = opened;
        this.sentences = sentences;
    }

    static Names around(JdbcClient views, Opening opening, Opened opened, Sentences sentences) {
        UUID journey = opening.journey();
        var persons = new HashMap<UUID, Sealed>();
        var roles = new HashMap<UUID, String>();
        views.sql("""
                SELECT person, name, NULL, person FROM views.household_member WHERE journey = ?
                UNION ALL SELECT trusted, name, NULL, person FROM views.trusted_person WHERE journey = ?
                UNION ALL SELECT representative, name, NULL, person FROM views.representation WHERE journey = ?
                UNION ALL SELECT worker, NULL, role, NULL FROM views.team_member WHERE journey = ?
                """)
                .params(journey, journey, journey, journey)
                .query((row, i) -> {
                    UUID id = row.getObject(1, UUID.class);
                    String name = row.getString(2);
                    if (name != null) {
                        // Somebody who has not opened their name to this reader is not called by it.
                        if (opening.names(row.getObject(4, UUID.class))) {
                            persons.put(id, new Sealed(name));
                        }
                    } else {
                        roles.put(id, row.getString(3));
                    }
                    return id;
                })
                .list();
        return new Names(persons, roles, opened, sentences);
    }

    String of(UUID id, Locale language) {
        Sealed name = persons.get(id);
        if (name != null) {
            return called.computeIfAbsent(id, key -> opened.text(name));
        }
        String role = roles.get(id);
        return sentences.say(language, role == null ? "term.somebody" : "term.TeamRole." + role);
    }
}
