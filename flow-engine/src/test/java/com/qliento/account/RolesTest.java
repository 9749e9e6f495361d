package com.qliento.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
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
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;

/** Every service that does something for somebody, asked by each role: one that is not in the table fails. */
class RolesTest {

    /** What a role must allow for each method, all methods of a service with one line. A new method is added here. */
    private static final String TABLE = """
            Connections.all SEE_FLOWS
            Connections.connect MANAGE_CONNECTIONS
            Connections.disconnect MANAGE_CONNECTIONS
            ConversationFigures.any SEE_FLOWS
            Conversations.count SEE_CONVERSATIONS
            Conversations.get SEE_CONVERSATIONS
            Conversations.messages SEE_CONVERSATIONS
            Conversations.page SEE_CONVERSATIONS
            Conversations.path SEE_CONVERSATIONS
            Conversations.slice SEE_CONVERSATIONS
            DecisionCases.add EDIT_FLOWS
            DecisionCases.delete EDIT_FLOWS
            DecisionCases.list SEE_FLOWS
            DecisionCases.run SEE_FLOWS
            DecisionDiff.between SEE_FLOWS
            DecisionDrafts.bringBack EDIT_FLOWS
            DecisionDrafts.contentOf SEE_FLOWS
            DecisionDrafts.freeKey SEE_FLOWS
            DecisionDrafts.get SEE_FLOWS
            DecisionDrafts.kept SEE_FLOWS
            DecisionDrafts.overwrite EDIT_FLOWS
            DecisionDrafts.page SEE_FLOWS
            DecisionDrafts.putAside EDIT_FLOWS
            DecisionDrafts.requireKnown SEE_FLOWS
            DecisionDrafts.save EDIT_FLOWS
            DecisionDrafts.takeOver EDIT_FLOWS
            DecisionLibrary.delete EDIT_FLOWS
            DecisionLibrary.uses SEE_FLOWS
            DecisionRerun.run SEE_CONVERSATIONS
            DecisionSheets.make EDIT_FLOWS
            DecisionSheets.replace EDIT_FLOWS
            DecisionSheets.write SEE_FLOWS
            DecisionPublishing.hasPublished SEE_FLOWS
            DecisionPublishing.publish PUBLISH_FLOWS
            DecisionPublishing.rollBack PUBLISH_FLOWS
            DecisionPublishing.version SEE_FLOWS
            DecisionPublishing.versions SEE_FLOWS
            DecisionReview.check SEE_FLOWS
            DecisionTrial.draft SEE_FLOWS
            DecisionTrial.explain SEE_FLOWS
            DecisionTrial.file SEE_FLOWS
            DecisionTrial.live SEE_FLOWS
            DecisionTrial.model SEE_FLOWS
            FlowAssignments.assign MANAGE_CONNECTIONS
            FlowAssignments.channelsOf SEE_FLOWS
            FlowAssignments.on SEE_FLOWS
            FlowAssignments.startable SEE_FLOWS
            FlowCases.accept EDIT_FLOWS
            FlowCases.add EDIT_FLOWS
            FlowCases.delete EDIT_FLOWS
            FlowCases.exportJson SEE_FLOWS
            FlowCases.importJson EDIT_FLOWS
            FlowCases.list SEE_FLOWS
            FlowCases.rename EDIT_FLOWS
            FlowCases.run EDIT_FLOWS
            FlowCases.runAll EDIT_FLOWS
            FlowCases.save EDIT_FLOWS
            FlowDrafts.bringBack EDIT_FLOWS
            FlowDrafts.contentOf SEE_FLOWS
            FlowDrafts.get SEE_FLOWS
            FlowDrafts.kept SEE_FLOWS
            FlowDrafts.overwrite EDIT_FLOWS
            FlowDrafts.page SEE_FLOWS
            FlowDrafts.putAside EDIT_FLOWS
            FlowDrafts.requireKnown SEE_FLOWS
            FlowDrafts.save EDIT_FLOWS
            FlowDrafts.takeOver EDIT_FLOWS
            FlowFiles.add EDIT_FLOWS
            FlowFiles.export SEE_FLOWS
            FlowLibrary.add EDIT_FLOWS
            FlowLibrary.all SEE_FLOWS
            FlowLibrary.archive EDIT_FLOWS
            FlowLibrary.count SEE_FLOWS
            FlowLibrary.delete EDIT_FLOWS
            FlowLibrary.duplicate EDIT_FLOWS
            FlowLibrary.freeKey SEE_FLOWS
            FlowLibrary.rename EDIT_FLOWS
            FlowLibrary.slice SEE_FLOWS
            FlowLibrary.tag EDIT_FLOWS
            FlowLibrary.unarchive EDIT_FLOWS
            FlowLibrary.use SEE_FLOWS
            FlowLibrary.whatBreaks SEE_FLOWS
            FlowPublishing.hasPublished SEE_FLOWS
            FlowPublishing.publish PUBLISH_FLOWS
            FlowPublishing.rollBack PUBLISH_FLOWS
            FlowPublishing.version SEE_FLOWS
            FlowPublishing.versions SEE_FLOWS
            FlowReview.check SEE_FLOWS
            Flows.get SEE_FLOWS
            Flows.names SEE_FLOWS
            Flows.page SEE_FLOWS
            Flows.requireKnown SEE_FLOWS
            KnownValues.all SEE_FLOWS
            LiveConversations.at SEE_FLOWS
            LiveConversations.versions SEE_FLOWS
            MediaFiles.delete EDIT_FLOWS
            MediaFiles.find SEE_FLOWS
            MediaFiles.count SEE_FLOWS
            MediaFiles.list SEE_FLOWS
            MediaFiles.slice SEE_FLOWS
            MediaFiles.open SEE_FLOWS
            MediaFiles.room SEE_FLOWS
            MediaFiles.upload EDIT_FLOWS
            MediaFiles.uses SEE_FLOWS
            NumberCheck.of SEE_FLOWS
            OwnSendLimits.get SEE_FLOWS
            OwnSendLimits.set TIGHTEN_POLICIES
            PlatformRules.all SEE_FLOWS
            PublishedFlows.live SEE_FLOWS
            PublishedFlows.ofDefinition SEE_FLOWS
            SampleDecisions.bring EDIT_FLOWS
            SampleMedia.bring EDIT_FLOWS
            Tryouts.open EDIT_FLOWS
            Tryouts.preview EDIT_FLOWS
            """;

    private static final Map<String, Permission> NEEDED = TABLE.lines()
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
            return thrown.getCause() instanceof Problem problem && problem.status() == HttpStatus.FORBIDDEN;
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** A value of the type that means nothing to anybody; null for what is more than a word or a number. */
    private static @Nullable Object something(Class<?> type) {
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
