package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.planned;
import static no.journeyledger.events.journey.RefusalReason.*;

import no.journeyledger.command.decision.DecisionRejection.DecisionUnknown;
import no.journeyledger.command.decision.DecisionRejection.OnlyForTheTeam;
import no.journeyledger.command.story.Shows;
import org.junit.jupiter.api.Test;

/** Who is told what is missing before a decision. What is told is shown over HTTP. */
class WhatIsMissingTest {

    private static final AskWhatIsMissing QUESTION = new AskWhatIsMissing(JOURNEY, DECISION, true);

    @Test
    @Shows(OnlyForTheTeam.class)
    void what_is_missing_of_people_is_told_to_the_team_only() {
        planned()
                .proposedBudget(KARI)
                .when(QUESTION, worker(OUTSIDER))
                .tells(new BeforeTaking.NotTold(new OnlyForTheTeam(OUTSIDER)));
    }

    @Test
    void nothing_is_told_of_a_decision_that_is_not_open() {
        planned().when(QUESTION, worker(LEADER)).tells(new BeforeTaking.NotTold(new DecisionUnknown(DECISION)));
    }
}
