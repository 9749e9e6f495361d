package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.conversation.customer.NoUsableAddress;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that a timer makes, and that fail however often they are tried. */
class FailingTimerTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String key = "f" + customer;

    @BeforeEach
    void a_flow_to_go_on_with() {
        new FlowText("next" + customer, "next")
                .says("hello", "hello again")
                .ends()
                .publish(scene);
    }

    @Test
    void a_wait_that_cannot_end_gives_the_conversation_free_and_what_was_held_is_handled() {
        new FlowText(key, key, "otherKeywords", "answer")
                .says("hi", "hi")
                .waits("nap", "PT10M")
                .says("late", "late")
                .ends()
                .publish(scene);
        begin();
        scene.says(customer, "next");
        Awaitility.await().until(() -> rest.messagesOf(customer).stream()
                .anyMatch(message -> message.path("state").asText().equals("held")));

        failUntilGivenUp();

        assertThat(scene.hears(customer, 2)).containsExactly("hi", "hello again");
        assertThat(trace()).contains("nap:failed").doesNotContain("late");
        assertThat(instances()).isZero();
    }

    @Test
    void a_time_out_that_fails_gives_the_conversation_free_for_the_next_message() {
        new FlowText(key, key)
                .asks("q", "question", "hi")
                .ends()
                .lateTo("q", "PT10M", "too late")
                .publish(scene);
        begin();

        failUntilGivenUp();

        Awaitility.await().until(() -> trace().contains("q-late:failed"));
        scene.says(customer, "next");
        assertThat(scene.hears(customer, 2)).containsExactly("hi", "hello again");
        assertThat(instances()).isZero();
    }

    private void begin() {
        scene.says(customer, key);
        scene.hears(customer, 1);
        Awaitility.await().until(() -> instances() == 1);
        var contact = UUID.fromString(rest.contact(customer));
        inDemo("UPDATE contact SET address_kind = 'user_id' WHERE id = ?", contact);
    }

    /** Nobody can be written to any more, so the step that the timer makes fails each time. */
    private void failUntilGivenUp() {
        for (int i = 0; i < 8; i++) {
            try {
                scene.passes(Duration.ofMinutes(11));
            } catch (RuntimeException failedAsMeant) {
                assertThat(failedAsMeant).isInstanceOfAny(NoUsableAddress.class, ProcessEngineException.class);
            }
        }
    }

    private long instances() {
        return scene.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(
                        rest.conversationOf(customer).path("id").asText())
                .count();
    }

    private List<String> trace() {
        var conversation =
                UUID.fromString(rest.conversationOf(customer).path("id").asText());
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT unnest(path) FROM conversation_trace WHERE conversation_id = ?")
                .param(conversation)
                .query(String.class)
                .list());
    }

    private void inDemo(String sql, UUID id) {
        scene.bean(OrganisationScope.class)
                .run(DEMO, () -> assertThat(scene.jdbc().sql(sql).param(id).update())
                        .isOne());
    }
}
