package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which messages are shown is the order in which they were written. */
class MessageOrderTest {

    private static final List<String> ALL = List.of("one", "two", "three", "four", "five", "six", "seven");

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void what_a_flow_says_in_one_step_is_listed_in_the_order_it_was_said() {
        said();

        var listed = texts("&limit=50");

        assertThat(listed).containsExactly("in-order", "one", "two", "three", "four", "five", "six", "seven");
        assertThat(scene.sink().texts(customer)).isEqualTo(ALL);
    }

    @Test
    void pages_go_on_where_the_one_before_ended_inside_a_step() {
        said();

        var all = new ArrayList<String>();
        var cursor = "";
        do {
            var page = page("&limit=3" + cursor);
            page.path("items").forEach(item -> all.add(item.path("text").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        Collections.reverse(all);

        assertThat(all).containsExactly("in-order", "one", "two", "three", "four", "five", "six", "seven");
    }

    private void said() {
        var flow = new FlowText("in-order", "in-order");
        ALL.forEach(text -> flow.says(text, text));
        flow.ends().publish(scene);
        scene.says(customer, "in-order");
        scene.hears(customer, ALL.size());
    }

    private List<String> texts(String more) {
        var texts = new ArrayList<String>();
        page(more).path("items").forEach(item -> texts.add(item.path("text").asText()));
        Collections.reverse(texts);
        return texts;
    }

    private JsonNode page(String more) {
        var contact = new Rest(scene).conversationOf(customer).path("contactId").asText();
        return new Rest(scene).get("/api/v1/messages?contact=" + contact + more);
    }
}
