package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.scene.Scene;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;

/** Every service that does something for somebody, asked by each role: one that is not in the table fails. */
class RolesTest {

    /** What a role must allow for each method, all methods of a service with one line. A new method is added here. */
    private static final String TABLE = """
            AccessPackages.ask WORK_CASES
            AccessPackages.count WORK_CASES
            AccessPackages.end WORK_CASES
            AccessPackages.get WORK_CASES
            AccessPackages.names WORK_CASES
            AccessPackages.page WORK_CASES
            AccessPackages.portable WORK_CASES
            AccessPackages.slice WORK_CASES
            AccessPackages.take WORK_CASES
            AccessPackages.withPhone WORK_CASES
            Certificates.content WORK_CASES
            Certificates.envelope WORK_CASES
            Certificates.of WORK_CASES
            Erasures.approve WORK_CASES
            Erasures.ask WORK_CASES
            Erasures.count WORK_CASES
            Erasures.get WORK_CASES
            Erasures.note WORK_CASES
            Erasures.page WORK_CASES
            Erasures.recipients WORK_CASES
            Erasures.slice WORK_CASES
            Erasures.withdraw WORK_CASES
            Holds.end WORK_CASES
            Holds.get WORK_CASES
            Holds.ofErasure WORK_CASES
            Holds.page WORK_CASES
            Holds.place WORK_CASES
            AllowedHosts.all LOOK_ON
            AllowedHosts.allow MANAGE_CONNECTIONS
            AllowedHosts.ask BUILD
            AllowedHosts.remove MANAGE_CONNECTIONS
            Connections.all LOOK_ON
            Connections.connect MANAGE_CONNECTIONS
            Connections.disconnect MANAGE_CONNECTIONS
            ContactBook.count SEE_CONVERSATIONS
            ContactBook.get SEE_CONVERSATIONS
            ContactBook.note RECORD_CONSENT
            ContactBook.search SEE_CONVERSATIONS
            ContactBook.slice SEE_CONVERSATIONS
            ConversationFigures.any LOOK_ON
            Conversations.count SEE_CONVERSATIONS
            Conversations.get SEE_CONVERSATIONS
            Conversations.messages SEE_CONVERSATIONS
            Conversations.page SEE_CONVERSATIONS
            Conversations.path SEE_CONVERSATIONS
            Conversations.slice SEE_CONVERSATIONS
            Conversations.with SEE_CONVERSATIONS
            DecisionCases.add BUILD
            DecisionCases.delete BUILD
            DecisionCases.list LOOK_ON
            DecisionCases.run LOOK_ON
            DecisionDiff.between LOOK_ON
            DecisionDrafts.bringBack BUILD
            DecisionDrafts.contentOf LOOK_ON
            DecisionDrafts.freeKey LOOK_ON
            DecisionDrafts.get LOOK_ON
            DecisionDrafts.kept LOOK_ON
            DecisionDrafts.overwrite BUILD
            DecisionDrafts.page LOOK_ON
            DecisionDrafts.putAside BUILD
            DecisionDrafts.requireKnown LOOK_ON
            DecisionDrafts.save BUILD
            DecisionDrafts.takeOver BUILD
            DecisionLibrary.delete BUILD
            DecisionLibrary.uses LOOK_ON
            DecisionPublishing.hasPublished LOOK_ON
            DecisionPublishing.publish PUBLISH
            DecisionPublishing.rollBack PUBLISH
            DecisionPublishing.version LOOK_ON
            DecisionPublishing.versions LOOK_ON
            DecisionRerun.run SEE_CONVERSATIONS
            DecisionReview.check LOOK_ON
            DecisionSheets.make BUILD
            DecisionSheets.replace BUILD
            DecisionSheets.write LOOK_ON
            DecisionTrial.draft LOOK_ON
            DecisionTrial.explain LOOK_ON
            DecisionTrial.file LOOK_ON
            DecisionTrial.live LOOK_ON
            DecisionTrial.model LOOK_ON
            Events.tell START_FLOWS
            FlowArchive.archive BUILD
            FlowArchive.delete BUILD
            FlowArchive.unarchive BUILD
            FlowAssignments.assign MANAGE_CONNECTIONS
            FlowAssignments.channelsOf LOOK_ON
            FlowAssignments.on LOOK_ON
            FlowAssignments.startable LOOK_ON
            FlowCases.accept BUILD
            FlowCases.add BUILD
            FlowCases.delete BUILD
            FlowCases.exportJson LOOK_ON
            FlowCases.importJson BUILD
            FlowCases.list LOOK_ON
            FlowCases.rename BUILD
            FlowCases.run BUILD
            FlowCases.runAll BUILD
            FlowCases.save BUILD
            FlowDependents.of LOOK_ON
            FlowDrafts.bringBack BUILD
            FlowDrafts.contentOf LOOK_ON
            FlowDrafts.get LOOK_ON
            FlowDrafts.kept LOOK_ON
            FlowDrafts.overwrite BUILD
            FlowDrafts.page LOOK_ON
            FlowDrafts.putAside BUILD
            FlowDrafts.requireKnown LOOK_ON
            FlowDrafts.save BUILD
            FlowDrafts.takeOver BUILD
            FlowFigures.use LOOK_ON
            FlowFiles.add BUILD
            FlowFiles.export LOOK_ON
            FlowLibrary.add BUILD
            FlowLibrary.all LOOK_ON
            FlowLibrary.count LOOK_ON
            FlowLibrary.duplicate BUILD
            FlowLibrary.freeKey LOOK_ON
            FlowLibrary.rename BUILD
            FlowLibrary.slice LOOK_ON
            FlowLibrary.tag BUILD
            FlowPublishing.hasPublished LOOK_ON
            FlowPublishing.publish PUBLISH
            FlowPublishing.rollBack PUBLISH
            FlowPublishing.version LOOK_ON
            FlowPublishing.versions LOOK_ON
            FlowReview.check LOOK_ON
            FlowStarts.begin START_FLOWS
            Flows.get LOOK_ON
            Flows.names LOOK_ON
            Flows.page LOOK_ON
            Flows.requireKnown LOOK_ON
            HookConsole.content SEE_CONVERSATIONS
            HookConsole.latest SEE_CONVERSATIONS
            HookConsole.read SEE_CONVERSATIONS
            HookConsole.send START_FLOWS
            HookConsole.tree SEE_CONVERSATIONS
            Hooks.replay START_FLOWS
            KnownValues.all LOOK_ON
            LiveConversations.at LOOK_ON
            LiveConversations.calls LOOK_ON
            LiveConversations.versions LOOK_ON
            MailRefusals.latest LOOK_ON
            MailSenders.delete MANAGE_CONNECTIONS
            MailSenders.find LOOK_ON
            MailSenders.set MANAGE_CONNECTIONS
            MailSenders.tryOut MANAGE_CONNECTIONS
            MediaFiles.count LOOK_ON
            MediaFiles.delete BUILD
            MediaFiles.find LOOK_ON
            MediaFiles.list LOOK_ON
            MediaFiles.open LOOK_ON
            MediaFiles.room LOOK_ON
            MediaFiles.slice LOOK_ON
            MediaFiles.upload BUILD
            MediaFiles.uses LOOK_ON
            Notices.of LOOK_ON
            Notices.wish SETTLE_MESSAGES
            NumberCheck.of LOOK_ON
            OwnConsents.get SEE_CONVERSATIONS
            OwnConsents.page SEE_CONVERSATIONS
            OwnConsents.record RECORD_CONSENT
            OwnConsents.uses SEE_CONVERSATIONS
            OwnConsents.withdraw RECORD_CONSENT
            OwnRetention.get LOOK_ON
            OwnRetention.set TIGHTEN_POLICIES
            OwnSendLimits.get LOOK_ON
            OwnSendLimits.set TIGHTEN_POLICIES
            PackageLinks.end WORK_CASES
            PackageLinks.make WORK_CASES
            PackageLinks.of WORK_CASES
            PersonLimits.liftObjection WORK_CASES
            PersonLimits.liftRestriction WORK_CASES
            PersonLimits.object WORK_CASES
            PersonLimits.objections WORK_CASES
            PersonLimits.restrict WORK_CASES
            PersonLimits.restrictApart WORK_CASES
            PersonLimits.restrictions WORK_CASES
            PersonLimits.unrestrict WORK_CASES
            Rectifications.ask WORK_CASES
            Rectifications.decide WORK_CASES
            Rectifications.get WORK_CASES
            Rectifications.note WORK_CASES
            Rectifications.page WORK_CASES
            Rectifications.recipients WORK_CASES
            PlatformRules.all LOOK_ON
            ProcessingRegister.get WORK_CASES
            ProcessingRegister.set WORK_CASES
            ProgramKeys.all MANAGE_CONNECTIONS
            ProgramKeys.make MANAGE_CONNECTIONS
            ProgramKeys.revoke MANAGE_CONNECTIONS
            PublishedFlows.live LOOK_ON
            PublishedFlows.ofDefinition LOOK_ON
            Runs.begin START_FLOWS
            Runs.get SEE_CONVERSATIONS
            Runs.page SEE_CONVERSATIONS
            Runs.way SEE_CONVERSATIONS
            SampleDecisions.bring BUILD
            SampleMedia.bring BUILD
            Schedules.all LOOK_ON
            Schedules.begin START_FLOWS
            Schedules.change MANAGE_CONNECTIONS
            Schedules.count LOOK_ON
            Schedules.delete MANAGE_CONNECTIONS
            Schedules.get LOOK_ON
            Schedules.isAboutNobody LOOK_ON
            Schedules.isLive LOOK_ON
            Schedules.make MANAGE_CONNECTIONS
            Schedules.names SEE_CONVERSATIONS
            Schedules.pause MANAGE_CONNECTIONS
            Schedules.resume MANAGE_CONNECTIONS
            Schedules.runs SEE_CONVERSATIONS
            Schedules.slice LOOK_ON
            Schedules.times LOOK_ON
            Schedules.values SEE_CONVERSATIONS
            Schedules.wished LOOK_ON
            Schedules.zone LOOK_ON
            Secrets.all LOOK_ON
            Secrets.delete MANAGE_CONNECTIONS
            Secrets.keep MANAGE_CONNECTIONS
            Secrets.uses LOOK_ON
            TestRequests.send BUILD
            Trail.count SEE_AUDIT
            Trail.heads SEE_AUDIT
            Trail.keys SEE_AUDIT
            Trail.page SEE_AUDIT
            Trail.slice SEE_AUDIT
            Trail.verify SEE_AUDIT
            Triggers.all LOOK_ON
            Triggers.change MANAGE_CONNECTIONS
            Triggers.count SEE_CONVERSATIONS
            Triggers.delete MANAGE_CONNECTIONS
            Triggers.deliveries SEE_CONVERSATIONS
            Triggers.get LOOK_ON
            Triggers.latest LOOK_ON
            Triggers.make MANAGE_CONNECTIONS
            Triggers.renew MANAGE_CONNECTIONS
            Triggers.slice SEE_CONVERSATIONS
            Triggers.takes LOOK_ON
            Tryouts.open BUILD
            Tryouts.preview BUILD
            WaitingMessages.count SEE_CONVERSATIONS
            WaitingMessages.giveUp SETTLE_MESSAGES
            WaitingMessages.slice SEE_CONVERSATIONS
            WaitingMessages.tryAgain SETTLE_MESSAGES
            WebhookDeliveries.count SEE_CONVERSATIONS
            WebhookDeliveries.page SEE_CONVERSATIONS
            WebhookDeliveries.replay MANAGE_CONNECTIONS
            WebhookDeliveries.slice SEE_CONVERSATIONS
            WebhookDeliveries.test MANAGE_CONNECTIONS
            WebhookEndpoints.all LOOK_ON
            WebhookEndpoints.change MANAGE_CONNECTIONS
            WebhookEndpoints.delete MANAGE_CONNECTIONS
            WebhookEndpoints.get LOOK_ON
            WebhookEndpoints.make MANAGE_CONNECTIONS
            WebhookEndpoints.rotate MANAGE_CONNECTIONS
            """;

