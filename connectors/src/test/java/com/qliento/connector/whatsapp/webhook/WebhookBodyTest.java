package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.WebhookText.inbound;
import static com.qliento.connector.whatsapp.webhook.WebhookText.message;
import static com.qliento.connector.whatsapp.webhook.WebhookText.one;
import static com.qliento.connector.whatsapp.webhook.WebhookText.parse;
import static com.qliento.connector.whatsapp.webhook.WebhookText.reason;
import static com.qliento.connector.whatsapp.webhook.WebhookText.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookBodyTest {
    private static final String TEXT = "'type':'text','text':{'body':'secret words'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "'entry'",
                "{}",
                "{'entry':{}}",
                "{'entry':null}",
                "{'entry':[]",
                "{'entry':[]} x",
                "{'entry':[],'entry':[]}",
                "hello secret words"
            })
    void what_is_no_webhook_is_refused_without_quoting_it(String body) {
        assertThatThrownBy(() -> WebhookBody.parse(WebhookText.bytes(body)))
                .isInstanceOf(MalformedWebhook.class)
                .hasNoCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_body_nested_too_deep_is_refused() {
        String deep = String.join("", Collections.nCopies(200_000, "{'entry':["));

        assertThatThrownBy(() -> WebhookBody.parse(WebhookText.bytes(deep))).isInstanceOf(MalformedWebhook.class);
    }

    @Test
    void more_updates_than_meta_ever_sends_are_refused() {
        String changes = String.join(",", Collections.nCopies(10_001, "{}"));

        assertThatThrownBy(() -> WebhookBody.parse(WebhookText.bytes("{'entry':[{'changes':[" + changes + "]}]}")))
                .isInstanceOf(MalformedWebhook.class);
    }

    @Test
    void a_body_without_entries_has_no_updates() {
        assertThat(parse("{'object':'whatsapp_business_account','entry':[]}")).isEmpty();
    }

    @Test
    void an_update_knows_its_account_field_and_number() {
        Update update = one(message(TEXT));

        assertThat(update.accountId()).isEqualTo("419");
        assertThat(update.field()).isEqualTo("messages");
        assertThat(update.phoneNumberId()).isEqualTo("106");
    }

    @Test
    void entries_changes_and_messages_of_one_body_come_in_their_order() {
        List<Update> updates = parse("{'entry':[{'id':'1','changes':["
                + "{'field':'messages','value':{'messages':[{'from':'1','id':'a'," + TEXT + "},{'from':'1','id':'b',"
                + TEXT
                + "}],'statuses':[{'id':'c','status':'read'}]}},"
                + "{'field':'messages','value':{'statuses':[{'id':'d','status':'sent'}]}}]},"
                + "{'id':'2','changes':[{'field':'messages','value':{'messages':[{'from':'1','id':'e'," + TEXT
                + "}]}}]}]}");

        assertThat(updates)
                .extracting(update ->
                        update.<String>match(InboundMessage::messageId, DeliveryStatus::messageId, other -> "?"))
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(updates).extracting(Update::accountId).containsExactly("1", "1", "1", "1", "2");
    }

    @Test
    void what_is_not_understood_does_not_keep_back_the_rest() {
        List<Update> updates = parse(value(
                "'messages':[7,null,{'id':'a'},{'from':'1','id':'b','type':'text','text':5}," + "{'from':{},'id':'c',"
                        + TEXT + "},{'from':'1','id':'d'," + TEXT + "}],'statuses':'none','errors':[{'code':131000}]"));

        assertThat(updates)
                .extracting(update ->
                        update.match(InboundMessage::messageId, DeliveryStatus::messageId, other -> other.reason()
                                .name()))
                .containsExactly(
                        "UNEXPECTED_SHAPE",
                        "UNEXPECTED_SHAPE",
                        "NO_SENDER",
                        "UNREADABLE_CONTENT",
                        "NO_SENDER",
                        "d",
                        "ERROR_BESIDE_MESSAGES");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    OTHER_FIELD      | {'entry':[{'id':'1','changes':[{'field':'smb_message_echoes','value':{'message_echoes':[{'id':'a'}]}}]}]}
                    OTHER_FIELD      | {'entry':[{'id':'1','changes':[{'field':'user_preferences','value':{'user_preferences':[]}}]}]}
                    OTHER_FIELD      | {'entry':[{'id':'1','changes':[{'field':'history','value':{}}]}]}
                    OTHER_FIELD      | {'entry':[{'id':'1','changes':[{'value':{'messages':[]}}]}]}
                    OTHER_OBJECT     | {'object':'page','entry':[{'id':'1','changes':[{'field':'messages','value':{}}]}]}
                    UNEXPECTED_SHAPE | {'entry':[5]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1'}]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1','changes':'x'}]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1','changes':[7]}]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1','changes':[{'field':'messages','value':'x'}]}]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1','changes':[{'field':'messages','value':{}}]}]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1','changes':[{'field':'messages','value':{'messages':{'a':1}}}]}]}
                    UNEXPECTED_SHAPE | {'entry':[{'id':'1','changes':[],'standby':[1]}]}
                    UNEXPECTED_SHAPE | {'entry':[],'extra':1}
                    """)
    void what_is_not_read_is_kept_with_a_reason(Reason expected, String body) {
        assertThat(reason(body)).isEqualTo(expected);
    }

    @Test
    void messages_of_a_group_and_statuses_of_messages_to_a_group_are_not_read() {
        assertThat(reason(message("'group_id':'g'," + TEXT))).isEqualTo(Reason.GROUP);
        assertThat(reason(WebhookText.status("'status':'read','recipient_type':'group','recipient_id':'g'")))
                .isEqualTo(Reason.GROUP);
    }

    @Test
    void the_raw_form_holds_the_message_with_its_contact_and_surroundings_but_nobody_elses() throws MalformedWebhook {
        List<Update> updates = parse(value("'new_key':'kept','contacts':[{'wa_id':'1','profile':{'name':'Ann'}},"
                + "{'wa_id':'2','profile':{'name':'Bob'}}],'messages':[{'from':'2','id':'b','future':'f2'," + TEXT
                + "},{'from':'1','id':'a'," + TEXT + "}]"));

        var raw = new String(updates.get(0).raw(), StandardCharsets.UTF_8);

        assertThat(raw).contains("Bob", "f2", "new_key", "display_phone_number").doesNotContain("Ann");
        assertThat(WebhookBody.parse(updates.get(0).raw())).containsExactly(updates.get(0));
    }

    @Test
    void numbers_and_half_surrogates_survive_in_the_raw_form() {
        String body =
                message("'exact':[1e400,1.10,123456789012345678901234567890],'type':'text','text':{'body':'\\ud83d'}");

        var raw = new String(one(body).raw(), StandardCharsets.UTF_8);

        assertThat(raw).contains("1E+400", "1.10", "123456789012345678901234567890", "\\uD83D");
    }

    @Test
    void characters_that_no_database_text_holds_are_replaced_and_keep_an_id_from_being_one() {
        assertThat(inbound(message("'type':'text','text':{'body':'a\\u0000b\\ud83dc \\ud83d\\ude00'}"))
                        .content()
                        .asText())
                .isEqualTo("a\uFFFDb\uFFFDc 😀");
        assertThat(reason(value("'messages':[{'from':'1','id':'a\\u0000'," + TEXT + "}]")))
                .isEqualTo(Reason.NO_MESSAGE_ID);
    }

    @Test
    void a_large_part_beside_many_messages_does_not_multiply_the_body() {
        String messages = IntStream.range(0, 500)
                .mapToObj(i -> "{'from':'1','id':'" + i + "'," + TEXT + "}")
                .collect(Collectors.joining(","));
        String large = "x".repeat(100_000);

        List<Update> beside = parse(value("'large':'" + large + "','messages':[" + messages + "]"));
        List<Update> contact =
                parse(value("'contacts':[{'wa_id':'1','large':'" + large + "'}],'messages':[" + messages + "]"));

        assertThat(beside).singleElement().isInstanceOf(NotHandled.class);
        assertThat(parse(value("'messages':[" + messages + "]").replace("'field'", "'large':'" + large + "','field'")))
                .singleElement()
                .isInstanceOf(NotHandled.class);
        assertThat(contact).hasSize(500);
        assertThat(contact.stream().mapToInt(update -> update.raw().length).sum())
                .isLessThan(400_000);
    }

    @Test
    void many_changes_with_much_around_their_messages_do_not_multiply_the_body_either() {
        String messages = IntStream.range(0, 19)
                .mapToObj(i -> "{'from':'1','id':'" + i + "'," + TEXT + "}")
                .collect(Collectors.joining(","));
        String change =
                "{'field':'messages','value':{'around':'" + "x".repeat(8_000) + "','messages':[" + messages + "]}}";
        String body = "{'entry':[{'id':'1','changes':[" + String.join(",", Collections.nCopies(100, change)) + "]}]}";

        List<Update> updates = parse(body);

        assertThat(updates.stream().mapToInt(update -> update.raw().length).sum())
                .isLessThan(2 * WebhookBody.MAX_BYTES);
        assertThat(updates).hasSizeGreaterThan(100);
    }

    @Test
    void nothing_shows_content_when_printed() {
        String all = value(
                "'contacts':[{'wa_id':'16505551234','profile':{'name':'Ann','username':'annie'}}],'messages':[{'from':'16505551234',"
                        + "'id':'wamid.1','from_user_id':'US.77','referral':{'ctwa_clid':'clid'}," + TEXT + "}],"
                        + "'statuses':[{'id':'wamid.1','status':'failed','recipient_id':'16505551234','errors':[{'code':1,'title':'Ann'}]}]");

        List<Update> updates = parse(all);

        var message = (InboundMessage) updates.get(0);
        assertThat(updates + " " + message.sender() + message.content() + message.referral() + message.envelope())
                .doesNotContain("Ann", "annie", "1650", "wamid", "US.77", "clid", "secret");
    }
}
