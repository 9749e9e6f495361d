package com.qliento.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people set in WhatsApp stands in the ledger of consent. */
class PreferencesTest {

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @BeforeEach
    void somebody_who_agreed_to_advertising() {
        scene.says(customer, "hello");
        await().until(() -> !rest.contact(customer).isEmpty());
        scene.call(
                "POST",
                "/api/v1/consents",
                "{\"contact\":\"" + rest.contact(customer)
                        + "\",\"purposes\":[\"marketing\"],\"wording\":\"Offers?\",\"at\":\"2024-01-01T00:00:00Z\"}");
    }

    @Test
    void to_stop_takes_consent_back_once_and_to_resume_gives_it_again() throws Exception {
        comes("'value':'stop','category':'marketing_messages','timestamp':1731705721");
        comes("'value':'stop','category':'marketing_messages','timestamp':1731705721");

        assertThat(events()).containsExactly("given", "withdrawn");
        assertThat(marketing()).isEqualTo("withdrawn");
        comes("'value':'resume','category':'marketing_messages','timestamp':1731705799");
        assertThat(marketing()).isEqualTo("allowed");
    }

    @Test
    void to_resume_is_no_consent_of_somebody_who_took_nothing_back_and_other_kinds_say_nothing() throws Exception {
        comes("'value':'resume','category':'marketing_messages','timestamp':1731705721");
        comes("'value':'stop','category':'something_else','timestamp':1731705722");
        comes("'value':'perhaps'");

        assertThat(events()).containsExactly("given");
    }

    @Test
    void about_somebody_who_is_not_known_nothing_is_noted() {
        assertThat(post(Scene.newCustomer(), "'value':'stop'")).isEqualTo(200);
    }

    private void comes(String preference) {
        assertThat(post(customer, preference)).isEqualTo(200);
    }

    private int post(String number, String preference) {
        var body = "{'object':'whatsapp_business_account','entry':[{'id':'419','changes':[{'field':'user_preferences',"
                + "'value':{'messaging_product':'whatsapp','metadata':{'display_phone_number':'15550783881',"
                + "'phone_number_id':'106540352242922'},'user_preferences':[{'wa_id':'" + number
                + "','detail':'as they wish'," + preference + "}]}}]}]}";
        return scene.post(body.replace('\'', '"'));
    }

    private List<String> events() {
        return StreamSupport.stream(
                        rest.get("/api/v1/consents?contact=" + rest.contact(customer))
                                .at("/items/0/events")
                                .spliterator(),
                        false)
                .map(one -> one.path("event").asText())
                .toList();
    }

    private String marketing() throws IOException {
        JsonNode uses = new ObjectMapper()
                .readTree(scene.call("GET", "/api/v1/consents/uses?contact=" + rest.contact(customer), "")
                        .body());
        return StreamSupport.stream(uses.spliterator(), false)
                .filter(use -> use.path("purpose").asText().equals("marketing"))
                .map(use -> use.path("reason").asText())
                .findFirst()
                .orElse("");
    }
}
