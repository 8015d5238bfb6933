package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;
import no.journeyledger.events.person.PrivacyEvent.PersonErased;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.projection.Rebuilds;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import no.journeyledger.store.personal.FilePersonKeys;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.personal.PersonalDataVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of people's own reports is what opening all of them gives, and nothing of who was erased. */
class BeforeAfterKeptTest {

    private static final long SEED = 20_261_122;
    private static final int PERSONS = 30;
    private static final int ROUNDS = 4;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void whatever_is_reported_and_whoever_is_erased_it_is_what_comparing_everybody_gives(@TempDir Path folder)
            throws Exception {
        System.out.println("seed " + SEED);
        TestService.Keys at = TestService.Keys.in(folder);
        var keys = new FilePersonKeys(at.folder(), KeyEncryptionKey.load(at.kek()));
        var vault = new PersonalDataVault(keys);
        try (var ledger = new TestLedger()) {
            var progress = new Progress(ledger.views());
            var projections = new Projections(
                    List.of(
                            JourneysProjection.projection(),
                            MoneyProjection.projection(),
                            EconomicsProjection.projection()),
                    ledger.source(),
                    ledger.reader(),
                    ledger.views(),
                    progress);
            projections.start();
            try {
                JdbcClient views = JdbcClient.create(ledger.views());
                var opened = new Opened(vault);
                var kept = new BeforeAfterKept(opened);
                for (int round = 0; round < ROUNDS; round++) {
                    long last = 0;
                    for (int i = 0; i < PERSONS; i++) {
                        last = report(ledger, vault, random.nextInt(PERSONS), round);
                    }
                    if (round == 2) {
                        // Persons 0 and 1 took part in all rounds before.
                        UUID erased = person(0);
                        last = ledger.append(erased, new PersonErased(erased, "statute", "1"))
                                .lastPosition();
                        keys.destroy(erased);
                    }
                    assertThat(progress.await(projections.names(), last, Duration.ofSeconds(60)))
                            .isTrue();
                    same("round " + round, views, kept, opened);
                }
                assertThat(kept.newest()
                                .orElseThrow()
                                .<BeforeAfter>remembered(5, all -> all)
                                .own())
                        .as("some changed, and nobody who was erased is among them")
                        .isNotEmpty()
                        .doesNotContainKey(person(0));
                assertThat(ledger.rows("dead_letter"))
                        .as("of these journeys nothing but reports is told, which other views miss")
                        .noneMatch(letter -> letter.contains("\"economics\""));
                new Rebuilds(projections, ledger.reader(), ledger.views(), 1)
                        .run(Rebuilds.Purpose.REPLACE, List.of(EconomicsProjection.NAME));
                same("after a rebuild", views, kept, opened);
            } finally {
                projections.close();
            }
        }
    }

    private static void same(String when, JdbcClient views, BeforeAfterKept kept, Opened opened) {
        kept.bring(views);
        BeforeAfterKept.State state = kept.newest().orElseThrow();
        BeforeAfter anew = BeforeAfter.of(
                views.sql(EconomicsRows.REPORTS.select() + " ORDER BY on_day, position")
                        .query((row, i) -> EconomicsRows.REPORTS.read(row))
                        .list(),
                state.version(),
                opened);
        assertThat(state.<BeforeAfter>remembered(1, all -> all)).as(when).isEqualTo(anew);
        kept.bring(views);
        assertThat(kept.newest())
                .as("%s: nothing happened, nothing was done", when)
                .containsSame(state);
    }

    private static UUID person(int number) {
        return new UUID(0x0000_0000_0003_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** A report of somebody, or for them; in the first round everybody's first. */
    private long report(TestLedger ledger, PersonalDataVault vault, int number, int round) {
        UUID person = person(number);
        // Person 0 is erased in the third round and reports no more.
        if (number == 0 && round > 1) {
            return report(ledger, vault, 1 + random.nextInt(PERSONS - 1), round);
        }
        boolean own = random.nextInt(4) > 0;
        boolean declined = random.nextInt(10) == 0;
        Moment moment = round == 0 ? Moment.BEFORE : List.of(Moment.values()).get(random.nextInt(3));
        int item = random.nextInt(6);
        String items = "[%d,%d,%d,%d,%s]"
                .formatted(item, item, item, item, random.nextInt(8) == 0 ? "null" : String.valueOf(item));
        Sealed answers = declined ? null : vault.seal(person, items);
        return ledger.append(
                        new UUID(0x0000_0000_0004_7000L, 0x8000_0000_0000_0000L + number),
                        new SelfReportRecorded(
                                new UUID((random.nextLong() & ~0xf000L) | 0x7000L, random.nextLong()),
                                person,
                                Instrument.WHO5,
                                "who5-1998-nb",
                                moment,
                                DAY.plusDays(round * 100L + random.nextInt(50)),
                                "nb",
                                own ? person : TestLedger.WORKER,
                                false,
                                declined,
                                answers))
                .lastPosition();
    }
}
