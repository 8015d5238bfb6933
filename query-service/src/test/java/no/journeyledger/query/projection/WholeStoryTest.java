package no.journeyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.store.EncodedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole story through the real processors, every row of every view compared in full with what was approved. */
class WholeStoryTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");

    @Test
    void the_story_holds_every_type_of_event() {
        var told = new HashSet<Class<?>>();
        Story.andOn().forEach(step -> told.add(step.event().getClass()));
        assertThat(told).containsExactlyInAnyOrderElementsOf(EventFamilies.eventTypes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"journeys", "decisions", "money", "course", "economics", "statute", "timeline", "participation"})
    void every_row_is_as_approved(String name) throws Exception {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            running.await(tell(ledger));
            Projection projection =
                    running.projections().find(name).orElseThrow().projection();
            String actual = dump(ledger, projection);
            Path approved = APPROVED.resolve(name + ".txt");
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(APPROVED);
                Files.writeString(approved, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(approved));
        }
    }

    /** Promise 5: rebuilt twice over, in other time zones, languages and numbers of threads; differing rows 0. */
    @Test
    @SuppressWarnings("SystemOut")
    void a_rebuild_gives_the_same_rows_in_any_time_zone_language_and_number_of_threads() throws Exception {
        var zone = TimeZone.getDefault();
        var language = Locale.getDefault();
        try (var ledger = new TestLedger()) {
            long last = tell(ledger);
            String live;
            try (var running = Running.start(ledger)) {
                running.await(last);
                live = dumpAll(ledger);
            }
            long rows = live.lines().count();
            long compared = 0;
            var languages = List.of(Locale.of("tr", "TR"), Locale.of("ar", "EG"), Locale.of("nb", "NO"));
            int rebuilt = 0;
            for (int threads : List.of(1, 2, 4)) {
                for (String there : List.of("Pacific/Kiritimati", "America/St_Johns")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(there));
                    Locale.setDefault(languages.get(rebuilt % languages.size()));
                    try (var running = Running.start(ledger);
                            var rebuilds =
                                    new Rebuilds(running.projections(), ledger.reader(), ledger.views(), threads)) {
                        List<String> names = running.projections().names();
                        assertThat(rebuilds.run(Rebuilds.Purpose.REPLACE, names).state())
                                .isEqualTo(Rebuilds.State.DONE);
                        assertThat(dumpAll(ledger)).isEqualTo(live);
                        compared += rows;
                        rebuilt++;
                    }
                }
            }
            System.out.printf(
                    "promise 5: %d rebuilds in 2 time zones, 3 languages, 1, 2 and 4 threads: %d rows compared, differing 0%n",
                    rebuilt, compared);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    /** Ids are given by callers: that another journey and another fund have used them all stands in nobody's way. */
    @Test
    void the_same_story_with_the_same_ids_around_another_household_is_kept_apart() throws Exception {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            running.await(tell(ledger));
            Map<String, Long> rows = rowsOf(ledger, Story.JOURNEY);
            assertThat(rows).hasSizeGreaterThan(20);

            long last = 0;
            for (Story.Step step : Story.andOn()) {
                if (step.aggregate().equals(Story.JOURNEY) || step.aggregate().equals(Story.FUND)) {
                    last = ledger.append(elsewhere(step.aggregate()), elsewhere(ledger, step.event()))
                            .lastPosition();
                }
            }
            running.await(last);

            assertThat(ledger.rows("dead_letter")).isEmpty();
            assertThat(rowsOf(ledger, Story.JOURNEY)).isEqualTo(rows);
            assertThat(rowsOf(ledger, elsewhere(Story.JOURNEY))).isEqualTo(rows);
        }
    }

    private static UUID elsewhere(UUID id) {
        return id.equals(Story.JOURNEY) ? Story.id(990_001) : id.equals(Story.FUND) ? Story.id(990_002) : id;
    }

    private static LedgerEvent elsewhere(TestLedger ledger, LedgerEvent event) {
        var name = ledger.codec().catalogue().nameOf(event.getClass());
        String told = new String(ledger.codec().encode(event), StandardCharsets.UTF_8)
                .replace(Story.JOURNEY.toString(), elsewhere(Story.JOURNEY).toString())
                .replace(Story.FUND.toString(), elsewhere(Story.FUND).toString());
        var stored = new EncodedEvent(
                1,
                Story.JOURNEY,
                0,
                Story.JOURNEY,
                1,
                TestLedger.EFFECTIVE,
                told.getBytes(StandardCharsets.UTF_8),
                ledger.codec().encode(TestLedger.metadata()));
        return ledger.codec().decode(stored, name).payload();
    }

    /** How many rows each table has that name the journey. */
    private static Map<String, Long> rowsOf(TestLedger ledger, UUID journey) {
        var rows = new TreeMap<String, Long>();
        Running.all(ledger)
                .forEach(projection -> projection.tables().forEach(table -> {
                    long naming = ledger.rows(table.name()).stream()
                            .filter(row -> row.contains(journey.toString()))
                            .count();
                    if (naming > 0) {
                        rows.put(table.name(), naming);
                    }
                }));
        // A timeline also has what claims of persons recorded, which is told once here.
        rows.remove("timeline_entry");
        return rows;
    }

    static long tell(TestLedger ledger) {
        long last = 0;
        for (Story.Step step : Story.andOn()) {
            last = ledger.append(step.aggregate(), step.event()).lastPosition();
        }
        return last;
    }

    private static String dumpAll(TestLedger ledger) {
        var dump = new StringBuilder();
        Running.all(ledger).forEach(projection -> {
            projection.tables().forEach(table -> {
                dump.append(table).append('\n');
                ledger.rows(table.name()).forEach(row -> dump.append(row).append('\n'));
            });
        });
        return dump.toString();
    }

    /** The rows, with recorded times named by their order: they are the database's clock. */
    private static String dump(TestLedger ledger, Projection projection) throws IOException {
        var times = new TreeMap<String, String>();
        ledger.sql()
                .sql("SELECT position, to_json(recorded_at)#>>'{}' FROM ledger.event ORDER BY position")
                .query((rows, i) -> times.put(rows.getString(2), "<recorded " + rows.getString(1) + ">"))
                .list();
        var dump = new StringBuilder();
        projection.tables().forEach(table -> {
            dump.append("== ").append(table).append('\n');
            ledger.rows(table.name()).forEach(row -> {
                String named = row;
                for (var time : times.entrySet()) {
                    named = named.replace(time.getKey(), time.getValue());
                }
                // A day is recorded too, and is another one tomorrow.
                String told = table.name().equals("recorded_day")
                        ? named.replaceAll("\"day\":\"[^\"]*\"", "\"day\":\"<recorded>\"")
                        : named;
                dump.append(told).append('\n');
            });
        });
        return dump.toString();
    }
}
