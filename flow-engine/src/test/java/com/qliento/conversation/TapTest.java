package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.scene.Customer;
import com.qliento.scene.FlowText;
import com.qliento.scene.GraphSink;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A tap answers the question that offered it, under the title that was seen. */
class TapTest {

    private final Scene scene = Scene.shared();
    private final String phone = Scene.newCustomer();
    private final Customer customer = new Customer(scene, phone);

    @Test
    void a_second_tap_on_an_answered_question_does_not_answer_the_one_that_is_asked_now() {
        new FlowText("tap-consent", "tap consent")
                .choice("age", "question", "Are you 18?", "options", "Yes\nNo", "name", "a")
                .choice("consent", "question", "May we write?", "options", "Yes\nNo", "name", "c", "attempts", "1")
                .says("got", "<{{ a }} {{ c }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap consent");
        scene.hears(phone, 1);
        customer.taps(0, "Yes");
        scene.hears(phone, 2);

        customer.taps(0, "Yes");

        assertThat(scene.hears(phone, 3))
                .last()
                .asString()
                .contains("answered already")
                .endsWith("May we write?");
        customer.taps(2, "No");
        assertThat(scene.hears(phone, 4)).last().isEqualTo("<Yes No>");
        var id = new Rest(scene).conversationOf(phone).path("id").asText();
        assertThat(scene.call("GET", "/api/v1/conversations/" + id + "/trace", "")
                        .body())
                .contains("consent:answered-already")
                .doesNotContain("consent:again");
    }

    @Test
    void a_question_that_is_asked_again_takes_taps_on_all_its_copies() {
        new FlowText("tap-copies", "tap copies")
                .choice("q", "question", "Which?", "options", "Red\nBlue", "name", "c")
                .says("got", "<{{ c }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap copies");
        scene.hears(phone, 1);
        scene.says(phone, "purple");
        scene.hears(phone, 2);

        customer.taps(0, "Blue");

        assertThat(scene.hears(phone, 3)).last().isEqualTo("<Blue>");
    }

    @Test
    void a_row_of_an_old_list_books_no_other_time() {
        new FlowText("tap-times", "tap times")
                .asks("day", "question", "Which day?", "name", "d")
                .choice("time", "question", "When?", "options", "{{ d }} 9:00\n{{ d }} 10:00", "name", "t")
                .says("got", "<{{ t }}>")
                .again("day")
                .publish(scene);
        scene.says(phone, "tap times");
        scene.hears(phone, 1);
        scene.says(phone, "Monday");
        scene.hears(phone, 2);
        customer.taps(1, "Monday 9:00");
        scene.hears(phone, 4);
        scene.says(phone, "Tuesday");
        scene.hears(phone, 5);

        customer.taps(1, "Monday 10:00");

        assertThat(scene.hears(phone, 6)).last().asString().contains("answered already");
        customer.taps(5, "Tuesday 10:00");
        assertThat(scene.hears(phone, 7)).element(6).isEqualTo("<Tuesday 10:00>");
    }

    @Test
    void the_title_that_was_seen_is_kept_though_it_would_be_another_one_by_now() {
        new FlowText("tap-seen", "tap seen")
                .choice("q", "question", "When?", "options", "On {{ string(today) }}\nLater", "name", "t")
                .says("got", "<{{ t }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap seen");
        scene.hears(phone, 1);
        var seen = scene.sink()
                .to(phone)
                .get(0)
                .at("/interactive/action/buttons/0/reply/title")
                .asText();
        scene.passes(Duration.ofHours(24));

        customer.taps(0, seen);

        assertThat(scene.hears(phone, 2)).last().isEqualTo("<" + seen + ">");
    }

    @Test
    void a_quick_reply_of_a_template_answers_by_its_title() {
        new FlowText("tap-template", "tap template")
                .choice("q", "question", "Which?", "options", "Yes\nNo", "name", "c")
                .asks("r", "question", "And?", "name", "d")
                .says("got", "<{{ c }} {{ d }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap template");
        scene.hears(phone, 1);

        customer.tapsQuickReply("PAYLOAD_1", "Yes");
        scene.hears(phone, 2);
        customer.tapsQuickReply("PAYLOAD_2", "Fine");

        assertThat(scene.hears(phone, 3)).containsExactly("Which?", "And?", "<Yes Fine>");
    }

