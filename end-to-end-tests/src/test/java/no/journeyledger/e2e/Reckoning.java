package no.journeyledger.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What became of the acknowledged commands. Each recorded one event on its aggregate, so the entries of an aggregate and the
 * acknowledged commands on it must match one to one.
 *
 * @param acknowledged commands that were answered with a 2xx
 * @param lost those of which nothing is to be seen
 * @param doubled entries that more than one acknowledged command, or none, accounts for
 */
record Reckoning(int acknowledged, List<String> lost, List<String> doubled) {

    /**
     * Compares.
     *
     * @param journal what the clients wrote down
     * @param entries the positions that are to be seen, by journey or fund, in the order shown
     */
    static Reckoning of(List<Acknowledged> journal, Map<UUID, List<Long>> entries) {
        var expected = new HashMap<UUID, List<Acknowledged>>();
        journal.forEach(each -> expected.computeIfAbsent(each.aggregate(), aggregate -> new ArrayList<>())
                .add(each));
        var lost = new ArrayList<String>();
        var doubled = new ArrayList<String>();
        expected.forEach((aggregate, commands) -> {
            var seen = new ArrayList<>(entries.getOrDefault(aggregate, List.of()));
            for (Acknowledged command : commands) {
                if (command.what().equals(Acknowledged.OPENING)) {
                    // One append over two aggregates, of which a journey shows the referral and the person's claim.
                    boolean claim = seen.remove(Long.valueOf(command.position()));
                    boolean referral = seen.remove(Long.valueOf(command.position() - 1));
                    if (!claim && !referral) {
                        lost.add(command.line());
                    }
                } else if (!seen.remove(Long.valueOf(command.position()))) {
                    lost.add(command.line());
                }
            }
            seen.forEach(position -> doubled.add(aggregate + " at " + position));
        });
        return new Reckoning(journal.size(), List.copyOf(lost), List.copyOf(doubled));
    }

    /** The positions of a list of entries. */
    static List<Long> positions(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("position").asLong()).toList();
    }
}
