package no.journeyledger.standalone.demo;

import java.util.List;
import java.util.UUID;

/** Who is who in the demonstration. Every id is fixed and every name plainly invented. */
public final class DemoPeople {

    /** Somebody who can sign in. */
    public sealed interface Someone {

        /** Their random id. */
        UUID id();

        /** What they are called; never sent anywhere but as the name of a person in the household. */
        String name();

        /** A token for their session. */
        String token(Tokens tokens);
    }

    /**
     * Somebody who works for a service.
     *
     * @param id their random id
     * @param name an invented name
     * @param does what they do, in words
     * @param service the service they belong to
     * @param roles what they may do
     */
    public record Worker(UUID id, String name, String does, UUID service, List<String> roles) implements Someone {
        @Override
        public String token(Tokens tokens) {
            return tokens.worker(id, service, roles.toArray(String[]::new));
        }
    }

    /**
     * A citizen, somebody of their household or their trusted person.
     *
     * @param id their random id
     * @param name an invented name
     */
    public record Person(UUID id, String name) implements Someone {
        @Override
        public String token(Tokens tokens) {
            return tokens.person(id);
        }
    }

    // Services, which are also the organisations that own the funds.
    public static final UUID LABOUR_AND_WELFARE = id(101);
    public static final UUID HOUSING = id(102);
    public static final UUID HEALTH = id(103);
    public static final UUID SCHOOL_AND_KINDERGARTEN = id(104);
    public static final UUID MENTAL_HEALTH = id(105);
    public static final UUID FINANCE = id(106);
    public static final UUID REVISION = id(107);

    public static final Worker LEADER = worker(201, "Ingrid Fabel", "investment leader", HEALTH, "TEAM");
    public static final Worker WORK_ADVISER = worker(202, "Per Påfunn", "work adviser", LABOUR_AND_WELFARE, "TEAM");
    public static final Worker TEACHER =
            worker(203, "Aisha Eventyr", "special teacher", SCHOOL_AND_KINDERGARTEN, "TEAM");
    public static final Worker HOUSING_ADVISER = worker(204, "Mona Tenkt", "housing adviser", HOUSING, "TEAM");
    public static final Worker THERAPIST = worker(205, "Olav Oppdikt", "therapist", MENTAL_HEALTH, "TEAM");

    public static final Worker LABOUR_HEAD = worker(211, "Hege Sagn", "unit head", LABOUR_AND_WELFARE, "UNIT_HEAD");
    public static final Worker HOUSING_HEAD = worker(212, "Terje Myte", "unit head", HOUSING, "UNIT_HEAD");
    public static final Worker HEALTH_HEAD = worker(213, "Solveig Legende", "unit head", HEALTH, "UNIT_HEAD");
    public static final Worker SCHOOL_HEAD =
            worker(214, "Nils Skrøne", "unit head", SCHOOL_AND_KINDERGARTEN, "UNIT_HEAD");
    public static final Worker MENTAL_HEALTH_HEAD = worker(215, "Randi Regle", "unit head", MENTAL_HEALTH, "UNIT_HEAD");

    public static final Worker FUND_MANAGER = worker(221, "Frida Drøm", "fund manager", FINANCE, "FUND_MANAGER");
    public static final Worker AUDITOR = worker(222, "Arvid Gåte", "auditor", REVISION, "AUDITOR");
    public static final Worker OPERATOR = worker(223, "Odd Eksempel", "operator", FINANCE, "OPERATOR");

    public static final Worker ANALYST = worker(224, "Ada Anslag", "analyst", FINANCE, "ANALYST");
    public static final Worker PRIVACY_OFFICER =
            worker(225, "Pia Påhitt", "privacy officer", REVISION, "PRIVACY_OFFICER");

    /** The case app of the services, which acts for people but never in their place. */
    public static final UUID CASE_APP = id(291);

    // Case 1: a family with a disabled child.
    public static final Person KARI = person(301, "Kari Eksempel");
    public static final Person SAMIR = person(302, "Samir Eksempel");
    public static final Person NORA = person(303, "Nora Eksempel");
    public static final Person ELIAS = person(304, "Elias Eksempel");
    public static final Person BENTE = person(305, "Bente Oppspinn");

    // Case 2: a youth who left school.
    public static final Person JONAS = person(311, "Jonas Tankespinn");

    // Case 3: just released from a sentence.
    public static final Person ROAR = person(321, "Roar Luftslott");

    // Case 4: a young man with a mild disability, and his father.
    public static final Person EMIL = person(331, "Emil Innfall");
    public static final Person GEIR = person(332, "Geir Innfall");
    /** Emil's guardian in money matters. */
    public static final Person VERA = person(333, "Vera Påhitt");

    // The journey left open for whoever tries the rule.
    public static final Person MIA = person(341, "Mia Oppfunnet");
    public static final Person ARON = person(342, "Aron Oppfunnet");

    public static final UUID FAMILY_JOURNEY = id(401);
    public static final UUID YOUTH_JOURNEY = id(402);
    public static final UUID RELEASED_JOURNEY = id(403);
    public static final UUID YOUNG_MAN_JOURNEY = id(404);
    public static final UUID OPEN_JOURNEY = id(405);

    /** The fund several services own together. */
    public static final UUID JOINT_FUND = id(501);

    /** The fund of the housing office alone. */
    public static final UUID HOUSING_FUND = id(502);

    /** The budget decision that two people have not answered yet. */
    public static final UUID OPEN_DECISION = id(605);

    /**
     * A case app that acts for somebody.
     *
     * @param person for whom
     */
    public record CaseAppFor(Person person) implements Someone {
        @Override
        public UUID id() {
            return person.id();
        }

        @Override
        public String name() {
            return person.name();
        }

        @Override
        public String token(Tokens tokens) {
            return tokens.personThrough(person.id());
        }
    }

    private static final List<Worker> WORKERS = List.of(
            LEADER,
            WORK_ADVISER,
            TEACHER,
            HOUSING_ADVISER,
            THERAPIST,
            LABOUR_HEAD,
            HOUSING_HEAD,
            HEALTH_HEAD,
            SCHOOL_HEAD,
            MENTAL_HEALTH_HEAD,
            FUND_MANAGER,
            AUDITOR,
            OPERATOR,
            ANALYST,
            PRIVACY_OFFICER);

    private static final List<Person> PERSONS =
            List.of(KARI, SAMIR, NORA, ELIAS, BENTE, JONAS, ROAR, EMIL, GEIR, VERA, MIA, ARON);

    private DemoPeople() {}

    /** Everybody who works for a service. */
    public static List<Worker> workers() {
        return WORKERS;
    }

    /** Every citizen, member of a household and trusted person. */
    public static List<Person> persons() {
        return PERSONS;
    }

    private static Worker worker(int number, String name, String does, UUID service, String... roles) {
        return new Worker(id(number), name, does, service, List.of(roles));
    }

    private static Person person(int number, String name) {
        return new Person(id(number), name);
    }

    /** Real ids are random; these are readable instead, so that they can stand in the README. */
    static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }
}
