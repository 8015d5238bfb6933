package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.selfreport.Respondent;
import no.journeyledger.economics.selfreport.Who5Change;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.economics.EconomicsRows.ReportRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How everybody's WHO-5 changed, as of a moment ago. Opening everybody's sealed answers takes a key each, so that is done once,
 * and then for those who reported since; what is kept, in memory alone, is how a person changed and not what they answered. Who
 * is erased is left out from the moment their erasure is seen. Where the parameters in force are others, or the tables
 * themselves changed underneath, everybody is compared anew.
 */
public final class BeforeAfterKept implements Summary.Beside {

    private static final Logger log = LoggerFactory.getLogger(BeforeAfterKept.class);

    private static final String REPORTS = EconomicsRows.REPORTS.select()
            + " WHERE instrument = 'WHO5' AND person NOT IN (SELECT person FROM views.erased_person) %s"
            + " ORDER BY person, on_day, position";

    private final Opened opened;
    private volatile @Nullable State state;

    /** Opens sealed answers with the keys that are at hand. */
    public BeforeAfterKept(Opened opened) {
        this.opened = opened;
    }

    /** Everybody's changes as of a position; never altered. */
    static final class State {

        private final long position;
        private final String footing;
        private final Parameters version;
        private final BeforeAfter changes;
        private final Map<Object, Object> answers = new ConcurrentHashMap<>();

        private State(long position, String footing, Parameters version, BeforeAfter changes) {
            this.position = position;
            this.footing = footing;
            this.version = version;
            this.changes = changes;
        }

        long position() {
            return position;
        }

        Parameters version() {
            return version;
        }

        /** Works something out once for a number of persons below which nothing is told. */
        @SuppressWarnings("unchecked")
        <T> T remembered(int fewest, Function<BeforeAfter, T> answer) {
            return (T) answers.computeIfAbsent(fewest, unused1 -> answer.apply(changes));
        }
    }

    /** The newest, empty until everybody was compared once. */
    Optional<State> newest() {
        return Optional.ofNullable(state);
    }

    @Override
    public void bring(JdbcClient views) {
        long seen = views.sql("SELECT coalesce(max(position), 0) FROM views.projection_progress WHERE name = ?")
                .param(EconomicsProjection.NAME)
                .query(Long.class)
                .single();
        String footing = footing(views);
        Parameters version = ParameterVersions.asked(
                views, null, Question.of(null).moment(views).day());
        State before = state;
        if (before == null
                || !before.footing.equals(footing)
                || !before.version.version().equals(version.version())
                || seen < before.position) {
            long begun = System.nanoTime();
            BeforeAfter whole = read(views, version, null);
            state = new State(seen, footing, version, whole);
            log.info(
                    "self-reports before and after were compared as of position {}: {} persons, {} ms",
                    seen,
                    whole.own().size() + whole.forSomebody().size(),
                    (System.nanoTime() - begun) / 1_000_000);
            return;
        }
        if (seen == before.position) {
            return;
        }
        Set<UUID> touched = Set.copyOf(views.sql("""
                SELECT person FROM views.self_report
                WHERE position > :after AND position <= :to AND instrument = 'WHO5'
                UNION SELECT person FROM views.erased_person WHERE position > :after AND position <= :to
                """)
                .param("after", before.position)
                .param("to", seen)
                .query(UUID.class)
                .list());
        state = new State(
                seen,
                footing,
                version,
                touched.isEmpty() ? before.changes : with(before.changes, touched, read(views, version, touched)));
    }

    private static BeforeAfter with(BeforeAfter all, Set<UUID> touched, BeforeAfter changed) {
        return new BeforeAfter(
                with(all.own(), touched, changed.own()), with(all.forSomebody(), touched, changed.forSomebody()));
    }

    private static <R extends Respondent> Map<UUID, Who5Change<R>> with(
            Map<UUID, Who5Change<R>> all, Set<UUID> touched, Map<UUID, Who5Change<R>> changed) {
        var after = new HashMap<>(all);
        touched.forEach(after::remove);
        after.putAll(changed);
        return after;
    }

    /** Person by person, so that nobody's answers are held longer than it takes to compare them. */
    private BeforeAfter read(JdbcClient views, Parameters version, @Nullable Set<UUID> persons) {
        var own = new HashMap<UUID, Who5Change<Respondent.Own>>();
        var forSomebody = new HashMap<UUID, Who5Change<Respondent.Proxy>>();
        var reports = new ArrayList<ReportRow>();
        Runnable compare = () -> {
            BeforeAfter person = BeforeAfter.of(reports, version, opened);
            own.putAll(person.own());
            forSomebody.putAll(person.forSomebody());
            reports.clear();
        };
        var question = views.sql(REPORTS.formatted(persons == null ? "" : "AND person = ANY (:persons::uuid[])"));
        if (persons != null) {
            question = question.param(
                    "persons", persons.stream().map(UUID::toString).toArray(String[]::new));
        }
        question.query((RowCallbackHandler) row -> {
            ReportRow report = EconomicsRows.REPORTS.read(row);
            if (!reports.isEmpty() && !reports.getLast().person().equals(report.person())) {
                compare.run();
            }
            reports.add(report);
        });
        compare.run();
        return new BeforeAfter(own, forSomebody);
    }

    private static String footing(JdbcClient views) {
        List<String> parts = views.sql("""
                SELECT c.oid || '/' || c.relfilenode FROM pg_class c
                WHERE c.relnamespace = 'views'::regnamespace AND c.relname IN ('self_report', 'erased_person')
                UNION ALL
                SELECT 'parked ' || d.position FROM views.dead_letter d WHERE d.projection = ?
                ORDER BY 1
                """)
                .param(EconomicsProjection.NAME)
                .query(String.class)
                .list();
        return String.join(" ", parts);
    }
}
