package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.DemoPeople.ELIAS;
import static no.journeyledger.standalone.demo.DemoPeople.HEALTH;
import static no.journeyledger.standalone.demo.DemoPeople.HEALTH_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_ADVISER;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_FUND;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.JOINT_FUND;
import static no.journeyledger.standalone.demo.DemoPeople.KARI;
import static no.journeyledger.standalone.demo.DemoPeople.LABOUR_AND_WELFARE;
import static no.journeyledger.standalone.demo.DemoPeople.LABOUR_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.LEADER;
import static no.journeyledger.standalone.demo.DemoPeople.NORA;
import static no.journeyledger.standalone.demo.DemoPeople.SAMIR;
import static no.journeyledger.standalone.demo.DemoPeople.SCHOOL_AND_KINDERGARTEN;
import static no.journeyledger.standalone.demo.DemoPeople.TEACHER;
import static no.journeyledger.standalone.demo.DemoPeople.WORK_ADVISER;
import static no.journeyledger.standalone.demo.Telling.around;
import static no.journeyledger.standalone.demo.Telling.entry;
import static no.journeyledger.standalone.demo.Telling.goal;
import static no.journeyledger.standalone.demo.Telling.undertakes;
import static no.journeyledger.standalone.demo.Telling.within;

import java.util.List;
import no.journeyledger.standalone.demo.Telling.Line;
import no.journeyledger.standalone.demo.Telling.Proposal;

/**
 * Case 1. One parent's capacity for work is reduced, the other has stayed home to care; the economy is poor, the home
 * cramped, both are exhausted. Since then: a new job for the second parent, a bigger home, a lighter load. Not yet at the
 * goal.
 */
final class FamilyWithDisabledChild {

    private static final int WORK_GOAL = 1101;
    private static final int HOME_GOAL = 1102;
    private static final int RELIEF_GOAL = 1103;
    private static final int NEW_JOB = 1201;
    private static final int BIGGER_HOME = 1202;
    private static final int RELIEF_WEEKENDS = 1203;

    private FamilyWithDisabledChild() {}

    static void tell(Telling family) {
        comesIn(family);
        maps(family);
        plans(family);
        jobAndHome(family);
        reliefIsRefusedUntilEverybodyTookPart(family);
        movesToStable(family);
    }

    private static void comesIn(Telling family) {
        family.daysAgo(400);
        family.refer(
                TEACHER,
                KARI,
                family.aged(38),
                "SCHOOL_OR_KINDERGARTEN",
                "At vi kan være en vanlig familie igjen, og at noen ser hele oss.");
        family.qualify(
                LEADER,
                "FAMILY_DISABLED_CHILD",
                3,
                "Familien møter seks tjenester hver for seg. Begge foreldrene er slitne og ønsker én felles plan.");
        family.household(LEADER, SAMIR, "ADULT", family.aged(41));
        family.household(LEADER, NORA, "CHILD", family.aged(9), KARI, SAMIR);
        family.household(LEADER, ELIAS, "CHILD", family.aged(15), KARI, SAMIR);
        family.daysAgo(396);
        family.consent(KARI, HEALTH, "health", "Felles plan for familien");
        family.consent(KARI, LABOUR_AND_WELFARE, "work-and-economy", "Arbeid og ytelser");
        family.consent(SAMIR, LABOUR_AND_WELFARE, "work-and-economy", "Vei tilbake til arbeid");
        family.consent(SAMIR, HOUSING, "housing", "Større bolig");
        family.daysAgo(390);
        family.enrol(LEADER, "VULNERABLE", "SUSTAINABLE", KARI, SAMIR, NORA, ELIAS);
        family.join(LEADER, LEADER, "LEADER", "HEALTH");
        family.join(LEADER, WORK_ADVISER, "MEMBER", "LABOUR_AND_WELFARE");
        family.join(LEADER, HOUSING_ADVISER, "MEMBER", "HOUSING");
        family.join(LEADER, TEACHER, "CONTACT", "KINDERGARTEN_AND_SCHOOL");
        family.prefers(KARI, TEACHER);
        family.needs(TEACHER, NORA, "Bilder og god tid. Nora svarer med blikket og med kort.");
        family.agreement(
                LEADER,
                KARI,
                List.of("Én plan og én å ringe til.", "Korte og lange mål.", "Et møte i måneden."),
                List.of("Vi sier fra i tide.", "Hele familien er med når det gjelder den.", "Vi kommer på møtene."));
        family.delegate(HEALTH_HEAD, LEADER, 30_000_000);
        family.delegate(LABOUR_HEAD, WORK_ADVISER, 25_000_000);
        family.delegate(HOUSING_HEAD, HOUSING_ADVISER, 20_000_000);
        family.trust(KARI, DemoPeople.BENTE);
    }

