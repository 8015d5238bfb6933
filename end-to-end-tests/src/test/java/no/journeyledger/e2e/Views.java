package no.journeyledger.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.e2e.RunningLedger.Worker;
import tools.jackson.databind.JsonNode;

/** What the query side shows, as text that can be compared, and the operator's calls that make it again. */
final class Views {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final Worker operator;
    private final Worker auditor;

    Views(RunningLedger running) {
        this.ledger = running.client();
        this.operator = running.worker(UUID.randomUUID(), "OPERATOR");
        this.auditor = running.worker(UUID.randomUUID(), "AUDITOR", "FUND_MANAGER", "TEAM");
    }

    /** Waits until every projection has come to the head, and says where that is. */
    long caughtUp() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode standing = standing();
            long head = standing.path("head").asLong();
            if (standing.path("projections")
                    .valueStream()
                    .allMatch(projection -> projection.path("position").asLong() == head)) {
                return head;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("the projections do not come to the head: " + standing);
            }
            Started.pause(Duration.ofMillis(50));
        }
    }

    /** Events that some projection could not use. */
    long deadLetters() {
        return standing()
                .path("projections")
                .valueStream()
                .mapToLong(projection -> projection.path("deadLetters").asLong())
                .sum();
    }

    /** Makes every projection anew from the ledger's first event, and waits until they have taken the place of the live ones. */
    void rebuildAll() {
        ledger.tell(operator.token(), "/v1/projections/rebuild").expectAccepted();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode rebuild = ledger.ask(operator.token(), "/v1/projections/rebuild")
                    .expectAccepted()
                    .body();
            if (rebuild.path("state").asString().equals("DONE")) {
                return;
            }
            if (rebuild.has("failure") || Instant.now().isAfter(deadline)) {
                throw new AssertionError("the projections are not rebuilt: " + rebuild);
            }
            Started.pause(Duration.ofMillis(50));
        }
    }

    private JsonNode standing() {
        return ledger.ask(operator.token(), "/v1/projections").expectAccepted().body();
    }

    /** All there is to see of these funds and journeys, line by line. */
    String dump(List<UUID> funds, List<UUID> journeys) {
        var lines = new ArrayList<String>();
        for (UUID fund : funds) {
            lines.add(ledger.ask(auditor.token(), "/v1/funds/" + fund)
                    .expectAccepted()
                    .text());
            lines(lines, "/v1/funds/" + fund + "/postings");
        }
        for (UUID journey : journeys) {
            String path = "/v1/journeys/" + journey;
            lines.add(ledger.ask(auditor.token(), path).expectAccepted().text());
            lines.add(ledger.ask(auditor.token(), path + "/money")
                    .expectAccepted()
                    .text());
            lines(lines, path + "/timeline");
            lines(lines, path + "/decisions");
        }
        return String.join("\n", lines);
    }

    /** Every entry of a journey's timeline. */
    List<JsonNode> timeline(UUID journey) {
        return ledger.all(auditor.token(), "/v1/journeys/" + journey + "/timeline");
    }

    /** Every posting of a fund. */
    List<JsonNode> postings(UUID fund) {
        return ledger.all(auditor.token(), "/v1/funds/" + fund + "/postings");
    }

    /** Every journey there is. */
    List<UUID> journeys() {
        return ledger.all(auditor.token(), "/v1/journeys").stream()
                .map(journey -> UUID.fromString(journey.path("journey").asString()))
                .toList();
    }

    private void lines(List<String> lines, String path) {
        ledger.all(auditor.token(), path).forEach(item -> lines.add(item.toString()));
    }
}
