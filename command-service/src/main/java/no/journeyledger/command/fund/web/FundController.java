package no.journeyledger.command.fund.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.NoFields;
import no.journeyledger.command.fund.ContributeInKind;
import no.journeyledger.command.fund.FundRejection;
import no.journeyledger.command.fund.MoveMoney;
import no.journeyledger.command.fund.OpenFund;
import no.journeyledger.command.fund.ReceiveContribution;
import no.journeyledger.command.fund.ReleaseReservation;
import no.journeyledger.command.fund.ReverseSpending;
import no.journeyledger.command.fund.SpendReservation;
import no.journeyledger.command.fund.UseInKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Funds")
class FundController {

    private static final Capability<FundRejection> FUND = new Capability<>(FundRejection.class, FundController::status);

    private final Door door;

    FundController(Door door) {
        this.door = door;
    }

    /** A fund. */
    record Opening(
            @Schema(description = "The fund's id; made by the ledger when left out") @Nullable
            UUID fund,

            @Schema(description = "What it is called; nothing personal") @NotBlank @Size(max = Limits.NAME)
            String name,

            @Schema(description = "The organisations whose budget it is") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> owners) {}

    @PostMapping("/v1/funds")
    @Operation(summary = "Open a fund")
    @Answers(Created.Fund.class)
    ResponseEntity<byte[]> open(Call call, @Valid @RequestBody Opening body) {
        UUID fund = call.idOr(body.fund());
        return door.open(call, fund, new OpenFund(fund, body.name(), List.copyOf(body.owners())), FUND);
    }

    /** A contribution. */
    record Contributing(
            @Schema(description = "The contribution's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "One of the fund's owners") @NotNull
            UUID organisation,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "Whole øre") @NotNull @Positive @Max(Limits.ORE)
            Long amountOre) {}

    @PostMapping("/v1/funds/{fund}/contributions")
    @Operation(summary = "Contribute to a fund")
    @Answers(Created.Contribution.class)
    ResponseEntity<byte[]> contribute(Call call, @PathVariable UUID fund, @Valid @RequestBody Contributing body) {
        return door.onFund(
                call,
                fund,
                new ReceiveContribution(fund, call.idOr(body.id()), body.organisation(), body.year(), body.amountOre()),
                FUND);
    }

    /** Money that is moved. */
    record Moving(
            @Schema(description = "The move's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "The owner whose money it is; an owner of both funds") @NotNull
            UUID organisation,

            @Schema(description = "The budget year it leaves") @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "Where it goes; this fund when left out: it is carried over") @Nullable
            UUID toFund,

            @Schema(description = "The budget year it is for there")
            @NotNull
            @Min(Limits.FIRST_YEAR)
            @Max(Limits.LAST_YEAR)
            Integer toYear,

            @Schema(description = "Whole øre, at most what is available") @NotNull @Positive @Max(Limits.ORE)
            Long amountOre) {}

    @PostMapping("/v1/funds/{fund}/transfers")
    @Operation(
            summary = "Move an owner's money to another fund, or carry it over to a later year",
            description = "Both sides are one append: what is contributed shrinks here and grows there.")
    @Answers(Created.Transfer.class)
    ResponseEntity<byte[]> move(Call call, @PathVariable UUID fund, @Valid @RequestBody Moving body) {
        return door.onFund(
                call,
                fund,
                new MoveMoney(
                        fund,
                        call.idOr(body.id()),
                        body.organisation(),
                        body.year(),
                        body.toFund() == null ? fund : body.toFund(),
                        body.toYear(),
                        body.amountOre()),
                FUND);
    }

    /** Something that is no money. */
    record Promising(
            @Schema(description = "Its id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "One of the fund's owners") @NotNull
            UUID organisation,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "What it is; nothing personal", example = "Forty hours of a job coach")
            @NotBlank
            @Size(max = Limits.NAME)
            String what,

            @Schema(description = "What it is worth, in whole øre") @NotNull @Positive @Max(Limits.ORE)
            Long valueOre,

            @Schema(description = "The year whose prices that is in")
            @NotNull
            @Min(Limits.FIRST_YEAR)
            @Max(Limits.LAST_YEAR)
            Integer priceYear) {}

    @PostMapping("/v1/funds/{fund}/in-kind")
    @Operation(
            summary = "Contribute something that is no money",
            description = "A balance of its own: it is never cash, and no decision reserves it.")
    @Answers(Created.Contribution.class)
    ResponseEntity<byte[]> promise(Call call, @PathVariable UUID fund, @Valid @RequestBody Promising body) {
        return door.onFund(
                call,
                fund,
                new ContributeInKind(
                        fund,
                        call.idOr(body.id()),
                        body.organisation(),
                        body.year(),
                        body.what(),
                        body.valueOre(),
                        body.priceYear()),
                FUND);
    }

