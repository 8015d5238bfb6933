package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.DemoPeople.JOINT_FUND;
import static no.journeyledger.standalone.demo.DemoPeople.JONAS;
import static no.journeyledger.standalone.demo.DemoPeople.LEADER;
import static no.journeyledger.standalone.demo.DemoPeople.MENTAL_HEALTH;
import static no.journeyledger.standalone.demo.DemoPeople.MENTAL_HEALTH_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.SCHOOL_AND_KINDERGARTEN;
import static no.journeyledger.standalone.demo.DemoPeople.SCHOOL_HEAD;
import static no.journeyledger.standalone.demo.DemoPeople.TEACHER;
import static no.journeyledger.standalone.demo.DemoPeople.THERAPIST;
import static no.journeyledger.standalone.demo.Telling.goal;
import static no.journeyledger.standalone.demo.Telling.undertakes;

import java.util.List;
import no.journeyledger.standalone.demo.Telling.Line;
import no.journeyledger.standalone.demo.Telling.Proposal;

/**
 * Case 2. At home in bed, taking part in nothing; the first talk was on his own terms and about his dreams, and another
 * form was used where the usual one did not work. Now in upper secondary school, two absences in a term.
 */
final class YouthWhoLeftSchool {

    private static final int SCHOOL_GOAL = 2101;
    private static final int MENTOR = 2201;

    private YouthWhoLeftSchool() {}

