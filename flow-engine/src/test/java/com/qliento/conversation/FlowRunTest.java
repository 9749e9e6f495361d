package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How flows run: what they ask, wait for, call, and what interrupts them. */
class FlowRunTest {

    private static final String SHORT = "string length(answer) > 2";

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void the_fallback_is_said_once_in_a_window() {
        new FlowText("beyond", "beyond").says("yes", "yes").ends().publish(scene);

        scene.says(customer, "gibberish");
        scene.says(customer, "more gibberish");
        scene.says(customer, "beyond");

        assertThat(scene.hears(customer, 2)).hasSize(2).last().isEqualTo("yes");
        scene.passes(Duration.ofHours(25));
        scene.says(customer, "gibberish");
        assertThat(scene.hears(customer, 3)).hasSize(3);
        assertThat(scene.sink().texts(customer).get(2))
                .isEqualTo(scene.sink().texts(customer).get(0));
    }

    @Test
    void stop_interrupts_a_flow_that_asks() {
        new FlowText("asker", "asker")
                .asks("q", "question", "Well?")
                .says("thanks", "thanks")
                .ends()
                .publish(scene);
        scene.says(customer, "asker");
        scene.hears(customer, 1);

        scene.says(customer, " STOP ");
        assertThat(scene.hears(customer, 2)).last().asString().startsWith("Stopped");
        scene.says(customer, "asker");

        assertThat(scene.hears(customer, 3)).last().isEqualTo("Well?");
    }

    @Test
    void stop_interrupts_a_flow_that_waits_though_another_message_is_held() {
        new FlowText("sleeper", "sleeper")
                .says("hi", "hi")
                .waits("nap", "P3D")
                .says("up", "up")
                .ends()
                .publish(scene);
        scene.says(customer, "sleeper");
        scene.hears(customer, 1);

        scene.says(customer, "hello?");
        scene.says(customer, "stop");

        assertThat(scene.hears(customer, 2)).last().asString().startsWith("Stopped");
        scene.passes(Duration.ofDays(4));
        scene.says(customer, "sleeper");
        assertThat(scene.hears(customer, 3))
                .containsExactly("hi", scene.sink().texts(customer).get(1), "hi");
    }

    @Test
    void a_message_during_a_wait_is_held_until_the_flow_asks() {
        new FlowText("patient", "patient")
                .waits("nap", "PT1H")
                .asks("q", "question", "Name?", "name", "n")
                .says("hello", "Hello {{ n }}")
                .ends()
                .publish(scene);
        scene.says(customer, "patient");
        scene.says(customer, "Ada");
        awaitState("held");

        scene.passes(Duration.ofMinutes(61));

        assertThat(scene.hears(customer, 2)).containsExactly("Name?", "Hello Ada");
    }

    @Test
    void a_burst_is_joined_into_one_answer() {
        new FlowText("joiner", "joiner", "mergeSeconds", "1")
                .asks("q", "question", "Tell", "name", "n")
                .says("got", "<{{ n }}>")
                .ends()
                .publish(scene);
        scene.says(customer, "joiner");
        scene.hears(customer, 1);

        scene.says(customer, "one");
        scene.says(customer, "two");

        assertThat(scene.hears(customer, 2)).last().isEqualTo("<one\ntwo>");
    }

    @Test
    void stop_within_a_burst_interrupts_and_is_no_answer() {
        new FlowText("joins-stop", "joins-stop", "mergeSeconds", "8")
                .asks("q", "question", "Tell", "name", "n")
                .says("got", "<{{ n }}>")
                .ends()
                .publish(scene);
        scene.says(customer, "joins-stop");
        scene.hears(customer, 1);
        var burst = new ArrayList<ObjectNode>();
        burst.add(message("one"));
        burst.add(message("stop"));

        scene.post(Webhooks.body(burst));

        assertThat(scene.hears(customer, 2)).last().asString().startsWith("Stopped");
    }

    @Test
    void an_answer_that_is_not_accepted_is_asked_for_again() {
        new FlowText("strict", "strict")
                .asks("q", "question", "Well?", "retry", "Longer!", "valid", SHORT, "name", "n")
                .says("got", "{{ n }}")
                .ends()
                .publish(scene);
        scene.says(customer, "strict");

        scene.says(customer, "x");
        scene.says(customer, "long");

        assertThat(scene.hears(customer, 3)).containsExactly("Well?", "Longer!", "long");
    }

    @Test
    void tries_that_are_used_up_take_the_way_for_that() {
        new FlowText("two-tries", "two-tries")
                .asks("q", "question", "Well?", "retry", "Longer!", "valid", SHORT, "attempts", "2")
                .says("got", "got it")
                .ends()
                .noAnswerTo("q", "Never mind")
                .publish(scene);
        scene.says(customer, "two-tries");

        scene.says(customer, "x");
        scene.says(customer, "y");

        assertThat(scene.hears(customer, 3)).containsExactly("Well?", "Longer!", "Never mind");
    }