    private static void maps(Telling family) {
        family.daysAgo(380);
        family.reports(KARI, "WHO5", "who5-1998-nb", "BEFORE", 380, 1, 2, 1, 1, 2);
        family.reports(SAMIR, "WHO5", "who5-1998-nb", "BEFORE", 380, 2, 1, 1, 1, 2);
        family.reports(SAMIR, "LADDER", "cantril-1965-nb", "BEFORE", 380, 3, 5);
        family.reports(ELIAS, "LADDER", "cantril-1965-nb", "BEFORE", 380, 5, 6);
        var meeting = family.meet(
                LEADER,
                1001,
                "MAPPING",
                380,
                KARI,
                SAMIR,
                ELIAS,
                DemoPeople.BENTE,
                LEADER,
                WORK_ADVISER,
                HOUSING_ADVISER,
                TEACHER);
        family.sheet(
                LEADER,
                meeting,
                KARI,
                entry(KARI, "GOOD_AT", null, "Jeg holder ut, og jeg kjenner Nora bedre enn noen."),
                entry(SAMIR, "GOOD_AT", null, "Jeg er snekker og liker å ha noe i hendene."),
                entry(ELIAS, "DIFFICULT", null, "Det er aldri stille hjemme. Jeg gjør lekser på biblioteket."),
                entry(KARI, "DIFFICULT", null, "Vi sover nesten ikke, og vi er aldri alene sammen."),
                entry(SAMIR, "DREAM", null, "Et eget rom til hver, og en jobb å gå til."),
                around(KARI, "FAMILY", "Søsteren min bor langt unna, men ringer hver søndag."),
                around(DemoPeople.BENTE, "FRIENDS", "Jeg kan ta Nora annenhver onsdag."),
                around(ELIAS, "LEISURE", "Korpset. Der er det plass til meg."),
                around(TEACHER, "PUBLIC_SECTOR", "Assistenten til Nora har vært med siden første klasse."),
                entry(HOUSING_ADVISER, "SITUATION_TODAY", "HOUSING", "Tre rom, fjerde etasje uten heis."),
                within(
                        WORK_ADVISER,
                        "SHORT_TERM",
                        "WORK",
                        "P3M",
                        "Arbeidstrening for Samir i et lokalt snekkerverksted."),
                within(HOUSING_ADVISER, "LONG_TERM", "HOUSING", "P1Y", "En bolig på bakkeplan, nær skolen."),
                entry(TEACHER, "WE_DO_NOW", "SCHOOL_EDUCATION", "Nora har assistent hele skoledagen."),
                entry(LEADER, "TO_SUCCEED", null, "Ett møte i måneden, én plan, én å ringe til."));
        family.vulnerability(LEADER, "HIGH", "Sterkt samhold, men ingen krefter til overs.");
        family.vulnerability(KARI, "CONSIDERABLE", "Vi klarer mye når vi får sove.");
        family.gathers(
                TEACHER, 1051, NORA, SCHOOL_AND_KINDERGARTEN, "Individuell opplæringsplan for Nora, i skolens arkiv.");
        family.gathers(
                WORK_ADVISER, 1052, SAMIR, LABOUR_AND_WELFARE, "Aktivitetsplan for Samir, hos arbeid og velferd.");
        family.rates(LEADER, KARI, "HOUSING", "VULNERABLE", "Trangt, og ikke tilgjengelig for rullestol.");
        family.rates(KARI, KARI, "HOUSING", "UNTENABLE", "Vi bærer Nora opp fire etasjer hver dag.");
        family.rates(LEADER, SAMIR, "WORK_EDUCATION", "VULNERABLE", null);
        family.rates(SAMIR, SAMIR, "WORK_EDUCATION", "VULNERABLE", null);
    }

