package io.migrator.faults;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the suite may know: who judges the service must not do so with the service's own code. */
@AnalyzeClasses(packages = "io.migrator", importOptions = DoNotIncludeTests.class)
class FaultsRulesTest {

    private static final String FAULTS = "io.migrator.faults..";

    @ArchTest
    static final ArchRule scenariosAndReconcilerKnowTheNamesOfTopicsOnly = noClasses()
            .that()
            .resideInAnyPackage("io.migrator.faults.scenario..", "io.migrator.faults.reconcile..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.migrator..")
                    .and(DescribedPredicate.not(resideInAnyPackage(FAULTS, "io.migrator.api.wire.."))))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingOfTheServiceUsesIt = noClasses()
            .that()
            .resideOutsideOfPackage(FAULTS)
            .should()
            .dependOnClassesThat(resideInAPackage(FAULTS))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noPackagesGoInCircles = slices().matching("io.migrator.faults.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(false);
}
