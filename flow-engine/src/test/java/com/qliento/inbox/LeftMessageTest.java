package com.qliento.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.rest.Slice;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.transcript.WaitingMessages;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A message that a process left when it ended, and what a person may do with one that is not handled yet. */
class LeftMessageTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final Actor agent = new Actor("ana", DEMO, Role.AGENT);

    @Test
    void that_a_step_begins_with_it_is_noted_before_and_once_for_each_process() {
        var message = failing();
        leftByAnEarlierProcess(message, 0);

        scene.passes(Duration.ofSeconds(2));
        Awaitility.await().until(() -> number("attempts", message) == 2);
        assertThat(number("begun", message)).isOne();
        scene.passes(Duration.ofSeconds(6));
        Awaitility.await().until(() -> number("attempts", message) == 3);

        assertThat(number("begun", message)).isOne();
    }

    @Test
    void one_that_ended_the_process_three_times_is_parked_with_that_reason() {
        var message = failing();
        leftByAnEarlierProcess(message, 3);

        scene.passes(Duration.ofSeconds(2));

        Awaitility.await().until(() -> state().equals("parked"));
        assertThat(reason()).isEqualTo("the process ended 3 times while a step with this message was under way");
        assertThat(number("attempts", message)).as("no step was begun").isEqualTo(2);
        assertThat(scene.call("POST", "/api/v1/messages/" + message + "/retry", "")
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await().until(() -> number("attempts", message) == 1);
        assertThat(number("begun", message)).isOne();
    }

    @Test
    void an_ordinary_message_is_not_counted() {
        var message = failing();

        assertThat(number("begun", message)).isZero();
    }

    @Test
    void a_message_that_is_tried_again_can_be_given_up_by_rest() {
        var message = failing();

        assertThat(scene.call("POST", "/api/v1/messages/" + message + "/drop", "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(state()).isEqualTo("dropped");
        assertThat(reason()).contains("flow f" + customer);
        assertThat(scene.call("POST", "/api/v1/messages/" + message + "/drop", "")
                        .statusCode())
                .isEqualTo(404);
        scene.says(customer, "stop");
        assertThat(scene.hears(customer, 2)).last().asString().startsWith("Stopped");
    }

    @Test
    void a_message_that_is_tried_again_is_listed_for_a_person_who_may_give_it_up() {
        var message = failing();
        var messages = scene.bean(WaitingMessages.class);

        assertThat(messages.slice(agent, true, new Slice(0, messages.count(agent))))
                .anyMatch(one -> one.message().id().equals(message));
        messages.giveUp(agent, message);

        assertThat(messages.slice(agent, true, new Slice(0, messages.count(agent) + 1)))
                .noneMatch(one -> one.message().id().equals(message));
        assertThat(state()).isEqualTo("dropped");
    }

    @Test
    void a_message_that_a_flow_holds_can_be_given_up() {
        new FlowText("f" + customer, customer)
                .waits("nap", "PT3H")
                .says("late", "late")
                .ends()
                .publish(scene);
        scene.says(customer, customer);
        Awaitility.await()
                .until(() ->
                        rest.conversationOf(customer).path("state").asText().equals("busy"));
        scene.says(customer, "hello?");
        Awaitility.await().until(() -> state().equals("held"));

        var id = rest.messagesOf(customer).get(0).path("id").asText();
        assertThat(scene.call("POST", "/api/v1/messages/" + id + "/drop", "").statusCode())
                .isEqualTo(204);

        assertThat(state()).isEqualTo("dropped");
    }

    /** A message whose step has failed once. */
    private UUID failing() {
        new FlowText("f" + customer, customer)
                .asks("question", "question", "Yes?")
                .ends()
                .publish(scene);
        scene.says(customer, customer);
        scene.hears(customer, 1);
        var conversation =
                UUID.fromString(rest.conversationOf(customer).path("id").asText());
        inDemo("UPDATE conversation SET execution_id = 'gone' WHERE id = ?", conversation);
        scene.says(customer, "hello");
        Awaitility.await().until(() -> state().equals("pending") && !reason().isEmpty());
        return UUID.fromString(rest.messagesOf(customer).get(0).path("id").asText());
    }

    private void leftByAnEarlierProcess(UUID message, int begun) {
        var before = scene.bean(Inbox.class).startedAt().minusSeconds(60).atOffset(ZoneOffset.UTC);
        scene.bean(OrganisationScope.class).run(DEMO, () -> assertThat(scene.jdbc()
                        .sql("UPDATE inbox_queue SET recorded_at = ?, begun = ?, attempts = ? WHERE id = ?")
                        .params(before, begun, 1, message)
                        .update())
                .isOne());
    }

    private int number(String column, UUID message) {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT " + column + " FROM inbox_queue WHERE id = ?")
                .param(message)
                .query(Integer.class)
                .single());
    }

    private void inDemo(String sql, UUID id) {
        scene.bean(OrganisationScope.class)
                .run(DEMO, () -> assertThat(scene.jdbc().sql(sql).param(id).update())
                        .isOne());
    }

    private String state() {
        return rest.messagesOf(customer).get(0).path("state").asText();
    }

    private String reason() {
        return rest.messagesOf(customer).get(0).path("reason").asText();
    }
}
