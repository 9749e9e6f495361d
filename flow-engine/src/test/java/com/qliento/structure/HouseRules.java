package com.qliento.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Rules for all code of the product. */
final class HouseRules {

    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    static final ArchRule CAMUNDA_HAS_ITS_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages("com.qliento.engine..", "com.qliento.conversation..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    static final ArchRule DROOLS_NEVER_LEAVES_RULES = noClasses()
            .that()
            .resideOutsideOfPackage("com.qliento.rules..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("com.qliento.FlowEngine")
            .should()
            .callCodeUnitWhere(new ReadsTheTime());

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should(
                    not(ArchConditions.beAnnotatedWith(name("org.springframework.beans.factory.annotation.Autowired")
                            .or(name("org.springframework.beans.factory.annotation.Value"))
                            .or(name("jakarta.inject.Inject"))
                            .or(name("jakarta.annotation.Resource"))
                            .onResultOf(annotation -> annotation.getRawType()))));

    static final ArchRule STATUS_IS_TOLD_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackage("com.qliento.rest..")
            .and()
            .areNotAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .and()
            .areNotAssignableTo("jakarta.servlet.Filter")
            .should()
            .dependOnClassesThat()
            .areAssignableTo("org.springframework.http.HttpStatusCode");

    static final ArchRule NO_PUBLIC_TYPE_IS_AN_IMPL =
            noClasses().that().arePublic().should().haveSimpleNameEndingWith("Impl");

    static final ArchRule PACKAGES_ARE_FEATURES = classes()
            .should()
            .resideOutsideOfPackages(
                    "..util..",
                    "..common..",
                    "..helper..",
                    "..impl..",
                    "..manager..",
                    "..service..",
                    "..controller..",
                    "..repository..",
                    "..dto..");

    static final ArchRule RECORDS_KEEP_CONTENT_TO_THEMSELVES =
            classes().that().areRecords().should(new HidesContent());

    static final ArchRule NOTHING_IS_REACHED_BY_ITS_NAME = classes().should(new NamesNoClass());

    /** In the modules together that flow-engine sees. None is excepted. */
    static final ArchRule PUBLIC_NAMES_ARE_TAKEN_ONCE =
            classes().that().arePublic().and().areTopLevelClasses().should(new NameOfItsOwn());

    private HouseRules() {}

    /** A call that asks the machine for the time instead of a clock that was passed in. */
    private static final class ReadsTheTime extends DescribedPredicate<JavaCall<?>> {

        ReadsTheTime() {
            super("reads the time without the injected clock");
        }

        @Override
        public boolean test(JavaCall<?> call) {
            var target = call.getTarget();
            var owner = target.getOwner().getFullName();
            var none = target.getRawParameterTypes().isEmpty();
            return switch (target.getName()) {
                case "now" ->
                    TIME_TYPES.contains(owner)
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
                case "currentTimeMillis" -> owner.equals("java.lang.System");
                case "systemUTC", "systemDefaultZone", "system" -> owner.equals(Clock.class.getName());
                case "<init>" -> none && owner.equals(Date.class.getName());
                default -> false;
            };
        }
    }
}
