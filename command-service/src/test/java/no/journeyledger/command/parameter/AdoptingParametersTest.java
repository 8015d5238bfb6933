package no.journeyledger.command.parameter;

import static no.journeyledger.command.story.People.HEALTH;
import static no.journeyledger.command.story.People.LEADER;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.worker;
import static no.journeyledger.command.story.Story.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.journeyledger.command.Created;
import no.journeyledger.command.parameter.ParameterRejection.BeginsInThePast;
import no.journeyledger.command.parameter.ParameterRejection.BeginsWithAnother;
import no.journeyledger.command.parameter.ParameterRejection.ParameterVersionTaken;
import no.journeyledger.command.parameter.ParameterRejection.PayerAlreadyAssigned;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.economics.parameters.InForce;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.file.ParameterFile;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.parameter.ParameterEvent.ParametersAdopted;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;
import org.junit.jupiter.api.Test;

/** The book of parameters. */
class AdoptingParametersTest {

    private static Parameters version(String name, LocalDate from) {
        Parameters first = ParameterFile.builtIn().version("2026-01");
        return new Parameters(
                name,
                InForce.from(from),
                first.schedules(),
                first.taxFundingCost(),
                first.unitValues(),
                first.instruments(),
                first.lifeAreaWeights(),
                first.smallGroupThreshold(),
                null);
    }

    private static AdoptParameters adopt(String name, LocalDate from) {
        Parameters version = version(name, from);
        return new AdoptParameters(ParameterBook.ID, version, ParameterFile.write(version), "new rates");
    }

    private static ParametersAdopted adopted(String name, LocalDate from) {
        return new ParametersAdopted(
                ParameterBook.ID, name, from, null, ParameterFile.write(version(name, from)), "new rates");
    }

    @Test
    void a_version_is_adopted_and_supersedes_the_one_before_from_its_first_day() {
        LocalDate from = TODAY.plusMonths(1);
        Story story = enrolled();
        story.when(adopt("2026-04", from), worker(LEADER)).answers(new Created.Parameters("2026-04"));
        assertThat(story.recordedBeside(ParameterBook.ID)).containsExactly(adopted("2026-04", from));
        ParameterState state = ParameterState.SEEDED.evolve(adopted("2026-04", from));
        assertThat(state.inForceOn(from.minusDays(1))).isEqualTo("2026-01");
        assertThat(state.inForceOn(from)).isEqualTo("2026-04");
        assertThat(state.inForceOn(LocalDate.of(2020, 1, 1))).isNull();
    }

    @Test
    @Shows(ParameterVersionTaken.class)
    void a_version_never_changes() {
        enrolled()
                .when(adopt("2026-01", TODAY.plusDays(1)), worker(LEADER))
                .isRejected(new ParameterVersionTaken("2026-01"));
        enrolled()
                .beside(ParameterBook.ID, adopted("2026-04", TODAY.plusDays(1)))
                .when(adopt("2026-04", TODAY.plusDays(2)), worker(LEADER))
                .isRejected(new ParameterVersionTaken("2026-04"));
    }

    @Test
    @Shows(BeginsInThePast.class)
    void a_version_does_not_reach_back() {
        enrolled()
                .when(adopt("2026-02", TODAY.minusDays(1)), worker(LEADER))
                .isRejected(new BeginsInThePast(TODAY.minusDays(1)));
    }

    @Test
    @Shows(BeginsWithAnother.class)
    void two_versions_do_not_begin_on_one_day() {
        enrolled()
                .beside(ParameterBook.ID, adopted("2026-04", TODAY.plusDays(1)))
                .when(adopt("2026-05", TODAY.plusDays(1)), worker(LEADER))
                .isRejected(new BeginsWithAnother("2026-04", TODAY.plusDays(1)));
    }

    @Test
    @Shows(PayerAlreadyAssigned.class)
    void a_paying_service_is_the_municipalitys_until_something_else_is_said() {
        enrolled()
                .when(new AssignPayer(ParameterBook.ID, HEALTH, Party.MUNICIPALITY), worker(LEADER))
                .isRejected(new PayerAlreadyAssigned(HEALTH, Party.MUNICIPALITY));
        Story story = enrolled();
        story.when(new AssignPayer(ParameterBook.ID, HEALTH, Party.REGION), worker(LEADER))
                .isDone();
        assertThat(story.recordedBeside(ParameterBook.ID))
                .containsExactly(new PayerAssigned(ParameterBook.ID, HEALTH, Party.REGION));
        enrolled()
                .beside(ParameterBook.ID, new PayerAssigned(ParameterBook.ID, HEALTH, Party.REGION))
                .when(new AssignPayer(ParameterBook.ID, HEALTH, Party.REGION), worker(LEADER))
                .isRejected(new PayerAlreadyAssigned(HEALTH, Party.REGION));
    }
}