    private static void plans(Telling family) {
        family.daysAgo(370);
        int version = family.plan(
                LEADER,
                "To voksne uten krefter til overs, trang bolig og stram økonomi. Sterkt samhold.",
                List.of(
                        goal(WORK_GOAL, "Samir er i arbeid han trives i.", "LONG", SAMIR),
                        goal(HOME_GOAL, "Familien bor slik at alle har plass.", "LONG", KARI, SAMIR, NORA, ELIAS),
                        goal(
                                RELIEF_GOAL,
                                "Foreldrene får hvile, og Nora får gode helger.",
                                "SHORT",
                                KARI,
                                SAMIR,
                                NORA)),
                List.of(
                        family.measure(
                                NEW_JOB,
                                WORK_GOAL,
                                "Lønnstilskudd og oppfølging på snekkerverksted i ett år.",
                                "WORK_EDUCATION",
                                "DEVELOP",
                                WORK_ADVISER,
                                List.of(SAMIR),
                                job(family)),
                        family.measure(
                                BIGGER_HOME,
                                HOME_GOAL,
                                "Større bolig på bakkeplan; hjelp til innskudd og flytting.",
                                "HOUSING",
                                "STABILISE",
                                HOUSING_ADVISER,
                                List.of(KARI, SAMIR, NORA, ELIAS),
                                home(family)),
                        family.measure(
                                RELIEF_WEEKENDS,
                                RELIEF_GOAL,
                                "Avlastning for Nora én helg i måneden, hos noen hun kjenner.",
                                "UPBRINGING",
                                "PREVENT",
                                LEADER,
                                List.of(KARI, SAMIR, NORA),
                                relief(family))),
                List.of(
                        undertakes(KARI.id(), "Sier fra når det blir for mye, også før det er krise."),
                        undertakes(SAMIR.id(), "Møter på verkstedet tre dager i uken fra start."),
                        undertakes(HEALTH, "Finner en fast avlaster som Nora får møte først."),
                        undertakes(HOUSING, "Følger med på egnede boliger hver uke."),
                        undertakes(SCHOOL_AND_KINDERGARTEN, "Elias får et stille sted å gjøre lekser.")),
                "Familien får hverdagen tilbake; kommunen unngår innleggelser og lange sykmeldinger.");
        Proposal plan = family.proposePlan(
                LEADER, 601, version, "Vi følger denne planen sammen, og ser på den igjen hver måned.");
        family.answers(KARI, plan, "AGREES", "Dette er første gang noen har spurt hva vi vil.");
        family.answers(SAMIR, plan, "AGREES", "Ja. Jobben først.");
        everyChild(family, plan);
        family.take(WORK_ADVISER, plan, "Alle er enige. Planen samler fire planer i én.");
        family.followUp(LEADER, 1061, 210);
    }

    private static void jobAndHome(Telling family) {
        family.daysAgo(340);
        Line wages = job(family);
        Proposal job = family.proposeBudget(
                LEADER,
                602,
                NEW_JOB,
                "Arbeid og velferd betaler lønnstilskudd for Samir på snekkerverkstedet, til sammen 180 000 kroner.",
                wages);
        family.answers(SAMIR, job, "AGREES", "Jeg begynner gjerne på mandag.");
        family.take(WORK_ADVISER, job, null);
        family.start(WORK_ADVISER, 340, NEW_JOB);
        var wageReservation = job.reservations().getFirst();
        family.daysAgo(250);
        family.spend(WORK_ADVISER, wages, wageReservation, 60_000, "AV-10441");
        family.daysAgo(120);
        family.spend(WORK_ADVISER, wages, wageReservation, 72_500, "AV-11873");
        family.finish(WORK_ADVISER, NEW_JOB, "Samir er fast ansatt, to måneder før tiden.");
        family.release(DemoPeople.FUND_MANAGER, wages, wageReservation);

        // The first follow-up: the leader reports, and the family says it themselves beside it.
        family.daysAgo(209);
        var first = family.meet(LEADER, 1011, "FOLLOW_UP", 210, KARI, SAMIR, LEADER, WORK_ADVISER);
        family.holds(LEADER, 1061, first);
        family.experiences(LEADER, 1061, "IMPROVED", "Samir er i arbeid. Boligen er fortsatt for trang.");
        family.experiences(SAMIR, 1061, "IMPROVED", "Jeg er noen igjen.");
        family.experiences(KARI, 1061, "UNCHANGED", "Det er jeg som er hjemme nå.");
        family.sheet(
                LEADER,
                first,
                KARI,
                entry(SAMIR, "GOOD_AT", null, "Sjefen sier jeg lærer opp lærlingen."),
                entry(KARI, "DIFFICULT", null, "Trappene. Og helgene."));

        family.daysAgo(200);
        Line deposit = home(family);
        Proposal home = family.proposeBudget(
                LEADER,
                603,
                BIGGER_HOME,
                "Boligkontoret dekker innskudd og flytting til ny bolig, 95 000 kroner.",
                deposit);
        family.answers(KARI, home, "AGREES", "Endelig.");
        family.answers(SAMIR, home, "AGREES", null);
        everyChild(family, home);
        family.take(HOUSING_ADVISER, home, "Elias bytter ikke skole; det var hans vilkår, og det er ordnet.");
        family.daysAgo(180);
        var homeReservation = home.reservations().getFirst();
        var wrong = family.spend(HOUSING_ADVISER, deposit, homeReservation, 59_000, "BO-2207");
        family.reverse(DemoPeople.FUND_MANAGER, deposit, homeReservation, wrong);
        family.spend(HOUSING_ADVISER, deposit, homeReservation, 95_000, "BO-2208");
        family.finish(HOUSING_ADVISER, BIGGER_HOME, "Fire rom på bakkeplan. Nora kommer seg ut selv.");
        family.serviceDegree(LEADER, 2, "Familien ringer selv når de trenger oss, og det er sjeldnere.");
    }

