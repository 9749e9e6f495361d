package com.qliento.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.audit.AuditAction;
import com.qliento.block.Block;
import com.qliento.block.Blocks;
import com.qliento.scene.FlowText;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Scene;
import com.qliento.vault.spi.PersonalDataStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of processing, by REST and for other features. */
class ProcessingRegisterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/privacy/register";

    private final Scene scene = Scene.shared();
    private final OtherOrganisation shop = OtherOrganisation.in(scene);

    @Test
    void a_new_organisation_s_register_says_what_is_kept_why_and_until_when() {
        var register = json(shop.call("GET", PATH, ""));

        var talk = register.path("activities").path(0);
        assertThat(talk.path("purpose").path("code").asText()).isEqualTo("talk");
        assertThat(talk.path("basis").path("words").asText()).contains("Art. 6(1)(b)");
        assertThat(periods(talk)).contains("Messages, and the answers given in them, are kept for 30 days");
        assertThat(register.path("flows")).isEmpty();
        assertThat(recipients(register)).containsExactly("WhatsApp (Meta)");
        assertThat(register.path("controller").path("name").asText()).isEmpty();
        assertThat(register.path("safeguards")).isNotEmpty();
    }

    @Test
    void every_place_that_a_feature_keeps_stands_in_it() {
        var places = all(scene.bean(ProcessingRegister.class).of(shop.id(), Locale.ENGLISH))
                .toList();

        assertThat(places)
                .containsExactlyInAnyOrderElementsOf(scene.beans(PersonalDataStore.class).stream()
                        .flatMap(store -> store.places().stream())
                        .map(place -> place.table() + "." + place.column())
                        .toList());
    }

    @Test
    void a_flow_that_is_published_changes_it_and_one_that_is_archived_is_gone() {
        assertThat(shop.call("PUT", "/api/v1/request-hosts/crm.shop.example", "")
                        .statusCode())
                .isEqualTo(200);
        publish();

        var register = json(shop.call("GET", PATH, ""));

        assertThat(recipients(register)).containsExactly("WhatsApp (Meta)", "crm.shop.example");
        assertThat(register.path("recipients").path(1).path("flows").path(0).asText())
                .isEqualTo("registered");
        var flow = register.path("flows").path(0);
        assertThat(flow.path("key").asText()).isEqualTo("registered");
        assertThat(flow.path("recipients").path(0).asText()).isEqualTo("crm.shop.example");
        assertThat(flow.path("asks").path(0).path("name").asText()).isEqualTo("town");
        assertThat(flow.path("asks").path(0).path("category").path("code").asText())
                .isEqualTo("address");
        assertThat(flow.path("asks").path(0).path("purpose").path("code").asText())
                .isEqualTo("marketing");
        assertThat(shop.call("POST", "/api/v1/flows/registered/archive", "").statusCode())
                .isLessThan(300);
        assertThat(recipients(json(shop.call("GET", PATH, "")))).containsExactly("WhatsApp (Meta)");
    }

    @Test
    void an_endpoint_that_is_told_what_happens_stands_in_it() {
        assertThat(shop.call("PUT", "/api/v1/request-hosts/events.shop.example", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(shop.call(
                                "POST",
                                "/api/v1/webhooks",
                                "{\"address\":\"https://events.shop.example/hook?key=secret\",\"events\":[\"message.received\"]}")
                        .statusCode())
                .isEqualTo(201);

        var register = json(shop.call("GET", PATH, ""));

        assertThat(recipients(register)).contains("events.shop.example");
        assertThat(register.toString()).doesNotContain("secret");
    }

    @Test
    void a_wish_for_a_shorter_time_stands_in_it() {
        shop.call("PUT", "/api/v1/retention", "{\"messageDays\":9}");

        assertThat(periods(json(shop.call("GET", PATH, "")).path("activities").path(0)))
                .contains("9 days: your organisation wants it shorter");
    }

    @Test
    void who_is_responsible_is_written_by_hand_and_noted() {
        var register = json(shop.call(
                "PUT",
                PATH + "/controller",
                "{\"name\":\" Acme \",\"contact\":\"privacy@acme.example\",\"officer\":\"Ben, dpo@acme.example\"}"));

        assertThat(register.path("controller").path("name").asText()).isEqualTo("Acme");
        assertThat(register.path("controller").path("transfers").asText()).isEmpty();
        assertThat(json(shop.call("GET", PATH, ""))
                        .path("controller")
                        .path("officer")
                        .asText())
                .isEqualTo("Ben, dpo@acme.example");
        assertThat(shop.call("GET", "/api/v1/audit", "").body()).contains(AuditAction.REGISTER_SET.code());
        assertThat(json(OtherOrganisation.in(scene).call("GET", PATH, ""))
                        .path("controller")
                        .path("name")
                        .asText())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "contact", "officer", "representative", "transfers"})
    void a_field_that_is_too_long_is_refused_and_changes_nothing(String field) {
        var answer = shop.call("PUT", PATH + "/controller", "{\"" + field + "\":\"" + "x".repeat(501) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(field);
        assertThat(json(shop.call("GET", PATH, ""))
                        .path("controller")
                        .path(field)
                        .asText())
                .isEmpty();
    }

    @Test
    void each_block_that_asks_another_system_says_whom() {
        var calling =
                scene.bean(Blocks.class).all().stream().filter(Block::calls).map(Block::key);

        assertThat(scene.beans(BlockRecipient.class))
                .extracting(BlockRecipient::block)
                .containsExactlyInAnyOrderElementsOf(calling.toList());
    }

    @Test
    void all_of_it_is_said_in_three_languages() {
        var english = json(shop.callIn("en", "GET", PATH));
        var spanish = json(shop.callIn("es", "GET", PATH));

        assertThat(spanish.path("activities")
                        .path(0)
                        .path("purpose")
                        .path("words")
                        .asText())
                .startsWith("Responder");
        assertThat(spanish.findValuesAsText("code")).isEqualTo(english.findValuesAsText("code"));
        for (var language : List.of("es", "pt")) {
            var words = ResourceBundle.getBundle(
                    "com.qliento.register.Register",
                    Locale.forLanguageTag(language),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(words.keySet())
                    .isEqualTo(ResourceBundle.getBundle("com.qliento.register.Register", Locale.ROOT)
                            .keySet());
            assertThat(words.getLocale().getLanguage()).isEqualTo(language);
        }
        assertThat(english.findValuesAsText("words")).noneMatch(String::isBlank);
    }

    private void publish() {
        var flow = new FlowText("registered", "registered")
                .asks("a", "question", "Where?", "name", "town", "category", "address", "purpose", "marketing")
                .block(
                        "serviceTask",
                        "r",
                        "request",
                        "address",
                        "https://crm.shop.example/towns/{{ town }}",
                        "name",
                        "found")
                .ends()
                .exitEnds("r", "qliento.failed");
        var made = shop.call("POST", "/api/v1/flows?key=registered", flow.toString(), "application/xml");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var live = shop.call("POST", "/api/v1/flows/registered/publish", "{\"note\":\"first\"}");
        assertThat(live.statusCode()).as(live.body()).isLessThan(300);
    }

    private static Stream<String> all(Register register) {
        return register.activities().stream()
                .flatMap(activity -> activity.kinds().stream())
                .flatMap(kind -> kind.places().stream());
    }

    private static List<String> periods(JsonNode activity) {
        return StreamSupport.stream(activity.path("kinds").spliterator(), false)
                .map(kind -> kind.path("period").asText())
                .toList();
    }

    private static List<String> recipients(JsonNode register) {
        return StreamSupport.stream(register.path("recipients").spliterator(), false)
                .map(one -> one.path("name").asText())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
