package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.journeyledger.economics.appraisal.AppraisalFigures;
import no.journeyledger.query.economics.Export.Column;
import org.jspecify.annotations.Nullable;

/** The rows of each answer, flat. Every row carries what reproduces it: the position and the parameter version. */
final class Exports {

    private static final List<Column> COSTS_AND_BENEFITS = List.of(
            new Column("group_key", Export.Type.TEXT),
            new Column("journeys", Export.Type.WHOLE),
            new Column("perspective", Export.Type.TEXT),
            new Column("label", Export.Type.TEXT),
            new Column("figures", Export.Type.TEXT),
            new Column("present_value_of_costs_ore", Export.Type.WHOLE),
            new Column("present_value_of_benefits_ore", Export.Type.WHOLE),
            new Column("net_present_value_ore", Export.Type.WHOLE),
            new Column("benefit_cost_ratio", Export.Type.RATIO),
            new Column("switching_value", Export.Type.RATIO),
            new Column("payback_years", Export.Type.RATIO),
            new Column("discounted_payback_years", Export.Type.RATIO),
            new Column("basis", Export.Type.TEXT),
            new Column("parameter_version", Export.Type.TEXT),
            new Column("as_of_position", Export.Type.WHOLE));

    private static final List<Column> STAGES = List.of(
            new Column("target_group", Export.Type.TEXT),
            new Column("cohort", Export.Type.WHOLE),
            new Column("starting_stage", Export.Type.TEXT),
            new Column("stage", Export.Type.TEXT),
            new Column("journeys", Export.Type.WHOLE),
            new Column("spent_ore", Export.Type.WHOLE),
            new Column("spent_per_move_ore", Export.Type.WHOLE),
            new Column("decided", Export.Type.WHOLE),
            new Column("days_to_first_decision", Export.Type.WHOLE),
            new Column("as_of_position", Export.Type.WHOLE));

    private static final List<Column> MONEY = List.of(
            new Column("paying_service", Export.Type.TEXT),
            new Column("fund", Export.Type.TEXT),
            new Column("budget_year", Export.Type.WHOLE),
            new Column("allocated_ore", Export.Type.WHOLE),
            new Column("spent_ore", Export.Type.WHOLE),
            new Column("released_ore", Export.Type.WHOLE),
            new Column("as_of_position", Export.Type.WHOLE));

    private static final List<Column> REPORTS = List.of(
            new Column("journey", Export.Type.TEXT),
            new Column("report", Export.Type.TEXT),
            new Column("person", Export.Type.TEXT),
            new Column("instrument", Export.Type.TEXT),
            new Column("instrument_version", Export.Type.TEXT),
            new Column("moment", Export.Type.TEXT),
            new Column("on_day", Export.Type.TEXT),
            new Column("language", Export.Type.TEXT),
            new Column("own", Export.Type.TEXT),
            new Column("helper_present", Export.Type.TEXT),
            new Column("outcome", Export.Type.TEXT),
            new Column("score", Export.Type.RATIO),
            new Column("in_five_years", Export.Type.WHOLE),
            new Column("reading", Export.Type.TEXT),
            new Column("parameter_version", Export.Type.TEXT),
            new Column("as_of_position", Export.Type.WHOLE));

    private static final List<Column> BEFORE_AND_AFTER = List.of(
            new Column("answered_by", Export.Type.TEXT),
            new Column("compared", Export.Type.WHOLE),
            new Column("mean_points", Export.Type.RATIO),
            new Column("meaningfully_better", Export.Type.WHOLE),
            new Column("meaningfully_unchanged", Export.Type.WHOLE),
            new Column("meaningfully_worse", Export.Type.WHOLE),
            new Column("reliably_better", Export.Type.WHOLE),
            new Column("reliably_unchanged", Export.Type.WHOLE),
            new Column("reliably_worse", Export.Type.WHOLE),
            new Column("parameter_version", Export.Type.TEXT),
            new Column("as_of_position", Export.Type.WHOLE));

    private Exports() {}

