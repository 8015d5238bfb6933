package no.journeyledger.command.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.events.Actor;
import no.journeyledger.events.Sealed;

/** Who is who in the tests. */
public final class People {

    /** The day the tests are told on. */
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public static final UUID JOURNEY = id(1);
    public static final UUID FUND = id(2);
    public static final UUID OTHER_FUND = id(3);

    public static final UUID KARI = id(11);
    public static final UUID SAMIR = id(12);
    /** Fifteen years and 364 days: sixteen tomorrow. */
    public static final UUID ELIAS = id(13);
    /** Nine years old. */
    public static final UUID NORA = id(14);
    /** Five years old. */
    public static final UUID OLE = id(15);
    /** An adult of the household without parental responsibility. */
    public static final UUID STEPFATHER = id(16);

    public static final UUID BENTE_WHOM_KARI_TRUSTS = id(17);
    public static final UUID STRANGER = id(18);

    public static final UUID HEALTH = id(21);
    public static final UUID LABOUR = id(22);
    public static final UUID SCHOOL = id(23);

    public static final UUID LEADER = id(31);
    public static final UUID ADVISER = id(32);
    public static final UUID TEACHER = id(33);
    public static final UUID COLLEAGUE_OF_ADVISER = id(34);
    public static final UUID OUTSIDER = id(35);
    public static final UUID HEAD_OF_HEALTH = id(36);
    public static final UUID HEAD_OF_LABOUR = id(37);

    public static final UUID DECISION = id(41);
    public static final UUID GOAL = id(51);
    public static final UUID MEASURE = id(52);
    public static final UUID OTHER_MEASURE = id(53);
    public static final UUID MEETING = id(61);
    public static final UUID LATER_MEETING = id(62);
    public static final UUID LINE = id(71);
    public static final UUID MANDATE = id(81);
    public static final UUID CASE_APP = id(91);

    private People() {}

    /** A readable id; real ones are random. */
    public static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012d".formatted(number));
    }

    /** A text sealed so that a test can open it again; the real envelopes are made by the vault. */
    public static Sealed envelope(UUID person, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] ciphertext = new byte[bytes.length + 1];
            System.arraycopy(bytes, 0, ciphertext, 1, bytes.length);
            return Sealed.of(person, MessageDigest.getInstance("SHA-256").digest(bytes), ciphertext);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the birth dates {@link #envelope} made; a text that is no date stands for one that was erased. */
    public static BirthDates birthDates() {
        return stored -> {
            byte[] ciphertext = stored.ciphertext();
            try {
                return Optional.of(
                        LocalDate.parse(new String(ciphertext, 1, ciphertext.length - 1, StandardCharsets.UTF_8)));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        };
    }

    /** When each of them was born. */
    public static Sealed born(UUID person) {
        LocalDate date = TODAY.minusYears(40);
        if (person.equals(ELIAS)) {
            date = TODAY.minusYears(16).plusDays(1);
        } else if (person.equals(NORA)) {
            date = TODAY.minusYears(9);
        } else if (person.equals(OLE)) {
            date = TODAY.minusYears(5);
        }
        return envelope(person, date.toString());
    }

    /** The service a worker comes from. */
    public static UUID serviceOf(UUID worker) {
        if (worker.equals(LEADER) || worker.equals(HEAD_OF_HEALTH)) {
            return HEALTH;
        }
        return worker.equals(TEACHER) ? SCHOOL : LABOUR;
    }

    /** A worker, signed in. */
    public static Actor worker(UUID worker) {
        return new Actor(worker, Actor.Kind.WORKER, serviceOf(worker), null);
    }

    /** A person alone in their own session. */
    public static Actor person(UUID person) {
        return new Actor(person, Actor.Kind.PERSON, null, null);
    }

    /** A person whose call comes through a case app. */
    public static Actor throughCaseApp(UUID person) {
        return new Actor(person, Actor.Kind.PERSON, null, CASE_APP);
    }
}
