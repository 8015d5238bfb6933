package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What analysts may see of the matrix: whole parts of blocks, none of them small, by the same rules as {@code views.matrix_part}
 * (a test compares the two).
 */
final class MatrixParts {

    private static final int LEVELS = 5;
    private static final int FINENESSES = 4;
    private static final String MERGED = "*";

    private MatrixParts() {}

    /**
     * A part of a block; what its journeys have not in common is absent.
     *
     * @param name its block, how fine it is, and what its journeys have in common
     * @param additional how many were marked as needing more than was planned; absent when they, or the others, are too few
     */
    record Part(
            String name,
            @Nullable String targetGroup,
            @Nullable Integer cohort,
            @Nullable String startingStage,
            @Nullable String stage,
            @Nullable String goalStage,
            @Nullable String byTeam,
            @Nullable String byHousehold,
            long journeys,
            @Nullable Long additional) {}

    /** A cell with how many are in it. */
    private record Counted(MatrixCell cell, MatrixCell.Count count) {}

    /** The parts of the blocks that these cells make. */
    static List<Part> of(Map<MatrixCell, MatrixCell.Count> cells, int fewest) {
        List<Counted> left = new ArrayList<>();
        cells.forEach((cell, count) -> left.add(new Counted(cell, count)));
        var parts = new ArrayList<Part>();
        List<Counted> rest = left;
        for (int level = 1; level <= LEVELS; level++) {
            int at = level;
            var tooFew = new ArrayList<Counted>();
            grouped(rest, one -> block(one.cell(), at)).forEach((block, in) -> {
                if (journeys(in) >= fewest) {
                    parts.addAll(parts(block, at, in, fewest));
                } else {
                    tooFew.addAll(in);
                }
            });
            rest = tooFew;
        }
        return parts;
    }

    private static List<Part> parts(String block, int level, List<Counted> cells, int fewest) {
        var told = new TreeMap<String, Part>();
        var inThem = new HashMap<String, List<Counted>>();
        List<Counted> rest = cells;
        for (int fine = 1; fine < FINENESSES; fine++) {
            int at = fine;
            var tooFew = new ArrayList<Counted>();
            grouped(rest, one -> name(block, one.cell(), at)).forEach((name, in) -> {
                if (journeys(in) >= fewest) {
                    told.put(name, part(name, level, at, in, fewest));
                    inThem.put(name, in);
                } else {
                    tooFew.addAll(in);
                }
            });
            rest = tooFew;
        }
        if (!rest.isEmpty()) {
            String name = name(block, rest.getFirst().cell(), FINENESSES);
            var together = new ArrayList<>(rest);
            if (journeys(rest) < fewest) {
                told.values().stream()
                        .min(Comparator.comparingLong(Part::journeys).thenComparing(Part::name))
                        .ifPresent(smallest -> {
                            told.remove(smallest.name());
                            together.addAll(inThem.getOrDefault(smallest.name(), List.of()));
                        });
            }
            told.put(name, part(name, level, FINENESSES, together, fewest));
        }
        return List.copyOf(told.values());
    }

    private static Part part(String name, int level, int fine, List<Counted> in, int fewest) {
        MatrixCell one = in.getFirst().cell();
        long journeys = journeys(in);
        long additional =
                in.stream().mapToLong(each -> each.count().additional()).sum();
        boolean shown = additional >= fewest && (additional == journeys || journeys - additional >= fewest);
        return new Part(
                name,
                level <= 3 ? one.targetGroup() : null,
                level == 1 ? one.cohort() : null,
                level <= 2 ? one.startingStage() : null,
                level <= 4 ? one.stage() : null,
                fine == 1 ? one.goalStage() : null,
                fine <= 3 ? one.byTeam() : null,
                fine <= 2 ? one.byHousehold() : null,
                journeys,
                shown ? additional : null);
    }

    private static String block(MatrixCell cell, int level) {
        return String.join(
                "/",
                Integer.toString(level),
                level <= 3 ? or(cell.targetGroup(), MERGED) : MERGED,
                level == 1 ? Integer.toString(cell.cohort()) : MERGED,
                level <= 2 ? or(cell.startingStage(), MERGED) : MERGED,
                level <= 4 ? or(cell.stage(), MERGED) : MERGED);
    }

    private static String name(String block, MatrixCell cell, int fine) {
        return String.join(
                "/",
                block,
                Integer.toString(fine),
                fine == 1 ? or(cell.goalStage(), "-") : MERGED,
                fine <= 3 ? cell.byTeam() : MERGED,
                fine <= 2 ? cell.byHousehold() : MERGED);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static Map<String, List<Counted>> grouped(List<Counted> cells, Function<Counted, String> by) {
        var groups = new TreeMap<String, List<Counted>>();
        cells.forEach(cell -> groups.computeIfAbsent(by.apply(cell), unused1 -> new ArrayList<>())
                .add(cell));
        return groups;
    }

    private static long journeys(List<Counted> cells) {
        return cells.stream().mapToLong(one -> one.count().journeys()).sum();
    }
}
