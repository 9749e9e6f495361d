package com.qliento.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.database.TimeOrderedId;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said within one millisecond is shown in the order in which it was said. */
class TranscriptOrderTest {

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();

    @Test
    void the_messages_of_one_step_are_shown_in_the_order_they_were_said() {
        var flow = new FlowText("in-order", "in-order");
        IntStream.range(0, 12).forEach(i -> flow.says("t" + i, "said " + i));
        flow.ends().publish(scene);

        scene.says(customer, "in-order");
        scene.hears(customer, 12);

        assertThat(shown()).containsExactlyElementsOf(numbered("in-order", "said "));
    }

    @Test
    void the_messages_of_one_delivery_are_shown_in_the_order_they_came() {
        var at = scene.clock().instant();
        var messages = new ArrayList<ObjectNode>();
        for (int i = 0; i < 12; i++) {
            messages.add(Webhooks.message(at, customer, "wamid." + UUID.randomUUID(), "wrote " + i));
        }

        assertThat(scene.post(Webhooks.body(messages))).isEqualTo(200);

        Awaitility.await().until(() -> shown().size() >= 12);
        assertThat(shown().stream().filter(text -> text.startsWith("wrote")))
                .containsExactlyElementsOf(numbered(null, "wrote "));
    }

    @Test
    void of_two_ids_of_one_millisecond_the_later_made_is_the_greater() {
        var at = Instant.parse("2026-05-04T12:00:00.123Z");

        var ids = IntStream.range(0, 10_000)
                .mapToObj(i -> TimeOrderedId.at(at).toString())
                .toList();

        assertThat(ids).isSorted();
    }

    private static List<String> numbered(@Nullable String first, String words) {
        var all = new ArrayList<String>();
        if (first != null) {
            all.add(first);
        }
        IntStream.range(0, 12).forEach(i -> all.add(words + i));
        return all;
    }

    /** Oldest first. */
    private List<String> shown() {
        var texts = new ArrayList<>(new Rest(scene)
                .messagesOf(customer).stream()
                        .map(message -> message.path("text").asText())
                        .toList());
        Collections.reverse(texts);
        return texts;
    }
}
