package no.journeyledger.command.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.journeyledger.events.journey.AppealTerm;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionKind;
import tools.jackson.databind.json.JsonMapper;

/**
 * What decisions need, as data with a version and a day it came into force: the law and the programme's own rules change, and
 * every event quotes the version it was ruled by.
 *
 * @param version its name, e.g. {@code 2026-01}
 * @param inForceFrom the first day it applies
 * @param ages the version of the table that says from which age a person has a say
 * @param witnessWithinDays how many days after a meeting its answers can be confirmed
 * @param separateTakerAboveOre the amount in øre above which proposer and taker differ
 * @param attemptsBeforeCouldNotAnswer how many dated attempts, by different means, stand for an answer that could not be had
 * @param emergencyHeardWithinDays how many days after an emergency measure those it concerns are heard at the latest
 * @param weeksToAppeal how many weeks each statute gives to appeal
 * @param kinds what each kind of decision needs
 */
public record PolicyTable(
        String version,
        LocalDate inForceFrom,
        String ages,
        int witnessWithinDays,
        long separateTakerAboveOre,
        int attemptsBeforeCouldNotAnswer,
        int emergencyHeardWithinDays,
        Map<AppealTerm, Integer> weeksToAppeal,
        Map<DecisionKind, Needs> kinds) {

    private static final List<PolicyTable> TABLES = List.of(read("/policy/2026-01.json"));

    /** A table names what every kind needs. */
    public PolicyTable {
        if (!kinds.keySet().containsAll(Arrays.asList(DecisionKind.values()))) {
            throw new IllegalArgumentException("policy " + version + " does not say what every kind needs");
        }
    }

    /** What is needed of each person concerned. */
    public enum Participation {
        AGREEMENT,
        PARTICIPATION
    }

    /**
     * What one kind of decision needs.
     *
     * @param needs of each person concerned
     * @param leastAssurance how sure the ledger must be of it
     * @param mandate whether the taker needs a mandate
     * @param couldNotAnswerIsParticipation whether enough attempts stand for an answer that could not be had
     * @param signedFormIsEnough whether a witnessed answer with a signed form is as good as the person's own session
     * @param grounds whether facts and legal basis must be stated
     */
    public record Needs(
            Participation needs,
            Assurance leastAssurance,
            boolean mandate,
            boolean couldNotAnswerIsParticipation,
            boolean signedFormIsEnough,
            boolean grounds) {}

    /** How many weeks the statute gives to appeal. */
    public int weeksToAppeal(AppealTerm term) {
        Integer weeks = weeksToAppeal.get(term);
        if (weeks == null) {
            throw new IllegalStateException("policy " + version + " does not say how long " + term + " is");
        }
        return weeks;
    }

    /** What a kind of decision needs. */
    public Needs of(DecisionKind kind) {
        Needs needs = kinds.get(kind);
        if (needs == null) {
            throw new IllegalStateException("policy " + version + " does not say what " + kind + " needs");
        }
        return needs;
    }

    /** The table in force on a day; before the first one came into force, the first. */
    public static PolicyTable inForceOn(LocalDate day) {
        return TABLES.stream()
                .filter(table -> !table.inForceFrom().isAfter(day))
                .max(Comparator.comparing(PolicyTable::inForceFrom))
                .orElse(TABLES.getFirst());
    }

    private static PolicyTable read(String resource) {
        try (InputStream json = PolicyTable.class.getResourceAsStream(resource)) {
            return new JsonMapper().readValue(json, PolicyTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
