package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.DemoPeople.HOUSING;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_ADVISER;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_FUND;
import static no.journeyledger.standalone.demo.DemoPeople.HOUSING_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.LABOUR_AND_WELFARE;
import static no.journeyledger.standalone.demo.DemoPeople.LEADER;
import static no.journeyledger.standalone.demo.DemoPeople.ROAR;
import static no.journeyledger.standalone.demo.DemoPeople.THERAPIST;
import static no.journeyledger.standalone.demo.DemoPeople.WORK_ADVISER;
import static no.journeyledger.standalone.demo.Telling.around;
import static no.journeyledger.standalone.demo.Telling.entry;
import static no.journeyledger.standalone.demo.Telling.goal;
import static no.journeyledger.standalone.demo.Telling.undertakes;

import java.util.List;
import no.journeyledger.standalone.demo.Telling.Line;
import no.journeyledger.standalone.demo.Telling.Proposal;

/**
 * Case 3. Just released from a sentence, wants back into society; planning together means that his application does not
 * drown in the pile. He says no to the first proposal, so it is put in another wording.
 */
final class JustReleased {

    private static final int HOME_GOAL = 3101;
    private static final int OWN_DOOR = 3201;

    private JustReleased() {}

    static void tell(Telling released) {
        released.daysAgo(75);
        released.refer(
                LEADER, ROAR, released.aged(34), "SELF", "Et vanlig liv. Et sted å bo der ingen vet hvem jeg var.");
        released.qualify(
                LEADER,
                "OTHER",
                3,
                "Løslates om tre uker uten bolig, arbeid eller nettverk i kommunen. Har selv tatt kontakt.");
        released.consent(ROAR, HOUSING, "housing", "Bolig før løslatelse");
        released.consent(ROAR, LABOUR_AND_WELFARE, "work-and-economy", "Arbeid og økonomi");
        released.enrol(LEADER, "UNTENABLE", "STABLE", ROAR);
        released.join(LEADER, LEADER, "LEADER");
        released.join(LEADER, HOUSING_ADVISER, "CONTACT");
        released.join(LEADER, WORK_ADVISER, "MEMBER");
        released.join(LEADER, THERAPIST, "MEMBER", "MENTAL_HEALTH_AND_SUBSTANCE");
        released.agreement(
                LEADER,
                ROAR,
                List.of("Svar innen en uke, så søknaden ikke drukner i bunken.", "En å ringe til."),
                List.of("Du møter til avtalt tid.", "Du sier fra før det butter."));
        released.delegate(HOUSING_HEAD, HOUSING_ADVISER, 10_000_000);

        released.daysAgo(68);
        var meeting = released.meet(LEADER, 3001, "MAPPING", 68, ROAR, LEADER, HOUSING_ADVISER, WORK_ADVISER);
        released.sheet(
                LEADER,
                meeting,
                ROAR,
                entry(ROAR, "GOOD_AT", null, "Bil. Jeg kan ta fra hverandre en motor i blinde."),
                entry(ROAR, "DIFFICULT", null, "Å vente. Når jeg venter, ringer de gamle vennene."),
                entry(ROAR, "DREAM", null, "Fagbrev, og å være far annenhver helg."),
                around(ROAR, "FAMILY", "Sønnen min på åtte. Moren hans svarer når jeg ringer."),
                around(ROAR, "WORK", "Mesteren på verkstedet i fengselet vil gi meg attest."),
                entry(HOUSING_ADVISER, "WHO_AND_WHEN", "HOUSING", "Mona søker bolig med Roar denne uken."),
                entry(WORK_ADVISER, "SHORT_TERM", "WORK", "Verkstedplass fra første uke ute."));
        released.reports(ROAR, "LADDER", "cantril-1965-nb", "BEFORE", 68, 2, 7);
        released.vulnerability(LEADER, "HIGH", "Motivert, men alene.");
        released.vulnerability(ROAR, "CONSIDERABLE", null);
        released.rates(LEADER, ROAR, "HOUSING", "UNTENABLE", null);
        released.rates(ROAR, ROAR, "HOUSING", "UNTENABLE", null);

        Line deposit = Line.ofKroner(HOUSING_FUND, HOUSING, released.year(), 36_000);
        int version = released.plan(
                LEADER,
                "Ute om tre uker. Motivert, men alene.",
                List.of(goal(HOME_GOAL, "Roar har sin egen dør å lukke fra første kveld.", "SHORT", ROAR)),
                List.of(released.measure(
                        OWN_DOOR,
                        HOME_GOAL,
                        "Bolig med depositum betalt før løslatelse.",
                        "HOUSING",
                        "STABILISE",
                        HOUSING_ADVISER,
                        List.of(ROAR),
                        deposit)),
                List.of(
                        undertakes(ROAR.id(), "Møter til avtalt tid, og ringer når det butter."),
                        undertakes(HOUSING, "Svarer på søknaden innen en uke.")),
                "Roar slipper å begynne på nytt på gaten. Samfunnet slipper et tilbakefall.");
        Proposal plan =
                released.proposePlan(LEADER, 621, version, "Denne planen gjelder fra i dag og ut det første året.");
        released.answers(ROAR, plan, "AGREES", "Det er første gang jeg skriver under på noe jeg vil.");
        released.take(WORK_ADVISER, plan, null);
        released.followUp(LEADER, 3061, 21);

        released.daysAgo(60);
        Proposal centre = released.proposeBudget(
                LEADER,
                622,
                OWN_DOOR,
                "Boligkontoret betaler depositum på 36 000 kroner for leilighet i sentrum.",
                deposit);
        released.answers(ROAR, centre, "DISAGREES", "Ikke sentrum. Der kjenner jeg alle jeg ikke skal treffe.");
        released.tryToTake(HOUSING_ADVISER, centre);
        released.daysAgo(57);
        Proposal elsewhere = released.rewordBudget(
                LEADER,
                centre,
                OWN_DOOR,
                "Boligkontoret betaler depositum på 36 000 kroner for leilighet utenfor sentrum, nær verkstedet.",
                deposit);
        released.answers(ROAR, elsewhere, "AGREES", "Takk for at dere hørte etter.");
        released.take(HOUSING_ADVISER, elsewhere, "Første forslag gikk imot det som holder ham ute; det er endret.");
        released.daysAgo(52);
        released.spend(HOUSING_ADVISER, deposit, elsewhere.reservations().getFirst(), 36_000, "BO-2260");

        released.start(HOUSING_ADVISER, 52, OWN_DOOR);
        released.finish(HOUSING_ADVISER, OWN_DOOR, "Roar hadde nøkkelen i lommen da porten gikk opp.");

        released.daysAgo(21);
        var met = released.meet(LEADER, 3002, "FOLLOW_UP", 21, ROAR, LEADER, HOUSING_ADVISER);
        released.holds(LEADER, 3061, met);
        released.experiences(LEADER, 3061, "IMPROVED", "Bolig og faste dager. Nettverket er ennå tynt.");
        released.experiences(ROAR, 3061, "IMPROVED", "Jeg har sovet med døren lukket av meg selv.");
        released.reports(ROAR, "LADDER", "cantril-1965-nb", "DURING", 21, 5, 8);
        released.rates(HOUSING_ADVISER, ROAR, "HOUSING", "STABLE", null);
        released.rates(ROAR, ROAR, "HOUSING", "STABLE", "Egen nøkkel.");
        Proposal vulnerable = released.proposeStage(
                LEADER, 623, "VULNERABLE", "Bolig er på plass; arbeid og nettverk gjenstår. Vi flytter ett trinn.");
        released.answers(ROAR, vulnerable, "AGREES", null);
        released.take(HOUSING_ADVISER, vulnerable, null);
        released.additionalInvestment(
                LEADER, "Samvær med sønnen trenger et sted å være de første helgene; det var ikke med fra starten.");
        released.daysAgo(0);
        released.followUp(LEADER, 3062, -14);
    }
}
