package no.journeyledger.query.money;

import java.util.UUID;
import no.journeyledger.query.money.MoneyController.JourneyMoney;
import no.journeyledger.query.projection.FoldedRows;

/** The money of a journey as it is answered, out of rows folded from events rather than kept ones. */
public final class FoldedMoney {

    private FoldedMoney() {}

    /** Who paid, or was to pay, for which measure; a {@code JourneyMoney} as the API describes it. */
    public static JourneyMoney of(FoldedRows rows, UUID journey) {
        return MoneyController.journeyMoney(rows, journey);
    }
}
