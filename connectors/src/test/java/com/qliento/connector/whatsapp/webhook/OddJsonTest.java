package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.WebhookText.message;
import static com.qliento.connector.whatsapp.webhook.WebhookText.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that no tree can hold, or only at a price: the rest of its body comes through, and it is kept as the text it was. */
class OddJsonTest {
    private static final String GOOD = "{'from':'1','id':'good','type':'text','text':{'body':'hello'}}";

    static List<String> odd() {
        return List.of(
                "1e99999999999",
                "-1e-99999999999",
                "1e2147483647",
                "1e1001",
                "'\\ud83d'",
                "1e-2147483648",
                "9".repeat(5_000),
                "0." + "1".repeat(5_000),
                "1".repeat(2_000) + "e5",
                "{'a':1,'a':2}",
                "{'a':{'b':1,'c':[{'b':2}],'b':3},'d':4}",
                "[".repeat(100) + "]".repeat(100),
                "{'a':".repeat(100) + "1" + "}".repeat(100));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void a_value_no_tree_can_hold_keeps_no_message_back(String odd) throws MalformedWebhook {
        for (String body : List.of(
                value("'messages':[" + odd + "," + GOOD + "]"),
                value("'messages':[{'from':'1','id':'x','type':'text','text':" + odd + "}," + GOOD + "]"),
                value("'messages':[{'from':'1','id':'x','timestamp':" + odd
                        + ",'type':'location','location':{'latitude':" + odd + ",'longitude':" + odd + "}}," + GOOD
                        + "]"))) {
            List<Update> updates = WebhookBody.parse(WebhookText.bytes(body));

            assertThat(updates).hasSize(2);
            assertThat(updates.get(1)).isInstanceOfSatisfying(InboundMessage.class, good -> assertThat(good.messageId())
                    .isEqualTo("good"));
            for (Update update : updates) {
                assertThat(WebhookBody.parse(update.raw())).containsExactly(update);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void it_is_kept_as_it_came(String odd) throws MalformedWebhook {
        List<Update> updates = WebhookBody.parse(WebhookText.bytes("{'entry':[" + odd + "]}"));

        var raw = new String(updates.get(0).raw(), StandardCharsets.UTF_8);
        assertThat(plain(raw)).contains(plain(odd));
    }

    /** Without what is written differently: quotes, the case of an exponent and its sign. */
    private static String plain(String json) {
        return json.replaceAll("[\"'\\\\+]", "").toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "1.", ".5", "0x10", "1e", "'\\x'", "'a\u0001b'"})
    void what_is_no_json_is_refused(String odd) {
        assertThatThrownBy(() -> WebhookBody.parse(WebhookText.bytes(value("'messages':[" + odd + "," + GOOD + "]"))))
                .isInstanceOf(MalformedWebhook.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'99999999999999999999'",
                "-1",
                "'-1749416383'",
                "1e30",
                "99999999999999999999",
                "''",
                "'now'",
                "{}"
            })
    void a_time_that_cannot_be_is_no_time_and_the_message_is_read(String time) {
        var update = WebhookText.inbound(value(
                "'messages':[{'from':'1','id':'a','timestamp':" + time + ",'type':'text','text':{'body':'hello'}}]"));

        assertThat(update.timestamp()).isNull();
    }

    @Test
    void a_number_of_a_message_is_never_larger_than_can_be_written_out() {
        var order = (InboundContent.Order) WebhookText.content(
                "'type':'order','order':{'product_items':[{'item_price':1e999999999,'quantity':1e999999999},"
                        + "{'item_price':'1e999999999'},{'item_price':12.50,'quantity':2}]}");

        assertThat(order.items())
                .extracting(InboundContent.Item::itemPrice)
                .containsExactly(null, null, new BigDecimal("12.50"));
    }

    @Test
    void a_body_of_more_parts_than_meta_can_send_is_refused_before_they_are_held() {
        String parts = String.join(",", Collections.nCopies(1_000_000, "{}"));

        assertThatThrownBy(() -> WebhookBody.parse(WebhookText.bytes("{'entry':[" + parts + "]}")))
                .isInstanceOf(MalformedWebhook.class);
    }

    @Test
    void an_entry_that_says_a_name_twice_is_kept_beside_what_is_read() {
        List<Update> updates =
                WebhookText.parse("{'entry':[{'id':'1','id':'2'},{'id':'419','changes':[{'field':'messages',"
                        + "'value':{'messages':[" + GOOD + "]}}]}]}");

        assertThat(updates)
                .extracting(update -> update.getClass().getSimpleName())
                .containsExactly("NotHandled", "InboundMessage");
    }

    @Test
    void an_ordinary_message_is_read_as_before() {
        assertThat(WebhookText.inbound(message("'type':'text','text':{'body':'hello'}"))
                        .content()
                        .asText())
                .isEqualTo("hello");
    }
}
