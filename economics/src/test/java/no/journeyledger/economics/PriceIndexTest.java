package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.EXAMPLE;
import static no.journeyledger.economics.Fixtures.GAIN;
import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import no.journeyledger.economics.appraisal.CostBenefit;
import no.journeyledger.economics.appraisal.Plan;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.effect.Course;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Form;
import no.journeyledger.economics.effect.Party;
import no.journeyledger.economics.effect.Price;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.PriceIndex;
import no.journeyledger.economics.parameters.PriceIndex.Level;
import no.journeyledger.economics.parameters.Standing;
import no.journeyledger.economics.parameters.file.ParameterFile;
import org.junit.jupiter.api.Test;

/** Kroner of one year turned into kroner of another. */
class PriceIndexTest {

    private static final Parameters INDEXED = indexed(level(2024, "100"), level(2025, "104"), level(2026, "107.12"));

    private static Level level(int year, String level) {
        return new Level(year, new BigDecimal(level));
    }

    private static Parameters indexed(Level... levels) {
        return new Parameters(
                "indexed",
                PARAMETERS.inForce(),
                PARAMETERS.schedules(),
                PARAMETERS.taxFundingCost(),
                PARAMETERS.unitValues(),
                PARAMETERS.instruments(),
                PARAMETERS.lifeAreaWeights(),
                PARAMETERS.smallGroupThreshold(),
                new PriceIndex("made up", List.of(levels), Standing.ILLUSTRATIVE, EXAMPLE, PARAMETERS.inForce()));
    }

    /** A year of work, by its unit value of 2025. */
    private static Plan aYearOfWork(int priceYear) {
        return new Plan(
                "work",
                2026,
                priceYear,
                0,
                PaymentTiming.YEAR_END,
                "R-109",
                Fixtures.AS_PLANNED,
                List.of(new Effect.ResourceEffect(
                        "production",
                        GAIN,
                        Party.PRIVATE,
                        Form.CASH,
                        new Price.OfUnitValue("work.production", BigDecimal.ONE),
                        Course.once(0))));
    }

    @Test
    void a_unit_value_of_another_year_is_turned_by_the_index_and_refused_without_one() {
        // 513 450 kr of 2025 x 107.12 / 104 = 528 853.50 kr of 2026, by hand.
        Checks.checkKroner(
                "513 450 kr of 2025 in 2026 kroner, levels 104 and 107.12",
                "528853.50",
                CostBenefit.of(aYearOfWork(2026), INDEXED).society().netPresentValue());
        assertThat(CostBenefit.of(aYearOfWork(2025), INDEXED)
                        .society()
                        .netPresentValue()
                        .kroner())
                .isEqualByComparingTo("513450");
        assertThatThrownBy(() -> CostBenefit.of(aYearOfWork(2026), PARAMETERS))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage(
                        "Unit value work.production is in 2025 kroner and the plan in 2026 kroner: bring them to one"
                                + " price year, or use a version whose price index has both.");
        assertThatThrownBy(() -> CostBenefit.of(aYearOfWork(2027), INDEXED))
                .as("nothing is guessed after the last year")
                .isInstanceOf(CannotBeCalculated.class);
    }

    @Test
    void there_and_back_is_where_it_began() {
        assertThat(INDEXED.kroner(2024, 2025))
                .hasValueSatisfying(factor -> assertThat(factor).isEqualByComparingTo("1.04"));
        assertThat(INDEXED.kroner(2025, 2024).orElseThrow()).isEqualByComparingTo("0.96153846");
        assertThat(INDEXED.yearsInKroner(2025)).containsExactly(2024, 2025, 2026);
        assertThat(INDEXED.yearsInKroner(2030)).containsExactly(2030);
        assertThat(PARAMETERS.yearsInKroner(2025)).containsExactly(2025);
        assertThat(INDEXED.kroner(1999, 1999)).contains(BigDecimal.ONE);
        assertThat(INDEXED.kroner(1999, 2025)).isEmpty();
        assertThat(PARAMETERS.kroner(2024, 2025)).isEmpty();
    }

    @Test
    void a_file_with_an_index_is_read_as_it_was_written_and_one_without_is_written_as_ever() {
        assertThat(ParameterFile.read(ParameterFile.write(INDEXED))).isEqualTo(INDEXED);
        assertThat(ParameterFile.write(PARAMETERS)).doesNotContain("priceIndex");
        assertThatThrownBy(() -> ParameterFile.read(ParameterFile.write(INDEXED).replace("\"levels\"", "\"level\"")))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessageStartingWith("This is not a parameter file: ");
        assertThatThrownBy(() -> ParameterFile.read(
                        ParameterFile.write(PARAMETERS).replace("\"taxFundingCost\"", "\"priceIndices\"")))
                .isInstanceOf(CannotBeCalculated.class);
    }

    @Test
    void an_index_that_contradicts_itself_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> indexed(level(2024, "100"), level(2024, "101")))
                .hasMessage("Price index made up has the year 2024 twice.");
        assertThatThrownBy(() -> indexed(level(2024, "100")))
                .hasMessage("Price index made up has fewer than two years, so it compares nothing.");
        assertThatThrownBy(() -> level(2024, "0")).hasMessage("A price level is above zero; that of 2024 is not.");
    }
}
