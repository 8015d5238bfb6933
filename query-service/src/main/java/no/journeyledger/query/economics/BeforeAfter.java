package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.selfreport.Answers;
import no.journeyledger.economics.selfreport.Respondent;
import no.journeyledger.economics.selfreport.Who5Change;
import no.journeyledger.economics.selfreport.Who5Report;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.economics.EconomicsRows.ReportRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * WHO-5 of persons with a report before and a later one; what somebody else answered for them never beside their own.
 *
 * @param own from the person's own answers, by person
 * @param forSomebody from answers given for the person, by person
 */
record BeforeAfter(Map<UUID, Who5Change<Respondent.Own>> own, Map<UUID, Who5Change<Respondent.Proxy>> forSomebody) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Respondent.Proxy SOMEBODY = new Respondent.Proxy("respondent");

    /**
     * Compares, scoring with a version of the parameters.
     *
     * @param rows in the order of their days, and of recording within a day
     */
    static BeforeAfter of(List<ReportRow> rows, Parameters version, Opened opened) {
        return new BeforeAfter(
                changes(rows, true, version, new Respondent.Own(), opened),
                changes(rows, false, version, SOMEBODY, opened));
    }

    private static <R extends Respondent> Map<UUID, Who5Change<R>> changes(
            List<ReportRow> rows, boolean own, Parameters version, R respondent, Opened opened) {
        var byPerson = new LinkedHashMap<UUID, List<ReportRow>>();
        for (ReportRow row : rows) {
            if (row.instrument() == Instrument.WHO5 && row.own() == own) {
                byPerson.computeIfAbsent(row.person(), key -> new ArrayList<>()).add(row);
            }
        }
        var changes = new LinkedHashMap<UUID, Who5Change<R>>();
        byPerson.forEach((person, reports) -> {
            ReportRow before = reports.stream()
                    .filter(row -> row.moment() == Moment.BEFORE)
                    .min(Comparator.comparing(ReportRow::onDay))
                    .orElse(null);
            ReportRow after = reports.stream()
                    .filter(row -> row.moment() != Moment.BEFORE)
                    .max(Comparator.comparing((ReportRow row) -> row.moment() == Moment.AFTER)
                            .thenComparing(ReportRow::onDay))
                    .orElse(null);
            if (before == null || after == null || !after.onDay().isAfter(before.onDay())) {
                return;
            }
            Answers first = answers(before, opened);
            Answers second = answers(after, opened);
            if (first != null && second != null) {
                changes.put(
                        person,
                        Who5Change.between(
                                Who5Report.of(respondent, before.onDay(), first, version),
                                Who5Report.of(respondent, after.onDay(), second, version)));
            }
        });
        return changes;
    }

    /** The items of a report, {@code null} when nobody can read them any more. */
    static @Nullable Answers answers(ReportRow row, Opened opened) {
        Sealed sealed = row.answers();
        if (row.declined() || sealed == null) {
            return new Answers.Declined();
        }
        String text = opened.text(sealed);
        if (text.equals(Opened.ERASED) || text.equals(Opened.UNREADABLE)) {
            return null;
        }
        try {
            JsonNode items = JSON.readTree(text);
            return Answers.given(items.valueStream()
                    .map(item -> item.isNull() ? null : Integer.valueOf(item.asInt()))
                    .toArray(Integer[]::new));
        } catch (JacksonException e) {
            throw new IllegalStateException("answers that were stored cannot be read");
        }
    }
}
