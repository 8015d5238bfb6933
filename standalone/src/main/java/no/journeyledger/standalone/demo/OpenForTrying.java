package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.DemoPeople.ARON;
import static no.journeyledger.standalone.demo.DemoPeople.HEALTH;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_ADVISER;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_FUND;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.LABOUR_AND_WELFARE;
import static no.journeyledger.standalone.demo.DemoPeople.LEADER;
import static no.journeyledger.standalone.demo.DemoPeople.MIA;
import static no.journeyledger.standalone.demo.DemoPeople.WORK_ADVISER;
import static no.journeyledger.standalone.demo.Telling.entry;
import static no.journeyledger.standalone.demo.Telling.goal;
import static no.journeyledger.standalone.demo.Telling.undertakes;

import java.util.List;
import java.util.Map;
import no.journeyledger.standalone.demo.Telling.Line;
import no.journeyledger.standalone.demo.Telling.Proposal;

/**
 * A couple with an agreed plan and a budget decision that neither of them has answered: whoever reads the README takes it
 * from here.
 */
final class OpenForTrying {

    private static final int HOME_GOAL = 5101;
    private static final int DEPOSIT = 5201;
    private static final String WORDING = "Boligkontoret betaler depositum på 48 000 kroner for ny leilighet.";

    private OpenForTrying() {}

    static void tell(Telling couple) {
        couple.daysAgo(45);
        couple.refer(
                WORK_ADVISER,
                MIA,
                couple.aged(29),
                "LABOUR_AND_WELFARE",
                "Et sted å bo som vi ikke må flytte fra igjen.");
        couple.qualify(
                LEADER,
                "FAMILY_VULNERABLE",
                2,
                "Har flyttet fem ganger på tre år. Gjeld, lite arbeid, og et stort ønske om ro.");
        couple.household(LEADER, ARON, "ADULT", couple.aged(31));
        couple.consent(MIA, HOUSING, "housing", "Bolig");
        couple.consent(ARON, HOUSING, "housing", "Bolig");
        couple.consent(MIA, HEALTH, "cooperation", "Én plan, og én som leder arbeidet");
        couple.consent(ARON, HEALTH, "cooperation", "Én plan, og én som leder arbeidet");
        couple.consent(MIA, LABOUR_AND_WELFARE, "work-and-economy", "Arbeid og ytelser");
        couple.consent(ARON, LABOUR_AND_WELFARE, "work-and-economy", "Arbeid og ytelser");
        couple.enrol(LEADER, "VULNERABLE", "STABLE", MIA, ARON);
        couple.join(LEADER, LEADER, "LEADER");
        couple.join(LEADER, WORK_ADVISER, "CONTACT");
        couple.join(LEADER, HOUSING_ADVISER, "MEMBER");
        couple.delegate(HOUSING_HEAD, HOUSING_ADVISER, 10_000_000);

        couple.daysAgo(38);
        var meeting = couple.meet(LEADER, 5001, "MAPPING", 38, MIA, ARON, LEADER, WORK_ADVISER, HOUSING_ADVISER);
        couple.sheet(
                LEADER,
                meeting,
                MIA,
                entry(MIA, "GOOD_AT", null, "Jeg får folk til å trives."),
                entry(ARON, "DIFFICULT", null, "Brev jeg ikke åpner."),
                entry(MIA, "DREAM", null, "En dør med navnene våre på."));
        couple.daysAgo(30);
        int version = couple.plan(
                LEADER,
                "To voksne som holder sammen, uten fast sted å bo.",
                List.of(goal(HOME_GOAL, "Mia og Aron bor på samme sted i minst tre år.", "LONG", MIA, ARON)),
                List.of(couple.measure(
                        DEPOSIT,
                        HOME_GOAL,
                        "Leilighet med lang leiekontrakt; hjelp til depositum.",
                        "HOUSING",
                        "STABILISE",
                        HOUSING_ADVISER,
                        List.of(MIA, ARON),
                        deposit(couple.year()))),
                List.of(
                        undertakes(ARON.id(), "Åpner posten sammen med Per hver fredag."),
                        undertakes(LABOUR_AND_WELFARE, "Én fast veileder.")),
                "Ro til å arbeide. Færre akutte flyttinger.");
        Proposal plan = couple.proposePlan(LEADER, 651, version, "Vi begynner med bolig, så arbeid.");
        couple.answers(MIA, plan, "AGREES", "Ja!");
        couple.answers(ARON, plan, "AGREES", null);
        couple.take(WORK_ADVISER, plan, null);
        couple.daysAgo(0);
    }

    /** The proposal, with the same bytes in the same year, so that asking again repeats the first answer. */
    static Map<String, Object> proposal(int year) {
        return CommandCalls.body(
                "id",
                DemoPeople.OPEN_DECISION,
                "kind",
                "BUDGET",
                "wording",
                WORDING,
                "budget",
                CommandCalls.body(
                        "action",
                        "ALLOCATE",
                        "measure",
                        DemoPeople.id(DEPOSIT),
                        "lines",
                        List.of(deposit(year).toBody())));
    }

    private static Line deposit(int year) {
        return Line.ofKroner(HOUSING_FUND, HOUSING, year, 48_000);
    }
}
