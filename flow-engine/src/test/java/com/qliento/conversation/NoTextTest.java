package com.qliento.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.qliento.scene.Customer;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is no text answers no question. */
class NoTextTest {

    private final Scene scene = Scene.shared();
    private final String phone = Scene.newCustomer();
    private final Customer customer = new Customer(scene, phone);

    @Test
    void what_is_no_text_is_asked_for_again_in_words_and_answers_nothing() {
        new FlowText("silent", "silent")
                .asks("q", "question", "Your name?", "name", "n", "attempts", "10")
                .says("got", "<{{ n }}>")
                .ends()
                .publish(scene);
        scene.says(phone, "silent");
        scene.hears(phone, 1);
        var sent = List.of(voice(), sticker(), picture(), place(), card(), order(), form(), blank());

        sent.forEach(customer::posts);
        scene.says(phone, "\u00a0 Ada\u200b ");

        var heard = scene.hears(phone, 10);
        assertThat(heard.subList(1, 9))
                .allSatisfy(
                        text -> assertThat(text).contains("write your answer").endsWith("Your name?"));
        assertThat(heard).last().isEqualTo("<Ada>");
    }

    @Test
    void a_voice_message_uses_up_a_try_of_a_choice_and_is_told_to_tap() {
        new FlowText("silent-choice", "silent choice")
                .choice("q", "question", "¿Cuál quiere?", "options", "Rojo\nAzul", "name", "c", "attempts", "2")
                .says("got", "got {{ c }}")
                .ends()
                .noAnswerTo("q", "Gave up")
                .publish(scene);
        scene.says(phone, "silent choice");
        scene.hears(phone, 1);

        customer.posts(voice());
        customer.posts(sticker());

        var heard = scene.hears(phone, 3);
        assertThat(heard.get(1)).startsWith("Aquí solo puedo leer").endsWith("¿Cuál quiere?");
        assertThat(heard).last().isEqualTo("Gave up");
    }

    @Test
    void an_empty_envelope_neither_answers_nor_uses_up_a_try_and_is_kept_as_not_handled() {
        new FlowText("envelope", "envelope")
                .choice("q", "question", "Yes or no?", "options", "Yes\nNo", "name", "c", "attempts", "1")
                .says("got", "<{{ c }}>")
                .ends()
                .noAnswerTo("q", "Gave up")
                .publish(scene);
        scene.says(phone, "envelope");
        scene.hears(phone, 1);

        customer.posts(envelope("unsupported"));
        customer.posts(envelope("unknown"));
        customer.posts(envelope("image"));
        customer.posts(envelope("something_new"));
        scene.says(phone, "no");

        assertThat(scene.hears(phone, 2)).containsExactly("Yes or no?", "<No>");
        await().until(() -> new Rest(scene)
                        .messagesOf(phone).stream()
                                .filter(message ->
                                        message.path("state").asText().equals("not_handled"))
                                .count()
                == 4);
    }

    @Test
    void words_go_with_the_language_of_the_question() {
        assertThat(PlatformReply.languageOf("What is your name?")).isEqualTo(Locale.ENGLISH);
        assertThat(PlatformReply.languageOf("¿Cómo se llama?").getLanguage()).isEqualTo("es");
        assertThat(PlatformReply.languageOf("Qual é o seu nome?").getLanguage()).isEqualTo("pt");
    }

    private ObjectNode voice() {
        var message = customer.empty("audio");
        message.putObject("audio").put("id", "1").put("mime_type", "audio/ogg").put("voice", true);
        return message;
    }

    private ObjectNode sticker() {
        var message = customer.empty("sticker");
        message.putObject("sticker").put("id", "2").put("mime_type", "image/webp");
        return message;
    }

    private ObjectNode picture() {
        var message = customer.empty("image");
        message.putObject("image").put("id", "3").put("mime_type", "image/jpeg");
        return message;
    }

    private ObjectNode place() {
        var message = customer.empty("location");
        message.putObject("location").put("latitude", 1.5).put("longitude", 2.5).put("name", "Home");
        return message;
    }

    private ObjectNode card() {
        var message = customer.empty("contacts");
        message.putArray("contacts").addObject().putObject("name").put("formatted_name", "Bo");
        return message;
    }

    private ObjectNode order() {
        var message = customer.empty("order");
        message.putObject("order").put("catalog_id", "c").putArray("product_items");
        return message;
    }

    private ObjectNode form() {
        var message = customer.empty("interactive");
        message.putObject("interactive")
                .put("type", "nfm_reply")
                .putObject("nfm_reply")
                .put("name", "flow")
                .put("response_json", "{}");
        return message;
    }

    private ObjectNode blank() {
        var message = customer.empty("text");
        message.putObject("text").put("body", " \u200b\u3164");
        return message;
    }

    private ObjectNode envelope(String type) {
        var message = customer.empty(type);
        message.putArray("errors").addObject().put("code", 131051).put("title", "Message type unknown");
        return message;
    }
}
