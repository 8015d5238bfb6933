package no.journeyledger.events.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changed by one character, it is another hash. */
class WordingHashTest {

    private static final UUID A = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID B = UUID.fromString("f0000000-0000-7000-8000-000000000002");
    private static final AmountLine LINE = new AmountLine(A, A, A, 2026, 100);

    private static Sealed sealedWith(int commitment) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) commitment;
        return Sealed.of(A, bytes, "ciphertext".getBytes(StandardCharsets.UTF_8));
    }

    private static Matter budget(AmountLine... lines) {
        return new Matter.OfBudget(BudgetAction.ALLOCATE, A, List.of(lines));
    }

    private static String hash(
            UUID decision,
            int revision,
            Matter matter,
            Sealed wording,
            @Nullable Sealed facts,
            @Nullable String legalBasis,
            UUID... concerned) {
        return WordingHash.of(decision, revision, matter, wording, facts, legalBasis, List.of(concerned));
    }

    @Test
    void whatever_changes_the_hash_changes() {
        var hashes = List.of(
                hash(A, 1, budget(LINE), sealedWith(1), null, null, A, B),
                hash(B, 1, budget(LINE), sealedWith(1), null, null, A, B),
                hash(A, 2, budget(LINE), sealedWith(1), null, null, A, B),
                hash(A, 1, budget(new AmountLine(A, A, A, 2026, 101)), sealedWith(1), null, null, A, B),
                hash(A, 1, budget(new AmountLine(A, A, B, 2026, 100)), sealedWith(1), null, null, A, B),
                hash(A, 1, budget(new AmountLine(A, A, A, 2027, 100)), sealedWith(1), null, null, A, B),
                hash(A, 1, budget(LINE, LINE), sealedWith(1), null, null, A, B),
                hash(A, 1, new Matter.OfClose(CloseReason.OTHER), sealedWith(1), null, null, A, B),
                hash(A, 1, budget(LINE), sealedWith(2), null, null, A, B),
                hash(A, 1, budget(LINE), sealedWith(1), sealedWith(1), null, A, B),
                hash(A, 1, budget(LINE), sealedWith(1), null, "", A, B),
                hash(A, 1, budget(LINE), sealedWith(1), null, "§ 1", A, B),
                hash(A, 1, budget(LINE), sealedWith(1), null, null, A));
        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.length() == 43);
    }

    @Test
    void the_order_in_which_people_are_listed_does_not_matter() {
        assertThat(hash(A, 1, budget(LINE), sealedWith(1), null, null, A, B))
                .isEqualTo(hash(A, 1, budget(LINE), sealedWith(1), null, null, B, A));
    }

    /** The canonical form is public: this value never changes, or every hash ever recorded would be another. */
    @Test
    void the_canonical_form_stays() {
        assertThat(hash(A, 1, budget(LINE), sealedWith(1), sealedWith(2), "§ 1", A, B))
                .isEqualTo("hD7AYcqSYyUyVZH4svPs5kx4dvQ0GK9wjySADgB5LIM");
    }
}
