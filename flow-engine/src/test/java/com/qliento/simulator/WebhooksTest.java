package com.qliento.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.connector.whatsapp.webhook.DeliveryStatus;
import com.qliento.connector.whatsapp.webhook.InboundMessage;
import com.qliento.connector.whatsapp.webhook.Update;
import com.qliento.connector.whatsapp.webhook.WebhookBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhooksTest extends SimulatorTest {

    private static String hmac(String secret, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    @Test
    void statuses_come_in_order_with_the_callback_data_and_timestamps_as_text() throws Exception {
        String person = somebody();

        String id = send("""
                {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"Hi"},"biz_opaque_callback_data":"delivery-7"}""".formatted(person)).messageId();

        assertThat(statuses(id, 3)).containsExactly("sent", "delivered", "read");
        JsonNode value = receiver.await(1, hook -> hook.mentions(id)).get(0).value();
        assertThat(value.at("/metadata/phone_number_id").asText()).isEqualTo(NUMBER);
        assertThat(value.at("/statuses/0/timestamp").isTextual()).isTrue();
        assertThat(value.at("/statuses/0/recipient_id").asText()).isEqualTo(person);
        assertThat(value.at("/statuses/0/biz_opaque_callback_data").asText()).isEqualTo("delivery-7");
        assertThat(value.at("/statuses/0/pricing/category").asText()).isEqualTo("service");
    }

    @Test
    void every_webhook_is_signed_over_its_bytes_with_the_app_secret() throws Exception {
        String person = somebody();

        writes(person, "señal ✓");

        WebhookReceiver.Received hook =
                receiver.await(1, seen -> seen.mentions(person)).get(0);
        assertThat(hook.signature()).isEqualTo(hmac("demo-app-secret", hook.raw()));
    }

    @Test
    void an_added_number_signs_with_its_own_secret() throws Exception {
        String person = somebody();
        post("/simulator/numbers", """
                {"phoneNumberId":"200000000000001","displayNumber":"15550000001","appSecret":"another"}""");

        post("/simulator/customers/" + person + "/messages", """
                {"text":"hi","phoneNumberId":"200000000000001"}""");

        WebhookReceiver.Received hook =
                receiver.await(1, seen -> seen.mentions(person)).get(0);
        assertThat(hook.signature()).isEqualTo(hmac("another", hook.raw()));
        assertThat(hook.value().at("/metadata/display_phone_number").asText()).isEqualTo("15550000001");
        assertThat(get("/simulator/numbers").body().toString()).doesNotContain("another");
    }

    @Test
    void a_customers_text_comes_as_meta_sends_it() throws Exception {
        String person = somebody();

        post("/simulator/customers/" + person + "/messages", """
                {"text":"menu","name":"Ana","userId":"US.text1"}""");

        JsonNode value = receiver.await(1, seen -> seen.mentions(person)).get(0).value();
        assertThat(value.at("/contacts/0/profile/name").asText()).isEqualTo("Ana");
        assertThat(value.at("/contacts/0/wa_id").asText()).isEqualTo(person);
        assertThat(value.at("/contacts/0/user_id").asText()).isEqualTo("US.text1");
        assertThat(value.at("/messages/0/from").asText()).isEqualTo(person);
        assertThat(value.at("/messages/0/id").asText()).startsWith("wamid.");
        assertThat(value.at("/messages/0/timestamp").isTextual()).isTrue();
        assertThat(value.at("/messages/0/text/body").asText()).isEqualTo("menu");
    }

    @Test
    void a_customer_who_hides_the_number_is_known_by_the_business_scoped_id_only() throws Exception {
        String person = somebody();

        post("/simulator/customers/" + person + "/messages", """
                {"text":"hi","userId":"US.hidden1","numberHidden":true}""");

        WebhookReceiver.Received hook =
                receiver.await(1, seen -> seen.mentions("US.hidden1")).get(0);
        assertThat(hook.mentions(person)).isFalse();
        assertThat(hook.value().at("/messages/0/from_user_id").asText()).isEqualTo("US.hidden1");
    }

    @Test
    void a_tapped_row_of_a_list_comes_as_a_list_reply_with_its_context() throws Exception {
        String person = somebody();
        String offer = send(interactive(person, """
                {"type":"list","body":{"text":"a"},"action":{"button":"b","sections":[{"rows":[{"id":"r1","title":"Row"}]}]}}""")).messageId();

        post("/simulator/customers/" + person + "/messages", """
                {"choiceId":"r1","title":"Row","replyTo":"%s"}""".formatted(offer));

        JsonNode message = receiver.await(1, seen -> seen.value().has("messages") && seen.mentions(person))
                .get(0)
                .value()
                .at("/messages/0");
        assertThat(message.at("/interactive/list_reply/id").asText()).isEqualTo("r1");
        assertThat(message.at("/context/id").asText()).isEqualTo(offer);
    }

    @Test
    void a_tap_comes_with_the_message_that_offered_it_also_where_the_caller_does_not_say() throws Exception {
        String person = somebody();
        String offer = send(interactive(person, """
                {"type":"button","body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"b9","title":"Nine"}}]}}""")).messageId();

        post("/simulator/customers/" + person + "/messages", """
                {"choiceId":"b9","title":"Nine"}""");

        JsonNode message = receiver.await(1, seen -> seen.value().has("messages") && seen.mentions(person))
                .get(0)
                .value()
                .at("/messages/0");
        assertThat(message.at("/context/id").asText()).isEqualTo(offer);
    }

    @Test
    void a_refused_webhook_is_tried_again_and_keeps_its_place() throws Exception {
        String person = somebody();
        receiver.refuse(person, 3);

        writes(person, "first");
        writes(person, "second");

        List<String> taken = receiver.await(2, hook -> hook.taken() && hook.mentions(person)).stream()
                .map(hook -> hook.value().at("/messages/0/text/body").asText())
                .toList();
        assertThat(taken).containsExactly("first", "second");
        assertThat(receiver.await(3, hook -> !hook.taken() && hook.mentions(person)))
                .hasSize(3);
    }

    @Test
    void a_thousand_messages_of_one_customer_arrive_in_order() throws Exception {
        String person = somebody();

        for (int i = 0; i < 1_000; i++) {
            writes(person, "n" + i);
        }

        List<String> texts = receiver.await(1_000, hook -> hook.mentions(person)).stream()
                .map(hook -> hook.value().at("/messages/0/text/body").asText())
                .toList();
        assertThat(texts).hasSize(1_000).isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(1));
    }

    @Test
    void of_a_reaction_only_sent_is_reported() throws Exception {
        String person = somebody();

        String id = send("""
                {"messaging_product":"whatsapp","to":"%s","type":"reaction","reaction":{"message_id":"wamid.1","emoji":"👍"}}""".formatted(person)).messageId();
        String later = send(text(person, "after it")).messageId();

        assertThat(statuses(later, 3)).hasSize(3);
        assertThat(statuses(id, 1)).containsExactly("sent");
    }

    @Test
    void what_is_posted_is_what_our_own_reader_understands() throws Exception {
        String person = somebody();
        String offer = send(interactive(person, """
                {"type":"button","body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"b1","title":"One"}}]}}""")).messageId();
        post("/simulator/customers/" + person + "/messages", """
                {"choiceId":"b1","title":"One","replyTo":"%s","name":"Ana","userId":"US.own1"}""".formatted(offer));
        post("/simulator/customers/" + person + "/messages", """
                {"type":"location","content":{"latitude":1.5,"longitude":2.5}}""");

        var updates = new ArrayList<Update>();
        for (WebhookReceiver.Received hook : receiver.await(5, seen -> seen.mentions(person))) {
            updates.addAll(WebhookBody.parse(hook.raw()));
        }

        List<InboundMessage> messages = only(updates, InboundMessage.class);
        assertThat(updates).hasSize(5);
        assertThat(only(updates, DeliveryStatus.class))
                .hasSize(3)
                .allMatch(status -> person.equals(status.recipientId()) && offer.equals(status.messageId()));
        assertThat(messages).extracting(message -> message.sender().phone()).containsExactly(person, person);
        assertThat(messages).extracting(message -> message.sender().userId()).containsExactly("US.own1", "US.own1");
        assertThat(messages.get(0).content().choiceId()).isEqualTo("b1");
        assertThat(messages.get(0).contextMessageId()).isEqualTo(offer);
    }

    private static <T> List<T> only(List<Update> updates, Class<T> kind) {
        return updates.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
