package com.qliento.connector.whatsapp.webhook;

import static com.qliento.connector.whatsapp.webhook.WebhookText.one;
import static com.qliento.connector.whatsapp.webhook.WebhookText.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what nobody reads is known whom it is about, or that nobody can tell. */
class AboutTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    user_preferences    | 'user_preferences':[{'wa_id':'16505551234','category':'marketing_messages','value':'stop'}]
                    smb_message_echoes  | 'message_echoes':[{'from':'15550783881','to':'16505551234','id':'wamid.1','type':'text','text':{'body':'hello'}}]
                    smb_app_state_sync  | 'state_sync':[{'type':'contact','contact':{'full_name':'Ann','phone_number':'+1 650 555 1234'},'action':'add'}]
                    standby             | 'contacts':[{'wa_id':'16505551234','profile':{'name':'Ann'}}],'messages':[{'from':'16505551234','id':'wamid.2','type':'text','text':{'body':'x'}}]
                    calls               | 'calls':[{'id':'wacid.1','from':'16505551234','to':'15550783881','event':'connect'}]
                    anything_new        | 'items':[{'wa_id':'16505551234'}]
                    """)
    void one_person_is_found_by_the_ids_beside_what_is_said(String field, String value) {
        var about = about(field, value);

        assertThat(about.nobody()).isFalse();
        assertThat(Objects.requireNonNull(about.person()).phone()).isEqualTo("16505551234");
    }

    @Test
    void somebody_without_a_number_is_found_by_their_user_id() {
        var about = about("user_preferences", "'user_preferences':[{'user_id':'US.1','value':'stop'}]");

        assertThat(Objects.requireNonNull(about.person()).userId()).isEqualTo("US.1");
    }

    @Test
    void of_a_changed_user_id_the_one_from_before_leads_to_the_person() {
        var about = about(
                "user_id_update", "'user_id_update':[{'wa_id':'1650','user_id':{'previous':'US.1','current':'US.2'}}]");

        assertThat(Objects.requireNonNull(about.person()).userId()).isEqualTo("US.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    history      | 'history':[{'threads':[{'id':'16505551234','messages':[{'from':'16505551234'}]}]}]
                    groups       | 'messages':[{'from':'16505551234','to':'16505550000'}]
                    anything_new | 'text':'call me at 16505551234'
                    security     | 'event':'PIN_CHANGED','requester':'1234'
                    """)
    void where_nobody_or_several_are_named_nobody_can_tell(String field, String value) {
        var about = about(field, value);

        assertThat(about.nobody()).isFalse();
        assertThat(about.person()).isNull();
    }

    @Test
    void what_tells_of_the_account_is_about_nobody() {
        assertThat(about("account_update", "'event':'VERIFIED_ACCOUNT','phone_number':'16505551111'")
                        .nobody())
                .isTrue();
    }

    @Test
    void what_is_about_several_people_stands_alone_for_each() {
        var updates = parse(change(
                "user_preferences",
                "'contacts':[{'wa_id':'1650','profile':{'name':'Ann'}},{'wa_id':'1651','profile':{'name':'Ben'}}],"
                        + "'user_preferences':[{'wa_id':'1650','value':'stop'},{'wa_id':'1651','value':'resume'}]"));

        assertThat(updates)
                .extracting(update -> Objects.requireNonNull(
                                ((NotHandled) update).about().person())
                        .phone())
                .containsExactly("1650", "1651");
        assertThat(text(updates.get(0).raw())).contains("Ann", "stop").doesNotContain("Ben", "1651");
        assertThat(text(updates.get(1).raw())).contains("Ben", "resume").doesNotContain("Ann", "1650");
    }

    @Test
    void the_outline_of_an_update_tells_nothing_of_anybody() {
        var update = one(change("history", "'history':[{'threads':[{'id':'16505551234'}]}]"));

        assertThat(text(update.outline())).contains("history", "419").doesNotContain("16505551234", "threads");
        assertThat(parse(text(update.outline()))).singleElement().isInstanceOf(NotHandled.class);
    }

    private static About about(String field, String value) {
        return ((NotHandled) one(change(field, value))).about();
    }

    private static String change(String field, String value) {
        return "{'object':'whatsapp_business_account','entry':[{'id':'419','changes':[{'field':'" + field
                + "','value':{"
                + "'messaging_product':'whatsapp','metadata':{'display_phone_number':'+1 555-078-3881','phone_number_id':'106'},"
                + value + "}}]}]}";
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
