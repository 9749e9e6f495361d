package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.channel.Channels;
import com.qliento.flow.RunningFlows;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.transcript.ConversationListing;
import com.qliento.transcript.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer in a flow gets to another one by its keyword, unless the flow they are in says otherwise. */
class InterruptTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    InterruptTest() {
        new FlowText("way-out", "way out, umber")
                .says("out", "You are out")
                .ends()
                .publish(scene);
    }

    @Test
    void the_keyword_of_another_flow_leaves_the_one_that_asks_and_the_trace_says_for_which() {
        new FlowText("held-up", "held up").asks("q", "question", "Well?").ends().publish(scene);
        scene.says(customer, "held up");
        scene.hears(customer, 1);

        scene.says(customer, "Way out");

        assertThat(scene.hears(customer, 2)).containsExactly("Well?", "You are out");
        assertThat(happened()).contains("left route.interrupt held-up way-out");
    }

    @Test
    void the_keyword_of_another_flow_leaves_one_that_waits_for_time_though_another_message_is_held() {
        new FlowText("naps", "naps")
                .says("hi", "Good night")
                .waits("nap", "P3D")
                .ends()
                .publish(scene);
        scene.says(customer, "naps");
        scene.hears(customer, 1);

        scene.says(customer, "hello?");
        scene.says(customer, "way out");

        assertThat(scene.hears(customer, 2)).containsExactly("Good night", "You are out");
    }

    @Test
    void a_keyword_within_a_burst_leaves_and_is_no_answer() {
        new FlowText("bursts", "bursts", "mergeSeconds", "8")
                .asks("q", "question", "Tell", "name", "n")
                .says("got", "<{{ n }}>")
                .ends()
                .publish(scene);
        scene.says(customer, "bursts");
        scene.hears(customer, 1);
        var burst = new ArrayList<ObjectNode>();
        burst.add(message("one"));
        burst.add(message("way out"));

        scene.post(Webhooks.body(burst));

        assertThat(scene.hears(customer, 2)).containsExactly("Tell", "You are out");
    }

    @Test
    void a_keyword_that_is_an_option_of_the_question_is_its_answer() {
        new FlowText("colours", "colours")
                .choice("q", "question", "Which?", "options", "Red\nUmber\nStop", "name", "c")
                .says("got", "<{{ c }}>")
                .ends()
                .publish(scene);
        var other = Scene.newCustomer();
        scene.says(customer, "colours");
        scene.says(other, "colours");
        scene.hears(customer, 1);
        scene.hears(other, 1);

        scene.says(customer, "UMBER");
        scene.says(other, "stop");

        assertThat(scene.hears(customer, 2)).containsExactly("Which?", "<Umber>");
        assertThat(scene.hears(other, 2)).containsExactly("Which?", "<Stop>");
    }

    @Test
    void a_flow_whose_start_says_so_takes_keywords_of_others_as_answers() {
        new FlowText("pays", "pays", "otherKeywords", "answer")
                .asks("q", "question", "Card holder?", "name", "n")
                .says("got", "<{{ n }}>")
                .ends()
                .publish(scene);
        scene.says(customer, "pays");
        scene.hears(customer, 1);

        scene.says(customer, "way out");

        assertThat(scene.hears(customer, 2)).containsExactly("Card holder?", "<way out>");
    }

    @Test
    void a_flow_inside_another_is_left_by_a_keyword_too_and_its_own_keyword_is_an_answer() {
        new FlowText("inside-it", "inside it")
                .asks("q", "question", "Inside?", "name", "n")
                .ends()
                .publish(scene);
        new FlowText("around-it", "around it")
                .calls("call", "inside-it")
                .says("back", "Back, {{ n }}")
                .ends()
                .publish(scene);
        var other = Scene.newCustomer();
        scene.says(customer, "around it");
        scene.says(other, "around it");
        scene.hears(customer, 1);
        scene.hears(other, 1);

        scene.says(customer, "way out");
        scene.says(other, "around it");

        assertThat(scene.hears(customer, 2)).containsExactly("Inside?", "You are out");
        assertThat(scene.hears(other, 2)).containsExactly("Inside?", "Back, around it");
    }

    @Test
    void the_general_reply_tells_words_that_start_flows_now() {
        var demo = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
        var words = scene.bean(RunningFlows.class)
                .words(demo, scene.bean(Channels.class).of(demo).get(0).id().value());

        scene.says(customer, "nothing starts by this");

        assertThat(words).contains("way out").doesNotContain("umber");
        assertThat(scene.hears(customer, 1).get(0))
                .contains("*menu*", "*" + words.get(0) + "*")
                .doesNotContain("{{");
    }

    private ObjectNode message(String text) {
        return Webhooks.message(scene.clock().instant(), customer, "wamid." + UUID.randomUUID(), text);
    }

    private List<String> happened() {
        var conversation = new Rest(scene).conversationOf(customer);
        var id = UUID.fromString(conversation.path("id").asText());
        var demo = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
        return scene
                .bean(OrganisationScope.class)
                .in(demo, () -> scene.bean(ConversationListing.class).trace(id, 50))
                .stream()
                .flatMap(step -> PathStep.of(step).visits().stream())
                .filter(visit -> visit.element() == null)
                .map(visit -> String.valueOf(visit.happened()))
                .toList();
    }
}
