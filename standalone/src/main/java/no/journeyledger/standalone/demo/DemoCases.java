package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.DemoPeople.OPEN_JOURNEY;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Loads the four cases of the demonstration, and one journey left open for trying the rule, by sending commands to the
 * command service. Every id and every idempotency key is fixed, so loading again changes nothing.
 */
public final class DemoCases {

    /** The first year this demonstration could have been loaded in. */
    private static final int FIRST_YEAR = 2026;

    private static final String LAST_STEP = "demo-open-decision";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /**
     * The budget decision that waits for two people.
     *
     * @param journey the journey it belongs to
     * @param decision its id
     * @param wordingHash the hash of the wording they would answer to
     * @param loadedBefore whether the cases were there already
     */
    public record OpenDecision(UUID journey, UUID decision, String wordingHash, boolean loadedBefore) {}

    /** The cases could not be told to the end; the message says where and why. */
    public static final class NotLoaded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotLoaded(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        static NotLoaded because(String caseName, int step, String path, CommandCalls.Reply reply) {
            return new NotLoaded(
                    "The demo data could not be loaded: step %d of case '%s' (POST %s) was answered %d %s."
                            .formatted(step, caseName, path, reply.status(), reply.body()),
                    null);
        }
    }

    private final URI commands;
    private final Tokens tokens;
    private final Clock clock;

    /**
     * Prepares to load; nothing is sent yet.
     *
     * @param commands where the command service listens, e.g. {@code http://127.0.0.1:8080}
     * @param tokens who issues tokens for the people of the demonstration
     * @param clock tells the day the stories are told on
     */
    public DemoCases(URI commands, Tokens tokens, Clock clock) {
        this.commands = commands;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Tells all cases, or finds that they were told before.
     *
     * @throws NotLoaded when a step is not accepted
     */
    public OpenDecision load() {
        LocalDate today = LocalDate.now(clock.withZone(OSLO));
        try (var calls = new CommandCalls(commands, tokens)) {
            OpenDecision before = loadedBefore(calls, today.getYear());
            if (before != null) {
                return before;
            }
            DemoFunds.tell(new Telling(calls, "funds", DemoPeople.JOINT_FUND, today));
            FamilyWithDisabledChild.tell(new Telling(calls, "family", DemoPeople.FAMILY_JOURNEY, today));
            YouthWhoLeftSchool.tell(new Telling(calls, "youth", DemoPeople.YOUTH_JOURNEY, today));
            JustReleased.tell(new Telling(calls, "released", DemoPeople.RELEASED_JOURNEY, today));
            YoungManWithMildDisability.tell(new Telling(calls, "young-man", DemoPeople.YOUNG_MAN_JOURNEY, today));
            OpenForTrying.tell(new Telling(calls, "open", OPEN_JOURNEY, today));
            CommandCalls.Reply last = propose(calls, today.getYear());
            if (!last.accepted()) {
                throw NotLoaded.because("open", 0, proposalPath(), last);
            }
            return openDecision(last, false);
        }
    }

    /**
     * The last step is sent first. Where it was told before, the ledger repeats its answer; where it was not, there is no
     * journey to propose anything on, so it is turned away and nothing is recorded. Its bytes differ from year to year
     * only by the budget year, and a key used with other bytes is turned away too.
     */
    private static @Nullable OpenDecision loadedBefore(CommandCalls calls, int thisYear) {
        for (int year = thisYear; year >= FIRST_YEAR; year--) {
            CommandCalls.Reply reply = propose(calls, year);
            if (reply.accepted()) {
                return openDecision(reply, true);
            }
            if (reply.status() == 404) {
                return null;
            }
        }
        return null;
    }

    private static CommandCalls.Reply propose(CommandCalls calls, int year) {
        return calls.send(DemoPeople.WORK_ADVISER, LAST_STEP, proposalPath(), null, OpenForTrying.proposal(year));
    }

    private static String proposalPath() {
        return "/v1/journeys/" + OPEN_JOURNEY + "/decisions";
    }

    private static OpenDecision openDecision(CommandCalls.Reply reply, boolean loadedBefore) {
        return new OpenDecision(
                OPEN_JOURNEY,
                DemoPeople.OPEN_DECISION,
                reply.body().path("wordingHash").asString(),
                loadedBefore);
    }
}
