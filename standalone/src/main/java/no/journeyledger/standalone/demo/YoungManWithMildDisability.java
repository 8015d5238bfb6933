package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.DemoPeople.EMIL;
import static no.journeyledger.standalone.demo.DemoPeople.GEIR;
import static no.journeyledger.standalone.demo.DemoPeople.HEALTH;
import static no.journeyledger.standalone.demo.DemoPeople.HEALTH_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_ADVISER;
import static no.journeyledger.standalone.demo.DemoPeople.JOINT_FUND;
import static no.journeyledger.standalone.demo.DemoPeople.LABOUR_AND_WELFARE;
import static no.journeyledger.standalone.demo.DemoPeople.LEADER;
import static no.journeyledger.standalone.demo.DemoPeople.VERA;
import static no.journeyledger.standalone.demo.DemoPeople.WORK_ADVISER;
import static no.journeyledger.standalone.demo.Telling.around;
import static no.journeyledger.standalone.demo.Telling.entry;
import static no.journeyledger.standalone.demo.Telling.goal;
import static no.journeyledger.standalone.demo.Telling.undertakes;
import static no.journeyledger.standalone.demo.Telling.within;

import java.util.List;
import java.util.Map;
import no.journeyledger.standalone.demo.Telling.Line;
import no.journeyledger.standalone.demo.Telling.Proposal;

/**
 * Case 4. A young man with a mild disability, whose plan stood in three columns: stabilise, develop, sustain. His answers
 * are given in his own words in a meeting, and his father, whom he trusts, confirms them.
 */
final class YoungManWithMildDisability {

    private static final int FREEDOM = 4101;
    private static final int OWN_HOME = 4102;
    private static final int WORK = 4103;
    private static final int SUPPORT_CONTACT = 4204;

    private YoungManWithMildDisability() {}

    static void tell(Telling young) {
        young.daysAgo(160);
        young.refer(WORK_ADVISER, EMIL, young.aged(22), "FAMILY", "Bo for meg selv og ha en jobb. Og beholde bilen.");
        young.qualify(
                LEADER,
                "OTHER",
                2,
                "Bor hos faren, som gjør alt. Vil flytte ut, men ikke mislykkes. Trenger flere tjenester samtidig.");
        young.consent(EMIL, HOUSING, "housing", "Egen leilighet");
        young.consent(EMIL, LABOUR_AND_WELFARE, "work-and-economy", "Arbeid");
        young.enrol(LEADER, "VULNERABLE", "SUSTAINABLE", EMIL);
        young.join(LEADER, LEADER, "LEADER");
        young.join(LEADER, WORK_ADVISER, "MEMBER");
        young.join(LEADER, HOUSING_ADVISER, "MEMBER");
        young.delegate(HEALTH_HEAD, LEADER, 12_000_000);
        young.trust(EMIL, GEIR);
        young.needs(LEADER, EMIL, "Korte ord, én ting om gangen, og tid til å tenke.");
        young.agreement(
                LEADER,
                EMIL,
                List.of("At vi gjør det riktig første gang.", "At bilen står først."),
                List.of("At du sier fra når noe blir vanskelig."));

        young.daysAgo(150);
        var mapping = young.meet(LEADER, 4001, "MAPPING", 150, EMIL, GEIR, LEADER, WORK_ADVISER, HOUSING_ADVISER);
        young.sheet(
                LEADER,
                mapping,
                EMIL,
                entry(EMIL, "GOOD_AT", null, "Kjøre bil. Komme tidsnok."),
                entry(EMIL, "DIFFICULT", null, "Penger, og å huske å spise ordentlig."),
                entry(EMIL, "DREAM", null, "Kjæreste, leilighet og jobb."),
                around(GEIR, "FAMILY", "Jeg er der alltid, men jeg blir eldre."),
                around(EMIL, "LEISURE", "Gutta på bilkvelden."),
                within(HOUSING_ADVISER, "LONG_TERM", "HOUSING", "P2Y", "Egen leilighet med oppfølging fra første dag."),
                within(WORK_ADVISER, "LONG_TERM", "WORK", "P1Y", "Varig tilrettelagt arbeid, gjerne med biler."));
        young.reports(EMIL, "WHO5", "who5-1998-nb", "BEFORE", 150, 2, 2, 2, 1, 2);
        young.rates(LEADER, EMIL, "NETWORK", "VULNERABLE", null);
        young.rates(EMIL, EMIL, "NETWORK", "VULNERABLE", "Mest pappa.");

        young.daysAgo(140);
        Line support = Line.ofKroner(JOINT_FUND, HEALTH, young.year(), 42_000);
        int version = young.plan(
                LEADER,
                "Emil har mye han kan, og trenger hjelp til å holde på det.",
                List.of(
                        goal(FREEDOM, "Emil beholder friheten sin og er ikke alene.", "SHORT", EMIL),
                        goal(OWN_HOME, "Emil bor i egen leilighet og mestrer den.", "LONG", EMIL),
                        goal(WORK, "Emil har arbeid eller aktivitet hver dag.", "LONG", EMIL)),
                threeColumns(young, support),
                List.of(
                        undertakes(EMIL.id(), "Sier fra når noe blir vanskelig, til den jeg liker best å si det til."),
                        undertakes(HOUSING, "Flytter ikke Emil inn før alt er klart; det skal bli riktig første gang."),
                        undertakes(LABOUR_AND_WELFARE, "Finner et sted der det å møte opp teller.")),
                "Emil får et voksenliv. Faren får være far. Kommunen slipper en flytting tilbake.");
        Proposal plan =
                young.proposePlan(LEADER, 631, version, "Tre spalter: trygt nå, nytt etter hvert, og så holde på det.");
        young.answers(EMIL, plan, "AGREES", "Bra plan. Bilen står først.");
        young.take(HOUSING_ADVISER, plan, null);
        young.vulnerability(LEADER, "CONSIDERABLE", "Mye han kan, mye hviler på faren.");
        young.followUp(LEADER, 4061, 45);
        young.start(HOUSING_ADVISER, 140, 4201, 4202);

        young.daysAgo(45);
        var followUp = young.meet(LEADER, 4003, "FOLLOW_UP", 45, EMIL, GEIR, LEADER, HOUSING_ADVISER);
        young.holds(LEADER, 4061, followUp);
        young.experiences(LEADER, 4061, "IMPROVED", "Emil lager middag to dager i uken.");
        young.experiences(EMIL, 4061, "IMPROVED", "Pølsegrateng.");

        young.daysAgo(0);
        Proposal contact = young.proposeBudget(
                WORK_ADVISER,
                632,
                SUPPORT_CONTACT,
                "Helse og mestring betaler støttekontakt tre timer i uken ut året, 42 000 kroner.",
                support);
        var visit = young.meet(WORK_ADVISER, 4002, "CONVERSATION", 0, EMIL, GEIR, WORK_ADVISER);
        var answer = young.recordsAgreement(
                WORK_ADVISER, EMIL, EMIL, contact, visit, "Ja, hvis han liker bil og ikke bare skal gå tur.");
        young.confirms(GEIR, contact, visit, answer);
        young.take(LEADER, contact, "Støttekontakten skal like bil.");
        // The guardian the plan speaks of: money only, and Emil is heard all the same.
        young.guardian(
                LEADER,
                4301,
                EMIL,
                VERA,
                List.of("ECONOMIC"),
                "Statsforvalterens vedtak om vergemål, begrenset til økonomi.");
        young.start(LEADER, 0, 4203, SUPPORT_CONTACT);
        young.followUp(LEADER, 4062, -30);
        young.finish(LEADER, 4201, "Bilen er beholdt; forsikring og vedlikehold er i budsjettet hans.");
    }

