package com.qliento.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.call.CallOutcome;
import com.qliento.channel.Channels;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A flow that asks another system: what the customer hears, and in which order. */
class CallingFlowTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Scene scene = TrialScene.get();
    private final Shop shop = scene.bean(Shop.class);
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String word = "shop" + customer;

    @Test
    void an_answer_goes_on_with_its_value_and_messages_written_meanwhile_come_after_it_in_order() {
        asks(flow().asks("more", "question", "Anything else?", "name", "more")
                .says("end-said", "You said {{ more }}")
                .ends());
        scene.says(customer, "first");
        scene.says(customer, "second");
        await().atMost(LONG).until(() -> rest.messagesOf(customer).size() >= 3);

        shop.says(word, Shop.price(7));

        assertThat(scene.hears(customer, 3)).containsExactly("It costs 7", "Anything else?", "You said first");
        assertThat(shop.askedFor(word)).hasSize(1);
    }

    @Test
    void what_the_customer_said_before_the_call_is_still_known_behind_it_and_not_after_the_next_question() {
        asks(flow().says("word", "You wrote {{ answer }}")
                .asks("more", "question", "And?", "name", "more")
                .waits("nap", "PT1H")
                .says("later", "Then [{{ answer }}]")
                .ends());

        shop.says(word, Shop.price(7));
        assertThat(scene.hears(customer, 3)).containsExactly("It costs 7", "You wrote " + word, "And?");

        scene.says(customer, "more");
        await().atMost(LONG).until(() -> state().equals("busy"));
        scene.passes(Duration.ofHours(2));
        assertThat(scene.hears(customer, 4)).endsWith("Then []");
    }

    @Test
    void a_call_that_fails_takes_its_exit() {
        asks(flow().ends().exitOf("price", "qliento.failed", "No price today"));

        shop.says(word, CallOutcome.failed("not-found"));

        assertThat(scene.hears(customer, 1)).containsExactly("No price today");
        await().atMost(LONG).until(() -> state().equals("free"));
    }

    @Test
    void a_call_that_nobody_answers_in_time_takes_the_exit_for_failing_where_none_is_drawn_for_that() {
        asks(flow().ends().exitOf("price", "qliento.failed", "No price today"));

        scene.passes(ShopBlock.PATIENCE);

        assertThat(scene.hears(customer, 1)).containsExactly("No price today");
        assertThat(shop.of(word)).isCancelled();
    }

    @Test
    void a_call_that_is_not_allowed_takes_the_exit_drawn_for_that() {
        asks(flow().ends()
                .exitOf("price", "qliento.failed", "No price today")
                .exitOf("price", "qliento.not-allowed", "We must not ask"));

        shop.says(word, new CallOutcome.NotAllowed("budget"));

        assertThat(scene.hears(customer, 1)).containsExactly("We must not ask");
    }

    @Test
    void a_word_that_ends_the_flow_is_heard_while_it_calls_and_the_answer_comes_to_nothing() {
        asks(flow().ends().exitOf("price", "qliento.failed", "No price today"));
        scene.says(customer, "wait a moment");

        scene.says(customer, "stop");
        var farewell = scene.hears(customer, 1);
        shop.says(word, Shop.price(7));

        await().atMost(LONG).until(() -> queued("call_queue") == 0 && queued("inbox_queue") == 0);
        assertThat(state()).isEqualTo("free");
        assertThat(scene.sink().texts(customer)).isEqualTo(farewell);
    }

    @Test
    void the_next_message_after_a_call_that_was_given_up_starts_anew() {
        asks(flow().ends().exitOf("price", "qliento.failed", "No price today"));
        scene.says(customer, "stop");
        scene.hears(customer, 1);

        scene.says(customer, word);
        await().atMost(LONG).until(() -> shop.askedFor(word).size() == 2);
        shop.says(word, Shop.price(7));

        assertThat(scene.hears(customer, 2)).endsWith("It costs 7");
    }

    private FlowText flow() {
        return new FlowText(word, word)
                .block("serviceTask", "price", "trial-shop", "article", word, "name", "price")
                .says("said", "It costs {{ price }}");
    }

    /** The flow is published, and the customer is at its call. */
    private void asks(FlowText flow) {
        var text = flow.toString().contains("price-failed")
                ? flow
                : flow.exitOf("price", "qliento.failed", "No price today");
        text.publish(scene);
        scene.says(customer, word);
        await().atMost(LONG).until(() -> !shop.askedFor(word).isEmpty());
        assertThat(state()).isEqualTo("calling");
    }

    private String state() {
        return rest.conversationOf(customer).path("state").asText();
    }

    private long queued(String table) {
        var channel = scene.bean(Channels.class).withNumber("106540352242922").orElseThrow();
        return scene.bean(OrganisationScope.class).in(channel.organisation(), () -> scene.jdbc()
                .sql("SELECT count(*) FROM " + table + " WHERE contact_id = ?::uuid")
                .param(rest.contact(customer))
                .query(Long.class)
                .single());
    }
}
