package io.migrator.bench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the other modules, for the one that they do not see. That nobody uses it follows from the build: no module
 * depends on it.
 */
@AnalyzeClasses(packages = "io.migrator", importOptions = DoNotIncludeTests.class)
class BenchRulesTest {

    private static final String BENCH = "io.migrator.bench..";

    @ArchTest
    static final ArchRule itUsesTheContractTheServersAndTheReferenceTargetOnly = noClasses()
            .that()
            .resideInAPackage(BENCH)
            .should()
            .dependOnClassesThat(resideInAPackage("io.migrator..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            BENCH, "io.migrator.api..", "io.migrator.embedded..", "io.migrator.crm.."))))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule nothingOnItsClassPathUsesIt = noClasses()
            .that()
            .resideOutsideOfPackage(BENCH)
            .should()
            .dependOnClassesThat(resideInAPackage(BENCH))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule peersKnowNothingOfWhoMeasuresThem = noClasses()
            .that()
            .resideInAPackage("io.migrator.bench.peer..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage(BENCH).and(DescribedPredicate.not(resideInAPackage("io.migrator.bench.peer.."))))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule noPackagesGoInCircles = slices().matching("io.migrator.bench.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .resideInAPackage(BENCH)
            .should(new ArchCondition<>("stand in a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not null-marked"));
                    }
                }
            })
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule theTimeComesFromAClock = noClasses()
            .that()
            .resideInAPackage(BENCH)
            .should()
            .callMethodWhere(JavaCall.Predicates.target(describe(
                    "now() without a clock",
                    target -> target.getName().equals("now")
                            && target.getOwner().getPackageName().equals("java.time")
                            && target.getRawParameterTypes().isEmpty())))
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule faultsSayWhatTheyAre = noClasses()
            .that()
            .resideInAPackage(BENCH)
            .should(THROW_GENERIC_EXCEPTIONS)
            .allowEmptyShould(false);
}
