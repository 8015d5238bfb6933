package no.journeyledger.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import no.journeyledger.standalone.demo.DemoCases.OpenDecision;
import no.journeyledger.standalone.demo.DemoPeople.CaseAppFor;
import no.journeyledger.standalone.demo.DemoPeople.Person;
import no.journeyledger.standalone.demo.DemoPeople.Worker;

/**
 * What is printed once the ledger answers: where to look, who can sign in, and three calls to try.
 *
 * @param command the address of command-service
 * @param query the address of query-service
 * @param issuer the address of the issuer of tokens
 * @param tokens the folder with the tokens
 * @param open the decision that waits for two people
 */
record Guide(String command, String query, String issuer, Path tokens, OpenDecision open) {

    void tell(PrintStream out, Duration startTime) {
        String journey = command + "/v1/journeys/" + open.journey();
        String decision = journey + "/decisions/" + open.decision();
        out.printf(
                """

                The investment-journey ledger answers after %.1f s.%s

                  Commands      %s     described in docs/openapi/command-service.json
                  Queries       %s     described in docs/openapi/query-service.yaml
                  Health        %s/actuator/health
                  Metrics       %s/actuator/prometheus   %s/actuator/prometheus
                  Log           %s/v1/log/checkpoint     how to verify it: docs/verifying.md
                  Sign in       %s     in a browser; the password is in %s

                A token for each of these is kept fresh, while the ledger runs, in %s:
                """,
                startTime.toMillis() / 1000.0,
                open.loadedBefore() ? " The cases were there from before." : " Four cases were loaded as commands.",
                command,
                query,
                command,
                command,
                query,
                query,
                issuer,
                tokens.resolveSibling("issuer").resolve("password"),
                tokens);
        TokenFiles.people()
                .forEach((file, someone) -> out.printf(
                        "  %-16s %s, %s%n",
                        file,
                        someone.name(),
                        switch (someone) {
                            case Worker worker -> worker.does();
                            case CaseAppFor ignored -> "citizen, through a case app";
                            case Person ignored -> "citizen, in their own session";
                        }));
        out.printf("""

                Three calls to try. A budget decision for Mia and Aron waits; nobody has asked them yet.

                1. Take it without them. The ledger refuses, and says who has not taken part:
                   curl -s -X POST %s/taking -H "Authorization: Bearer $(cat %s/housing-adviser)" -H "Idempotency-Key: try-1" -H "Content-Type: application/json" -d '{"weighing":"The family needs a home now."}'

                2. Mia answers, in her own session, to the exact wording:
                   curl -s -X POST %s/answers -H "Authorization: Bearer $(cat %s/mia)" -H "Idempotency-Key: try-2" -H "Content-Type: application/json" -d '{"person":"01900000-0000-7000-8000-000000000341","wordingHash":"%s","answer":"AGREES","means":"SELF_SERVICE"}'

                3. What happened so far, worded for her:
                   curl -s "%s/v1/journeys/%s/timeline" -H "Authorization: Bearer $(cat %s/mia)" -H "Accept-Language: en"

                The README goes on from here. Stop with Ctrl-C; the data stays.
                """, decision, tokens, decision, tokens, open.wordingHash(), query, open.journey(), tokens);
        out.flush();
    }
}
