package no.journeyledger.economics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The calculation is pure: no framework, no storage, no clock, no chance but a stated seed, no binary fractions of money. */
class PurityTest {

    private static final String ALL = "no.journeyledger.economics..";
    private static final String FILES = "no.journeyledger.economics.parameters.file..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("no.journeyledger.economics");

    @Test
    void the_rules_below_have_something_to_guard() {
        assertThat(CLASSES).hasSizeGreaterThan(60);
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .contains(
                        "no.journeyledger.economics",
                        "no.journeyledger.economics.parameters",
                        "no.journeyledger.economics.parameters.file",
                        "no.journeyledger.economics.discounting",
                        "no.journeyledger.economics.effect",
                        "no.journeyledger.economics.appraisal",
                        "no.journeyledger.economics.benefit",
                        "no.journeyledger.economics.selfreport");
    }

    @Test
    void the_calculation_depends_on_java_and_itself_alone() {
        classes()
                .that()
                .resideInAPackage(ALL)
                .and()
                .resideOutsideOfPackage(FILES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ALL,
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "java.io",
                        "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void only_the_reader_of_files_knows_a_format_and_nothing_knows_the_reader() {
        noClasses()
                .that()
                .resideOutsideOfPackage(FILES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FILES)
                .check(CLASSES);
    }

    @Test
    void nothing_asks_for_the_time_or_for_an_unseeded_chance() {
        noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CLASSES);
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses().should().callMethod(System.class, "nanoTime").check(CLASSES);
        noClasses().should().callMethod(Math.class, "random").check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(CLASSES);
    }

    @Test
    void nothing_can_be_changed_once_made() {
        classes()
                .that()
                .resideInAPackage(ALL)
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveOnlyFinalFields()
                .check(CLASSES);
    }

    @Test
    void money_is_never_a_double() {
        // The one double is a place in a range that chance is drawn from.
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(double.class)
                                || field.getRawType().isEquivalentTo(float.class)))
                .extracting(field -> field.getOwner().getSimpleName() + "." + field.getName())
                .containsExactly("Triangle.peak");
        assertThat(CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getRawReturnType().isEquivalentTo(double.class)))
                .isEmpty();
    }

    @Test
    void the_packages_build_on_each_other_in_one_direction() {
        slices().matching("no.journeyledger.economics.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void a_forbidden_dependency_would_be_found() {
        JavaClasses reader = new ClassFileImporter().importPackages("no.journeyledger.economics.parameters.file");
        assertThatThrownBy(() -> classes()
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(ALL, "java..", "org.jspecify.annotations..")
                        .check(reader))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tools.jackson");
    }
}
