package no.journeyledger.query.economics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.query.economics.Cell.Alike;
import no.journeyledger.query.economics.Cell.LineKey;
import org.jspecify.annotations.Nullable;

/**
 * What analysts may see of cells: whole blocks of at least so many journeys, by the same rules as {@code views.journey_block}
 * and {@code views.money_block}. All journeys of a cell share what blocks are made by, so a block is a number of whole cells.
 */
final class Blocks {

    /** The finest: cells as they are; then without the cohort, the starting stage, the target group, the stage. */
    private static final int LEVELS = 5;

    /**
     * A block.
     *
     * @param cells the cells in it
     */
    record Block(
            @Nullable String targetGroup,
            @Nullable Integer cohort,
            @Nullable String startingStage,
            @Nullable String stage,
            List<Cell> cells) {

        boolean passes(Chosen.Filter filter) {
            return (filter.targetGroup() == null || filter.targetGroup().name().equals(targetGroup))
                    && (filter.cohort() == null || filter.cohort().equals(cohort))
                    && (filter.startingStage() == null
                            || filter.startingStage().name().equals(startingStage))
                    && (filter.stage() == null || filter.stage().name().equals(stage));
        }
    }

    /** Money of a block, merged where it would be about too few. */
    record Line(
            Block block,
            @Nullable UUID service,
            @Nullable UUID fund,
            @Nullable Integer year,
            long allocatedOre,
            long spentOre,
            long releasedOre) {}

    private final List<Block> blocks;

    private Blocks(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Every cell a block of its own: for readers from whom nothing is hidden. */
    static List<Block> open(Map<Alike, Cell> cells) {
        var all = new ArrayList<Block>();
        cells.forEach((alike, cell) -> all.add(
                new Block(alike.targetGroup(), alike.cohort(), alike.startingStage(), alike.stage(), List.of(cell))));
        return all;
    }

    /** Blocks of so many journeys or more. */
    static Blocks of(Map<Alike, Cell> cells, int fewest) {
        var blocks = new ArrayList<Block>();
        Map<Alike, Cell> left = cells;
        for (int level = 1; level <= LEVELS && !left.isEmpty(); level++) {
            var together = new LinkedHashMap<Block, List<Alike>>();
            for (Alike cell : left.keySet()) {
                together.computeIfAbsent(common(cell, level), unused1 -> new ArrayList<>())
                        .add(cell);
            }
            var tooFew = new HashMap<Alike, Cell>();
            for (var each : together.entrySet()) {
                Map<Alike, Cell> from = left;
                List<Cell> in = each.getValue().stream()
                        .map(cell -> from.getOrDefault(cell, Cell.EMPTY))
                        .toList();
                if (in.stream().mapToLong(Cell::journeys).sum() >= fewest) {
                    Block of = each.getKey();
                    blocks.add(new Block(of.targetGroup(), of.cohort(), of.startingStage(), of.stage(), in));
                } else {
                    each.getValue().forEach(cell -> tooFew.put(cell, from.getOrDefault(cell, Cell.EMPTY)));
                }
            }
            left = tooFew;
        }
        return new Blocks(blocks);
    }

    private static Block common(Alike cell, int level) {
        return new Block(
                level <= 3 ? cell.targetGroup() : null,
                level == 1 ? cell.cohort() : null,
                level <= 2 ? cell.startingStage() : null,
                level <= 4 ? cell.stage() : null,
                List.of());
    }

    List<Block> blocks() {
        return blocks;
    }

    /** The money of every block, merged where it would be about fewer journeys. */
    List<Line> lines(int fewest) {
        return blocks.stream().flatMap(block -> lines(block, fewest).stream()).toList();
    }

    /** What a line is told by: without the fund, then without the service, then without the year. */
    private record Told(
            int level,
            @Nullable UUID service,
            @Nullable UUID fund,
            @Nullable Integer year) {

        static Told at(int level, LineKey line) {
            return new Told(
                    level,
                    level <= 2 ? line.service() : null,
                    level == 1 ? line.fund() : null,
                    level <= 3 ? line.year() : null);
        }
    }

    /** The money of one block. */
    private static List<Line> lines(Block block, int fewest) {
        var whole = new HashMap<LineKey, Cell.Line>();
        for (Cell cell : block.cells()) {
            cell.lines().forEach((key, line) -> whole.merge(key, line, Cell.Line::plus));
        }
        // How finely each line may be told: as finely as enough journeys of lines that are too small are left to be
        // told.
        var level = new HashMap<LineKey, Integer>();
        Set<LineKey> left = new HashSet<>();
        whole.forEach((key, line) -> {
            if (line.journeys().size() < fewest) {
                left.add(key);
            }
        });
        for (int at = 2; at <= 4; at++) {
            var together = new HashMap<Told, Set<UUID>>();
            for (LineKey key : left) {
                together.computeIfAbsent(Told.at(at, key), unused1 -> new HashSet<>())
                        .addAll(journeys(whole, key));
            }
            for (LineKey key : List.copyOf(left)) {
                if (together.getOrDefault(Told.at(at, key), Set.of()).size() >= fewest) {
                    level.put(key, at);
                    left.remove(key);
                }
            }
        }
        // What is left over of a block may be about too few: then all of its money is one line.
        boolean merged = !left.isEmpty();
        var told = new HashMap<Told, List<Cell.Line>>();
        whole.forEach((key, line) -> told.computeIfAbsent(
                        Told.at(merged ? LEVELS : level.getOrDefault(key, 1), key), unused1 -> new ArrayList<>())
                .add(line));
        var lines = new ArrayList<Line>();
        told.forEach((key, together) -> {
            Cell.Line line = Cell.Line.sum(together);
            if (line.journeys().size() >= fewest) {
                lines.add(new Line(
                        block,
                        key.service(),
                        key.fund(),
                        key.year(),
                        line.allocatedOre(),
                        line.spentOre(),
                        line.releasedOre()));
            }
        });
        return lines;
    }

    private static Set<UUID> journeys(Map<LineKey, Cell.Line> lines, LineKey key) {
        Cell.Line line = lines.get(key);
        return line == null ? Set.of() : line.journeys();
    }
}
