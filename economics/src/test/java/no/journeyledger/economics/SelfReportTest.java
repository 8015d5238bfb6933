package no.journeyledger.economics;

import static no.journeyledger.economics.Fixtures.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.journeyledger.economics.parameters.LadderScale;
import no.journeyledger.economics.parameters.LifeArea;
import no.journeyledger.economics.parameters.Who5Scale;
import no.journeyledger.economics.selfreport.Answers;
import no.journeyledger.economics.selfreport.Change;
import no.journeyledger.economics.selfreport.LadderReading;
import no.journeyledger.economics.selfreport.LadderReading.Outlook;
import no.journeyledger.economics.selfreport.MetByServices;
import no.journeyledger.economics.selfreport.Respondent;
import no.journeyledger.economics.selfreport.Satisfaction;
import no.journeyledger.economics.selfreport.Who5Change;
import no.journeyledger.economics.selfreport.Who5GroupChange;
import no.journeyledger.economics.selfreport.Who5GroupChange.Counted;
import no.journeyledger.economics.selfreport.Who5GroupChange.Counts;
import no.journeyledger.economics.selfreport.Who5Report;
import no.journeyledger.economics.selfreport.Who5Score;
import org.junit.jupiter.api.Test;

/** What people say about their own lives. */
class SelfReportTest {

    private static final Who5Scale WHO5 = PARAMETERS.instruments().who5();
    private static final LadderScale LADDER = PARAMETERS.instruments().ladder();
    private static final LocalDate BEFORE = LocalDate.of(2026, 1, 10);
    private static final LocalDate AFTER = LocalDate.of(2026, 9, 10);

    @Test
    void who5_is_the_sum_times_four() {
        assertThat(Who5Score.of(Answers.given(0, 0, 0, 0, 0), WHO5)).isEqualTo(new Who5Score.Scored(0, 0, true));
        assertThat(Who5Score.of(Answers.given(5, 5, 5, 5, 5), WHO5)).isEqualTo(new Who5Score.Scored(25, 100, false));
        assertThat(Who5Score.of(Answers.given(3, 2, 3, 2, 2), WHO5)).isEqualTo(new Who5Score.Scored(12, 48, true));
        assertThat(Who5Score.of(Answers.given(3, 3, 3, 2, 2), WHO5)).isEqualTo(new Who5Score.Scored(13, 52, false));
    }

    @Test
    void an_item_left_open_means_no_score() {
        assertThat(Who5Score.of(Answers.given(3, null, 3, 2, null), WHO5))
                .isEqualTo(new Who5Score.NotScored(List.of(2, 5)));
    }

    @Test
    void declining_is_an_answer() {
        var declined = new Answers.Declined();
        assertThat(Who5Score.of(declined, WHO5)).isEqualTo(new Who5Score.Declined());
        assertThat(LadderReading.of(declined, LADDER)).isEqualTo(new LadderReading.Declined());
        assertThat(Satisfaction.of(declined, PARAMETERS.instruments().satisfaction()))
                .isEqualTo(new Satisfaction.Declined());
        assertThat(MetByServices.of(declined, PARAMETERS.instruments().metByServices()))
                .isEqualTo(new MetByServices.Declined());
    }

