package no.journeyledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import no.journeyledger.command.decision.DecisionRule;
import no.journeyledger.command.decision.DecisionRules;
import no.journeyledger.events.journey.RefusalReason;
import org.junit.jupiter.api.Test;

/** {@code docs/rules.md} says what the code says: run with {@code -Dapprove} to write it anew. */
class RulesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "rules.md");

    @Test
    void the_rules_stand_in_the_order_of_the_reasons_they_refuse_for() {
        assertThat(DecisionRules.inOrder()).extracting(DecisionRule::reason).containsExactly(RefusalReason.values());
    }

    @Test
    void every_rule_and_every_rejection_is_shown_by_a_test() {
        Map<Object, List<String>> shownBy = RulesAndRejections.shownBy();
        assertThat(shownBy.keySet()).containsAll(Arrays.asList(RefusalReason.values()));
        assertThat(RulesAndRejections.rejections()).hasSizeGreaterThan(100);
        assertThat(shownBy.keySet()).containsAll(RulesAndRejections.rejections());
    }

    @Test
    void the_document_is_not_stale() throws IOException {
        String now = document();
        if (System.getProperty("approve") != null) {
            Files.writeString(DOCUMENT, now);
        }
        assertThat(DOCUMENT).exists();
        assertThat(Files.readString(DOCUMENT))
                .as("docs/rules.md is stale: run this test with -Dapprove")
                .isEqualTo(now);
    }

    private static String document() {
        Map<Object, List<String>> shownBy = RulesAndRejections.shownBy();
        Properties sentences = RulesAndRejections.sentences("en");
        var text = new StringBuilder("""
                # Rules

                Generated from the code (`RulesDocumentTest`); do not edit.

                ## Taking a decision

                A decision is taken only if every person it concerns took part in that decision, in its exact wording. There is
                no override. The rules refuse in this order; of several faults the first is the reason. An unknown journey is
                refused before all of them. Every refusal is recorded on the journey (`journey.decision-refused`) and answered
                with what is missing. Where the reason is about people, everything that is missing of people is told at once;
                who disagrees is never told.

                | # | rule | sentence | source | message | shown by |
                |---|---|---|---|---|---|
                """);
        int order = 1;
        for (DecisionRule rule : DecisionRules.inOrder()) {
            text.append("| %d | `%s` | %s | %s | `%s` | %s |\n"
                    .formatted(
                            order++,
                            rule.id(),
                            rule.sentence(),
                            rule.source(),
                            rule.messageKey(),
                            tests(shownBy.getOrDefault(rule.reason(), List.of()))));
        }
        text.append("""

                ## Everything else that may be turned away

                Nothing is recorded. The message keys are `rejection.` and the rejection's name.
                """);
        for (Class<?> family : RulesAndRejections.families()) {
            text.append("\n### %s\n\n| rejection | what the case worker reads | shown by |\n|---|---|---|\n"
                    .formatted(family.getSimpleName().replace("Rejection", "")));
            for (Class<?> rejection : family.getPermittedSubclasses()) {
                String code = RulesAndRejections.code(rejection);
                text.append("| `%s` | %s | %s |\n"
                        .formatted(
                                code,
                                sentences.getProperty("rejection." + code),
                                tests(shownBy.getOrDefault(rejection, List.of()))));
            }
        }
        return text.toString();
    }

    private static String tests(List<String> names) {
        return names == null
                ? ""
                : String.join(
                        "<br>", names.stream().map(name -> "`" + name + "`").toList());
    }
}