    static final Map<String, Permission> NEEDED = TABLE.lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(parts -> parts[0], parts -> Permission.valueOf(parts[1])));

    /** Nobody's, so that what is let in finds nothing to change. */
    private static final OrganisationId NOBODYS = new OrganisationId(UUID.randomUUID());

    private static final Scene SCENE = Scene.shared();

    /** A public method of a bean that does something for an actor. */
    record Service(Object bean, Method method) {

        String name() {
            return ClassUtils.getUserClass(bean).getSimpleName() + "." + method.getName();
        }

        @Override
        public String toString() {
            return name() + Arrays.toString(method.getParameterTypes());
        }
    }

    static List<Service> services() {
        return SCENE.beans(Object.class).stream()
                .filter(bean -> ClassUtils.getUserClass(bean).getName().startsWith("com.qliento."))
                .flatMap(bean -> Arrays.stream(ClassUtils.getUserClass(bean).getMethods())
                        .filter(RolesTest::actsForSomebody)
                        .map(method -> new Service(bean, method)))
                .toList();
    }

    private static boolean actsForSomebody(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && Modifier.isPublic(method.getDeclaringClass().getModifiers())
                && List.of(method.getParameterTypes()).contains(Actor.class);
    }

    @Test
    void the_table_names_every_service_and_no_other() {
        Set<String> there = services().stream().map(Service::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).isEqualTo(new TreeSet<>(NEEDED.keySet()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_refuses_the_roles_that_may_not_before_it_looks_at_anything_else(Service service) {
        var needed = Objects.requireNonNull(NEEDED.get(service.name()), "not in the table");

        assertThat(Stream.of(Role.values()).filter(role -> !refuses(service, role)))
                .as("roles that %s lets in", service)
                .containsExactlyElementsOf(Stream.of(Role.values())
                        .filter(role -> role.may(needed))
                        .toList());
    }

    private static boolean refuses(Service service, Role role) {
        return refuses(service, Actor.person(new AccountId(UUID.randomUUID()), NOBODYS, role));
    }

    static boolean refuses(Service service, Actor who) {
        var values = Arrays.stream(service.method().getParameterTypes())
                .map(type -> type == Actor.class ? who : something(type))
                .toArray();
        try {
            service.method().invoke(service.bean(), values);
            return false;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause() instanceof Problem problem && problem.is(ProblemKind.FORBIDDEN);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** A value of the type that means nothing to anybody; the first of an enum; null for what is more than a word or a number. */
    private static @Nullable Object something(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(String.class, "nobody-has-this"),
                        Map.entry(byte[].class, new byte[0]),
                        Map.entry(int.class, 1),
                        Map.entry(long.class, 1L),
                        Map.entry(boolean.class, false),
                        Map.entry(UUID.class, new UUID(0, 0)),
                        Map.entry(List.class, List.of()),
                        Map.entry(Set.class, Set.of()),
                        Map.entry(Map.class, Map.of()))
                .get(type);
    }
}
