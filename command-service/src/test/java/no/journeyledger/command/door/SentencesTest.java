package no.journeyledger.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void everything_that_can_be_said_can_be_said_in_both_languages() {
        assertThat(sentences.keys(Sentences.BOKMAL)).isEqualTo(sentences.keys(Sentences.ENGLISH));
        for (Locale language : List.of(Sentences.BOKMAL, Sentences.ENGLISH)) {
            for (DoorProblem problem : DoorProblem.values()) {
                assertThat(sentences.has(language, "door." + problem.kebab() + ".title"))
                        .as(problem.name())
                        .isTrue();
                assertThat(sentences.has(language, "door." + problem.kebab() + ".detail"))
                        .as(problem.name())
                        .isTrue();
            }
        }
    }

    @Test
    void the_language_is_the_one_preferred_among_those_the_ledger_speaks() {
        assertThat(Sentences.language(null)).isEqualTo(Sentences.ENGLISH);
        assertThat(Sentences.language("nn-NO")).isEqualTo(Sentences.BOKMAL);
        assertThat(Sentences.language("fr, no;q=0.5, en;q=0.2")).isEqualTo(Sentences.BOKMAL);
        assertThat(Sentences.language("fr")).isEqualTo(Sentences.ENGLISH);
        assertThat(Sentences.language("*")).isEqualTo(Sentences.ENGLISH);
        assertThat(Sentences.language("\u0000;q=x")).isEqualTo(Sentences.ENGLISH);
    }

    @Test
    void ids_are_read_in_one_form_only_and_made_in_the_order_of_time() {
        assertThat(Ids.parse("0197a000-0000-7000-8000-000000000001")).isPresent();
        for (String not : new String[] {
            "",
            "1-1-1-1-1",
            "0197a000-0000-7000-8000-00000000000g",
            "0197a000000070008000000000000001",
            "x".repeat(36),
            "0197a000-0000-7000-8000-00000000000\u0661"
        }) {
            assertThat(Ids.parse(not)).as(not).isEmpty();
        }
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        UUID first = Ids.next(now);
        UUID second = Ids.next(now.plusMillis(1));
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.variant()).isEqualTo(2);
        assertThat(first.toString()).isLessThan(second.toString());
        var many = new HashSet<UUID>();
        for (int i = 0; i < 1_000; i++) {
            many.add(Ids.next(now));
        }
        assertThat(many).hasSize(1_000);
    }
}
