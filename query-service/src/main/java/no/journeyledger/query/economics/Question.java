package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.TurnedAway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How figures are asked for: as of when, with which parameters, on which basis. Everything may be left out; what was chosen
 * then is said in the answer.
 *
 * @param asOf a day or a ledger position; now when left out
 * @param parameters a parameter version; the one in force on the day asked about when left out
 * @param yearZero the year everything is discounted to; that of the day asked about when left out
 * @param horizon the last year counted, from year 0
 * @param timing when in a year payments fall
 * @param priceYear the year of the kroner; the newest of the parameters' unit values when left out
 * @param costsUp correction for optimism
 * @param benefitsDown correction for optimism
 * @param success what if: planned benefits times this
 */
record Question(
        @Parameter(description = "as of a day or a ledger position; now when left out") @Nullable
        String asOf,

        @Parameter(description = "a parameter version; the one in force when left out") @Nullable
        String parameters,

        @Parameter(description = "the year everything is discounted to") @Nullable
        Integer yearZero,

        @Parameter(description = "the last year counted, from year 0") @Nullable
        Integer horizon,

        @Parameter(description = "when in a year payments fall") @Nullable
        PaymentTiming timing,

        @Parameter(description = "the year of the kroner") @Nullable
        Integer priceYear,

        @Parameter(description = "the share by which planned costs are raised") @Nullable
        BigDecimal costsUp,

        @Parameter(description = "the share by which planned benefits are lowered") @Nullable
        BigDecimal benefitsDown,

        @Parameter(description = "what if: planned benefits times this") @Nullable
        BigDecimal success) {

    private static final int STANDARD_HORIZON = 40;
    private static final String SCHEDULE = "R-109";

    /** An empty ledger's day: the first of the parameters that come with it. */
    private static final LocalDate BEFORE_EVERYTHING = LocalDate.of(2026, 1, 1);

    private static final String CAVEAT =
            "Before/after, no comparison group: this shows change, not effect. Budget amounts are taken as kroner of the price"
                    + " year; benefits without a price stand beside with the same weight.";

    /** Asked of a moment, with everything else left open. */
    static Question of(@Nullable String asOf) {
        return new Question(asOf, null, null, null, null, null, null, null, null);
    }

    /** What is asked, settled against the views. */
    record Settled(Basis basis, Parameters parameters, LocalDate day) {

        /** The years whose kroner can be turned into those asked for. */
        Set<Integer> priceYears() {
            return parameters.yearsInKroner(basis.priceYear());
        }
    }

    /** The moment asked about. */
    record Moment(long position, LocalDate day) {}

    /**
     * Settles what was left open.
     *
     * @param fewest groups of fewer journeys are hidden, {@code null} when nothing is
     * @throws TurnedAway when what is asked for cannot be
     * @throws CannotBeCalculated when there is no such parameter version
     */
    Settled settle(JdbcClient views, @Nullable Integer fewest) {
        Moment moment = moment(views);
        return settle(views, fewest, moment, years -> leftOut(views, moment.position(), years));
    }

    /** Settles what was left open, as of the position of a summary. */
    Settled settle(JdbcClient views, @Nullable Integer fewest, Summary.State summary) {
        var moment = new Moment(summary.position(), dayOf(views, summary.position()));
        return settle(views, fewest, moment, summary::pricedOtherwise);
    }

    private Settled settle(
            JdbcClient views, @Nullable Integer fewest, Moment moment, ToLongFunction<Set<Integer>> pricedOtherwise) {
        Parameters version = ParameterVersions.of(
                ParameterVersions.at(views, parameters == null ? moment.position() : Long.MAX_VALUE),
                parameters == null ? "" : parameters,
                moment.day());
        int kroner = priceYear != null
                ? priceYear
                : ParameterVersions.priceYear(version).orElse(moment.day().getYear());
        var basis = new Basis(
                moment.position(),
                version.version(),
                SCHEDULE,
                (timing == null ? PaymentTiming.YEAR_END : timing).name(),
                yearZero == null ? moment.day().getYear() : year("yearZero", yearZero),
                horizon == null ? STANDARD_HORIZON : inside("horizon", horizon, 0, 200),
                year("priceYear", kroner),
                version.priceIndex() == null ? null : version.priceIndex().id(),
                share("costsUp", costsUp, BigDecimal.ZERO),
                share("benefitsDown", benefitsDown, BigDecimal.ZERO),
                success == null ? BigDecimal.ONE : inside("success", success, BigDecimal.TEN),
                fewest,
                fewest == null ? pricedOtherwise.applyAsLong(version.yearsInKroner(kroner)) : null,
                CAVEAT);
        return new Settled(basis, version, moment.day());
    }

    private static long leftOut(JdbcClient views, long position, Set<Integer> priceYears) {
        return views.sql("""
                SELECT count(*) FROM views.benefit_state
                WHERE from_position <= ? AND (until_position IS NULL OR until_position > ?)
                  AND price_year IS NOT NULL AND price_year <> ALL (?) AND step <> 'DROPPED'
                """)
                .params(position, position, priceYears.toArray(Integer[]::new))
                .query(Long.class)
                .single();
    }

    /** A day is the last position recorded on it or before; a number is a position. Never beyond what every view has seen. */
    Moment moment(JdbcClient views) {
        long seen = views.sql("""
                SELECT coalesce(min(position), 0) FROM views.projection_progress WHERE name = ANY (?)
                """)
                .param(EconomicsController.VIEWS.toArray(String[]::new))
                .query(Long.class)
                .single();
        if (asOf == null) {
            return new Moment(seen, dayOf(views, seen));
        }
        if (!asOf.isEmpty() && asOf.length() < 19 && asOf.chars().allMatch(c -> c >= '0' && c <= '9')) {
            long position = Long.parseLong(asOf);
            if (position > seen) {
                throw malformed("asOf");
            }
            return new Moment(position, dayOf(views, position));
        }
        LocalDate day;
        try {
            day = LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw malformed("asOf");
        }
        long position = views.sql("""
                SELECT coalesce(max(last_position), 0) FROM views.recorded_day WHERE day <= ?
                """).param(day).query(Long.class).single();
        return new Moment(Math.min(position, seen), day);
    }

    /** The day a position was recorded on. */
    private static LocalDate dayOf(JdbcClient views, long position) {
        return views.sql("SELECT day FROM views.recorded_day WHERE last_position >= ? ORDER BY day LIMIT 1")
                .param(position)
                .query(LocalDate.class)
                .optional()
                .orElse(BEFORE_EVERYTHING);
    }

    private static int year(String name, int year) {
        return inside(name, year, 2000, 2100);
    }

    private static int inside(String name, int number, int least, int most) {
        if (number < least || number > most) {
            throw malformed(name);
        }
        return number;
    }

    private static BigDecimal inside(String name, BigDecimal number, BigDecimal most) {
        // The scale first: a number with an enormous exponent must not be compared digit by digit.
        if (number.scale() > 6 || number.scale() < -6 || number.signum() < 0 || number.compareTo(most) > 0) {
            throw malformed(name);
        }
        return number;
    }

    private static BigDecimal share(String name, @Nullable BigDecimal share, BigDecimal otherwise) {
        return share == null ? otherwise : inside(name, share, BigDecimal.ONE);
    }

    static TurnedAway malformed(String parameter) {
        return new TurnedAway(AskingProblem.MALFORMED_PARAMETER, Map.of("parameter", parameter));
    }
}
