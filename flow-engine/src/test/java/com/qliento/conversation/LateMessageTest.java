package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes late was written when it was written. */
class LateMessageTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @BeforeEach
    void a_flow_answers() {
        new FlowText("late", "late").says("hi", "Hello.").ends().publish(scene);
    }

    @Test
    void a_message_that_comes_an_hour_late_shows_when_it_was_written_and_is_answered() {
        var written = written(Duration.ofHours(1));

        post(written, "late");

        assertThat(scene.hears(customer, 1)).containsExactly("Hello.");
        assertThat(inbound("late").path("at").asText()).isEqualTo(written.toString());
        assertThat(Instant.parse(inbound("late").path("receivedAt").asText())).isAfter(written.plusSeconds(3_500));
        assertThat(window()).isEqualTo(written.plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 30, 100, 7 * 24})
    void a_message_that_comes_after_its_window_is_not_answered_freely(int hours) {
        var written = written(Duration.ofHours(hours));

        post(written, "late");

        var answer = held();
        assertThat(answer.path("rule").asText()).isEqualTo("send.window");
        assertThat(inbound("late").path("at").asText()).isEqualTo(written.toString());
        assertThat(window()).isEqualTo(written.plus(Duration.ofHours(24)));
        assertThat(scene.sink().callsTo(customer)).isEmpty();
    }

    @Test
    void what_is_older_than_whatsapp_delivers_is_kept_where_it_came_and_not_answered() {
        var now = scene.clock().instant();

        post(now.minus(Duration.ofDays(400)), "late");

        assertThat(held().path("rule").asText()).isEqualTo("send.window");
        assertThat(Instant.parse(inbound("late").path("at").asText()))
                .isAfterOrEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
        assertThat(scene.sink().callsTo(customer)).isEmpty();
    }

    @Test
    void a_clock_that_is_ahead_opens_no_longer_window() {
        var now = scene.clock().instant();

        post(now.plus(Duration.ofHours(5)), "late");

        scene.hears(customer, 1);
        assertThat(window()).isBetween(now.plus(Duration.ofHours(23)), now.plus(Duration.ofHours(25)));
    }

    @Test
    void an_older_message_that_comes_later_stands_before_and_takes_no_window_away() {
        post(scene.clock().instant(), "late");
        scene.hears(customer, 1);
        var open = window();
        var written = written(Duration.ofHours(3));

        post(written, "late");

        scene.hears(customer, 2);
        assertThat(window()).isEqualTo(open);
        assertThat(listed(50)).containsExactly("late", "late", "Hello.", "Hello.");
        assertThat(listed(1)).containsExactly("late", "late", "Hello.", "Hello.");
        assertThat(rest.messagesOf(customer).get(3).path("at").asText()).isEqualTo(written.toString());
    }

    @Test
    void late_messages_of_one_delivery_are_heard_in_the_order_they_were_written() {
        new FlowText("late-twice", "late-twice")
                .asks("q", "question", "Well?", "name", "n")
                .says("t", "{{ n }}")
                .ends()
                .publish(scene);
        var second = Webhooks.message(written(Duration.ofMinutes(10)), customer, wamid(), "an answer");
        var first = Webhooks.message(written(Duration.ofMinutes(20)), customer, wamid(), "late-twice");

        scene.post(Webhooks.body(List.of(second, first)));

        Awaitility.await().until(() -> scene.sink().texts(customer).contains("an answer"));
    }

    private Instant written(Duration ago) {
        return scene.clock().instant().minus(ago).truncatedTo(ChronoUnit.SECONDS);
    }

    private void post(Instant at, String text) {
        assertThat(scene.post(Webhooks.text(at, customer, wamid(), text))).isEqualTo(200);
    }

    private static String wamid() {
        return "wamid." + UUID.randomUUID();
    }

    private Instant window() {
        return Instant.parse(rest.conversationOf(customer).path("windowUntil").asText());
    }

    private JsonNode inbound(String text) {
        return rest.messagesOf(customer).stream()
                .filter(message -> message.path("direction").asText().equals("in")
                        && message.path("text").asText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode held() {
        Awaitility.await().until(() -> rest.messagesOf(customer).stream()
                .anyMatch(message -> message.path("state").asText().equals("parked")));
        return rest.messagesOf(customer).stream()
                .filter(message -> message.path("state").asText().equals("parked"))
                .findFirst()
                .orElseThrow();
    }

    /** All messages, oldest first, in pages of this size. */
    private List<String> listed(int size) {
        var texts = new ArrayList<String>();
        var address = "/api/v1/messages?contact=" + rest.contact(customer) + "&limit=" + size;
        var page = rest.get(address);
        while (true) {
            page.path("items").forEach(one -> texts.add(0, one.path("text").asText()));
            if (!page.hasNonNull("next")) {
                return texts;
            }
            page = rest.get(address + "&cursor=" + page.path("next").asText());
        }
    }
}