    static void tell(Telling youth) {
        youth.daysAgo(300);
        youth.refer(
                TEACHER, JONAS, youth.aged(17), "SCHOOL_OR_KINDERGARTEN", "Vet ikke. At folk slutter å mase, kanskje.");
        youth.qualify(
                LEADER,
                "YOUTH_VULNERABLE",
                3,
                "Har ikke vært på skolen på åtte måneder. Sover om dagen. Vil snakke hvis det er på hans måte.");
        youth.consent(JONAS, SCHOOL_AND_KINDERGARTEN, "school", "Tilbake til skolen når jeg er klar");
        youth.consent(JONAS, MENTAL_HEALTH, "health", "Noen å snakke med");
        youth.daysAgo(290);
        youth.enrol(LEADER, "UNTENABLE", "SUSTAINABLE", JONAS);
        youth.join(LEADER, LEADER, "LEADER");
        youth.join(LEADER, TEACHER, "COORDINATOR");
        youth.join(LEADER, THERAPIST, "CONTACT", "MENTAL_HEALTH_AND_SUBSTANCE");
        youth.prefers(JONAS, THERAPIST);
        youth.delegate(MENTAL_HEALTH_HEAD, THERAPIST, 10_000_000);
        youth.delegate(SCHOOL_HEAD, TEACHER, 10_000_000);

        youth.daysAgo(283);
        var talk = youth.meet(THERAPIST, 2001, "CONVERSATION", 283, JONAS, THERAPIST);
        youth.anotherForm(
                THERAPIST,
                talk,
                JONAS,
                "Jonas ville ikke ha skjema. Vi spilte, og snakket imens. Han drømmer om å lage spill, og om å tørre å ta bussen.");
        youth.reports(JONAS, "WHO5", "who5-1998-nb", "BEFORE", 283, 0, 1, 0, 0, 1);
        youth.vulnerability(THERAPIST, "HIGH", null);
        youth.vulnerability(JONAS, "HIGH", "Klarer ikke en dritt.");
        youth.rates(THERAPIST, JONAS, "WORK_EDUCATION", "UNTENABLE", null);
        youth.rates(JONAS, JONAS, "WORK_EDUCATION", "UNTENABLE", "Null.");

        youth.daysAgo(270);
        Line mentoring = Line.ofKroner(JOINT_FUND, MENTAL_HEALTH, youth.year(), 38_000);
        int version = youth.plan(
                LEADER,
                "Hjemme hele dagen. Flink med data. Stoler på få.",
                List.of(
                        goal(SCHOOL_GOAL, "Jonas går på en skole der han lærer å lage spill.", "LONG", JONAS),
                        goal(2102, "Ut av huset én gang om dagen, på egne vilkår.", "SHORT", JONAS)),
                List.of(
                        youth.measure(
                                MENTOR,
                                SCHOOL_GOAL,
                                "En mentor som lager spill selv, to ganger i uken, og utstyr til å begynne med.",
                                "WORK_EDUCATION",
                                "DEVELOP",
                                THERAPIST,
                                List.of(JONAS),
                                mentoring),
                        youth.measure(
                                2202,
                                2102,
                                "Gå tur sammen, alltid samme rute, aldri flere enn to.",
                                "HEALTH",
                                "STABILISE",
                                THERAPIST,
                                List.of(JONAS))),
                List.of(
                        undertakes(JONAS.id(), "Svarer på melding samme dag, også når svaret er nei."),
                        undertakes(SCHOOL_AND_KINDERGARTEN, "Holder plassen åpen til han er klar.")),
                "Jonas får tilbake dagene sine. Kommunen slipper å miste en ung mann ut av skole og arbeid.");
        Proposal plan = youth.proposePlan(LEADER, 611, version, "Vi prøver dette, i ditt tempo, i tre måneder.");
        youth.answers(JONAS, plan, "AGREES", "ok. kan prøve");
        youth.take(THERAPIST, plan, null);
        youth.agreement(
                LEADER,
                JONAS,
                List.of("At vi aldri kommer uanmeldt.", "En mentor som kan det du vil lære."),
                List.of("At du svarer, også når svaret er nei."));
        youth.start(THERAPIST, 270, 2202);
        youth.followUp(LEADER, 2061, 180);

        youth.daysAgo(262);
        Proposal mentor = youth.proposeBudget(
                LEADER, 612, MENTOR, "Psykisk helse og rus betaler mentor og utstyr for 38 000 kroner.", mentoring);
        youth.answers(JONAS, mentor, "AGREES", "hvis mentoren er grei");
        youth.take(THERAPIST, mentor, null);
        youth.start(THERAPIST, 262, MENTOR);
        youth.daysAgo(240);
        youth.spend(THERAPIST, mentoring, mentor.reservations().getFirst(), 14_900, "PR-5512");
        youth.daysAgo(179);
        var walk = youth.meet(THERAPIST, 2002, "CONVERSATION", 180, JONAS, THERAPIST);
        youth.holds(LEADER, 2061, walk);
        youth.experiences(LEADER, 2061, "IMPROVED", "Ute hver dag. Vi går fortsatt samme rute.");
        youth.experiences(JONAS, 2061, "IMPROVED", "litt");
        youth.daysAgo(150);
        youth.spend(THERAPIST, mentoring, mentor.reservations().getFirst(), 19_600, "PR-5790");

        youth.rates(THERAPIST, JONAS, "WORK_EDUCATION", "VULNERABLE", null);
        youth.rates(JONAS, JONAS, "WORK_EDUCATION", "VULNERABLE", "Har vært ute hver dag.");
        Proposal vulnerable = youth.proposeStage(
                THERAPIST, 613, "VULNERABLE", "Jonas er ute hver dag og har søkt skoleplass. Vi flytter sirkelen.");
        youth.answers(JONAS, vulnerable, "AGREES", "greit");
        youth.take(LEADER, vulnerable, null);

        youth.daysAgo(14);
        youth.reports(JONAS, "WHO5", "who5-1998-nb", "DURING", 14, 3, 3, 2, 2, 4);
        youth.reports(JONAS, "MET_BY_SERVICES", "met-by-services-1", "DURING", 14, 8);
        youth.rates(TEACHER, JONAS, "WORK_EDUCATION", "STABLE", "Videregående, to fravær i terminen.");
        youth.rates(JONAS, JONAS, "WORK_EDUCATION", "STABLE", "Har to jeg spiser lunsj med.");
        Proposal stable = youth.proposeStage(
                LEADER, 614, "STABLE", "Skole hver dag og noen å være sammen med: livssituasjonen er stabil.");
        youth.answers(JONAS, stable, "AGREES", "Ja. Det er jeg som har gjort det.");
        youth.serviceDegree(LEADER, 2, "Jonas tar kontakt selv. Skolen er hans egen.");
        youth.vulnerability(JONAS, "MODERATE", "Vet hvem jeg ringer.");
        youth.take(TEACHER, stable, "Det er han som har gjort det.");
        youth.daysAgo(0);
        youth.followUp(TEACHER, 2062, -21);
    }
}
