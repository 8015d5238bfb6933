package no.journeyledger.query.economics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was worked out about groups, for as long as they are made of the very same cells. However fast events come, they change a
 * few cells at a time: the other groups' figures need not be worked out again.
 */
final class KnownGroups {

    private static final int QUESTIONS = 200;

    private record Known(List<Cell> cells, Object answer) {

        boolean isOf(List<Cell> others) {
            if (cells.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < others.size(); i++) {
                // The same object: a cell never changes, and comparing what is in it would take as long as adding it
                // up.
                if (!isSame(cells.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("ReferenceEquality")
        private static boolean isSame(Cell one, Cell other) {
            return one == other;
        }
    }

    /** What is asked no more would hold on to cells that are long replaced. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final Cache<Object, Map<String, Known>> questions = Caffeine.newBuilder()
            .maximumSize(QUESTIONS)
            .expireAfterAccess(KEPT_FOR)
            .build();

    /**
     * The answer about a group.
     *
     * @param question everything the answer depends on besides the cells
     * @param key the group's key
     * @param cells its cells
     */
    @SuppressWarnings("unchecked")
    <T> T known(Object question, String key, List<Cell> cells, Supplier<T> answer) {
        Map<String, Known> groups = questions.get(question, unused1 -> new ConcurrentHashMap<>());
        Known known = groups.get(key);
        if (known == null || !known.isOf(cells)) {
            known = new Known(List.copyOf(cells), answer.get());
            groups.put(key, known);
        }
        return (T) known.answer();
    }
}
