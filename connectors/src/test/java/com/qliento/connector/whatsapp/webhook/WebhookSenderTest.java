package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.WebhookText.inbound;
import static com.qliento.connector.whatsapp.webhook.WebhookText.parse;
import static com.qliento.connector.whatsapp.webhook.WebhookText.reason;
import static com.qliento.connector.whatsapp.webhook.WebhookText.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.connector.whatsapp.webhook.NotHandled.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookSenderTest {
    private static final String TEXT = "'type':'text','text':{'body':'x'}";

    @Test
    void number_user_ids_and_names_come_from_message_and_contact_together() {
        Sender sender = sender(
                "'contacts':[{'wa_id':'5511','user_id':'BR.1','parent_user_id':'BR.ENT.1','profile':{'name':'Ann','username':'annie'}}],"
                        + "'messages':[{'from':'55911','from_user_id':'BR.1','from_parent_user_id':'BR.ENT.1','id':'w',"
                        + TEXT + "}]");

        assertThat(sender).isEqualTo(new Sender("55911", "5511", "BR.1", "BR.ENT.1", "annie", "Ann"));
    }

    @Test
    void a_number_without_contacts_is_enough() {
        assertThat(sender("'messages':[{'from':16505551234,'id':'w'," + TEXT + "}]"))
                .isEqualTo(new Sender("16505551234", "16505551234", null, null, null, null));
    }

    @Test
    void a_user_id_without_a_number_is_enough_wherever_it_stands() {
        var expected = new Sender(null, null, "US.1", null, null, null);

        assertThat(sender("'messages':[{'from_user_id':'US.1','id':'w'," + TEXT + "}]"))
                .isEqualTo(expected);
        assertThat(sender("'messages':[{'user_id':'US.1','id':'w'," + TEXT + "}]"))
                .isEqualTo(expected);
        assertThat(sender("'messages':[{'from':'US.1','id':'w'," + TEXT + "}]")).isEqualTo(expected);
        assertThat(sender("'contacts':[{'user_id':'US.1'}],'messages':[{'id':'w'," + TEXT + "}]"))
                .isEqualTo(expected);
    }

    @Test
    void a_message_of_nobody_is_kept_unread() {
        assertThat(reason(value(
                        "'contacts':[{'profile':{'name':'Ann'}}],'messages':[{'from':'','id':'w'," + TEXT + "}]")))
                .isEqualTo(Reason.NO_SENDER);
    }

    @Test
    void contacts_belong_to_messages_by_id_before_position() {
        List<Update> updates = parse(
                value("'contacts':[{'wa_id':'1','profile':{'name':'Ann'}},{'user_id':'US.2','profile':{'name':'Bob'}}],"
                        + "'messages':[{'from_user_id':'US.2','id':'a'," + TEXT + "},{'from':'1','id':'b'," + TEXT
                        + "},{'from':'1','id':'c'," + TEXT
                        + "},{'from':'3','id':'d'," + TEXT + "}]"));

        assertThat(names(updates)).containsExactly("Bob", "Ann", "Ann", null);
    }

    @Test
    void contacts_whose_id_differs_from_the_number_belong_by_position_when_there_are_as_many() {
        List<Update> updates = parse(value(
                "'contacts':[{'wa_id':'5511','profile':{'name':'Ann'}},{'wa_id':'5522','profile':{'name':'Bob'}}],"
                        + "'messages':[{'from':'55911','id':'a'," + TEXT + "},{'from':'55922','id':'b'," + TEXT
                        + "}]"));

        assertThat(names(updates)).containsExactly("Ann", "Bob");
    }

    @Test
    void the_only_contact_goes_to_all_messages_of_one_sender_but_not_to_two_senders() {
        String contact = "'contacts':[{'wa_id':'5511','profile':{'name':'Ann'}}],";
        String first = "{'from':'55911','id':'a'," + TEXT + "}";

        assertThat(names(parse(value(contact + "'messages':[" + first + "," + first + "]"))))
                .containsExactly("Ann", "Ann");
        assertThat(names(parse(value(contact + "'messages':[" + first + ",{'from':'7','id':'b'," + TEXT + "}]"))))
                .startsWith(null, null);
    }

    @Test
    void a_contact_of_another_user_id_is_not_taken_for_having_the_same_number() {
        Sender sender = ((InboundMessage) parse(value(
                                "'contacts':[{'wa_id':'1','user_id':'US.1','parent_user_id':'US.ENT.1','profile':{'name':'Ann'}}],"
                                        + "'messages':[{'from':'1','from_user_id':'US.2','id':'a'," + TEXT + "}]"))
                        .get(0))
                .sender();

        assertThat(sender).isEqualTo(new Sender("1", "1", "US.2", null, null, null));
    }

    @Test
    void a_contact_of_another_user_id_is_never_taken_by_position() {
        List<Update> updates = parse(value("'contacts':[{'wa_id':'1','user_id':'US.1','profile':{'name':'Ann'}}],"
                + "'messages':[{'from_user_id':'US.2','id':'a'," + TEXT + "}]"));

        assertThat(updates).hasSize(2);
        assertThat(((InboundMessage) updates.get(0)).sender())
                .isEqualTo(new Sender(null, null, "US.2", null, null, null));
        assertThat(((NotHandled) updates.get(1)).reason()).isEqualTo(Reason.CONTACT_ALONE);
    }

    @Test
    void a_contact_that_belongs_to_one_message_by_id_is_never_given_to_another_by_position() {
        List<Update> updates = parse(
                value("'contacts':[{'wa_id':'1','profile':{'name':'Ann'}},{'wa_id':'2','profile':{'name':'Bob'}}],"
                        + "'messages':[{'from':'2','id':'a'," + TEXT + "},{'from':'9','id':'b'," + TEXT + "}]"));

        assertThat(names(updates)).startsWith("Bob", null);
        assertThat(((InboundMessage) updates.get(1)).sender().waId()).isEqualTo("9");
    }

    private static Sender sender(String parts) {
        return inbound(value(parts)).sender();
    }

    private static List<@Nullable String> names(List<Update> updates) {
        var names = new ArrayList<@Nullable String>();
        updates.forEach(update -> names.add(update.<@Nullable String>match(
                message -> message.sender().profileName(), status -> "?", other -> "?")));
        return names;
    }
}
