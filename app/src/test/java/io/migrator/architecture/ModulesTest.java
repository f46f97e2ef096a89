package io.migrator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;

/** Who may import whom. A rule about a package that is empty fails. */
@AnalyzeClasses(packages = "io.migrator", importOptions = DoNotIncludeTests.class)
class ModulesTest {

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("io.migrator..");

    /** What of ours each package may use beside itself. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "io.migrator.api..", Set.of(),
            "io.migrator.embedded..", Set.of(),
            "io.migrator.command..", Set.of("io.migrator.api.."),
            "io.migrator.saga..", Set.of("io.migrator.api.."),
            "io.migrator.query..", Set.of("io.migrator.api.."),
            "io.migrator.crm..", Set.of("io.migrator.api.wire.."),
            "io.migrator.app..",
                    Set.of(
                            "io.migrator.api..",
                            "io.migrator.command..",
                            "io.migrator.saga..",
                            "io.migrator.query..",
                            "io.migrator.crm..",
                            "io.migrator.embedded.."));

    @ArchTest
    void everyModuleUsesOnlyWhatItMay(JavaClasses classes) {
        MAY_USE.forEach((module, others) -> usesOnly(module, others).check(classes));
    }

    private static ArchRule usesOnly(String module, Set<String> others) {
        DescribedPredicate<JavaClass> allowed =
                resideInAPackage(module).or(resideInAnyPackage(others.toArray(String[]::new)));
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(OURS.and(DescribedPredicate.not(allowed)))
                .allowEmptyShould(false);
    }

    @ArchTest
    void noClassStandsOutsideOfTheModules(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("io.migrator..")
                .should()
                .resideOutsideOfPackages(MAY_USE.keySet().toArray(String[]::new))
                .allowEmptyShould(false)
                .check(classes);
    }

    @ArchTest
    void theApiKnowsNoSpringAndDoesNoInputOrOutput(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage("io.migrator.api..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "org.springframework..", "java.nio.file..", "java.net..", "java.sql..", "javax.sql..")
                        .or(describe("files", type -> type.getName().startsWith("java.io.File"))))
                .allowEmptyShould(false)
                .check(classes);
    }

    @ArchTest
    void noPackagesOfAModuleGoInCircles(JavaClasses classes) {
        for (String module : MAY_USE.keySet()) {
            slices().assignedFrom(new PackagesOf(module.substring(0, module.length() - "..".length())))
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(false)
                    .check(classes);
        }
    }

    /** Every package of one module is a slice of its own. */
    private record PackagesOf(String module) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.equals(module) || name.startsWith(module + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of " + module;
        }
    }
}
