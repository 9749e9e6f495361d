package com.qliento.ui.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.qliento.ui.shell.BoundedUpload;
import com.qliento.ui.shell.Needs;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import java.util.Set;

/** Rules for the screens. */
final class UiRules {

    private static final String UI = "com.qliento.ui.";
    private static final String SHELL = "com.qliento.ui.shell";

    /** The areas that an area may use beside the shell; each names only such as name none of those that name it. */
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            Map.entry("flow", Set.of("board", "tryout", "draft", "list")),
            Map.entry("board", Set.of("tryout", "draft")),
            Map.entry("rules", Set.of("draft")),
            Map.entry("conversation", Set.of("list")),
            Map.entry("contact", Set.of("list")),
            Map.entry("media", Set.of("list")),
            Map.entry("secret", Set.of("draft", "list")),
            Map.entry("key", Set.of("draft", "list")),
            Map.entry("schedule", Set.of("list")),
            Map.entry("webhook", Set.of("list")),
            Map.entry("audit", Set.of("list")),
            Map.entry("host", Set.of("draft", "list")),
            Map.entry("access", Set.of("draft", "list")),
            Map.entry("retention", Set.of("list")),
            Map.entry("trigger", Set.of("list")));

    static final ArchRule AREAS_USE_EACH_OTHER_ONE_WAY =
            classes().that().resideInAPackage("com.qliento.ui..").should(new KeepToTheirArea());

    static final ArchRule NO_VIEW_REACHES_BELOW_THE_SERVICES = noClasses()
            .that()
            .resideInAPackage("com.qliento.ui..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.camunda..",
                            "org.kie..",
                            "org.drools..",
                            "java.sql..",
                            "javax.sql..",
                            "org.springframework.jdbc..",
                            "org.springframework.transaction..")
                    .or(DescribedPredicate.describe(
                            "a connector that calls others",
                            type -> type.getPackageName().startsWith("com.qliento.connector.") && !isData(type)))
                    .or(DescribedPredicate.describe(
                            "a store",
                            type -> type.getPackageName().startsWith("com.qliento.")
                                    && type.getSimpleName().matches(".*(Store|Shelf)"))));

    static final ArchRule THE_SHELL_KNOWS_NO_AREA = noClasses()
            .that()
            .resideInAPackage(SHELL)
            .should()
            .dependOnClassesThat(
                    resideInAPackage("com.qliento.ui..").and(DescribedPredicate.not(resideInAPackage(SHELL))));

    static final ArchRule EVERY_VIEW_SAYS_WHO_MAY = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(Needs.class)
            .orShould()
            .beAnnotatedWith(AnonymousAllowed.class);

    static final ArchRule UPLOADS_ARE_BOUNDED_WHERE_THEY_ARE_READ = noClasses()
            .that()
            .doNotBelongToAnyOf(BoundedUpload.class)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "takes a file of any size",
                    call -> (call.getTarget().getOwner().getPackageName().equals("com.vaadin.flow.server.streams")
                                    && call.getTarget().getName().matches("inMemory|toFile|toTempFile"))
                            || (call.getTarget().getOwner().getSimpleName().equals("Upload")
                                    && call.getTarget().getName().equals("setReceiver"))));

    private UiRules() {}

    /** What messages and numbers are made of is shown as it is; only who talks to WhatsApp is out of bounds. */
    private static boolean isData(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.getEnclosingClass().map(UiRules::isData).orElse(false)
                || type.getFullName().startsWith("com.qliento.connector.whatsapp.OutboundContent");
    }

    private static final class KeepToTheirArea extends ArchCondition<JavaClass> {

        KeepToTheirArea() {
            super("use no other area than the shell and those below theirs");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> {
                        var used = dependency.getTargetClass().getPackageName();
                        var own = area(type.getPackageName());
                        return used.startsWith(UI)
                                && !used.equals(SHELL)
                                && !area(used).equals(own)
                                && !USES.getOrDefault(own, Set.of()).contains(area(used));
                    })
                    .forEach(dependency ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }

        private static String area(String name) {
            var rest = name.substring(Math.min(name.length(), UI.length()));
            return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        }
    }
}
