package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.conversation.Visit;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.transcript.LiveConversations.LiveVersion;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveConversationsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("ana", DEMO, Role.OWNER);
    private static final Actor VIEWER = new Actor("vic", DEMO, Role.VIEWER);

    private final Scene scene = Scene.shared();
    private final LiveConversations live = scene.bean(LiveConversations.class);
    private final Conversations conversations = scene.bean(Conversations.class);
    private final String customer = Scene.newCustomer();
    private final String key = "live-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_conversation_is_counted_at_the_block_that_waits_for_it() {
        new FlowText(key, key)
                .asks("name", "question", "Who?")
                .says("hello", "Hi")
                .ends()
                .publish(scene);

        starts(customer);
        starts(Scene.newCustomer());

        assertThat(eventually(version -> version.all() == 2).byElement()).isEqualTo(Map.of("name", 2L));
    }

    @Test
    void one_that_waits_for_time_is_counted_at_its_clock_and_leaves_when_it_ends() {
        new FlowText(key, key).says("hello", "Hi").waits("nap", "PT1H").ends().publish(scene);

        starts(customer);
        assertThat(eventually(version -> version.all() == 1).byElement()).isEqualTo(Map.of("nap", 1L));
        scene.passes(Duration.ofHours(1).plusSeconds(1));

        assertThat(eventually(version -> version.all() == 0).byElement()).isEmpty();
    }

    @Test
    void one_inside_another_flow_is_counted_at_the_block_that_started_it() {
        new FlowText(key + "-in", key + "-in")
                .asks("inner", "question", "Deep?")
                .ends()
                .publish(scene);
        new FlowText(key, key).calls("inside", key + "-in").ends().publish(scene);

        starts(customer);

        assertThat(eventually(version -> version.all() == 1).byElement()).isEqualTo(Map.of("inside", 1L));
        assertThat(path().standsAt()).isEqualTo("inside");
        assertThat(path().steps())
                .flatExtracting(PathStep::visits)
                .extracting(Visit::element)
                .containsExactly("start", "inside", "inside/start", "inside/inner");
    }

    @Test
    void an_old_version_stays_as_long_as_it_has_conversations() {
        new FlowText(key, key).asks("first", "question", "Who?").ends().publish(scene);
        starts(customer);
        new FlowText(key, key).asks("second", "question", "Who?").ends().publish(scene);

        Awaitility.await().untilAsserted(() -> assertThat(live.versions(OWNER, key))
                .extracting(LiveVersion::version, LiveVersion::live, LiveVersion::byElement)
                .containsExactly(Tuple.tuple(2, true, Map.of()), Tuple.tuple(1, false, Map.of("first", 1L))));

        scene.says(customer, "Ana");
        Awaitility.await().untilAsserted(() -> assertThat(live.versions(OWNER, key))
                .extracting(LiveVersion::version)
                .containsExactly(2));
    }

    @Test
    void who_stands_at_a_block_is_named_for_those_who_may_read_and_for_nobody_else() {
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        starts(customer);
        var version = eventually(v -> v.all() == 1);

        var seen = live.at(OWNER, version.definitionId(), "name", 10);
        var masked = live.at(VIEWER, version.definitionId(), "name", 10);

        assertThat(seen).extracting(LiveConversations.Standing::name).containsExactly("Customer");
        assertThat(masked).hasSize(1).allSatisfy(one -> {
            assertThat(one.name()).isNull();
            assertThat(one.conversation()).isNull();
            assertThat(one.since()).isEqualTo(seen.get(0).since());
        });
    }

    @Test
    void the_way_is_told_step_by_step_on_the_version_it_went_through_even_after_its_end() {
        new FlowText(key, key)
                .asks("name", "question", "Who?")
                .says("hello", "Hi")
                .ends()
                .publish(scene);
        starts(customer);
        assertThat(path().standsAt()).isEqualTo("name");

        scene.says(customer, "Ana");
        scene.hears(customer, 2);

        var path = path();
        assertThat(path.standsAt()).isNull();
        assertThat(path.version()).isNotNull().extracting("flowKey", "version").containsExactly(key, 1);
        assertThat(path.steps())
                .extracting(step -> step.visits().stream().map(Visit::element).toList())
                .containsExactly(List.of("start", "name"), List.of("hello", "end"));
    }

    @Test
    void messages_are_read_newest_first_with_what_they_offer() {
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        starts(customer);

        var messages = conversations.messages(OWNER, id(), null, 10);

        assertThat(messages)
                .extracting(ConversationMessage::inbound, ConversationMessage::text, ConversationMessage::erased)
                .containsExactly(Tuple.tuple(false, "Who?", false), Tuple.tuple(true, key, false));
    }

    @Test
    void what_is_erased_is_told_as_erased_and_nothing_of_it_is_shown() {
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        starts(customer);
        var contact = new SubjectId(conversations.get(OWNER, id()).contact());

        scene.bean(Vault.class).destroySubject(DEMO, contact);

        assertThat(conversations.messages(OWNER, id(), null, 10)).hasSize(2).allSatisfy(message -> {
            assertThat(message.erased()).isTrue();
            assertThat(message.text()).isNull();
            assertThat(message.offers()).isEmpty();
        });
        assertThat(conversations.get(OWNER, id()).person().shown()).isNull();
    }

    @Test
    void a_number_finds_its_conversation_however_it_is_written_and_another_finds_none() {
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        starts(customer);

        var written = "+" + customer.substring(0, 2) + " " + customer.substring(2);
        assertThat(conversations.page(OWNER, phone(written), null, 10).items())
                .singleElement()
                .satisfies(one -> assertThat(one.person().phone()).isEqualTo(customer));
        assertThat(conversations.page(OWNER, phone("34000"), null, 10).items()).isEmpty();
    }

    @Test
    void pages_follow_each_other_latest_first_without_a_gap_or_a_repetition() {
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        for (int i = 0; i < 5; i++) {
            starts(Scene.newCustomer());
        }
        var filter = new ConversationFilter(key, null, "name", "asking", null);

        var first = conversations.page(OWNER, filter, null, 2);
        var second = conversations.page(OWNER, filter, first.next(), 2);
        var third = conversations.page(OWNER, filter, second.next(), 2);

        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third))
                .flatExtracting(page -> page.items())
                .hasSize(5)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(ConversationView::lastStepAt)
                        .thenComparing(view -> view.id().toString())
                        .reversed());
    }

    @Test
    void another_organisation_sees_none_of_it() {
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        starts(customer);
        var stranger = new Actor("eve", OtherOrganisation.in(scene).id(), Role.OWNER);

        assertThat(conversations
                        .page(stranger, ConversationFilter.ALL, null, 10)
                        .items())
                .isEmpty();
        assertThat(live.versions(stranger, key)).isEmpty();
        var id = id();
        assertThatThrownBy(() -> conversations.get(stranger, id)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void what_customers_wrote_is_for_every_role_but_the_viewer(Role role) {
        var actor = new Actor("somebody", DEMO, role);
        new FlowText(key, key).asks("name", "question", "Who?").ends().publish(scene);
        starts(customer);
        var id = id();

        if (role == Role.VIEWER) {
            assertThatThrownBy(() -> conversations.page(actor, ConversationFilter.ALL, null, 1))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> conversations.get(actor, id)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> conversations.path(actor, id)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> conversations.messages(actor, id, null, 1)).isInstanceOf(Problem.class);
        } else {
            assertThat(conversations.messages(actor, id, null, 1)).hasSize(1);
        }
        assertThat(live.versions(actor, key)).hasSize(1);
    }

    private void starts(String phone) {
        scene.says(phone, key);
        Awaitility.await()
                .until(() -> !new Rest(scene).conversationOf(phone).path("flow").isMissingNode()
                        && !new Rest(scene).conversationOf(phone).path("flow").isNull());
    }

    private UUID id() {
        return UUID.fromString(
                new Rest(scene).conversationOf(customer).path("id").asText());
    }

    private ConversationPath path() {
        return conversations.path(OWNER, id());
    }

    private static ConversationFilter phone(String written) {
        return new ConversationFilter(null, null, null, null, written);
    }

    private LiveVersion eventually(Predicate<LiveVersion> wanted) {
        return Awaitility.await().until(() -> live.versions(OWNER, key).get(0), wanted);
    }
}
