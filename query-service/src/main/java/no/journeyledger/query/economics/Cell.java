package no.journeyledger.query.economics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.benefit.Beneficiary;
import org.jspecify.annotations.Nullable;

/**
 * What some journeys come to together. Everything in it is a sum over journeys, so cells are added and taken away.
 *
 * @param journeys how many
 * @param decided how many have a first decision
 * @param days days from the door to it, summed over those
 * @param words benefits without a price
 * @param flows what is planned and what was realised
 * @param lines money decided and spent
 */
record Cell(long journeys, long decided, long days, Map<Words, Long> words, FlowSums flows, Map<LineKey, Line> lines) {

    /** What the journeys of a cell have in common. */
    sealed interface Of permits Alike, OfService, OfFund {}

    /** Enrolled journeys that are alike in what a portfolio is asked by. Every enrolled journey is in one of these. */
    record Alike(
            @Nullable String targetGroup,
            int cohort,
            @Nullable String startingStage,
            @Nullable String stage) implements Of {}

    /** Journeys in which a service plans to pay or pays something. A journey may be in several. */
    record OfService(UUID service) implements Of {}

    /** Journeys that a fund has money set aside for. A journey may be in several. */
    record OfFund(UUID fund) implements Of {}

    /** A benefit without a price: who gains, and how much in words from -4 to +4. */
    record Words(Beneficiary beneficiary, int consequence) {}

    /** Whose money of which year. */
    record LineKey(UUID service, UUID fund, int year) {}

    /** Money decided and spent on a line, and the journeys it is about. */
    record Line(long allocatedOre, long spentOre, long releasedOre, Set<UUID> journeys) {

        Line plus(Line other) {
            return sum(List.of(this, other));
        }

        /** Many together: a journey that is in several is counted once. */
        static Line sum(List<Line> lines) {
            if (lines.size() == 1) {
                return lines.getFirst();
            }
            long allocated = 0;
            long spent = 0;
            long released = 0;
            var journeys = new HashSet<UUID>();
            for (Line line : lines) {
                allocated = Math.addExact(allocated, line.allocatedOre);
                spent = Math.addExact(spent, line.spentOre);
                released = Math.addExact(released, line.releasedOre);
                journeys.addAll(line.journeys);
            }
            return new Line(allocated, spent, released, journeys);
        }
    }

    /** No journeys. */
    static final Cell EMPTY = new Cell(0, 0, 0, Map.of(), FlowSums.NOTHING, Map.of());

    long spentOre() {
        return lines.values().stream().mapToLong(Line::spentOre).sum();
    }

    /** A cell in the making, or what is added to one and taken away from it. */
    static final class Change {

        private long journeys;
        private long decided;
        private long days;
        private final Map<Words, Long> words = new HashMap<>();
        private final FlowSums.Gathered flows = new FlowSums.Gathered();
        private final Map<LineKey, long[]> money = new HashMap<>();
        private final Map<LineKey, Set<UUID>> come = new HashMap<>();
        private final Map<LineKey, Set<UUID>> gone = new HashMap<>();

        FlowSums.Gathered flows() {
            return flows;
        }

        void journeys(long number, long ofThemDecided, long daysToDecision, boolean away) {
            int one = away ? -1 : 1;
            journeys += one * number;
            decided += one * ofThemDecided;
            days += one * daysToDecision;
        }

        void words(Words of, long benefits, boolean away) {
            words.merge(of, away ? -benefits : benefits, Long::sum);
        }

        void line(LineKey key, UUID journey, long allocatedOre, long spentOre, long releasedOre, boolean away) {
            long[] sums = money.computeIfAbsent(key, unused1 -> new long[3]);
            int one = away ? -1 : 1;
            sums[0] = Math.addExact(sums[0], one * allocatedOre);
            sums[1] = Math.addExact(sums[1], one * spentOre);
            sums[2] = Math.addExact(sums[2], one * releasedOre);
            (away ? gone : come)
                    .computeIfAbsent(key, unused1 -> new HashSet<>())
                    .add(journey);
        }

        /** A cell with this change. Who goes is taken out before who comes is put in: most do both. */
        Cell to(Cell before) {
            return new Cell(
                    before.journeys + journeys,
                    before.decided + decided,
                    before.days + days,
                    words(before.words),
                    before.flows.plus(flows.sums()),
                    lines(before.lines));
        }

        private Map<Words, Long> words(Map<Words, Long> before) {
            if (words.isEmpty()) {
                return before;
            }
            var after = new HashMap<>(before);
            words.forEach((of, number) -> after.merge(of, number, Long::sum));
            after.values().removeIf(number -> number == 0);
            return after;
        }

        private Map<LineKey, Line> lines(Map<LineKey, Line> before) {
            if (money.isEmpty()) {
                return before;
            }
            var after = new HashMap<>(before);
            money.forEach((key, sums) -> {
                Line line = after.getOrDefault(key, new Line(0, 0, 0, Set.of()));
                Set<UUID> out = gone.getOrDefault(key, Set.of());
                Set<UUID> in = come.getOrDefault(key, Set.of());
                Set<UUID> now = line.journeys();
                if (!out.equals(in)) {
                    now = new HashSet<>(now);
                    now.removeAll(out);
                    now.addAll(in);
                }
                if (now.isEmpty()) {
                    after.remove(key);
                } else {
                    after.put(
                            key,
                            new Line(
                                    line.allocatedOre() + sums[0],
                                    line.spentOre() + sums[1],
                                    line.releasedOre() + sums[2],
                                    now));
                }
            });
            return after;
        }
    }
}
