package com.qliento.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows that another system begins for somebody, over REST, on the whole application. */
class FlowStartTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String parcel = "parcel" + customer;
    private final String form = "form" + customer;

    @Test
    void a_flow_begins_with_the_values_it_is_given_and_keeps_their_types() {
        new FlowText(parcel, parcel)
                .says("left", "Order {{ order }}: {{ items + 1 }}, {{ address.city }}")
                .ends()
                .publish(scene);
        wrote();

        var begun = begins("""
                {"phone": "+%s", "values": {"order": "A-17", "items": 2, "address": {"city": "Lugo"}}}""");

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(scene.hears(customer, 2)).endsWith("Order A-17: 3, Lugo");
        assertThat(waiting()).isZero();
    }

    @Test
    void it_waits_until_the_flow_that_runs_has_ended_by_an_answer_or_by_time() {
        publish();
        wrote();
        scene.says(customer, form);
        scene.hears(customer, 2);

        begins("{\"phone\": \"%s\"}");
        await().atMost(LONG).until(() -> waiting() == 1);
        scene.says(customer, "Ana");
        assertThat(scene.hears(customer, 4)).endsWith("Thanks Ana", "It left");

        scene.says(customer, form);
        scene.hears(customer, 5);
        begins("{\"phone\": \"%s\"}");
        await().atMost(LONG).until(() -> waiting() == 1);
        scene.passes(Duration.ofHours(2));
        assertThat(scene.hears(customer, 7)).endsWith("Too late", "It left");
        assertThat(waiting()).isZero();
    }

    @Test
    void it_ends_the_flow_that_runs_or_does_not_begin_where_that_is_wished() {
        publish();
        wrote();
        scene.says(customer, form);
        scene.hears(customer, 2);

        begins("{\"phone\": \"%s\", \"whenBusy\": \"skip\"}");
        await().atMost(LONG).until(() -> trace().contains("not-begun " + parcel));
        assertThat(rest.conversationOf(customer).path("flow").asText()).isEqualTo(form);

        begins("{\"contact\": \"" + rest.contact(customer) + "\", \"whenBusy\": \"interrupt\"}");
        assertThat(scene.hears(customer, 3)).endsWith("It left");
        assertThat(trace()).contains("begun-instead " + parcel);
        await().atMost(LONG)
                .until(() ->
                        rest.conversationOf(customer).path("state").asText().equals("free"));
    }

    @Test
    void what_can_never_begin_is_refused_in_words_and_leaves_nothing() {
        publish();
        wrote();
        var unknown = scene.call("POST", "/api/v1/flows/nobody-drew-this/start", "{\"phone\": \"" + customer + "\"}");

        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(unknown.body()).contains("flow-not-live");
        assertThat(List.of(
                        "{}",
                        "{\"phone\": \"call me\"}",
                        "{\"phone\": \"%s\", \"contact\": \"00000000-0000-7000-8000-000000000000\"}",
                        "{\"phone\": \"%s\", \"values\": [1]}",
                        "{\"phone\": \"%s\", \"values\": {\"two words\": 1}}",
                        "{\"phone\": \"%s\", \"values\": {\"contact\": 1}}",
                        "{\"phone\": \"%s\", \"whenBusy\": \"shout\"}"))
                .allSatisfy(body -> assertThat(begins(body).statusCode()).isEqualTo(422));
        assertThat(begins("{\"contact\": \"00000000-0000-7000-8000-000000000000\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(waiting()).isZero();
        assertThat(scene.sink().texts(customer)).hasSize(1);
    }

    @Test
    void what_its_start_says_it_needs_is_asked_for_and_what_may_be_missing_is_as_the_start_says() {
        FlowText.begunBy("called", parcel, "given", "order, carrier = our courier, note?, items = 1")
                .says("left", "Order {{ order }} by {{ carrier }}: {{ items + 1 }}")
                .ends()
                .publish(scene);
        wrote();

        for (var lacking : List.of("{\"phone\": \"%s\"}", "{\"phone\": \"%s\", \"values\": {\"order\": null}}")) {
            var refused = begins(lacking);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("urn:qliento:problem:input-missing", "order")
                    .doesNotContain("note");
        }
        assertThat(begins("{\"phone\": \"%s\", \"values\": {\"order\": \"A-17\"}}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(scene.hears(customer, 2)).endsWith("Order A-17 by our courier: 2");
        assertThat(begins("{\"phone\": \"%s\", \"values\": {\"order\": \"B\", \"carrier\": \"bike\"}}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(scene.hears(customer, 3)).endsWith("Order B by bike: 2");
        assertThat(waiting()).isZero();
    }

    @Test
    void a_flow_about_nobody_asks_for_what_it_needs_too() {
        FlowText.begunBy("run", parcel, "given", "order\ncarrier?")
                .block("serviceTask", "answer", "answer-caller", "answer", "{got: order}")
                .ends()
                .publish(scene);

        assertThat(begins("{}").body()).contains("input-missing", "order").doesNotContain("carrier");
        assertThat(begins("{\"values\": {\"order\": 1}}").statusCode()).isEqualTo(202);
    }

    private void publish() {
        new FlowText(parcel, parcel).says("left", "It left").ends().publish(scene);
        new FlowText(form, form)
                .asks("name", "question", "Your name?", "name", "name")
                .says("thanks", "Thanks {{ name }}")
                .ends()
                .lateTo("name", "PT1H", "Too late")
                .publish(scene);
    }

    /** The customer wrote, so that they may be written to. */
    private void wrote() {
        var hello = "hello" + customer;
        new FlowText(hello, hello).says("hi", "Hi").ends().publish(scene);
        scene.says(customer, hello);
        scene.hears(customer, 1);
    }

    private HttpResponse<String> begins(String body) {
        return scene.call("POST", "/api/v1/flows/" + parcel + "/start", body.replace("%s", customer));
    }

    private String trace() {
        var id = rest.conversationOf(customer).path("id").asText();
        return rest.get("/api/v1/conversations/" + id + "/trace").toString();
    }

    private long waiting() {
        return scene.bean(OrganisationScope.class)
                .in(OrganisationId.of("00000000-0000-7000-8000-00000000de30"), () -> scene.jdbc()
                        .sql("SELECT count(*) FROM inbox_queue WHERE contact_id = ?::uuid AND source = 'trigger'")
                        .param(rest.contact(customer))
                        .query(Long.class)
                        .single());
    }
}
