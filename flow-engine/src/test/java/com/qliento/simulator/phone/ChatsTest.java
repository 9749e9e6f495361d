package com.qliento.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.qliento.simulator.SettableClock;
import com.qliento.simulator.phone.ChatMessage.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ChatsTest {

    private final SettableClock clock = new SettableClock();
    private final ChatEvents events = new ChatEvents();
    private final Chats chats = new Chats(
            new Binder(new MapConfigurationPropertySource(
                            Map.of("s.customers", "3", "s.messages-per-customer", "2", "s.messages", "4")))
                    .bindOrCreate("s", ChatLimits.class),
            events,
            clock);

    @AfterEach
    void stop() {
        events.stop();
    }

    private ChatMessage message(String phone, String id) {
        return chats.add(new ChatMessage(
                0,
                id,
                phone,
                "1",
                Side.CUSTOMER,
                "text",
                JsonNodeFactory.instance.objectNode().put("body", id),
                null,
                null,
                clock.instant(),
                "pending",
                null));
    }

    private List<String> ids(String phone) {
        return chats.since(phone, 0).stream().map(ChatMessage::id).toList();
    }

    @Test
    void only_the_latest_messages_of_a_person_are_remembered() {
        message("1", "a");
        message("1", "b");
        message("1", "c");

        assertThat(ids("1")).containsExactly("b", "c");
        assertThat(chats.customerOf("a")).isEmpty();
    }

    @Test
    void the_person_who_was_quiet_longest_is_forgotten_first() {
        message("1", "a");
        message("2", "b");
        message("3", "c");
        message("1", "d");
        message("4", "e");

        assertThat(ids("2")).isEmpty();
        assertThat(ids("1")).containsExactly("a", "d");
        assertThat(ids("4")).containsExactly("e");
    }

    @Test
    void all_chats_together_stay_within_their_bound() {
        for (String phone : List.of("1", "2", "3")) {
            message(phone, phone + "a");
            message(phone, phone + "b");
        }

        assertThat(chats.since(0)).hasSize(4);
    }

    @Test
    void what_changed_is_newer_than_what_was_seen() {
        long seen = message("1", "a").revision();
        message("1", "b");

        chats.update("a", "delivered", null);

        assertThat(chats.since("1", seen)).extracting(ChatMessage::status).containsExactly("delivered", "pending");
    }

    @Test
    void a_read_message_does_not_go_back_to_delivered() {
        message("1", "a");
        chats.read("a");

        chats.update("a", "delivered", null);

        assertThat(chats.find("a").orElseThrow().status()).isEqualTo("read");
    }

    @Test
    void a_message_in_a_log_shows_no_content() {
        assertThat(message("4917012345", "secret").toString()).doesNotContain("secret", "4917012345");
    }
}