    @Test
    void an_option_called_like_a_stop_word_ends_nothing_tapped_twice_neither() {
        new FlowText("tap-stop", "tap stop")
                .choice("q", "question", "Go on?", "options", "Go\nStop", "name", "c")
                .asks("r", "question", "Why {{ c }}?", "name", "d")
                .ends()
                .publish(scene);
        scene.says(phone, "tap stop");
        scene.hears(phone, 1);

        customer.taps(0, "Stop");
        scene.hears(phone, 2);
        customer.taps(0, "Stop");

        assertThat(scene.hears(phone, 3)).element(1).isEqualTo("Why Stop?");
        assertThat(scene.hears(phone, 3))
                .last()
                .asString()
                .contains("answered already")
                .endsWith("Why Stop?");
    }

    @Test
    void an_old_tap_does_not_answer_a_question_inside_a_flow_that_this_one_starts() {
        new FlowText("tap-inner", "tap inner")
                .choice("q", "question", "Inner?", "options", "Yes\nNo", "name", "n")
                .ends()
                .publish(scene);
        new FlowText("tap-outer", "tap outer")
                .choice("o", "question", "Outer?", "options", "Yes\nNo", "name", "m")
                .calls("call", "tap-inner")
                .says("back", "<{{ m }} {{ n }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap outer");
        scene.hears(phone, 1);
        customer.taps(0, "Yes");
        scene.hears(phone, 2);

        customer.taps(0, "Yes");

        assertThat(scene.hears(phone, 3)).last().asString().endsWith("Inner?");
        customer.taps(1, "No");
        assertThat(scene.hears(phone, 4)).last().isEqualTo("<Yes No>");
    }

    @Test
    void a_menu_that_only_shows_rows_may_be_tapped_again_but_answers_no_question() {
        new FlowText("tap-rows", "tap rows")
                .lists("l", "Look around", "Prices\nOpening hours")
                .asks("w")
                .says("got", "<{{ answer }}>")
                .again("w")
                .publish(scene);
        scene.says(phone, "tap rows");
        scene.hears(phone, 1);
        customer.taps(0, "Prices");
        scene.hears(phone, 2);

        customer.taps(0, "Opening hours");

        assertThat(scene.hears(phone, 3)).containsExactly("Look around", "<Prices>", "<Opening hours>");
        new FlowText("tap-after-menu", "tap after menu")
                .asks("q", "question", "Your name?", "name", "n")
                .says("got", "<{{ n }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap after menu");
        scene.hears(phone, 4);
        customer.taps(0, "Prices");
        assertThat(scene.hears(phone, 5)).last().asString().endsWith("Your name?");
    }

    @Test
    void the_message_that_a_tap_quotes_decides_where_its_id_says_nothing() {
        new FlowText("tap-quoted", "tap quoted")
                .choice("one", "question", "One?", "options", "Yes\nNo", "name", "a")
                .choice("two", "question", "Two?", "options", "Yes\nNo", "name", "b")
                .says("got", "<{{ a }} {{ b }}>")
                .ends()
                .publish(scene);
        scene.sink()
                .answers(sent ->
                        GraphSink.Answer.accepted("wamid." + sent.path("to").asText() + "."
                                + sent.at("/interactive/body/text")
                                        .asText()
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
        scene.says(phone, "tap quoted");
        scene.hears(phone, 1);
        awaitSettled(1);
        scene.passes(Duration.ofSeconds(5));
        scene.says(phone, "Yes");
        scene.hears(phone, 2);
        awaitSettled(2);

        customer.tapsId("1-yes", "Yes", "wamid." + phone + ".One?");

        assertThat(scene.hears(phone, 3)).last().asString().endsWith("Two?");
        customer.tapsId("2-no", "No", "wamid." + phone + ".Two?");
        assertThat(scene.hears(phone, 4)).last().isEqualTo("<Yes No>");
    }

    private void awaitSettled(int messages) {
        var rest = new Rest(scene);
        await().until(() -> rest.messagesOf(phone).stream()
                        .filter(message -> message.path("direction").asText().equals("out")
                                && message.path("state").asText().equals("accepted"))
                        .count()
                >= messages);
    }

    @Test
    void a_tap_of_a_message_of_an_older_release_answers_by_its_title() {
        new FlowText("tap-older", "tap older")
                .choice("q", "question", "Which?", "options", "Red\nBlue", "name", "c")
                .says("got", "<{{ c }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "tap older");
        scene.hears(phone, 1);

        customer.tapsId("1-red", "Blue", null);

        assertThat(scene.hears(phone, 2)).last().isEqualTo("<Blue>");
    }
}
