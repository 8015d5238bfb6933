package no.journeyledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import no.journeyledger.events.journey.RefusalReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody who is turned away is told why, in a sentence that says what to do. */
class SentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "nb"})
    void every_rule_and_every_rejection_has_a_sentence_and_every_sentence_a_rule_or_rejection(String language) {
        Properties sentences = RulesAndRejections.sentences(language);
        var wanted = new TreeSet<String>();
        for (RefusalReason reason : RefusalReason.values()) {
            wanted.add("refusal." + reason);
        }
        RulesAndRejections.rejections().forEach(type -> wanted.add("rejection." + RulesAndRejections.code(type)));
        assertThat(wanted).hasSizeGreaterThan(130);
        assertThat(new TreeSet<>(sentences.stringPropertyNames())).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nb"})
    void a_sentence_asks_for_no_more_facts_than_its_rejection_has(String language) {
        Properties sentences = RulesAndRejections.sentences(language);
        for (Class<?> type : RulesAndRejections.rejections()) {
            String sentence = sentences.getProperty("rejection." + RulesAndRejections.code(type));
            assertThat(new MessageFormat(sentence).getFormatsByArgumentIndex())
                    .as(type.getSimpleName())
                    .hasSizeLessThanOrEqualTo(type.getRecordComponents().length);
        }
    }
}
