package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.BUILT_IN;
import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static no.journeyledger.economics.Fixtures.newer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import no.journeyledger.economics.parameters.DiscountSchedule;
import no.journeyledger.economics.parameters.ParameterCatalogue;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.Standing;
import no.journeyledger.economics.parameters.file.ParameterFile;
import org.junit.jupiter.api.Test;

/** Parameters are versioned data. */
class ParametersTest {

    private static final String FILE = ParameterFile.write(PARAMETERS);

    @Test
    void the_version_in_force_on_a_day_is_the_one_that_began_last() {
        ParameterCatalogue catalogue = BUILT_IN.with(newer());

        assertThat(catalogue.inForceOn(LocalDate.of(2026, 1, 1)).version()).isEqualTo("2026-01");
        assertThat(catalogue.inForceOn(LocalDate.of(2026, 12, 31)).version()).isEqualTo("2026-01");
        assertThat(catalogue.inForceOn(LocalDate.of(2027, 1, 1)).version()).isEqualTo("2027-01");
        assertThat(catalogue.version("2026-01")).as("superseded, not changed").isEqualTo(PARAMETERS);
        assertThatThrownBy(() -> catalogue.inForceOn(LocalDate.of(2025, 12, 31)))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage("No parameter version is in force on 2025-12-31.");
        assertThatThrownBy(() -> catalogue.version("2031-01")).hasMessage("There is no parameter version 2031-01.");
        assertThatThrownBy(() -> catalogue.with(newer()))
                .hasMessage("There are two parameter versions called 2027-01.");
    }

    @Test
    void a_file_written_and_read_again_is_the_same_version() {
        assertThat(ParameterFile.read(FILE)).isEqualTo(PARAMETERS);
        assertThat(ParameterFile.read(ParameterFile.write(newer()))).isEqualTo(newer());
    }

    @Test
    void numbers_are_read_digit_by_digit() {
        assertThat(PARAMETERS.schedule("R-109").rateIn(1)).isEqualTo(new BigDecimal("0.04"));
        assertThat(PARAMETERS.taxFundingCost().perKrone()).isEqualTo(new BigDecimal("0.20"));
        assertThat(ParameterFile.read(FILE.replace("0.20", "0.2000000000000000000000000000000001"))
                        .taxFundingCost()
                        .perKrone())
                .isEqualTo(new BigDecimal("0.2000000000000000000000000000000001"));
    }

    @Test
    void rates_change_where_the_circular_says() {
        DiscountSchedule schedule = PARAMETERS.schedule("R-109");

        assertThat(schedule.rateIn(40)).isEqualByComparingTo("0.04");
        assertThat(schedule.rateIn(41)).isEqualByComparingTo("0.03");
        assertThat(schedule.rateIn(75)).isEqualByComparingTo("0.03");
        assertThat(schedule.rateIn(76)).isEqualByComparingTo("0.02");
        assertThat(schedule.rateIn(200)).isEqualByComparingTo("0.02");
    }

    @Test
    void every_value_that_only_illustrates_says_so() {
        assertThat(PARAMETERS.unitValues().values())
                .filteredOn(value -> value.standing() == Standing.SOURCED)
                .extracting(value -> value.id())
                .containsExactly("work.method-book");
    }

    @Test
    void a_file_that_is_not_one_is_refused_with_a_sentence() {
        refused("", "This is not a parameter file: ");
        refused("{}", "This is not a parameter file: Missing creator property 'version'");
        refused("null", "This parameter file is empty.");
        refused(FILE + "x", "This is not a parameter file: ");
        refused(FILE.replace("\"perKrone\"", "\"perCrown\""), "This is not a parameter file: ");
        refused(
                FILE.replace("\"taxFundingCost\" : {", "\"taxFundingCost\" : null, \"x\" : {"),
                "This is not a parameter");
        refused(
                FILE.replaceFirst("\"publisher\" : \"[^\"]*\"", "\"publisher\" : null"),
                "This is not a parameter file: ");
        refused(FILE.replaceFirst("\"version\" : \"2026-01\"", "\"version\" : null"), "This is not a parameter file: ");
    }

    @Test
    void numbers_that_contradict_each_other_are_refused_with_a_sentence() {
        refused(
                FILE.replace("\"rate\" : 0.04", "\"rate\" : 4"),
                "A discount rate is written 0.04 for 4 %; schedule R-109 has 4.");
        refused(
                FILE.replace("\"perKrone\" : 0.20", "\"perKrone\" : 20"),
                "The cost of tax funding per krone is a share from 0 to 1 (0.25 for 25 %), not 20.");
        refused(
                FILE.replace("\"firstYear\" : 41", "\"firstYear\" : 76"),
                "The bands of discount schedule R-109 are not in the order of their first year.");
        refused(
                FILE.replace("\"partOf\" : \"work.production.wage\"", "\"partOf\" : \"work.production.wage.tax\""),
                "Unit value work.production.wage.tax is part of itself.");
        refused(
                FILE.replace("\"partOf\" : \"work.production.wage\"", "\"partOf\" : \"wage\""),
                "A unit value is part of wage, but there is no such unit value.");
        refused(
                FILE.replace("\"fewest\" : 5", "\"fewest\" : 1"),
                "A threshold of 1 would show figures about one person.");
        refused(FILE.replace("\"HEALTH\" : 1", "\"HEALTH\" : 0"), "Life area HEALTH needs a weight above zero.");
        refused(
                FILE.replace("\"from\" : \"2026-01-01\"", "\"from\" : \"2020-01-01\""),
                "Discount schedule R-109 is not in force on 2020-01-01, the first day of parameter version 2026-01.");
    }

    @Test
    void two_versions_from_the_same_day_are_refused() {
        Parameters twin = ParameterFile.read(FILE.replaceFirst("\"2026-01\"", "\"2026-01b\""));

        assertThatThrownBy(() -> BUILT_IN.with(twin))
                .hasMessage(
                        "Parameter versions 2026-01 and 2026-01b begin on the same day, so neither supersedes the other.");
    }

    private static void refused(String file, String sentence) {
        assertThatThrownBy(() -> ParameterFile.read(file))
                .as(sentence)
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessageStartingWith(sentence);
    }
}
