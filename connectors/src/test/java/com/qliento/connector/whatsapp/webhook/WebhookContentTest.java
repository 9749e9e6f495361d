package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.WebhookText.content;
import static com.qliento.connector.whatsapp.webhook.WebhookText.inbound;
import static com.qliento.connector.whatsapp.webhook.WebhookText.message;
import static com.qliento.connector.whatsapp.webhook.WebhookText.reason;
import static com.qliento.connector.whatsapp.webhook.WebhookText.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.webhook.InboundContent.Choice;
import com.qliento.connector.whatsapp.webhook.InboundContent.Contacts;
import com.qliento.connector.whatsapp.webhook.InboundContent.Edit;
import com.qliento.connector.whatsapp.webhook.InboundContent.FormReply;
import com.qliento.connector.whatsapp.webhook.InboundContent.Location;
import com.qliento.connector.whatsapp.webhook.InboundContent.Media;
import com.qliento.connector.whatsapp.webhook.InboundContent.Medium;
import com.qliento.connector.whatsapp.webhook.InboundContent.Order;
import com.qliento.connector.whatsapp.webhook.InboundContent.Reaction;
import com.qliento.connector.whatsapp.webhook.InboundContent.Revoke;
import com.qliento.connector.whatsapp.webhook.InboundContent.SystemNote;
import com.qliento.connector.whatsapp.webhook.InboundContent.Text;
import com.qliento.connector.whatsapp.webhook.InboundContent.Unsupported;
import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookContentTest {
    @Test
    void a_tapped_button_row_or_quick_reply_is_a_choice() {
        assertThat(
                        content(
                                "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'b1','title':'Yes'}}"))
                .isEqualTo(new Choice("b1", "Yes", null));
        assertThat(content(
                        "'type':'interactive','interactive':{'list_reply':{'id':7,'title':'Seven','description':'d'}}"))
                .isEqualTo(new Choice("7", "Seven", "d"));
        assertThat(content("'type':'button','button':{'payload':'P','text':'Stop'}"))
                .isEqualTo(new Choice("P", "Stop", null));
        assertThat(content("'type':'button','button':{'text':'Stop'}").choiceId())
                .isEqualTo("Stop");
    }

    @Test
    void a_form_reply_keeps_its_json_whether_sent_as_text_or_object() {
        assertThat(
                        content(
                                "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow','body':'Sent','response_json':'{}'}}"))
                .isEqualTo(new FormReply("flow", "{}"));
        assertThat(content("'type':'interactive','interactive':{'nfm_reply':{'response_json':{'a':1}}}"))
                .isEqualTo(new FormReply(null, "{\"a\":1}"));
    }

    @Test
    void media_keep_what_is_known_of_the_file() {
        assertThat(
                        content(
                                "'type':'document','document':{'id':12,'mime_type':'application/pdf','sha256':'s=','caption':'c','filename':'f.pdf'}"))
                .isEqualTo(new Media(Medium.DOCUMENT, "12", "application/pdf", "s=", "c", "f.pdf", false, false));
        assertThat(content("'type':'audio','audio':{'id':'1','voice':true}"))
                .isEqualTo(new Media(Medium.AUDIO, "1", null, null, null, null, true, false));
        assertThat(content("'type':'sticker','sticker':{'id':'1','animated':'true'}"))
                .isEqualTo(new Media(Medium.STICKER, "1", null, null, null, null, false, true));
    }

    @Test
    void media_that_meta_could_not_fetch_are_unsupported_with_their_error() {
        assertThat(content("'type':'image','errors':[{'code':'131052','error_data':{'details':'d'}}]"))
                .isEqualTo(new Unsupported(List.of(new ReportedError(131052, null, null, "d"))));
    }

    @Test
    void places_cards_and_orders_are_read() {
        assertThat(content("'location':{'latitude':'-10.5','longitude':20,'name':'N'}"))
                .isEqualTo(new Location(-10.5, 20, "N", null, null));
        var cards = (Contacts)
                content(
                        "'type':'contacts','contacts':[{'origin':'contact_request','name':{'formatted_name':'F'},'phones':[{'phone':'+1 2','wa_id':'12'},null]}]");
        assertThat(cards.cards()).singleElement().satisfies(card -> {
            assertThat(card.origin()).isEqualTo("contact_request");
            assertThat(card.formattedName()).isEqualTo("F");
            assertThat(card.phones()).containsExactly(new InboundContent.Phone("+1 2", "12"));
        });
        var order = (Order)
                content(
                        "'type':'order','order':{'catalog_id':'c','text':'quick please','product_items':[{'product_retailer_id':'p','quantity':'2','item_price':30.50,'currency':'USD'},{'quantity':'many'}]}");
        assertThat(order.asText()).isEqualTo("quick please");
        assertThat(order.items())
                .containsExactly(
                        new InboundContent.Item("p", 2, new BigDecimal("30.50"), "USD"),
                        new InboundContent.Item(null, null, null, null));
    }

    @Test
    void reactions_edits_revocations_and_notes_of_the_system_are_no_answers() {
        assertThat(content("'type':'reaction','reaction':{'message_id':'m','emoji':'👍'}"))
                .isEqualTo(new Reaction("m", "👍"));
        assertThat(content("'type':'reaction','reaction':{'message_id':'m','emoji':''}"))
                .isEqualTo(new Reaction("m", null));
        assertThat(content("'type':'revoke','revoke':{'original_message_id':'m'}"))
                .isEqualTo(new Revoke("m"));
        InboundContent edit = content(
                "'type':'edit','edit':{'original_message_id':'m','message':{'context':{'id':'x'},'type':'image','image':{'id':'9','caption':'new'}}}");
        assertThat(edit)
                .isInstanceOf(Edit.class)
                .extracting(InboundContent::asText)
                .isEqualTo("new");
        assertThat(edit.isAnswer()).isFalse();
        assertThat(new Reaction("m", null).isAnswer()).isFalse();
        assertThat(new Revoke("m").isAnswer()).isFalse();
        assertThat(new Text("hi").isAnswer()).isTrue();
    }

    @Test
    void a_changed_identity_names_the_old_one_as_sender_and_the_new_one_in_the_note() {
        InboundMessage change = inbound(
                value(
                        "'messages':[{'id':'w','type':'system','from_user_id':'US.new','system':{'type':'user_changed_user_id',"
                                + "'previous_user_id':'US.old','user_id':'US.new','previous_parent_user_id':'US.ENT.old','parent_user_id':'US.ENT.new'}}]"));

        assertThat(change.sender().userId()).isEqualTo("US.old");
        assertThat(change.sender().parentUserId()).isEqualTo("US.ENT.old");
        assertThat(change.content())
                .isEqualTo(new SystemNote("user_changed_user_id", null, null, "US.new", "US.ENT.new"));
        assertThat(change.content().isAnswer()).isFalse();
    }

    @Test
    void types_newer_than_this_connector_come_through_as_unsupported() {
        InboundMessage poll = inbound(message("'type':'poll','poll':{'a':1}"));
        InboundMessage product = inbound(message("'type':'interactive','interactive':{'type':'product','product':{}}"));

        assertThat(poll.type()).isEqualTo("poll");
        assertThat(poll.content()).isInstanceOf(Unsupported.class);
        assertThat(product.content()).isInstanceOf(Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'text'",
                "'type':'text','text':'hi'",
                "'type':'text','text':{'body':{}}",
                "'type':'image','image':{'caption':'no id'}",
                "'type':'interactive','interactive':null",
                "'type':'interactive','interactive':{'button_reply':{}}",
                "'type':'location','location':{'latitude':91,'longitude':0}",
                "'type':'location','location':{'latitude':1e999999,'longitude':0}",
                "'type':'contacts','contacts':[]",
                "'type':'reaction','reaction':{'emoji':'x'}",
                "'type':'edit','edit':{'original_message_id':'m'}",
                "'type':'system','system':[]"
            })
    void content_that_does_not_fit_its_type_is_kept_unread(String content) {
        assertThat(reason(message(content))).isEqualTo(Reason.UNREADABLE_CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"1749416383\"', 2025-06-08T20:59:43Z",
        "1749416383, 2025-06-08T20:59:43Z",
        "1749416383123, 2025-06-08T20:59:43.123Z",
        "'\"1749416383123\"', 2025-06-08T20:59:43.123Z",
        "'\"yesterday\"', ",
        "-5, ",
        "0, ",
        "1.5, ",
        "99999999999999999999, ",
        "null, "
    })
    void a_timestamp_is_seconds_or_milliseconds_as_text_or_number(String json, Instant expected) {
        InboundMessage message = inbound(
                value("'messages':[{'from':'1','id':'w','timestamp':" + json + ",'type':'text','text':{'body':'x'}}]"));

        assertThat(message.timestamp()).isEqualTo(expected);
    }

    @Test
    void context_and_referral_are_read() {
        InboundMessage message = inbound(
                message(
                        "'context':{'id':'wamid.0'},'referral':{'source_type':'ad','source_id':5,'ctwa_clid':'c'},'type':'text','text':{'body':12}"));

        assertThat(message.contextMessageId()).isEqualTo("wamid.0");
        assertThat(message.referral()).isEqualTo(new Referral("ad", "5", "c"));
        assertThat(message.content()).isEqualTo(new Text("12"));
        assertThat(message.timestamp()).isEqualTo(Instant.ofEpochSecond(1749416383));
    }
}
