package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.economics.Summary.State;
import no.journeyledger.query.economics.WhatIf.Drawing;
import no.journeyledger.query.economics.WhatIf.Ranges;
import no.journeyledger.query.journeys.JourneyAccess;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How sure what is planned is, and what if. */
@RestController
@Tag(
        name = "What if",
        description =
                "Planned figures as ranges drawn from low, expected and high values, how many must succeed, and the same"
                        + " under other parameters, success rates and corrections. Nothing is written.")
class WhatIfController {

    private final Asking asking;
    private final FromSummary fromSummary;

    WhatIfController(Asking asking, Summary summary) {
        this.asking = asking;
        this.fromSummary = new FromSummary(asking, summary);
    }

    @Operation(
            operationId = "getJourneyWhatIf",
            summary = "How sure a journey's plan is, and what if",
            description =
                    "Of the agreed plan, or of the plan version asked for. Costs are taken as known; each gain of each"
                            + " benefit is drawn from the triangle over its low, expected and high value. The same seed, draws and basis"
                            + " give the same ranges.")
    @GetMapping("/v1/journeys/{journey}/economics/what-if")
    ResponseEntity<Ranges> journey(
            @PathVariable("journey") UUID journey,
            @RequestParam(name = "plan", required = false) @Nullable Integer plan,
            @ParameterObject Question question,
            @ParameterObject WhatIf.Asked chance,
            Asked asked) {
        Drawing drawing = Drawing.of(journey, chance);
        return asking.answer(
                asked,
                EconomicsController.VIEWS,
                views -> EconomicsController.calculated(
                        () -> journey(views, asked.reader(), journey, plan, question, drawing)));
    }

    @Operation(
            operationId = "exportJourneyWhatIf",
            summary = "The same as a file",
            description = "One row per perspective; every row names its basis and its draws.")
    @GetMapping("/v1/journeys/{journey}/economics/what-if/export")
    ResponseEntity<byte[]> journeyExport(
            @PathVariable("journey") UUID journey,
            @RequestParam(name = "format") Export.Format format,
            @RequestParam(name = "plan", required = false) @Nullable Integer plan,
            @ParameterObject Question question,
            @ParameterObject WhatIf.Asked chance,
            Asked asked) {
        Drawing drawing = Drawing.of(journey, chance);
        return Export.answer(
                asking.answer(
                        asked,
                        EconomicsController.VIEWS,
                        views -> EconomicsController.calculated(
                                () -> WhatIf.export(journey(views, asked.reader(), journey, plan, question, drawing))
                                        .as(format))),
                format,
                "what-if");
    }

    private static Ranges journey(
            JdbcClient views, Reader reader, UUID journey, @Nullable Integer plan, Question question, Drawing drawing) {
        JourneyAccess.require(views, reader, journey);
        Settled settled = question.settle(views, null);
        return WhatIf.journey(
                views, Chosen.journey(journey, plan, settled.basis().asOfPosition()), settled, drawing);
    }

    @Operation(
            operationId = "getPortfolioWhatIf",
            summary = "How sure a portfolio's plans are, and what if",
            description =
                    "Gains of one form from one party to one go up and down as one over all journeys. Analysts are told of"
                            + " the same whole blocks of journeys as in the other views of the portfolio, none of them small.")
    @GetMapping("/v1/portfolio/economics/what-if")
    ResponseEntity<Ranges> portfolio(
            @RequestParam(name = "by", required = false) WhatIf.@Nullable Grouping by,
            @ParameterObject Chosen.Filter filter,
            @ParameterObject Question question,
            @ParameterObject WhatIf.Asked chance,
            Asked asked) {
        Drawing drawing = Drawing.of(null, chance);
        return fromSummary.about(
                asked,
                question.asOf() == null,
                (views, kept) -> portfolio(views, kept, asked.reader(), question, filter, by, drawing));
    }

    @Operation(
            operationId = "exportPortfolioWhatIf",
            summary = "The same as a file",
            description = "One row per group and perspective; every row names its basis and its draws.")
    @GetMapping("/v1/portfolio/economics/what-if/export")
    ResponseEntity<byte[]> portfolioExport(
            @RequestParam(name = "format") Export.Format format,
            @RequestParam(name = "by", required = false) WhatIf.@Nullable Grouping by,
            @ParameterObject Chosen.Filter filter,
            @ParameterObject Question question,
            @ParameterObject WhatIf.Asked chance,
            Asked asked) {
        Drawing drawing = Drawing.of(null, chance);
        return fromSummary.export(
                asked,
                format,
                "what-if",
                question.asOf() == null,
                (views, kept) -> WhatIf.export(portfolio(views, kept, asked.reader(), question, filter, by, drawing)));
    }

    private static Ranges portfolio(
            JdbcClient views,
            @Nullable State kept,
            Reader reader,
            Question question,
            Chosen.Filter filter,
            WhatIf.@Nullable Grouping by,
            Drawing drawing) {
        Integer fewest = EconomicsController.fewest(views, reader, question.asOf());
        By grouping = by == null ? By.NOTHING : by.by;
        if (kept != null) {
            return SummaryAnswers.ranges(views, kept, filter, grouping, question.settle(views, fewest, kept), drawing);
        }
        Settled settled = question.settle(views, fewest);
        long position = settled.basis().asOfPosition();
        Chosen chosen = fewest == null ? Chosen.everything(filter, position) : Chosen.blocks(filter, position);
        return WhatIf.portfolio(
                Portfolio.journeys(views, chosen, grouping),
                Flows.read(views, chosen, grouping, settled),
                settled,
                drawing);
    }
}