    /** What was used of it. */
    record Using(
            @Schema(description = "Its id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull UUID journey,

            @Schema(description = "A measure of its agreed plan") @NotNull
            UUID measure,

            @Schema(description = "What was used of it, in whole øre") @NotNull @Positive @Max(Limits.ORE)
            Long valueOre) {}

    @PostMapping("/v1/funds/{fund}/in-kind/{contribution}/uses")
    @Operation(summary = "Use something that is no money for a measure")
    @Answers(Created.InKindUse.class)
    ResponseEntity<byte[]> use(
            Call call, @PathVariable UUID fund, @PathVariable UUID contribution, @Valid @RequestBody Using body) {
        door.citizenOf(body.journey());
        return door.onFund(
                call,
                fund,
                new UseInKind(
                        fund, contribution, call.idOr(body.id()), body.journey(), body.measure(), body.valueOre()),
                FUND);
    }

    /** A spending. */
    record Spending(
            @Schema(description = "The spending's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Whole øre, at most what is still reserved") @NotNull @Positive @Max(Limits.ORE)
            Long amountOre,

            @Schema(description = "The accounting system's voucher number", example = "AV-10441")
            @Nullable
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9/._-]{0,63}")
            String voucher) {}

    @PostMapping("/v1/funds/{fund}/reservations/{reservation}/spending")
    @Operation(summary = "Spend from a reservation")
    @Answers(Created.Spending.class)
    ResponseEntity<byte[]> spend(
            Call call, @PathVariable UUID fund, @PathVariable UUID reservation, @Valid @RequestBody Spending body) {
        return door.onFund(
                call,
                fund,
                new SpendReservation(fund, call.idOr(body.id()), reservation, body.amountOre(), body.voucher()),
                FUND);
    }

    @PostMapping("/v1/funds/{fund}/reservations/{reservation}/spending/{spending}/reversal")
    @Operation(summary = "Reverse a spending", description = "In full: it returns to reserved.")
    @Answers(Created.Spending.class)
    ResponseEntity<byte[]> reverse(
            Call call,
            @PathVariable UUID fund,
            @PathVariable UUID reservation,
            @PathVariable UUID spending,
            @RequestBody(required = false) @Nullable NoFields body) {
        return door.onFund(call, fund, new ReverseSpending(fund, reservation, spending), FUND);
    }

    /** A release. */
    record Release(
            @Schema(description = "The journey the reservation was made for") @NotNull
            UUID journey) {}

    @PostMapping("/v1/funds/{fund}/reservations/{reservation}/release")
    @Operation(
            summary = "Release the rest of a reservation",
            description = "When its measure is finished or its journey closed. The money of an unfinished measure is"
                    + " released by a BUDGET decision with the people it concerns.")
    @Answers(Created.Release.class)
    ResponseEntity<byte[]> release(
            Call call, @PathVariable UUID fund, @PathVariable UUID reservation, @Valid @RequestBody Release body) {
        door.citizenOf(body.journey());
        return door.onFund(call, fund, new ReleaseReservation(fund, reservation, body.journey()), FUND);
    }

    private static int status(FundRejection rejection) {
        return switch (rejection) {
            case FundRejection.FundAlreadyOpened ignored -> 409;
            case FundRejection.ContributionIdTaken ignored -> 409;
            case FundRejection.SpendingIdTaken ignored -> 409;
            case FundRejection.SpendingExceedsReservation ignored -> 409;
            case FundRejection.NothingLeftToRelease ignored -> 409;
            case FundRejection.ReleaseNeedsDecision ignored -> 409;
            case FundRejection.MoreThanContributed ignored -> 409;
            case FundRejection.NotEnoughAvailable ignored -> 409;
            case FundRejection.InKindUsedUp ignored -> 409;
            case FundRejection.InKindUnknown ignored -> 404;
            case FundRejection.NotAnOwnerThere ignored -> 422;
            case FundRejection.OtherFundUnknown ignored -> 422;
            case FundRejection.CarriedToEarlierYear ignored -> 422;
            case FundRejection.InKindMeasureUnknown ignored -> 422;
            case FundRejection.ReservationUnknown ignored -> 404;
            case FundRejection.SpendingUnknown ignored -> 404;
            case FundRejection.OwnersMissing ignored -> 422;
            case FundRejection.NotAnOwner ignored -> 422;
            case FundRejection.MoneyOutOfRange ignored -> 422;
        };
    }
}
