package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.door.Role;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.economics.Portfolio.CostsAndBenefits;
import no.journeyledger.query.economics.Portfolio.Money;
import no.journeyledger.query.economics.Portfolio.Stages;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.economics.Summary.State;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Costs and benefits of one journey and of portfolios. */
@RestController
@Tag(
        name = "Economics",
        description =
                "Costs and benefits in four perspectives that are never added, planned beside realised; who pays and who"
                        + " gains; the way between stages. Auditors see every journey; analysts see groups, and no small ones.")
class EconomicsController {

    static final List<String> VIEWS = List.of(EconomicsProjection.NAME, MoneyProjection.NAME, JourneysProjection.NAME);

    private final Asking asking;
    private final FromSummary portfolio;

    EconomicsController(Asking asking, Summary summary) {
        this.asking = asking;
        this.portfolio = new FromSummary(asking, summary);
    }

    /** Answers, or says in a sentence why figures cannot be calculated. */
    static <T> T calculated(Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (CannotBeCalculated cannot) {
            throw new TurnedAway(
                    AskingProblem.CANNOT_BE_CALCULATED, Map.of("sentence", String.valueOf(cannot.getMessage())));
        }
    }

    @Operation(
            operationId = "getJourneyEconomics",
            summary = "Costs and benefits of a journey",
            description =
                    "Of the agreed plan, or of the plan version asked for; planned beside realised. Anything left out of"
                            + " the question is chosen and said in the basis, with which the same figures can be asked for again.")
    @GetMapping("/v1/journeys/{journey}/economics")
    ResponseEntity<CostsAndBenefits> journey(
            @PathVariable("journey") UUID journey,
            @RequestParam(name = "plan", required = false) @Nullable Integer plan,
            @ParameterObject Question question,
            @Parameter(description = "whether to tell year by year too")
                    @RequestParam(name = "years", defaultValue = "false")
                    boolean years,
            Asked asked) {
        return asking.answer(
                asked,
                VIEWS,
                views -> calculated(() -> journey(views, asked.reader(), journey, plan, question, years)));
    }

    @Operation(
            operationId = "exportJourneyEconomics",
            summary = "The same as a file",
            description = "One row per perspective and kind of figures; every row names its basis.")
    @GetMapping("/v1/journeys/{journey}/economics/export")
    ResponseEntity<byte[]> journeyExport(
            @PathVariable("journey") UUID journey,
            @RequestParam(name = "format") Export.Format format,
            @RequestParam(name = "plan", required = false) @Nullable Integer plan,
            @ParameterObject Question question,
            Asked asked) {
        return Export.answer(
                asking.answer(
                        asked,
                        VIEWS,
                        views -> calculated(
                                () -> Exports.of(journey(views, asked.reader(), journey, plan, question, false))
                                        .as(format))),
                format,
                "economics");
    }

    private static CostsAndBenefits journey(
            JdbcClient views, Reader reader, UUID journey, @Nullable Integer plan, Question question, boolean years) {
        JourneyAccess.require(views, reader, journey);
        Settled settled = question.settle(views, null);
        return Portfolio.costsAndBenefits(
                views,
                Chosen.journey(journey, plan, settled.basis().asOfPosition()),
                By.NOTHING,
                new Portfolio.Detail(years, null),
                settled);
    }

    @Operation(
            operationId = "getPortfolioEconomics",
            summary = "Costs and benefits of a portfolio",
            description =
                    "Of all enrolled journeys, or of those the filters leave, as a whole or group by group. Analysts are"
                            + " told of whole blocks of journeys as they are now, none of them small; auditors of every journey, as of"
                            + " any day or position, and of single services and funds. A journey is a service's when the service plans"
                            + " to pay or pays something in it, and a fund's when the fund has money set aside for it: such groups"
                            + " overlap, and each counts all of its journeys. Without asOf the answer is as of a moment ago: the"
                            + " basis says which position, and min-position asks for a later one.")
    @GetMapping("/v1/portfolio/economics")
    ResponseEntity<CostsAndBenefits> portfolio(
            @RequestParam(name = "by", required = false) @Nullable By by,
            @ParameterObject Chosen.Filter filter,
            @ParameterObject Chosen.Scope scope,
            @ParameterObject Question question,
            @Parameter(description = "only what falls in this calendar year")
                    @RequestParam(name = "year", required = false)
                    @Nullable
                    Integer year,
            @Parameter(description = "whether to tell year by year too")
                    @RequestParam(name = "years", defaultValue = "false")
                    boolean years,
            Asked asked) {
        var grouped = by == null ? By.NOTHING : by;
        return portfolio.about(
                asked,
                question.asOf() == null && SummaryAnswers.holds(filter, scope, grouped),
                (views, kept) -> portfolio(
                        views,
                        kept,
                        asked.reader(),
                        question,
                        filter,
                        scope,
                        grouped,
                        new Portfolio.Detail(years, year)));
    }

    @Operation(
            operationId = "exportPortfolioEconomics",
            summary = "The same as a file",
            description = "One row per group, perspective and kind of figures; every row names its basis.")
    @GetMapping("/v1/portfolio/economics/export")
    ResponseEntity<byte[]> portfolioExport(
            @RequestParam(name = "format") Export.Format format,
            @RequestParam(name = "by", required = false) @Nullable By by,
            @ParameterObject Chosen.Filter filter,
            @ParameterObject Chosen.Scope scope,
            @ParameterObject Question question,
            @Parameter(description = "only what falls in this calendar year")
                    @RequestParam(name = "year", required = false)
                    @Nullable
                    Integer year,
            Asked asked) {
        var grouped = by == null ? By.NOTHING : by;
        return portfolio.export(
                asked,
                format,
                "economics",
                question.asOf() == null && SummaryAnswers.holds(filter, scope, grouped),
                (views, kept) -> Exports.of(portfolio(
                        views,
                        kept,
                        asked.reader(),
                        question,
                        filter,
                        scope,
                        grouped,
                        new Portfolio.Detail(false, year))));
    }

