package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.channel.Channel;
import com.qliento.channel.Channels;
import com.qliento.contact.Contacts;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Scene;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes about people whom nobody wrote of is sealed with their key, or not kept. */
class NamedPeopleTest {

    private static final String NUMBER = "106540352242922";

    private final Scene scene = Scene.shared();
    private final String customer = Scene.newCustomer();
    private final String canary = "CAN-" + UUID.randomUUID();

    /** A row of what came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(UUID id, @Nullable UUID contact, byte[] content) {

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    user_preferences    | 'user_preferences':[{'wa_id':'NUMBER','detail':'CANARY','value':'stop'}]
                    smb_message_echoes  | 'message_echoes':[{'from':'15550783881','to':'NUMBER','id':'wamid.E','text':{'body':'CANARY'}}]
                    smb_app_state_sync  | 'state_sync':[{'type':'contact','contact':{'full_name':'CANARY','phone_number':'+NUMBER'}}]
                    standby             | 'messages':[{'from':'NUMBER','id':'wamid.S','text':{'body':'CANARY'}}]
                    messages            | 'statuses':[{'id':'wamid.P','type':'payment','recipient_id':'NUMBER','status':'captured','x':'CANARY'}]
                    """)
    void what_is_about_somebody_known_is_sealed_with_their_key_and_goes_with_them(String field, String value) {
        var contact = knownContact();

        comes(field, value);

        var kept = last(field);
        assertThat(kept.contact()).isEqualTo(contact);
        assertThat(opened(kept)).contains(canary);
        var gone = scene.bean(Vault.class).destroySubject(channel().organisation(), new SubjectId(contact));
        assertThat(gone).isTrue();
        assertThat(canOpen(kept)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    user_preferences | 'user_preferences':[{'wa_id':'NUMBER','detail':'CANARY','value':'stop'}]
                    history          | 'history':[{'threads':[{'id':'NUMBER','messages':[{'from':'NUMBER','text':{'body':'CANARY'}}]}]}]
                    anything_new     | 'note':'CANARY of NUMBER'
                    messages         | 'errors':[{'code':1,'title':'CANARY','message':'NUMBER'}]
                    """)
    void of_what_could_be_about_anybody_is_kept_that_it_came(String field, String value) {
        comes(field, value);

        var kept = last(field);
        assertThat(kept.contact()).isNull();
        assertThat(opened(kept)).contains(field).doesNotContain(canary).doesNotContain(customer);
        assertThat(scene.bean(OrganisationScope.class).in(channel().organisation(), () -> scene.bean(Contacts.class)
                        .withPhone(channel(), customer)))
                .as("nobody becomes a contact by what others say")
                .isEmpty();
    }

    @Test
    void what_is_about_the_account_is_kept_whole() {
        comes("account_update", "'event':'CANARY'");

        assertThat(opened(last("account_update"))).contains(canary);
    }

    @Test
    void it_is_kept_once_however_often_it_comes() {
        comes("user_preferences", "'user_preferences':[{'wa_id':'NUMBER','value':'CANARY'}]");
        var first = last("user_preferences");

        comes("user_preferences", "'user_preferences':[{'wa_id':'NUMBER','value':'CANARY'}]");

        assertThat(last("user_preferences").id()).isEqualTo(first.id());
    }

    private UUID knownContact() {
        new FlowText("named", "named").says("yes", "yes").ends().publish(scene);
        scene.says(customer, "named");
        assertThat(scene.hears(customer, 1)).containsExactly("yes");
        return scene.bean(OrganisationScope.class)
                .in(channel().organisation(), () -> scene.bean(Contacts.class).withPhone(channel(), customer))
                .orElseThrow()
                .value();
    }

    private void comes(String field, String value) {
        var body = "{'object':'whatsapp_business_account','entry':[{'id':'419','changes':[{'field':'" + field
                + "','value':{'messaging_product':'whatsapp','metadata':{'display_phone_number':'15550783881',"
                + "'phone_number_id':'" + NUMBER + "'}," + value + "}}]}]}";
        var sent = body.replace('\'', '"').replace("NUMBER", customer).replace("CANARY", canary);
        assertThat(scene.post(sent)).isEqualTo(200);
    }

    private Kept last(String field) {
        return scene.bean(OrganisationScope.class).in(channel().organisation(), () -> scene.jdbc()
                .sql("SELECT id, contact_id, content FROM inbox_message WHERE not_handled IS NOT NULL AND kind = ?"
                        + " AND organisation_id = ? ORDER BY id DESC LIMIT 1")
                .param(field)
                .param(channel().organisation().value())
                .query((row, n) ->
                        new Kept(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)))
                .single());
    }

    private String opened(Kept kept) {
        var place = new Place("inbox_message", "content", kept.id());
        var bytes = scene.bean(Vault.class).open(channel().organisation(), place, Sealed.of(kept.content()));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private boolean canOpen(Kept kept) {
        try {
            return !opened(kept).isEmpty();
        } catch (RuntimeException gone) {
            return false;
        }
    }

    private Channel channel() {
        return scene.bean(Channels.class).withNumber(NUMBER).orElseThrow();
    }
}
