package no.journeyledger.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StoreArchitectureTest {

    private final JavaClasses store = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.journeyledger.store");

    @Test
    void the_store_knows_no_spring() {
        noClasses()
                .that()
                .resideInAPackage("no.journeyledger.store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(store);
    }

    @Test
    void axon_is_known_in_its_own_package_only() {
        noClasses()
                .that()
                .resideInAnyPackage("no.journeyledger.store", "no.journeyledger.store.personal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "no.journeyledger.store.axon")
                .check(store);
    }

    @Test
    void persons_keys_know_no_database() {
        noClasses()
                .that()
                .resideInAPackage("no.journeyledger.store.personal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "javax.sql", "org.postgresql..")
                .check(store);
    }
}
