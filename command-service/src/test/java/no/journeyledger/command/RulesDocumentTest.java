package no.journeyledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import no.journeyledger.command.access.AccessRejection;
import no.journeyledger.command.capture.CaptureRejection;
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
    void every_rejection_is_asked_for_by_a_command() {
        var asked = new HashSet<>(RulesAndRejections.atTheDoor());
        RulesAndRejections.inTheOrderOfAsking().values().forEach(asked::addAll);
        assertThat(asked).containsAll(RulesAndRejections.rejections());
        assertThat(RulesAndRejections.inTheOrderOfAsking().get("AssessChecklist"))
                .as("first whether it is theirs to record at all; then the order is that of the policy")
                .containsExactly(
                        AccessRejection.NotAroundThisHousehold.class,
                        CaptureRejection.CaptureAfterClosing.class,
                        CaptureRejection.ServiceDegreeOutOfRange.class);
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
        Properties english = RulesAndRejections.sentences("en");
        Properties norwegian = RulesAndRejections.sentences("nb");
        var text = new StringBuilder("""
                # Rules

                Generated from the code (`RulesDocumentTest`); do not edit.

                ## Taking a decision

                A decision is taken only if every person it concerns took part in that decision, in its exact wording. There is
                no override. The rules refuse in this order; of several faults the first is the reason. An unknown journey is
                refused before all of them. Every refusal is recorded on the journey (`journey.decision-refused`) and answered
                with what is missing. Where the reason is about people, everything that is missing of people is told at once;
                who disagrees is never told.

                | # | rule | in a sentence | source | what the case worker reads | på bokmål | shown by |
                |---|---|---|---|---|---|---|
                """);
        int order = 1;
        for (DecisionRule rule : DecisionRules.inOrder()) {
            text.append("| %d | `%s` | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            order++,
                            rule.id(),
                            rule.sentence(),
                            rule.source(),
                            english.getProperty(rule.messageKey()),
                            norwegian.getProperty(rule.messageKey()),
                            tests(shownBy.getOrDefault(rule.reason(), List.of()))));
        }
        text.append("""

                ## Everything else that may be turned away

                Nothing is recorded, unless somebody tried to speak in a person's place. Beside each command stand the rejections it may meet, in the order in which the code asks
                for them: of several, the first is answered. `concurrent-append` and the other problems of the door itself
                are in the descriptions of the APIs.
                """);
        Map<Class<?>, String> rules = RulesAndRejections.sentencesInTheCode();
        Map<String, List<Class<?>>> asked = RulesAndRejections.inTheOrderOfAsking();
        Set<Class<?>> atTheDoor = RulesAndRejections.atTheDoor();
        for (Class<?> family : RulesAndRejections.families()) {
            Source source = family.getAnnotation(Source.class);
            assertThat(source)
                    .as("say with @Source on %s where its rules come from", family.getName())
                    .isNotNull();
            text.append("\n### %s\n\nSource: %s.\n\n"
                    .formatted(family.getSimpleName().replace("Rejection", ""), source.value()));
            text.append(
                    "| rule | in a sentence | what the case worker reads | på bokmål | shown by |\n|---|---|---|---|---|\n");
            for (Class<?> rejection : family.getPermittedSubclasses()) {
                String code = RulesAndRejections.code(rejection);
                text.append("| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                code,
                                rules.get(rejection),
                                english.getProperty("rejection." + code),
                                norwegian.getProperty("rejection." + code),
                                tests(shownBy.getOrDefault(rejection, List.of()))));
            }
            text.append("\nAsked in this order:\n\n");
            String first = codes(atTheDoor, family);
            if (!first.isEmpty()) {
                text.append("- where the call comes in: %s\n".formatted(first));
            }
            asked.forEach((command, rejections) -> {
                String codes = codes(rejections, family);
                if (!codes.isEmpty()) {
                    text.append("- `%s`: %s\n".formatted(command, codes));
                }
            });
        }
        return text.toString();
    }

    private static String codes(Collection<Class<?>> rejections, Class<?> family) {
        return rejections.stream()
                .filter(family::isAssignableFrom)
                .map(rejection -> "`" + RulesAndRejections.code(rejection) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String tests(List<String> names) {
        return names == null
                ? ""
                : String.join(
                        "<br>", names.stream().map(name -> "`" + name + "`").toList());
    }
}
