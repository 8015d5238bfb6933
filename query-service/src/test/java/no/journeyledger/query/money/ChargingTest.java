package no.journeyledger.query.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import no.journeyledger.query.money.Charging.Share;
import org.junit.jupiter.api.Test;

/** A pooled fund charges its owners in proportion, in whole øre that add up. */
class ChargingTest {

    private static Share share(int owner, long contributedOre) {
        return new Share(new UUID(7, owner), contributedOre);
    }

    @Test
    void owners_bear_what_they_contributed_in_proportion() {
        assertThat(Charging.inProportion(1_000, List.of(share(1, 30_000), share(2, 10_000))))
                .containsExactly(750L, 250L);
    }

    @Test
    void what_is_left_over_goes_to_the_largest_remainders_and_among_equals_by_id() {
        assertThat(Charging.inProportion(100, List.of(share(1, 1), share(2, 1), share(3, 1))))
                .containsExactly(34L, 33L, 33L);
        assertThat(Charging.inProportion(10, List.of(share(1, 14), share(2, 86))))
                .containsExactly(1L, 9L);
        assertThat(Charging.inProportion(10, List.of(share(1, 15), share(2, 85))))
                .containsExactly(2L, 8L);
    }

    @Test
    void the_parts_always_add_up_to_the_amount() {
        long seed = Long.getLong("seed", new Random().nextLong());
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var shares = new ArrayList<Share>();
            for (int owner = 0; owner <= random.nextInt(5); owner++) {
                shares.add(share(owner, 1 + random.nextLong(1_000_000_000_000L)));
            }
            long amount = random.nextLong(1_000_000_000_000L);
            List<Long> parts = Charging.inProportion(amount, shares);
            assertThat(parts.stream().mapToLong(part -> part).sum())
                    .as("-Dseed=" + seed)
                    .isEqualTo(amount);
            assertThat(parts).as("-Dseed=" + seed).allMatch(part -> part >= 0);
        }
    }

    @Test
    void nothing_contributed_bears_nothing() {
        assertThat(Charging.inProportion(0, List.of(share(1, 0)))).containsExactly(0L);
    }
}
