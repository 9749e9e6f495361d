package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.FlowText;
import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is empty WhatsApp refuses, so it is not sent; what else a message says is. */
class EmptyMessageTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @BeforeEach
    void whatsapp_takes_nothing_empty() {
        scene.sink().answers(call -> empty(call) ? Answer.refused(400, 131009) : Answer.accepted());
    }

    @AfterEach
    void all_is_taken_again() {
        scene.sink().answers(call -> Answer.accepted());
    }

    @Test
    void an_empty_text_is_listed_as_unsent_and_the_flow_goes_on() {
        new FlowText("empty-text", "empty-text")
                .sets("v", "note", "\"\"")
                .says("t", "{{ note }}")
                .says("t2", "After.")
                .ends()
                .publish(scene);

        scene.says(customer, "empty-text");

        assertThat(scene.hears(customer, 1)).containsExactly("After.");
        var unsent = only("unsent");
        assertThat(unsent.path("reason").asText()).contains("It was empty");
        assertThat(states()).containsExactlyInAnyOrder("done", "unsent", "accepted");
        assertThat(trace()).contains("t:empty");
        assertThat(scene.sink().callsTo(customer)).hasSize(1);
        assertThat(scene.call("POST", "/api/v1/messages/" + unsent.path("id").asText() + "/retry", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_option_without_text_is_left_out_and_counted_by_nobody() {
        new FlowText("empty-option", "empty-option")
                .sets("v", "x", "null")
                .choice("a", "question", "Pick", "options", "{{ x }}\nNo\nYes", "name", "c")
                .says("t", "You chose {{ c }}.")
                .ends()
                .publish(scene);

        scene.says(customer, "empty-option");
        scene.hears(customer, 1);
        scene.says(customer, "1");

        assertThat(scene.hears(customer, 2)).containsExactly("Pick", "You chose No.");
        assertThat(scene.sink().to(customer).get(0).at("/interactive/action/buttons"))
                .hasSize(2);
        assertThat(trace()).contains("a:left-out");
        assertThat(states()).doesNotContain("failed");
    }

    @Test
    void an_empty_question_is_asked_by_its_options() {
        new FlowText("empty-question", "empty-question")
                .sets("v", "x", "\"\"")
                .choice("a", "question", "{{ x }}", "options", "A\nB", "name", "c")
                .says("t", "You chose {{ c }}.")
                .ends()
                .publish(scene);

        scene.says(customer, "empty-question");

        assertThat(scene.hears(customer, 1)).containsExactly("A · B");
        assertThat(scene.sink().to(customer).get(0).at("/interactive/action/buttons"))
                .hasSize(2);
        assertThat(states()).doesNotContain("failed");
    }

    @Test
    void a_question_is_asked_again_when_the_words_for_that_are_empty() {
        new FlowText("empty-retry", "empty-retry")
                .sets("v", "x", "null")
                .asks("a", "question", "Well?", "retry", "{{ x }}", "valid", "answer = \"yes\"")
                .ends()
                .publish(scene);

        scene.says(customer, "empty-retry");
        scene.hears(customer, 1);
        scene.says(customer, "what?");

        assertThat(scene.hears(customer, 2)).containsExactly("Well?", "Well?");
    }

    @Test
    void a_rehearsal_says_what_whatsapp_would_not_take() throws IOException {
        new FlowText("empty-try", "empty-try")
                .sets("v", "x", "null")
                .says("t", "{{ x }}")
                .choice("a", "question", "Pick", "options", "{{ x }}\nNo", "name", "c")
                .ends()
                .publish(scene);

        var answer = scene.call("POST", "/api/v1/flows/empty-try/simulate", "{\"said\":[\"empty-try\"]}");

        var turn = new ObjectMapper().readTree(answer.body()).path("turns").path(0);
        assertThat(turn.path("replies")).hasSize(1);
        assertThat(turn.at("/replies/0/options")).hasSize(1);
        assertThat(turn.path("notes")).hasSize(2);
        assertThat(turn.at("/notes/0").asText()).startsWith("Block 't': The message was empty");
        assertThat(turn.at("/notes/1").asText()).startsWith("Block 'a': The title of button 1 was empty");
    }

    /** As Meta: no empty text, title or body. */
    private static boolean empty(JsonNode call) {
        var texts = new ArrayList<String>();
        call.at("/text").findValuesAsText("body", texts);
        call.at("/interactive").findValuesAsText("text", texts);
        call.at("/interactive").findValuesAsText("title", texts);
        return texts.stream().anyMatch(String::isBlank);
    }

    private List<String> states() {
        Awaitility.await().until(() -> rest.messagesOf(customer).stream()
                .noneMatch(one -> one.path("state").asText().equals("queued")));
        return rest.messagesOf(customer).stream()
                .map(one -> one.path("state").asText())
                .toList();
    }

    private JsonNode only(String state) {
        return rest.messagesOf(customer).stream()
                .filter(one -> one.path("state").asText().equals(state))
                .findFirst()
                .orElseThrow();
    }

    private List<String> trace() {
        var id = rest.conversationOf(customer).path("id").asText();
        var steps = new ArrayList<String>();
        rest.get("/api/v1/conversations/" + id + "/trace")
                .forEach(step -> step.path("path").forEach(one -> steps.add(one.asText())));
        return steps;
    }
}