    private static List<Map<String, Object>> threeColumns(Telling young, Line support) {
        return List.of(
                young.measure(
                        4201, FREEDOM, "Beholde bilen: den er friheten.", "ECONOMY", "STABILISE", EMIL, List.of(EMIL)),
                young.measure(
                        4202,
                        OWN_HOME,
                        "Hjelp til å holde hus: mat, hygiene og faste dager.",
                        "HOUSING",
                        "STABILISE",
                        HOUSING_ADVISER,
                        List.of(EMIL)),
                young.measure(
                        4203,
                        FREEDOM,
                        "En verge som avlaster faren i økonomi.",
                        "ECONOMY",
                        "STABILISE",
                        LEADER,
                        List.of(EMIL)),
                young.measure(
                        SUPPORT_CONTACT,
                        FREEDOM,
                        "Støttekontakt tre timer i uken, mot ensomhet og nedstemthet.",
                        "NETWORK",
                        "STABILISE",
                        LEADER,
                        List.of(EMIL),
                        support),
                young.measure(
                        4205,
                        OWN_HOME,
                        "Egen bolig, ikke alene fra første dag, med oppfølging. Riktig første gang.",
                        "HOUSING",
                        "DEVELOP",
                        HOUSING_ADVISER,
                        List.of(EMIL)),
                young.measure(
                        4206,
                        WORK,
                        "Arbeid eller aktivitet gjennom en alternativ ordning.",
                        "WORK_EDUCATION",
                        "DEVELOP",
                        WORK_ADVISER,
                        List.of(EMIL)),
                young.measure(
                        4207,
                        WORK,
                        "Arbeidet er det viktigste: å gjøre noe betyr mer enn lønnen.",
                        "WORK_EDUCATION",
                        "SUSTAIN",
                        WORK_ADVISER,
                        List.of(EMIL)),
                young.measure(
                        4208,
                        OWN_HOME,
                        "Mestre egen leilighet med støtte.",
                        "HOUSING",
                        "SUSTAIN",
                        HOUSING_ADVISER,
                        List.of(EMIL)));
    }
}
