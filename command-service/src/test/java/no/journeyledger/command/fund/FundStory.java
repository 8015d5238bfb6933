package no.journeyledger.command.fund;

import static no.journeyledger.command.story.People.FUND;
import static no.journeyledger.command.story.People.GOAL;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.LABOUR;
import static no.journeyledger.command.story.People.LINE;
import static no.journeyledger.command.story.People.MEASURE;
import static no.journeyledger.command.story.People.id;

import java.util.ArrayList;
import java.util.List;
import no.journeyledger.command.Created;
import no.journeyledger.command.Outcome;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import org.axonframework.test.aggregate.AggregateTestFixture;

/** What happened to a fund before, and then one command on it through the framework's aggregate fixture. */
final class FundStory {

    private final List<FundEvent> events = new ArrayList<>();

    static FundStory opened() {
        return new FundStory().then(new FundOpened(FUND, "fund", List.of(LABOUR)));
    }

    /** A fund of 10 000 kr with 1 000 kr of them reserved. */
    static FundStory reserved() {
        return opened().then(new ContributionReceived(id(200), LABOUR, 2026, 1_000_000))
                .then(new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 100_000));
    }

    FundStory then(FundEvent event) {
        events.add(event);
        return this;
    }

    void records(Object command, Created created, FundEvent... expected) {
        new AggregateTestFixture<>(Fund.class)
                .given(events)
                .when(command)
                .expectResultMessagePayload(new Outcome.Done<>(created))
                .expectEvents((Object[]) expected);
    }

    void rejects(Object command, FundRejection rejection) {
        new AggregateTestFixture<>(Fund.class)
                .given(events)
                .when(command)
                .expectResultMessagePayload(new Outcome.Rejected<>(rejection))
                .expectNoEvents();
    }
}