    private static CostsAndBenefits portfolio(
            JdbcClient views,
            @Nullable State kept,
            Reader reader,
            Question question,
            Chosen.Filter filter,
            Chosen.Scope scope,
            By by,
            Portfolio.Detail detail) {
        Integer fewest = fewest(views, reader, question.asOf());
        requireBlocks(fewest, scope, by);
        if (kept != null) {
            Settled settled = question.settle(views, fewest, kept);
            return SummaryAnswers.costsAndBenefits(views, kept, filter, scope, by, detail, settled);
        }
        Settled settled = question.settle(views, fewest);
        long position = settled.basis().asOfPosition();
        Chosen chosen =
                fewest == null ? Chosen.everything(filter, scope, by, position) : Chosen.blocks(filter, position);
        return Portfolio.costsAndBenefits(views, chosen, by, detail, settled);
    }

    @Operation(
            operationId = "getPortfolioStages",
            summary = "The way from starting stage to stage",
            description =
                    "How many journeys started where and are where, what was spent for them, and how long it took from"
                            + " the door to the first decision. Never an average stage.")
    @GetMapping("/v1/portfolio/stages")
    ResponseEntity<Stages> stages(
            @ParameterObject Chosen.Filter filter,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Asked asked) {
        return portfolio.about(asked, asOf == null, (views, kept) -> stages(views, kept, asked.reader(), filter, asOf));
    }

    @Operation(operationId = "exportPortfolioStages", summary = "The same as a file")
    @GetMapping("/v1/portfolio/stages/export")
    ResponseEntity<byte[]> stagesExport(
            @RequestParam(name = "format") Export.Format format,
            @ParameterObject Chosen.Filter filter,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Asked asked) {
        return portfolio.export(
                asked,
                format,
                "stages",
                asOf == null,
                (views, kept) -> Exports.of(stages(views, kept, asked.reader(), filter, asOf)));
    }

    private static Stages stages(
            JdbcClient views, @Nullable State kept, Reader reader, Chosen.Filter filter, @Nullable String asOf) {
        Integer fewest = fewest(views, reader, asOf);
        if (kept != null) {
            return SummaryAnswers.stages(kept, filter, fewest);
        }
        long position = position(views, asOf);
        return Portfolio.stages(views, chosen(fewest, filter, position), position, fewest);
    }

    @Operation(
            operationId = "getPortfolioMoney",
            summary = "Who pays for what",
            description = "Money decided and spent for the journeys, by paying service, fund and budget year.")
    @GetMapping("/v1/portfolio/money")
    ResponseEntity<Money> money(
            @ParameterObject Chosen.Filter filter,
            @ParameterObject Portfolio.LineFilter lines,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Asked asked) {
        return portfolio.about(
                asked, asOf == null, (views, kept) -> money(views, kept, asked.reader(), filter, lines, asOf));
    }

    @Operation(operationId = "exportPortfolioMoney", summary = "The same as a file")
    @GetMapping("/v1/portfolio/money/export")
    ResponseEntity<byte[]> moneyExport(
            @RequestParam(name = "format") Export.Format format,
            @ParameterObject Chosen.Filter filter,
            @ParameterObject Portfolio.LineFilter lines,
            @RequestParam(name = "asOf", required = false) @Nullable String asOf,
            Asked asked) {
        return portfolio.export(
                asked,
                format,
                "money",
                asOf == null,
                (views, kept) -> Exports.of(money(views, kept, asked.reader(), filter, lines, asOf)));
    }

    private static Money money(
            JdbcClient views,
            @Nullable State kept,
            Reader reader,
            Chosen.Filter filter,
            Portfolio.LineFilter lines,
            @Nullable String asOf) {
        Integer fewest = fewest(views, reader, asOf);
        if (kept != null) {
            return SummaryAnswers.money(kept, filter, lines, fewest);
        }
        long position = position(views, asOf);
        return fewest == null
                ? Portfolio.money(views, Chosen.everything(filter, position), lines, position)
                : Portfolio.mergedMoney(views, filter, lines, position, fewest);
    }

    private static long position(JdbcClient views, @Nullable String asOf) {
        return Question.of(asOf).moment(views).position();
    }

    /**
     * The fewest journeys this reader may be told of, {@code null} when they may be told of each.
     *
     * @throws TurnedAway when an analyst asks for the past: two moments differ by a single journey
     */
    static @Nullable Integer fewest(JdbcClient views, Reader reader, @Nullable String asOf) {
        if (reader.roles().contains(Role.AUDITOR)) {
            return null;
        }
        if (asOf != null) {
            throw new TurnedAway(AskingProblem.ROLE_MISSING);
        }
        return Portfolio.fewest(views);
    }

    /**
     * Analysts are told of blocks only.
     *
     * @throws TurnedAway when they ask for services or funds: those make other groups, and what lies between two may be small
     */
    private static void requireBlocks(@Nullable Integer fewest, Chosen.Scope scope, By by) {
        if (fewest != null && (by.overlapping() || !scope.isEverything())) {
            throw new TurnedAway(AskingProblem.ROLE_MISSING);
        }
    }

    private static Chosen chosen(@Nullable Integer fewest, Chosen.Filter filter, long position) {
        return fewest == null ? Chosen.everything(filter, position) : Chosen.blocks(filter, position);
    }
}