    /** The rule at work: two people had not taken part, so the decision was refused until they had. */
    private static void reliefIsRefusedUntilEverybodyTookPart(Telling family) {
        family.daysAgo(0);
        Line helpers = relief(family);
        Proposal relief = family.proposeBudget(
                WORK_ADVISER,
                604,
                RELIEF_WEEKENDS,
                "Helse og mestring betaler avlastning for Nora én helg i måneden ut året, 144 000 kroner.",
                helpers);
        family.answers(KARI, relief, "AGREES", "Vi trenger det. Men Samir må få si hva han synes.");
        family.tryToTake(LEADER, relief);
        var meeting =
                family.meet(WORK_ADVISER, 1002, "FOLLOW_UP", 0, SAMIR, NORA, WORK_ADVISER, TEACHER, DemoPeople.BENTE);
        family.heard(
                TEACHER,
                NORA,
                relief,
                false,
                "Nora pekte på bildet av hunden hos avlasteren og lo. Hun ville ha med seg sitt eget teppe.");
        var own =
                family.recordsAgreement(WORK_ADVISER, SAMIR, SAMIR, relief, meeting, "Ja, når hun får møte dem først.");
        var forNora = family.recordsAgreement(
                WORK_ADVISER, NORA, SAMIR, relief, meeting, "Vi sier ja for Nora, og teppet blir med.");
        family.confirms(TEACHER, relief, meeting, own, forNora);
        family.take(LEADER, relief, "Nora møter avlasteren to ganger før første helg.");
        family.spend(LEADER, helpers, relief.reservations().getFirst(), 12_000, "HM-31007");
    }

    private static void movesToStable(Telling family) {
        family.reports(KARI, "WHO5", "who5-1998-nb", "DURING", 0, 3, 3, 2, 3, 3);
        family.reports(SAMIR, "WHO5", "who5-1998-nb", "DURING", 0, 4, 3, 3, 3, 4);
        family.reports(SAMIR, "LADDER", "cantril-1965-nb", "DURING", 0, 6, 8);
        family.reports(KARI, "MET_BY_SERVICES", "met-by-services-1", "DURING", 0, 9);
        family.rates(LEADER, KARI, "HOUSING", "STABLE", null);
        family.rates(KARI, KARI, "HOUSING", "SUSTAINABLE", "Vi har fått et hjem.");
        family.rates(LEADER, SAMIR, "WORK_EDUCATION", "STABLE", null);
        family.rates(SAMIR, SAMIR, "WORK_EDUCATION", "STABLE", null);
        Proposal stable = family.proposeStage(
                LEADER, 606, "STABLE", "Vi mener livssituasjonen nå er stabil. Målet, bærekraftig, gjenstår.");
        family.answers(KARI, stable, "AGREES", "Bedre, men jeg er fortsatt sliten.");
        family.answers(SAMIR, stable, "AGREES", null);
        everyChild(family, stable);
        family.vulnerability(LEADER, "MODERATE", null);
        family.vulnerability(KARI, "MODERATE", "Vi sover, og vi har hverandre.");
        family.followUp(LEADER, 1062, -28);
        family.take(TEACHER, stable, "Kari er fortsatt sliten; avlastningen følges opp i hvert møte.");
    }

    private static void everyChild(Telling family, Proposal proposal) {
        family.heard(TEACHER, NORA, proposal, false, "Nora fikk det vist med bilder. Hun valgte det blide ansiktet.");
        family.heard(TEACHER, ELIAS, proposal, false, "Helt greit, så lenge jeg slipper å bytte skole.");
        family.agreesFor(NORA, KARI, proposal);
        family.agreesFor(ELIAS, SAMIR, proposal);
    }

    private static Line job(Telling family) {
        return Line.ofKroner(JOINT_FUND, LABOUR_AND_WELFARE, family.year(), 180_000);
    }

    private static Line home(Telling family) {
        return Line.ofKroner(HOUSING_FUND, HOUSING, family.year(), 95_000);
    }

    private static Line relief(Telling family) {
        return Line.ofKroner(JOINT_FUND, HEALTH, family.year(), 144_000);
    }
}
