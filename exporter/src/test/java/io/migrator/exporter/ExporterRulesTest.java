package io.migrator.exporter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The exporter knows the service by its REST API alone, and a source by the connectors' contract alone. */
@AnalyzeClasses(packages = "io.migrator", importOptions = DoNotIncludeTests.class)
class ExporterRulesTest {

    private static final String EXPORTER = "io.migrator.exporter..";
    private static final DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> OURS =
            resideInAPackage("io.migrator..").and(DescribedPredicate.not(resideInAPackage(EXPORTER)));

    @ArchTest
    static final ArchRule nothingOfTheServiceIsUsed = noClasses()
            .that()
            .resideInAPackage(EXPORTER)
            .should()
            .dependOnClassesThat(OURS)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingOfTheServiceUsesIt = noClasses()
            .that()
            .resideOutsideOfPackage(EXPORTER)
            .should()
            .dependOnClassesThat(resideInAPackage(EXPORTER))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule connectorsKnowOnlyTheirContract = noClasses()
            .that()
            .resideInAPackage("io.migrator.exporter.connector..")
            .should()
            .dependOnClassesThat(resideInAPackage(EXPORTER)
                    .and(DescribedPredicate.not(resideInAPackage("io.migrator.exporter.connector.."))))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule theCommandLineAlonePrints = noClasses()
            .that()
            .resideInAPackage(EXPORTER)
            .should(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noPackagesGoInCircles = slices().matching("io.migrator.exporter.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(false);
}
