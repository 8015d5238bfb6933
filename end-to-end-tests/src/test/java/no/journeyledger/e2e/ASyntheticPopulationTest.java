package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import no.journeyledger.e2e.RunningLedger.Worker;
import no.journeyledger.standalone.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Synthetic citizens, told of by commands over HTTP, and what analysts and auditors then see. */
@ExtendWith(SharedStandalone.class)
class ASyntheticPopulationTest {

    private static final int CITIZENS = 12;
    private static final int SEED = 7;

    @Test
    void synthetic_citizens_come_all_the_way_by_commands_and_are_told_of_once(StandaloneProcess standalone) {
        Ledger ledger = standalone.client();
        Worker auditor = standalone.worker(UUID.randomUUID(), "AUDITOR");
        Worker analyst = standalone.worker(UUID.randomUUID(), "ANALYST");
        var views = new Views(standalone);
        views.caughtUp();
        long before = journeys(ledger, auditor);

        Population.Told told = population(standalone).tell(CITIZENS, 4);
        assertThat(told.problems()).isEmpty();
        assertThat(told.citizens()).isEqualTo(CITIZENS);
        assertThat(told.commands()).isGreaterThanOrEqualTo(CITIZENS * 22L);
        views.caughtUp();
        // Who came through the door in the last two weeks is not enrolled yet; a seed always draws the same days.
        assertThat(journeys(ledger, auditor)).isBetween(before + CITIZENS - 2, before + CITIZENS);

        JsonNode portfolio =
                ledger.ask(auditor.token(), "/v1/portfolio/economics").body();
        JsonNode municipality = portfolio.at("/groups/0/perspectives/0");
        assertThat(municipality.at("/realised/presentValueOfCostsOre").asLong()).isPositive();
        assertThat(municipality.at("/planned/presentValueOfBenefitsOre").asLong())
                .isPositive();
        // Only groups that are not small, and none of them more than there are.
        ledger.ask(analyst.token(), "/v1/portfolio/stages")
                .body()
                .at("/ways")
                .forEach(way -> assertThat(way.at("/journeys").asLong()).isBetween(5L, before + CITIZENS));

        assertThat(population(standalone).tell(CITIZENS, 4).citizens()).isEqualTo(CITIZENS);
        views.caughtUp();
        assertThat(ledger.ask(auditor.token(), "/v1/portfolio/economics").body().at("/groups"))
                .as("telling again records nothing")
                .isEqualTo(portfolio.at("/groups"));
    }

    private static long journeys(Ledger ledger, Worker auditor) {
        return ledger.ask(auditor.token(), "/v1/portfolio/economics")
                .body()
                .at("/groups/0/journeys")
                .asLong(0);
    }

    private static Population population(StandaloneProcess standalone) {
        return new Population(standalone.client().commands(), standalone.tokens(), Clock.systemUTC(), SEED);
    }
}
