package no.journeyledger.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.store.axon.HoldsState;
import org.junit.jupiter.api.Test;

/** The rules of the domain see no framework, no database, no clock and no chance. */
class ArchitectureTest {

    private static final Pattern PURE = Pattern.compile(
            ".*(Policy|State|Rejection|Rules|Rule|Table|Standing|Taking|Concerned|Ruling|Outcome|Created|Circumstances|Items)");

    private static final DescribedPredicate<JavaClass> RULE_OF_THE_DOMAIN = DescribedPredicate.describe(
            "rules of the domain",
            type -> PURE.matcher(outermost(type).getSimpleName()).matches());

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static final ArchRule NO_FRAMEWORK = noClasses()
            .that(RULE_OF_THE_DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.axonframework..",
                    "java.sql..",
                    "javax.sql..",
                    "jakarta..",
                    "no.journeyledger.store..");

    private static final ArchRule NO_CLOCK = noClasses()
            .that(RULE_OF_THE_DOMAIN)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @Test
    void the_rules_are_there_to_be_looked_at() {
        List<String> found = RulesAndRejections.production().stream()
                .filter(RULE_OF_THE_DOMAIN)
                .map(JavaClass::getSimpleName)
                .toList();
        assertThat(found)
                .contains(
                        "CapturePolicy",
                        "DecisionRules",
                        "TakingPolicy",
                        "WitnessPolicy",
                        "JourneyState",
                        "FundState",
                        "DecisionRejection",
                        "Refused",
                        "Standing",
                        "PolicyTable")
                .hasSizeGreaterThan(150);
    }

    @Test
    void the_rules_see_no_framework_and_no_database() {
        NO_FRAMEWORK.check(RulesAndRejections.production());
    }

    @Test
    void the_rules_see_no_clock_and_no_chance() {
        NO_CLOCK.check(RulesAndRejections.production());
    }

    @Test
    void a_policy_that_looked_at_the_clock_would_be_found() {
        JavaClasses faulty = new ClassFileImporter().importClasses(ImpatientPolicy.class);
        assertThatThrownBy(() -> NO_CLOCK.check(faulty)).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_aggregate_holds_one_state_and_routes() {
        RulesAndRejections.production().stream()
                .filter(type -> type.isAssignableTo(HoldsState.class)
                        && List.of("Journey", "Fund", "PersonClaim").contains(type.getSimpleName()))
                .forEach(type -> assertThat(type.getFields().stream()
                                .filter(field -> !field.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                                .map(field -> field.getName()))
                        .as(type.getSimpleName())
                        .containsExactlyInAnyOrder("id", "state"));
    }

    @Test
    void every_event_belongs_to_a_family() {
        List<Class<?>> records = new ClassFileImporter()
                .importPackages("no.journeyledger.events").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(LedgerEvent.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(records).hasSizeGreaterThan(30);
        assertThat(EventFamilies.eventTypes())
                .hasSameElementsAs(records.stream()
                        .<Class<? extends LedgerEvent>>map(type -> type.asSubclass(LedgerEvent.class))
                        .toList());
    }

    static final class ImpatientPolicy {
        boolean late(LocalDate day) {
            return day.isBefore(LocalDate.now(Clock.systemUTC()));
        }
    }
}
