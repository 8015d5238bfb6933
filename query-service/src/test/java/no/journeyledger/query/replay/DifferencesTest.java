package no.journeyledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.journeyledger.query.projection.ViewsJson;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static List<String> between(String before, String after) {
        return Differences.between(
                        ViewsJson.mapper().readTree(before.replace('\'', '"')),
                        ViewsJson.mapper().readTree(after.replace('\'', '"')))
                .stream()
                .map(each -> each.path() + ": " + each.before() + " -> " + each.after())
                .toList();
    }

    @Test
    void what_is_the_same_is_not_told() {
        assertThat(between("{'a': {'b': [1, {'c': 2}]}}", "{'a': {'b': [1, {'c': 2}]}}"))
                .isEmpty();
    }

    @Test
    void a_field_that_came_changed_or_went_is_told_by_its_path() {
        assertThat(between("{'a': {'b': 1, 'gone': true}}", "{'a': {'b': 2, 'came': null}}"))
                .containsExactly("a.b: 1 -> 2", "a.gone: true -> null", "a.came: null -> null");
    }

    @Test
    void the_items_of_a_list_are_told_apart_by_what_names_them() {
        assertThat(between(
                        "{'team': [{'worker': 'x', 'role': 'MEMBER'}, {'worker': 'y'}]}",
                        "{'team': [{'worker': 'z'}, {'worker': 'x', 'role': 'LEADER'}]}"))
                .containsExactly(
                        "team[x].role: \"MEMBER\" -> \"LEADER\"",
                        "team[y]: {\"worker\":\"y\"} -> null",
                        "team[z]: null -> {\"worker\":\"z\"}");
    }

    @Test
    void items_that_begin_alike_are_told_apart_by_more_and_at_last_by_their_order() {
        assertThat(between(
                        "{'trusted': [{'person': 'p', 'trusted': 'a'}, {'person': 'p', 'trusted': 'b', 'n': 1}]}",
                        "{'trusted': [{'person': 'p', 'trusted': 'a'}, {'person': 'p', 'trusted': 'b', 'n': 2}]}"))
                .containsExactly("trusted[p b].n: 1 -> 2");
        assertThat(between("{'l': [{'a': 1}]}", "{'l': [{'a': 1}, {'a': 1}]}"))
                .containsExactly("l[1 #2]: null -> {\"a\":1}");
    }

    @Test
    void lists_of_plain_values_are_compared_whole() {
        assertThat(between("{'years': [2026]}", "{'years': [2026, 2027]}"))
                .containsExactly("years: [2026] -> [2026,2027]");
        assertThat(between("{'team': []}", "{'team': [{'worker': 'x'}]}"))
                .containsExactly("team[x]: null -> {\"worker\":\"x\"}");
    }
}
