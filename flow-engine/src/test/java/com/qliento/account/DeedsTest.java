package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.audit.Audit;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.util.ClassUtils;

/** Every service that changes something for somebody notes it in the audit, or is named here with the reason. */
class DeedsTest {

    private static final Set<Permission> READS =
            Set.of(Permission.LOOK_ON, Permission.SEE_CONVERSATIONS, Permission.SEE_AUDIT);

    /** What notes nothing, and why. */
    private static final Map<String, String> REASONS = Map.of(
            "a draft, which concerns nobody before it is published, and keeps its earlier states itself", """
                    DecisionDrafts.bringBack DecisionDrafts.overwrite DecisionDrafts.putAside DecisionDrafts.save
                    DecisionDrafts.takeOver DecisionSheets.make DecisionSheets.replace FlowDrafts.bringBack
                    FlowDrafts.overwrite FlowDrafts.putAside FlowDrafts.save FlowDrafts.takeOver FlowFiles.add
                    FlowLibrary.add FlowLibrary.duplicate FlowLibrary.rename FlowLibrary.tag
                    """,
            "a test case, which only its author's draft is held against", """
                    DecisionCases.add DecisionCases.delete FlowCases.accept FlowCases.add FlowCases.delete
                    FlowCases.importJson FlowCases.rename FlowCases.run FlowCases.runAll FlowCases.save
                    """,
            "tries something out and changes nothing that is live", """
                    MailSenders.tryOut SampleMedia.bring TestRequests.send Tryouts.open
                    Tryouts.preview WebhookDeliveries.test
                    """,
            "a file of flows, which its flow's versions name", "MediaFiles.delete MediaFiles.upload",
            "what happens to customers' flows and messages, which is kept with each of them", """
                    Events.tell FlowStarts.begin HookConsole.send Hooks.replay Runs.begin Schedules.begin
                    WaitingMessages.giveUp WaitingMessages.tryAgain WebhookDeliveries.replay
                    """,
            "reads what only those may see who change it", """
                    AccessPackages.count AccessPackages.get AccessPackages.names AccessPackages.page AccessPackages.slice
                    AccessPackages.withPhone Certificates.content Certificates.envelope Certificates.of Erasures.count
                    Erasures.get Erasures.page Erasures.recipients Erasures.slice Holds.get Holds.ofErasure Holds.page
                    PackageLinks.of PersonLimits.objections PersonLimits.restrictions ProcessingRegister.get
                    ProgramKeys.all Rectifications.get Rectifications.page Rectifications.recipients
                    """,
            "somebody's own wish about their own mail", "Notices.wish",
            "words of colleagues about a customer, which are kept with them and go with them", "ContactBook.note");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.qliento");

    @Test
    void what_changes_something_is_noted_or_has_a_reason_not_to_be() {
        var silent = RolesTest.services().stream()
                .filter(service -> !READS.contains(RolesTest.NEEDED.get(service.name())))
                .filter(service -> !notes(service))
                .map(RolesTest.Service::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(silent)
                .isEqualTo(REASONS.values().stream()
                        .flatMap(names -> names.strip().lines())
                        .flatMap(line -> Set.of(line.strip().split(" ")).stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void what_only_reads_notes_nothing() {
        assertThat(RolesTest.services().stream()
                        .filter(service -> READS.contains(RolesTest.NEEDED.get(service.name())))
                        .filter(DeedsTest::notes)
                        .map(RolesTest.Service::name))
                .isEmpty();
    }

    /** Whether what the method calls, through as many methods of ours as it takes, comes to the audit. */
    private static boolean notes(RolesTest.Service service) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>();
        declared(ClassUtils.getUserClass(service.bean()), service).forEach(next::add);
        while (!next.isEmpty()) {
            var unit = next.poll();
            if (unit.getOwner().isEquivalentTo(Audit.class)) {
                return true;
            }
            if (seen.add(unit)) {
                unit.getCallsFromSelf().stream()
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .filter(called -> called.getOwner().getPackageName().startsWith("com.qliento"))
                        .forEach(next::add);
            }
        }
        return false;
    }

    private static Set<JavaCodeUnit> declared(Class<?> bean, RolesTest.Service service) {
        JavaClass owner = PRODUCT.get(service.method().getDeclaringClass());
        assertThat(PRODUCT.contain(bean)).isTrue();
        return owner.getMethods().stream()
                .filter(method -> method.getName().equals(service.method().getName()))
                .filter(method -> method.reflect().equals(service.method()))
                .collect(Collectors.toSet());
    }
}
