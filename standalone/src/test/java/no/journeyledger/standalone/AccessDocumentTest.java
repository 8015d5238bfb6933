package no.journeyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.journeyledger.command.access.AccessPolicy;
import no.journeyledger.command.access.Statutes;
import no.journeyledger.store.reads.Purpose;
import org.junit.jupiter.api.Test;

/** docs/access.md says what the two tables in the code say. Run with {@code -Dapprove=true} to write it anew. */
class AccessDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "access.md");
    private static final List<String> ROLES = Arrays.stream(no.journeyledger.query.door.Role.values())
            .map(Enum::name)
            .toList();

    @Test
    void the_document_is_what_the_tables_say() throws IOException {
        assertThat(Arrays.stream(no.journeyledger.command.door.Role.values()).map(Enum::name))
                .as("both services know the same roles")
                .containsExactlyInAnyOrderElementsOf(ROLES);
        String document = document();
        if (Boolean.getBoolean("approve")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    private static String document() {
        var text = new StringBuilder("""
                # Who may do and see what

                Generated from `RoleTable` of each service, which is also the one place where roles are enforced; a test fails when it is
                stale (`./mvnw -pl standalone -am test -Dtest=AccessDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dapprove=true`
                writes it anew). What has no row here is open to nobody, and a call without a row keeps its service from starting.

                A role comes from the bearer token. A person in a session of their own is `PERSON` and nothing else, whatever their token
                says. A case app acts for a person or a worker (`act.sub`, RFC 8693): theirs are the rights, both are recorded.

                ## What a role alone does not open

                - **One journey**: open to the persons of its household; to a worker whose service the citizen's consent opens it to, today
                  and as of this moment (the ledger itself is asked, never a projection); to a worker who opened it under a statute, for that
                  while; to auditors. What another member of the household said, wrote or was found is open to a service only by that
                  member's own consent (for a child, that of one who holds parental responsibility), and to other members never.
                - **Somebody from outside the household who represents a person of it**, as guardian or attorney, from the first day to the
                  last: the decisions that concern that person in the affairs they represent them in, and the plan when these are
                  personal; by REPRESENTATIVES alone.
                - **Several journeys**: only those of them that are open as above.
                - **One person**: themselves, and the privacy officer.
                - **Recording on a household**: until somebody leads a team any worker, since every door leads in; from then on the team's
                  members, the services they come from, and a service the citizen's own consent opens the journey to. Everybody else is
                  turned away before any other rule is asked, but for the few commands below.
                - A worker states a **purpose** in the header `Purpose`, or has one in the claim `purpose` of their token: one of PURPOSES.
                - Every reading is recorded before its answer leaves, with who, through what, why and on what ground. A person finds the
                  readings of their own data under `GET /v1/persons/{person}/reads`. What command-service itself tells of persons, what is
                  missing before a decision and a taking that is only tried, is told to the team alone and recorded likewise; its
                  purpose is the decision unless another is stated.

                ## Questions (query-service)

                """.replace(
                        "PURPOSES",
                        Arrays.stream(Purpose.values())
                                .filter(purpose -> purpose != Purpose.OWN_RECORD)
                                .map(purpose -> "`" + purpose + "`")
                                .collect(Collectors.joining(", ")))
                .replace(
                        "REPRESENTATIVES",
                        no.journeyledger.query.door.RoleTable.TO_REPRESENTATIVES.stream()
                                .sorted()
                                .map(call -> "`" + call + "`")
                                .collect(Collectors.joining(", "))));
        head(text, "call | reaches");
        no.journeyledger.query.door.RoleTable.LINES.stream()
                .sorted(Comparator.comparing(line -> line.path() + line.method()))
                .forEach(line -> row(
                        text,
                        "`" + line.call() + "` | "
                                + line.reach()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' '),
                        line.roles().stream().map(Enum::name).collect(Collectors.toSet())));
        text.append("\n## Commands (command-service)\n\n");
        head(text, "call");
        no.journeyledger.command.door.RoleTable.calls().entrySet().stream()
                .sorted(Comparator.comparing(call -> call.getKey().replaceAll("^(\\S+) (.*)$", "$2 $1")))
                .forEach(call -> row(
                        text,
                        "`" + call.getKey() + "`",
                        call.getValue().stream().map(Enum::name).collect(Collectors.toSet())));
        text.append("""

                ## Commands that workers from elsewhere may send

                What a worker may ask of a journey who is not on its team, nor of a service that is or that the citizen opened it to.
                `AccessPolicy` holds this list; what is not on it is closed to them, and so is every command that comes later.

                | command | why |
                |---|---|
                """);
        AccessPolicy.openToOthers().entrySet().stream()
                .sorted(Comparator.comparing(open -> open.getKey().getSimpleName()))
                .forEach(open -> text.append("| `%s` | %s |%n"
                        .formatted(
                                open.getKey().getSimpleName(), open.getValue().sentence())));
        Statutes statutes = Statutes.inForceOn(LocalDate.of(2026, 1, 1));
        text.append("""

                ## Statutes that open a journey without consent

                `POST /v1/journeys/{journey}/openings` with a reason; to that one worker, for %d minutes unless asked otherwise. The citizen
                sees it in the timeline. List %s, in force from %s.

                | code | statute | at most, minutes |
                |---|---|---|
                """.formatted(statutes.standardMinutes(), statutes.version(), statutes.inForceFrom()));
        for (Map.Entry<String, Statutes.Statute> statute : statutes.statutes().entrySet()) {
            text.append("| `%s` | %s | %d |%n"
                    .formatted(
                            statute.getKey(),
                            statute.getValue().source(),
                            statute.getValue().mostMinutes()));
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String columns) {
        text.append("| ")
                .append(columns)
                .append(" | ")
                .append(String.join(" | ", ROLES))
                .append(" |\n");
        text.append("|---".repeat(columns.split("\\|").length + ROLES.size())).append("|\n");
    }

    private static void row(StringBuilder text, String columns, Set<String> roles) {
        text.append("| ").append(columns).append(" |");
        ROLES.forEach(role -> text.append(roles.contains(role) ? " x |" : "  |"));
        text.append('\n');
    }
}