    @Test
    void a_form_that_does_not_fit_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> Who5Score.of(Answers.given(1, 2, 3), WHO5))
                .isInstanceOf(CannotBeCalculated.class)
                .hasMessage("WHO-5 has 5 items, not 3; give an item left open as empty.");
        assertThatThrownBy(() -> Who5Score.of(Answers.given(1, 2, 3, 4, 6), WHO5))
                .hasMessage("WHO-5 is answered from 0 to 5, not 6.");
        assertThatThrownBy(() -> LadderReading.of(Answers.given(11, 3), LADDER))
                .hasMessage("The ladder is answered from 0 to 10, not 11.");
    }

    @Test
    void the_ladder_tells_thriving_from_suffering() {
        assertThat(outlook(7, 8)).isEqualTo(Outlook.THRIVING);
        assertThat(outlook(7, 7)).isEqualTo(Outlook.STRUGGLING);
        assertThat(outlook(6, 9)).isEqualTo(Outlook.STRUGGLING);
        assertThat(outlook(4, 4)).isEqualTo(Outlook.SUFFERING);
        assertThat(outlook(4, 5)).isEqualTo(Outlook.STRUGGLING);
        assertThat(outlook(5, 4)).isEqualTo(Outlook.STRUGGLING);
        assertThat(LadderReading.of(Answers.given(7, null), LADDER)).isEqualTo(new LadderReading.NotRead());
    }

    @Test
    void satisfaction_has_an_index_only_when_no_area_was_left_open() {
        var scale = PARAMETERS.instruments().satisfaction();
        var weights = PARAMETERS.lifeAreaWeights();
        var whole = (Satisfaction.Answered) Satisfaction.of(Answers.given(1, 2, 3, 4, 5, 9), scale);
        var open = (Satisfaction.Answered) Satisfaction.of(Answers.given(1, 2, 3, 4, 5, null), scale);

        assertThat(whole.index(weights)).isEqualTo(new Satisfaction.Index.Of(new BigDecimal("4")));
        assertThat(whole.byArea()).containsEntry(LifeArea.UPBRINGING, 9);
        assertThat(open.index(weights))
                .isEqualTo(new Satisfaction.Index.None("Satisfaction with UPBRINGING was left open."));
        assertThat(open.byArea()).doesNotContainKey(LifeArea.UPBRINGING).hasSize(5);
    }

    @Test
    void ten_points_matter_and_nine_would_not() {
        assertThat(compared(40, 52).meaningful()).isEqualTo(Change.BETTER);
        assertThat(compared(40, 48).meaningful()).isEqualTo(Change.NO_CHANGE);
        assertThat(compared(52, 40).meaningful()).isEqualTo(Change.WORSE);
        assertThat(compared(40, 60).reliable()).as("20 of 21.47 points").isEqualTo(Change.NO_CHANGE);
        assertThat(compared(40, 64).reliable()).isEqualTo(Change.BETTER);
        assertThat(compared(64, 40).reliable()).isEqualTo(Change.WORSE);
        assertThat(Who5Change.CAVEAT).contains("no comparison group");
    }

    @Test
    void what_cannot_be_compared_says_why() {
        var scored = report(BEFORE, Answers.given(2, 2, 2, 2, 2));

        assertThat(Who5Change.between(scored, report(AFTER, new Answers.Declined())))
                .isEqualTo(new Who5Change.NotCompared<>("The person declined to answer after.", true));
        assertThat(Who5Change.between(scored, report(AFTER, Answers.given(2, 2, 2, 2, null))))
                .isEqualTo(new Who5Change.NotCompared<>("An item was left open after.", false));
        assertThatThrownBy(() -> Who5Change.between(scored, scored))
                .hasMessage(
                        "The report after is from 2026-01-10 and the one before from 2026-01-10: the first must be the"
                                + " later one.");
    }

    @Test
    void own_answers_and_answers_for_somebody_are_never_compared() {
        Who5Report<Respondent> own =
                Who5Report.of(new Respondent.Own(), BEFORE, Answers.given(2, 2, 2, 2, 2), PARAMETERS);
        Who5Report<Respondent> proxy =
                Who5Report.of(new Respondent.Proxy("mother"), AFTER, Answers.given(4, 4, 4, 4, 4), PARAMETERS);

        // Who5Report<Own> beside Who5Report<Proxy> does not compile; a widened type is caught here.
        assertThatThrownBy(() -> Who5Change.between(own, proxy))
                .hasMessage("The person's own answers and answers given for them are never compared.");
    }

    @Test
    void a_small_group_is_hidden_and_so_is_a_small_part_of_a_large_one() {
        var threshold = PARAMETERS.smallGroupThreshold();
        List<Who5Change<Respondent.Own>> four = changes(4, 40, 60);
        List<Who5Change<Respondent.Own>> twelve = changes(12, 40, 60);
        List<Who5Change<Respondent.Own>> mixed = changes(10, 40, 60);
        mixed.addAll(changes(2, 60, 40));

        assertThat(Who5GroupChange.of(four, threshold)).isEqualTo(new Who5GroupChange.Hidden<>(5));
        assertThat(shown(twelve).meaningful()).isEqualTo(new Counts.Numbers(12, 0, 0));
        assertThat(shown(twelve).meanPoints()).isEqualByComparingTo("20");
        assertThat(shown(mixed).meaningful())
                .as("two got worse: better and unchanged would give them away")
                .isEqualTo(new Counts.TooFew());
        twelve.add(new Who5Change.NotCompared<>("The person declined to answer after.", true));
        assertThat(shown(twelve).declined()).isEqualTo(new Counted.TooFew());
        assertThat(shown(twelve).open()).isEqualTo(new Counted.Persons(0));
    }

    private static Who5GroupChange.Shown<Respondent.Own> shown(List<Who5Change<Respondent.Own>> changes) {
        return (Who5GroupChange.Shown<Respondent.Own>) Who5GroupChange.of(changes, PARAMETERS.smallGroupThreshold());
    }

    private static List<Who5Change<Respondent.Own>> changes(int persons, int before, int after) {
        List<Who5Change<Respondent.Own>> changes = new ArrayList<>();
        for (int i = 0; i < persons; i++) {
            changes.add(compared(before, after));
        }
        return changes;
    }

    private static Who5Change.Compared<Respondent.Own> compared(int before, int after) {
        return (Who5Change.Compared<Respondent.Own>)
                Who5Change.between(report(BEFORE, form(before)), report(AFTER, form(after)));
    }

    private static Who5Report<Respondent.Own> report(LocalDate on, Answers answers) {
        return Who5Report.of(new Respondent.Own(), on, answers, PARAMETERS);
    }

    private static Answers form(int score) {
        int raw = score / 4;
        return Answers.given(raw / 5, raw / 5, raw / 5, raw / 5, raw / 5 + raw % 5);
    }

    private static Outlook outlook(int now, int later) {
        return ((LadderReading.Read) LadderReading.of(Answers.given(now, later), LADDER)).outlook();
    }
}
