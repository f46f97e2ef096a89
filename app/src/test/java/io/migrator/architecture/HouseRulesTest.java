package io.migrator.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Date;
import org.axonframework.spring.stereotype.Saga;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Habits that every module keeps. */
@AnalyzeClasses(packages = "io.migrator", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule onlyWhatIsStartedFromACommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("io.migrator.app.launch..", "io.migrator.app.demo..")
            .and()
            .doNotHaveSimpleName("CrmConsumerApplication") // a process of its own, which has to say how it is called
            .should(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .resideInAPackage("io.migrator..")
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
    static final ArchRule settingsComeFromRecords = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Value.class)
            .allowEmptyShould(false);

    /** A saga is restored from its stored state; Axon hands it its collaborators afterwards. */
    @ArchTest
    static final ArchRule collaboratorsComeThroughConstructors = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith(Saga.class)
            .should()
            .beAnnotatedWith(Autowired.class)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule theTimeComesFromAClock = noClasses()
            .should()
            .callMethodWhere(JavaCall.Predicates.target(describe(
                    "now() without a clock",
                    target -> target.getName().equals("now")
                            && target.getOwner().getPackageName().equals("java.time")
                            && target.getRawParameterTypes().isEmpty())))
            .orShould()
            .callConstructor(Date.class)
            .allowEmptyShould(false);

    @ArchTest
    static final ArchRule faultsSayWhatTheyAre =
            noClasses().should(THROW_GENERIC_EXCEPTIONS).allowEmptyShould(false);
}