    @Test
    void tries_that_are_used_up_go_on_without_an_answer_where_no_way_is_drawn() {
        new FlowText("one-try", "one-try")
                .asks("q", "question", "Well?", "valid", SHORT, "attempts", "1", "name", "n")
                .says("on", "going on")
                .ends()
                .publish(scene);
        scene.says(customer, "one-try");

        scene.says(customer, "x");

        assertThat(scene.hears(customer, 2)).containsExactly("Well?", "going on");
    }

    @Test
    void a_question_times_out_and_the_flow_ends_there() {
        new FlowText("hasty", "hasty")
                .asks("q", "question", "Well?")
                .says("got", "got it")
                .ends()
                .lateTo("q", "PT2H", "Too late")
                .publish(scene);
        scene.says(customer, "hasty");
        scene.hears(customer, 1);

        scene.passes(Duration.ofMinutes(121));

        assertThat(scene.hears(customer, 2)).containsExactly("Well?", "Too late");
        scene.says(customer, "hasty");
        assertThat(scene.hears(customer, 3)).last().isEqualTo("Well?");
    }

    @Test
    void a_called_flow_asks_and_comes_back() {
        new FlowText("inner", "inner")
                .asks("q", "question", "Inner?", "name", "n")
                .ends()
                .publish(scene);
        new FlowText("outer", "outer")
                .calls("call", "inner")
                .says("back", "Back, {{ n }}")
                .ends()
                .publish(scene);

        scene.says(customer, "outer");
        scene.says(customer, "Ada");

        assertThat(scene.hears(customer, 2)).containsExactly("Inner?", "Back, Ada");
        scene.says(customer, "inner");
        assertThat(scene.hears(customer, 3)).last().isEqualTo("Inner?");
    }

    @Test
    void a_called_flow_may_wait_for_time() {
        new FlowText("inner-nap", "inner-nap")
                .waits("nap", "PT1H")
                .says("up", "up")
                .ends()
                .publish(scene);
        new FlowText("outer-nap", "outer-nap")
                .calls("call", "inner-nap")
                .asks("q", "question", "Back?")
                .says("bye", "bye")
                .ends()
                .publish(scene);
        scene.says(customer, "outer-nap");
        awaitConversation("busy");

        scene.passes(Duration.ofMinutes(61));
        scene.hears(customer, 2);
        scene.says(customer, "yes");

        assertThat(scene.hears(customer, 3)).containsExactly("up", "Back?", "bye");
    }

    @Test
    void the_trace_names_elements_and_holds_nothing_of_what_was_said() {
        new FlowText("traced", "traced")
                .asks("ask-name", "question", "Who?", "name", "n")
                .says("greet", "Hello {{ n }}")
                .ends()
                .publish(scene);
        scene.says(customer, "traced");
        scene.says(customer, "Rumpelstiltskin");
        scene.hears(customer, 2);

        var conversation = new Rest(scene).conversationOf(customer).path("id").asText();
        var trace = scene.call("GET", "/api/v1/conversations/" + conversation + "/trace", "")
                .body();

        assertThat(trace).contains("start", "ask-name", "greet", "end");
        assertThat(trace).doesNotContain("Rumpelstiltskin", "Hello", customer);
    }

    @Test
    void a_new_version_leaves_running_conversations_on_the_old_one() {
        new FlowText("versions", "versions")
                .asks("q", "question", "Old?")
                .says("a", "old")
                .ends()
                .publish(scene);
        var second = Scene.newCustomer();
        scene.says(customer, "versions");
        scene.hears(customer, 1);

        new FlowText("versions", "versions")
                .asks("q", "question", "New?")
                .says("a", "new")
                .ends()
                .publish(scene);
        scene.says(customer, "go on");
        scene.says(second, "versions");

        assertThat(scene.hears(customer, 2)).containsExactly("Old?", "old");
        assertThat(scene.hears(second, 1)).containsExactly("New?");
    }

    private ObjectNode message(String text) {
        return Webhooks.message(scene.clock().instant(), customer, "wamid." + UUID.randomUUID(), text);
    }

    private void awaitState(String state) {
        var rest = new Rest(scene);
        Awaitility.await().until(() -> rest.messagesOf(customer).stream()
                .anyMatch(m -> m.path("state").asText().equals(state)));
    }

    private void awaitConversation(String state) {
        var rest = new Rest(scene);
        Awaitility.await()
                .until(() ->
                        rest.conversationOf(customer).path("state").asText().equals(state));
    }
}