    static Export of(Portfolio.CostsAndBenefits answer) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Portfolio.Group group : answer.groups()) {
            for (Figures.InPerspective seen : group.perspectives()) {
                rows.add(row(answer.basis(), group, seen, "planned_low", seen.low()));
                rows.add(row(answer.basis(), group, seen, "planned", seen.planned()));
                rows.add(row(answer.basis(), group, seen, "planned_high", seen.high()));
                rows.add(row(answer.basis(), group, seen, "planned_to_date", seen.plannedToDate()));
                rows.add(row(answer.basis(), group, seen, "realised", seen.realised()));
            }
        }
        return new Export(COSTS_AND_BENEFITS, rows);
    }

    private static List<@Nullable Object> row(
            Basis basis, Portfolio.Group group, Figures.InPerspective seen, String which, AppraisalFigures figures) {
        return values(
                group.key(),
                group.journeys(),
                seen.perspective(),
                seen.label(),
                which,
                figures.presentValueOfCostsOre(),
                figures.presentValueOfBenefitsOre(),
                figures.netPresentValueOre(),
                figures.benefitCostRatio(),
                figures.switchingValue(),
                figures.paybackYears(),
                figures.discountedPaybackYears(),
                figures.basis(),
                basis.parameterVersion(),
                basis.asOfPosition());
    }

    static Export of(Portfolio.Stages answer) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Portfolio.Way way : answer.ways()) {
            rows.add(values(
                    way.targetGroup(),
                    way.cohort(),
                    way.startingStage(),
                    way.stage(),
                    way.journeys(),
                    way.spentOre(),
                    way.spentPerMoveOre(),
                    way.decided(),
                    way.daysToFirstDecision(),
                    answer.asOfPosition()));
        }
        return new Export(STAGES, rows);
    }

    static Export of(Portfolio.Money answer) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Portfolio.Line line : answer.lines()) {
            rows.add(values(
                    line.payingService() == null ? null : line.payingService().toString(),
                    line.fund() == null ? null : line.fund().toString(),
                    line.year(),
                    line.allocatedOre(),
                    line.spentOre(),
                    line.releasedOre(),
                    answer.asOfPosition()));
        }
        return new Export(MONEY, rows);
    }

    static Export of(SelfReportsController.Reports answer) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (SelfReportsController.Scored report : answer.reports()) {
            Integer inFiveYears = report.inFiveYears();
            rows.add(values(
                    answer.journey().toString(),
                    report.report().toString(),
                    report.person().toString(),
                    report.instrument().name(),
                    report.instrumentVersion(),
                    report.moment().name(),
                    report.on().toString(),
                    report.language(),
                    Boolean.toString(report.own()),
                    Boolean.toString(report.helperPresent()),
                    report.outcome().name(),
                    report.score(),
                    inFiveYears == null ? null : inFiveYears.longValue(),
                    report.reading(),
                    answer.parameterVersion(),
                    answer.asOfPosition()));
        }
        return new Export(REPORTS, rows);
    }

    static Export of(SelfReportsController.Told answer) {
        return new Export(
                BEFORE_AND_AFTER,
                List.of(row(answer, "PERSON", answer.own()), row(answer, "SOMEBODY_ELSE", answer.forSomebody())));
    }

    private static List<@Nullable Object> row(
            SelfReportsController.Told answer, String answeredBy, SelfReportsController.OfGroup group) {
        var meaningful = group.meaningful();
        var reliable = group.reliable();
        Integer compared = group.compared();
        return values(
                answeredBy,
                compared == null ? null : compared.longValue(),
                group.meanPoints(),
                meaningful == null ? null : (long) meaningful.better(),
                meaningful == null ? null : (long) meaningful.unchanged(),
                meaningful == null ? null : (long) meaningful.worse(),
                reliable == null ? null : (long) reliable.better(),
                reliable == null ? null : (long) reliable.unchanged(),
                reliable == null ? null : (long) reliable.worse(),
                answer.parameterVersion(),
                answer.asOfPosition());
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
