package com.qliento.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.contact.ContactId;
import com.qliento.contact.Contacts;
import com.qliento.guard.LocalNetwork;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.GraphSink.Answer;
import com.qliento.scene.OtherOrganisation;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import com.qliento.scene.Webhooks;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import com.qliento.vault.spi.PersonalRecord;
import com.qliento.webhook.Shop.Got;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens is told to real servers, on the whole application. */
class WebhookEventsTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final String ALL = "conversation.started conversation.ended message.received message.sent"
            + " message.failed answer.given flow.published call.failed";
    private static final String WORDS = "My name is Ada Lovelace";

    private static Scene scene;

    private final String customer = Scene.newCustomer();
    private final String word = "hello" + customer + "x";

    @BeforeAll
    static void open() {
        scene = Scene.startWith(Scene.Setup.usual(), LocalNetwork.class, PlainAddresses.class);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @Test
    void what_was_told_of_somebody_is_among_what_is_kept_of_them() {
        try (var shop = Shop.hearing(scene, ALL)) {
            var unused = chat(shop);
            var id = new ContactId(UUID.fromString(new Rest(scene).contact(customer)));
            var family = scene.bean(OrganisationScope.class)
                    .in(DEMO, () -> scene.bean(Contacts.class).family(DEMO, id))
                    .orElseThrow();

            var told = new ArrayList<PersonalRecord>();
            scene.bean(DeliveryPersonalData.class).export(family, told::add);

            assertThat(told)
                    .extracting(one -> String.valueOf(one.values().get("event")))
                    .contains("message.received", "answer.given")
                    .doesNotContain("flow.published");
            assertThat(told).allSatisfy(one -> {
                assertThat(one.values().get("recipient")).isNotNull();
                assertThat(one.values().get("body")).isInstanceOf(Map.class);
                assertThat(one.unreadable()).isNull();
            });
        }
    }

    @Test
    void a_chat_is_told_from_its_beginning_to_its_end_by_ids_alone_and_each_is_signed() {
        try (var shop = Shop.hearing(scene, ALL)) {
            var got = chat(shop);

            assertThat(got)
                    .extracting(Got::type)
                    .containsExactlyInAnyOrder(
                            "flow.published",
                            "message.received",
                            "conversation.started",
                            "message.sent",
                            "message.received",
                            "answer.given",
                            "message.sent",
                            "conversation.ended");
            assertThat(got).allMatch(one -> one.isSignedBy(shop.secret()));
            assertThat(got).extracting(Got::id).doesNotHaveDuplicates();
            assertThat(got)
                    .noneMatch(one -> one.body().contains("Ada") || one.body().contains(customer + "\""));
            assertThat(got).allSatisfy(one -> {
                assertThat(one.json().path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
                assertThat(one.headers()).containsEntry("content-type", "application/json");
            });
        }
    }

    @Test
    void each_says_by_ids_and_codes_what_it_is_about() {
        try (var shop = Shop.hearing(scene, ALL)) {
            var got = chat(shop);

            var ended = only(got, "conversation.ended").data();
            assertThat(ended.path("ending").asText()).isEqualTo("finished");
            assertThat(ended.path("flow").asText()).isEqualTo(word);
            assertThat(ended.path("conversation").asText())
                    .isEqualTo(
                            new Rest(scene).conversationOf(customer).path("id").asText());
            var answer = only(got, "answer.given").data();
            assertThat(answer.path("name").asText()).isEqualTo("name");
            assertThat(answer.path("element").asText()).isEqualTo("who");
            assertThat(answer.has("value")).isFalse();
            assertThat(only(got, "flow.published").data().path("version").asInt())
                    .isOne();
        }
    }

    @Test
    void who_was_told_of_somebody_hears_that_something_was_corrected_and_not_what() {
        try (var shop = Shop.hearing(scene, ALL)) {
            var unused = chat(shop);
            var contact = new Rest(scene).contact(customer);
            var asked = Shop.read(shop.call(
                    201,
                    "POST",
                    "/api/v1/privacy/people/" + contact + "/rectification",
                    "{\"field\":\"name\",\"value\":\"Grace Hopper\",\"evidence\":\"Seen.\"}"));
            var correction =
                    "/api/v1/privacy/rectifications/" + asked.path("id").asText();

            shop.call(200, "POST", correction + "/decision", "{\"apply\":true,\"reason\":\"So it is.\"}");

            var news = only(shop.gets(9), PersonNews.RECTIFIED);
            assertThat(news.data().path("contact").asText()).isEqualTo(contact);
            assertThat(news.data().path("field").asText()).isEqualTo("name");
            assertThat(news.body()).doesNotContain("Grace", "Seen");
            await().atMost(Shop.LONG).untilAsserted(() -> assertThat(
                            Shop.read(shop.call(200, "GET", correction, "")).path("recipients"))
                    .anySatisfy(one -> {
                        assertThat(one.path("name").asText()).startsWith("api.shop.example");
                        assertThat(one.path("state").asText()).isEqualTo("told");
                    }));
        }
    }

    private List<Got> chat(Shop shop) {
        asksTheName();
        scene.says(customer, word);
        scene.hears(customer, 1);
        scene.says(customer, WORDS);
        scene.hears(customer, 2);
        return shop.gets(8);
    }

    @Test
    void what_was_said_goes_to_the_endpoint_that_is_to_have_it_and_to_no_other_and_lies_nowhere_unsealed() {
        asksTheName();
        try (var reader = Shop.reading(scene, "message.received answer.given message.sent");
                var other = Shop.hearing(scene, "message.received answer.given message.sent")) {
            scene.says(customer, word);
            scene.hears(customer, 1);
            scene.says(customer, WORDS);

            var read = reader.gets(5);
            var known = other.gets(5);

            assertThat(read)
                    .extracting(
                            one -> one.type() + " " + one.data().path("text").asText("")
                                    + one.data().path("value").asText(""))
                    .containsExactlyInAnyOrder(
                            "message.received " + word,
                            "message.sent Who are you?",
                            "message.received " + WORDS,
                            "answer.given " + WORDS,
                            "message.sent Hello " + WORDS);
            assertThat(known)
                    .noneMatch(one -> one.body().contains("Ada") || one.data().has("text"));
            assertThat(known)
                    .extracting(Got::id)
                    .containsExactlyInAnyOrderElementsOf(
                            read.stream().map(Got::id).toList());
            assertThat(rows()).isNotEmpty().noneMatch(row -> row.contains("Lovelace") || row.contains("whsec_"));
        }
    }

    @Test
    void nothing_is_written_for_what_nobody_wants_to_hear() {
        asksTheName();
        try (var shop = Shop.hearing(scene, "call.failed")) {
            int before = rows().size();
            scene.says(customer, word);
            scene.hears(customer, 1);
            scene.says(customer, WORDS);
            scene.hears(customer, 2);
            scene.call(
                    "PUT",
                    shop.path(),
                    "{\"address\": \"" + shop.address()
                            + "\", \"events\": [\"message.received\"], \"enabled\": false}");
            scene.says(customer, word);
            scene.hears(customer, 3);

            assertThat(rows()).hasSizeLessThanOrEqualTo(before);
            assertThat(shop.deliveries()).isEmpty();
        }
    }

    @Test
    void a_flow_that_a_customer_leaves_is_told_as_stopped() {
        asksTheName();
        scene.says(customer, word);
        scene.hears(customer, 1);
        try (var shop = Shop.hearing(scene, "conversation.ended")) {
            scene.says(customer, "stop");

            assertThat(shop.gets(1).get(0).data().path("ending").asText()).isEqualTo("stopped");
        }
    }

    @Test
    void a_message_that_whatsapp_refuses_or_gives_up_later_is_told_with_the_code() {
        asksTheName();
        try (var shop = Shop.hearing(scene, "message.failed")) {
            scene.sink().answers(call -> Answer.refused(400, 131026));
            scene.says(customer, word);
            var refused = shop.gets(1).get(0).data();
            scene.sink().answers(call -> Answer.accepted("wamid.late" + customer));

            scene.says(customer, WORDS);
            scene.hears(customer, 1);
            scene.post(Webhooks.status(scene.clock().instant(), "wamid.late" + customer, "failed", "", 131049));

            assertThat(refused.path("code").asInt()).isEqualTo(131026);
            assertThat(refused.path("message").asText()).isNotEmpty();
            assertThat(shop.gets(2).get(1).data().path("code").asInt()).isEqualTo(131049);
        } finally {
            scene.sink().reset();
        }
    }

    @Test
    void a_call_of_a_flow_that_failed_is_told_and_one_of_an_endpoint_never() {
        try (var shop = Shop.hearing(scene, "call.failed");
                var asked = Shop.hearing(scene, "conversation.started")) {
            asked.answers("404 Not Found");
            var host = "api.shop.example:" + asked.server.port();
            scene.call("PUT", "/api/v1/request-hosts/" + host, "");
            new FlowText(word, word)
                    .block("serviceTask", "ask", "request", "address", "http://" + host + "/orders")
                    .says("said", "It is there")
                    .ends()
                    .exitOf("ask", "qliento.failed", "No idea")
                    .publish(scene);

            scene.says(customer, word);
            scene.hears(customer, 1);

            var told = shop.gets(1).get(0).data();
            assertThat(told.path("code").asText()).isEqualTo("http-404");
            assertThat(told.path("target").asText()).isEqualTo(host);
            assertThat(told.path("element").asText()).isEqualTo("ask");
            asked.tried(1);
            assertThat(shop.got()).hasSize(1);
        }
    }

    @Test
    void of_somebody_who_was_erased_nothing_is_sent_any_more() {
        asksTheName();
        try (var shop = Shop.reading(scene, "message.received")) {
            shop.answers("500 Oh");
            scene.says(customer, word);
            shop.tried(1);

            scene.bean(Vault.class)
                    .destroySubject(DEMO, new SubjectId(UUID.fromString(new Rest(scene).contact(customer))));
            scene.passes(Duration.ofSeconds(6));

            await().atMost(Shop.LONG)
                    .until(() -> shop.delivery().path("state").asText().equals("failed"));
            assertThat(shop.delivery().path("outcome").asText()).isEqualTo("unreadable");
            assertThat(shop.got()).hasSize(1);
            assertThat(shop.endpoint().path("enabled").asBoolean()).isTrue();
            shop.call(
                    404,
                    "POST",
                    shop.path() + "/deliveries/" + shop.delivery().path("id").asText() + "/replay",
                    "");
        }
    }

    @Test
    void another_organisation_neither_sees_an_endpoint_nor_is_told_of() {
        var other = OtherOrganisation.in(scene);
        asksTheName();
        try (var shop = Shop.hearing(scene, "message.received flow.published")) {
            var flow = new FlowText("theirs", "theirs").says("hi", "Hi").ends().toString();
            other.call("POST", "/api/v1/flows?key=theirs", flow, "application/xml");
            assertThat(other.call("POST", "/api/v1/flows/theirs/publish", "").statusCode())
                    .isEqualTo(200);
            scene.says(customer, word);

            assertThat(shop.gets(1)).extracting(Got::type).containsOnly("message.received");
            assertThat(Shop.read(other.call("GET", "/api/v1/webhooks", "").body())
                            .path("items"))
                    .isEmpty();
            for (var path : List.of("", "/deliveries")) {
                assertThat(other.call("GET", shop.path() + path, "").statusCode())
                        .isEqualTo(404);
            }
            for (var path : List.of("/rotate", "/test")) {
                assertThat(other.call("POST", shop.path() + path, "").statusCode())
                        .isEqualTo(404);
            }
            assertThat(other.call("DELETE", shop.path(), "").statusCode()).isEqualTo(404);
        }
    }

    private void asksTheName() {
        new FlowText(word, word)
                .asks("who", "question", "Who are you?", "name", "name")
                .says("hi", "Hello {{ name }}")
                .ends()
                .publish(scene);
    }

    private static Got only(List<Got> got, String type) {
        return got.stream().filter(one -> one.type().equals(type)).findFirst().orElseThrow();
    }

    /** Of all tables where anything of it could lie. */
    private static List<String> rows() {
        return scene.bean(OrganisationScope.class)
                .in(DEMO, () -> scene.jdbc().sql("""
                        SELECT encode(body, 'escape') || d::text FROM webhook_delivery d
                        UNION ALL SELECT encode(request, 'escape') || q::text FROM call_queue q
                        """).query(String.class).list());
    }
}
