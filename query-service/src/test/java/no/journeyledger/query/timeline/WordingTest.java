package no.journeyledger.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitResult;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.AppealOutcome;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.Experience;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.RepresentationKind;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.journey.Vulnerability;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Sentences;
import org.junit.jupiter.api.Test;

/** Every event, code and problem has its words in both languages. That every template fills is shown over HTTP. */
class WordingTest {

    private static final List<Class<? extends Enum<?>>> SPOKEN = List.of(
            Affairs.class,
            Answer.class,
            AppealOutcome.class,
            Assurance.class,
            Beneficiary.class,
            BenefitResult.class,
            Party.class,
            CloseReason.class,
            DecisionKind.class,
            Door.class,
            Experience.class,
            HearingOutcome.class,
            HouseholdRole.class,
            Instrument.class,
            LifeArea.class,
            Means.class,
            MeetingKind.class,
            Moment.class,
            Rater.class,
            RefusalReason.class,
            RepresentationKind.class,
            Stage.class,
            TargetGroup.class,
            TeamRole.class,
            Vulnerability.class);

    private final Sentences sentences = new Sentences();

    @Test
    void both_languages_say_exactly_what_there_is_to_say() {
        var wanted = new TreeSet<>(Set.of("term.and", "term.somebody"));
        for (var type : EventFamilies.eventTypes()) {
            String name = type.getAnnotation(LogicalType.class).value();
            wanted.add("timeline.professional." + name);
            wanted.add("timeline.citizen." + name);
        }
        for (var code : SPOKEN) {
            for (Enum<?> constant : code.getEnumConstants()) {
                wanted.add("term." + code.getSimpleName() + "." + constant.name());
            }
        }
        for (AskingProblem problem : AskingProblem.values()) {
            wanted.add("asking." + problem.kebab() + ".title");
            wanted.add("asking." + problem.kebab() + ".detail");
        }
        for (Locale language : Sentences.LANGUAGES) {
            var said = new TreeSet<>(sentences.keys(language));
            said.removeIf(WordingTest::isOfADossier);
            assertThat(said).as("%s", language).isEqualTo(wanted);
        }
    }

    @Test
    void both_languages_say_the_same_of_a_dossier() {
        assertThat(sentences.keys(Sentences.BOKMAL).stream().filter(WordingTest::isOfADossier))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(sentences.keys(Sentences.ENGLISH).stream()
                        .filter(WordingTest::isOfADossier)
                        .toList());
    }

    private static boolean isOfADossier(String key) {
        return key.startsWith("dossier.");
    }

    @Test
    void the_languages_fill_the_same_places() {
        var places = java.util.regex.Pattern.compile("\\{[^}]*}");
        for (String key : sentences.keys(Sentences.ENGLISH)) {
            var english = new HashSet<String>();
            var norwegian = new HashSet<String>();
            places.matcher(sentences.say(Sentences.ENGLISH, key)).results().forEach(m -> english.add(m.group()));
            places.matcher(sentences.say(Sentences.BOKMAL, key)).results().forEach(m -> norwegian.add(m.group()));
            assertThat(norwegian).as(key).isEqualTo(english);
        }
    }

    @Test
    void a_citizen_is_never_told_why_a_decision_was_refused_or_what_somebody_else_answered() {
        for (Locale language : Sentences.LANGUAGES) {
            assertThat(sentences.say(language, "timeline.citizen.journey.decision-refused"))
                    .doesNotContain("{reason}", "{missing}");
            assertThat(sentences.say(language, "timeline.citizen.journey.decision-taken"))
                    .doesNotContain("{participation}");
        }
    }
}
