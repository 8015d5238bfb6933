package no.journeyledger.query.money;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.projection.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balances of all funds side by side. */
@RestController
@Tag(name = "Money")
class BalancesController {

    private static final List<String> VIEWS = List.of(MoneyProjection.NAME);

    private final Asking asking;

    BalancesController(Asking asking) {
        this.asking = asking;
    }

    /** A fund and its balance, year by year: contributed = available + reserved + spent. */
    record Balance(UUID fund, String name, List<UUID> owners, List<MoneyController.Year> years) {}

    private record Found(UUID fund, String name, List<UUID> owners, long position) {}

    @Operation(
            operationId = "listFundBalances",
            summary = "The balances of the funds",
            description = "Each fund with every budget year, or with the one that is asked for. In whole øre.")
    @Asked.InPages
    @GetMapping("/v1/reports/fund-balances")
    ResponseEntity<Page<Balance>> balances(
            @Parameter(description = "only this budget year") @RequestParam(name = "year", required = false) @Nullable
                    Integer year,
            Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            List<Found> funds = views.sql(
                            "SELECT fund, name, owners, position FROM views.fund WHERE position > ? ORDER BY position LIMIT ?")
                    .params(asked.after(), asked.limitAndOne())
                    .query((row, i) -> new Found(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            Arrays.stream((Object[]) row.getArray(3).getArray())
                                    .map(UUID.class::cast)
                                    .toList(),
                            row.getLong(4)))
                    .list();
            return Page.of(
                    asked,
                    funds,
                    Found::position,
                    fund -> new Balance(fund.fund(), fund.name(), fund.owners(), years(views, fund.fund(), year)));
        });
    }

    private static List<MoneyController.Year> years(JdbcClient views, UUID fund, @Nullable Integer year) {
        var contributed = Charging.shares(views, fund);
        return Rows.kept(views).about(MoneyRows.FUND_YEARS, "fund", fund, "year").stream()
                .filter(row -> year == null || row.year() == year)
                .map(row -> MoneyController.year(row, Charging.by(row, contributed)))
                .toList();
    }
}
