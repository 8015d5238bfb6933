package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.kroner;
import static no.journeyledger.economics.Fixtures.none;
import static no.journeyledger.economics.Fixtures.probability;
import static no.journeyledger.economics.Fixtures.share;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import no.journeyledger.economics.benefit.Beneficiary;
import no.journeyledger.economics.benefit.BenefitCard;
import no.journeyledger.economics.benefit.BenefitKind;
import no.journeyledger.economics.benefit.Cashable;
import no.journeyledger.economics.benefit.Reading;
import no.journeyledger.economics.benefit.Status;
import no.journeyledger.economics.benefit.Worth;
import no.journeyledger.economics.effect.Adjustments;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.Role;

/** Cards that the tests follow. */
final class BenefitCards {

    static final Adjustments HALF_LIKELY =
            new Adjustments(probability("0.5"), share("0.2"), none(), none(), share("0.1"));

    private BenefitCards() {}

    /** Sick days a month: 12, shall be 6. A municipality's bill that does not come: 100 000 a year for three years. */
    static BenefitCard sickDays() {
        var bill = new Effect.ResourceEffect(
                "bill", new Role.Benefit(HALF_LIKELY), Party.MUNICIPALITY, Form.CASH, kroner(100_000), Course.of(1, 3));
        return card(
                BenefitKind.AVOIDED_COST,
                "6",
                new Worth.Priced(List.of(bill)),
                new Cashable.Directly("a bill that does not come"));
    }

    static BenefitCard card(BenefitKind kind, String target, Worth worth, Cashable cashable) {
        return new BenefitCard(
                "sick days",
                "Fewer days of sickness in the family",
                Beneficiary.MUNICIPALITY,
                kind,
                "head of the housing service",
                "investment leader",
                "days of sickness a month",
                "days",
                new Reading(new BigDecimal("12"), LocalDate.of(2026, 1, 1)),
                new Reading(new BigDecimal(target), LocalDate.of(2028, 12, 31)),
                List.of(LocalDate.of(2027, 1, 1)),
                "the family's own count",
                List.of("the home is suitable"),
                List.of("measure 1"),
                List.of("the grandmother is needed less"),
                "the home falls through",
                worth,
                cashable,
                Status.ANCHORED);
    }
}
