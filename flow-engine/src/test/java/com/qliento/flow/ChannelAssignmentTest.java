package com.qliento.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.bpmn.FlowProblem;
import com.qliento.channel.Channels;
import com.qliento.channel.Connection;
import com.qliento.channel.Connections;
import com.qliento.channel.NewChannel;
import com.qliento.organisation.OrganisationId;
import com.qliento.problem.Problem;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelAssignmentTest {

    private static final String DEMO_NUMBER = "106540352242922";
    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Actor OWNER = new Actor("ana", DEMO, Role.OWNER);

    private final Scene scene = Scene.shared();
    private final Connections connections = scene.bean(Connections.class);
    private final FlowAssignments assignments = scene.bean(FlowAssignments.class);
    private final FlowReview review = scene.bean(FlowReview.class);
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);
    private final String here = word + "-a";
    private final String there = word + "-b";
    private final UUID first = scene.bean(Channels.class)
            .withNumber(DEMO_NUMBER)
            .orElseThrow()
            .id()
            .value();
    private Connection second;

    @BeforeEach
    void connect() {
        second = connections.connect(OWNER, number());
    }

    private static NewChannel number() {
        var id = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
        return new NewChannel.Form(id, null, "+1 555 " + id.substring(0, 7), "demo-app-secret", "verify", "token")
                .read();
    }

    @AfterEach
    void tidy() {
        if (connections.all(OWNER).contains(second)) {
            connections.disconnect(OWNER, second.id());
        }
    }

    @Test
    void one_keyword_starts_different_flows_on_different_numbers() {
        publishBoth();

        assignments.assign(OWNER, here, Set.of(first));
        assignments.assign(OWNER, there, Set.of(second.id().value()));

        assertThat(answerFrom(DEMO_NUMBER)).isEqualTo("from a");
        assertThat(answerFrom(second.phoneNumberId())).isEqualTo("from b");
    }

    @Test
    void without_an_assignment_a_flow_answers_on_every_number() {
        publish(here, "from a");

        assertThat(answerFrom(DEMO_NUMBER)).isEqualTo("from a");
        assertThat(answerFrom(second.phoneNumberId())).isEqualTo("from a");
    }

    @Test
    void a_flow_for_this_number_goes_before_one_for_every_number() {
        publishBoth();

        assignments.assign(OWNER, there, Set.of(second.id().value()));

        assertThat(answerFrom(DEMO_NUMBER)).isEqualTo("from a");
        assertThat(answerFrom(second.phoneNumberId())).isEqualTo("from b");
        assertThat(review.check(OWNER, there)).noneMatch(this::keywordTaken);
    }

    @Test
    void a_keyword_is_taken_only_where_numbers_meet() {
        publishBoth();
        assertThat(review.check(OWNER, there)).anyMatch(this::keywordTaken);

        assignments.assign(OWNER, here, Set.of(first));
        assignments.assign(OWNER, there, Set.of(second.id().value()));
        assertThat(review.check(OWNER, there)).noneMatch(this::keywordTaken);

        assignments.assign(OWNER, there, Set.of(first, second.id().value()));
        assertThat(review.check(OWNER, there)).anyMatch(this::keywordTaken);
    }

    @Test
    void the_table_of_a_number_tells_who_gets_a_message_and_who_goes_without() {
        publishBoth();

        assertThat(start(first)).satisfies(start -> {
            assertThat(start.starts().key()).isEqualTo(here);
            assertThat(start.without()).extracting(LiveFlow::key).containsExactly(there);
        });

        assignments.assign(OWNER, there, Set.of(first));
        assertThat(start(first).starts().key()).isEqualTo(there);
        assertThat(start(second.id().value()).without()).isEmpty();
        assertThat(assignments.startable(OWNER)).extracting(LiveFlow::key).contains(here, there);
    }

    @Test
    void a_flow_whose_only_number_is_disconnected_does_not_begin_to_answer_on_the_others() {
        publish(here, "from a");
        assignments.assign(OWNER, here, Set.of(second.id().value()));

        connections.disconnect(OWNER, second.id());

        assertThat(assignments.on(OWNER, first)).noneMatch(start -> word.equals(start.keyword()));
        assertThat(assignments.channelsOf(OWNER, here))
                .containsExactly(second.id().value());
    }

    @Test
    void no_number_takes_the_assignment_back() {
        publish(here, "from a");
        assignments.assign(OWNER, here, Set.of(second.id().value()));

        assignments.assign(OWNER, here, Set.of());

        assertThat(answerFrom(DEMO_NUMBER)).isEqualTo("from a");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void only_who_manages_connections_changes_them_and_everybody_sees_them(Role role) {
        publish(here, "from a");
        var actor = new Actor("somebody", DEMO, role);

        if (role == Role.OWNER) {
            assignments.assign(actor, here, Set.of(first));
        } else {
            assertThatThrownBy(() -> assignments.assign(actor, here, Set.of(first)))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> connections.connect(actor, number())).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> connections.disconnect(actor, second.id())).isInstanceOf(Problem.class);
        }

        assertThat(connections.all(actor)).contains(second);
        assertThat(assignments.on(actor, first)).isNotEmpty();
    }

    private void publishBoth() {
        publish(here, "from a");
        publish(there, "from b");
    }

    private void publish(String key, String says) {
        new FlowText(key, word).says("text", says).ends().publish(scene);
    }

    private boolean keywordTaken(FlowProblem problem) {
        return problem.code().equals("keyword-taken");
    }

    private FlowStart start(UUID channel) {
        return assignments.on(OWNER, channel).stream()
                .filter(start -> word.equals(start.keyword()))
                .findFirst()
                .orElseThrow();
    }

    private String answerFrom(String numberId) {
        var customer = Scene.newCustomer();
        scene.post(scene.textMessage(customer, word).replace(DEMO_NUMBER, numberId));
        return List.copyOf(scene.hears(customer, 1)).get(0);
    }
}
