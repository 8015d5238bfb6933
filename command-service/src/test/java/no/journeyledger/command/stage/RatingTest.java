package no.journeyledger.command.stage;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;

import java.util.UUID;
import no.journeyledger.command.stage.StageRejection.NotYoursToRate;
import no.journeyledger.command.stage.StageRejection.RatedPersonUnknown;
import no.journeyledger.command.stage.StageRejection.RaterNotOnTeam;
import no.journeyledger.command.stage.StageRejection.RatingAfterClosing;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import no.journeyledger.events.journey.Vulnerability;
import org.junit.jupiter.api.Test;

/** How the life situation is judged. */
class RatingTest {

    private static RateLifeArea rate(UUID person, Rater rater) {
        return new RateLifeArea(JOURNEY, person, LifeArea.HOUSING, Stage.STABLE, rater, null);
    }

    @Test
    void ratings_of_citizen_and_team_stand_side_by_side() {
        enrolled()
                .when(rate(KARI, Rater.CITIZEN), person(KARI))
                .records(new LifeAreaRated(KARI, LifeArea.HOUSING, Stage.STABLE, Rater.CITIZEN, null));
        enrolled()
                .when(rate(KARI, Rater.TEAM), worker(LEADER))
                .records(new LifeAreaRated(KARI, LifeArea.HOUSING, Stage.STABLE, Rater.TEAM, null));
    }

    @Test
    @Shows(RatingAfterClosing.class)
    void nothing_is_rated_after_closing() {
        enrolled().closed().when(rate(KARI, Rater.TEAM), worker(LEADER)).isRejected(new RatingAfterClosing(JOURNEY));
    }

    @Test
    @Shows(RatedPersonUnknown.class)
    void somebody_of_the_household_is_rated() {
        enrolled().when(rate(STRANGER, Rater.TEAM), worker(LEADER)).isRejected(new RatedPersonUnknown(STRANGER));
    }

    @Test
    @Shows(RaterNotOnTeam.class)
    void the_team_rates_for_the_team() {
        enrolled().when(rate(KARI, Rater.TEAM), worker(OUTSIDER)).isRejected(new RaterNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(NotYoursToRate.class)
    void a_person_rates_their_own_situation_as_the_citizen() {
        enrolled(SAMIR).when(rate(SAMIR, Rater.CITIZEN), person(KARI)).isRejected(new NotYoursToRate(SAMIR));
        enrolled().when(rate(KARI, Rater.TEAM), person(KARI)).isRejected(new NotYoursToRate(KARI));
    }

    @Test
    void the_degree_of_vulnerability_is_judged_by_household_and_team_side_by_side() {
        var byTeam = new AssessVulnerability(JOURNEY, Vulnerability.HIGH, Rater.TEAM, null);
        var byCitizen = new AssessVulnerability(JOURNEY, Vulnerability.LOW, Rater.CITIZEN, null);
        enrolled()
                .when(byTeam, worker(LEADER))
                .records(new VulnerabilityAssessed(Vulnerability.HIGH, Rater.TEAM, null));
        enrolled()
                .when(byCitizen, person(KARI))
                .records(new VulnerabilityAssessed(Vulnerability.LOW, Rater.CITIZEN, null));
        enrolled().when(byTeam, person(KARI)).isRejected(new NotYoursToRate(KARI));
        enrolled().when(byCitizen, person(STRANGER)).isRejected(new NotYoursToRate(STRANGER));
        enrolled().when(byTeam, worker(OUTSIDER)).isRejected(new RaterNotOnTeam(OUTSIDER));
        enrolled().closed().when(byTeam, worker(LEADER)).isRejected(new RatingAfterClosing(JOURNEY));
    }

    @Test
    void an_additional_investment_is_marked_with_its_reason() {
        var mark = new MarkAdditionalInvestment(JOURNEY, envelope(KARI, "a second child"));
        enrolled().when(mark, worker(LEADER)).records(new AdditionalInvestmentMarked(envelope(KARI, "a second child")));
        enrolled().when(mark, worker(OUTSIDER)).isRejected(new RaterNotOnTeam(OUTSIDER));
        enrolled().closed().when(mark, worker(LEADER)).isRejected(new RatingAfterClosing(JOURNEY));
    }
}
