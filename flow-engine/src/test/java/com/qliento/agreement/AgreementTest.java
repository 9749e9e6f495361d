package com.qliento.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.ruleset.Models;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What flows and words write into the ledger, and what blocks ask it. */
class AgreementTest {

    private static final String OFFER = "Three for two, today only";

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();

    @Test
    void a_block_that_may_not_takes_its_way_and_the_trace_says_why() throws Exception {
        offers("offer" + customer);

        scene.says(customer, "offer" + customer);

        assertThat(scene.hears(customer, 1)).containsExactly("No offer for you.");
        await().until(() -> trace().contains("offer:no-consent") && trace().contains("offer:not-allowed"));
    }

    @Test
    void without_that_way_it_is_not_said_and_the_flow_goes_on() {
        new FlowText("bare" + customer, "bare" + customer)
                .block("sendTask", "offer", "text", "text", OFFER, "use", "marketing")
                .says("bye", "Bye")
                .ends()
                .publish(scene);

        scene.says(customer, "bare" + customer);

        assertThat(scene.hears(customer, 1)).containsExactly("Bye");
    }

    @Test
    void what_is_noted_in_a_step_is_known_to_the_next_block_of_the_same_step() throws Exception {
        new FlowText("sign" + customer, "sign" + customer)
                .block(
                        "serviceTask",
                        "note",
                        "record-consent",
                        "agreeTo",
                        "marketing",
                        "wording",
                        "Join us?",
                        "days",
                        "30")
                .block("sendTask", "offer", "text", "text", OFFER, "use", "marketing")
                .block("serviceTask", "leave", "withdraw-consent", "agreeTo", "all")
                .block("sendTask", "more", "text", "text", "And more", "use", "marketing")
                .ends()
                .exitOf("more", "qliento.not-allowed", "No more")
                .publish(scene);

        scene.says(customer, "sign" + customer);

        await().until(() -> scene.sink().texts(customer).contains("No more"));
        assertThat(scene.sink().texts(customer)).doesNotContain("And more");
        // It was queued while it was allowed; by when it is sent the same step has taken that back.
        assertThat(scene.sink().texts(customer)).doesNotContain(OFFER);
        var record = records().get(records().size() - 1);
        assertThat(record.path("wording").asText()).isEqualTo("Join us?");
        assertThat(events(record)).contains("given marketing", "withdrawn marketing");
        assertThat(record.at("/events/0/until").asText()).isNotEmpty();
        assertThat(record.at("/events/0/byKind").asText()).isEqualTo("flow");
        assertThat(record.at("/events/0/evidence/messages").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Yes please, Gladly, given, ALLOWED", "No thanks, Never mind, refused, REFUSED"})
    void what_is_asked_is_answered_in_the_same_record_with_its_words(
            String says, String hears, String event, String permit) throws Exception {
        new FlowText("ask" + customer, "ask" + customer)
                .block(
                        "receiveTask",
                        "ask",
                        "ask-consent",
                        "agreeTo",
                        "marketing",
                        "wording",
                        "May we send you offers?",
                        "yes",
                        "Yes please",
                        "no",
                        "No thanks")
                .says("thanks", "Gladly")
                .ends()
                .exitOf("ask", "qliento.refused", "Never mind")
                .publish(scene);
        scene.says(customer, "ask" + customer);
        scene.hears(customer, 1);
        scene.says(customer, "what for?");
        scene.hears(customer, 2);

        scene.says(customer, says);

        assertThat(scene.hears(customer, 3)).last().isEqualTo(hears);
        assertThat(records()).hasSize(1);
        assertThat(events(records().get(0))).containsExactly("requested marketing", event + " marketing");
        assertThat(records().get(0).path("wording").asText()).isEqualTo("May we send you offers?");
        assertThat(uses()).contains("marketing=" + permit.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_table_that_rates_somebody_is_not_asked_about_who_did_not_agree() {
        scene.send(scene.request("POST", "/api/v1/decisions?key=r" + customer, Models.discount(10), "application/xml")
                .build());
        scene.call("POST", "/api/v1/decisions/r" + customer + "/publish", "");
        new FlowText("rate" + customer, "rate" + customer)
                .decides(
                        "rate",
                        "decision",
                        "r" + customer,
                        "name",
                        "rating",
                        "inputs",
                        "total = 250\nkind = \"new\"",
                        "use",
                        "profiling")
                .says("rated", "Rated")
                .ends()
                .exitOf("rate", "qliento.not-allowed", "Not rated")
                .publish(scene);

        scene.says(customer, "rate" + customer);

        assertThat(scene.hears(customer, 1)).containsExactly("Not rated");
    }

    @Test
    void of_whose_data_is_restricted_nothing_goes_to_another_system_and_they_are_still_answered() {
        new FlowText("tell" + customer, "tell" + customer)
                .block("serviceTask", "mail", "email", "to", "a@example.com", "subject", "About", "body", "Them")
                .says("told", "Told")
                .ends()
                .exitOf("mail", "qliento.failed", "Failed")
                .exitOf("mail", "qliento.not-allowed", "Told to nobody")
                .publish(scene);
        scene.says(customer, "hello");
        await().until(() -> !rest.contact(customer).isEmpty());
        scene.call(
                "PUT",
                "/api/v1/privacy/people/" + rest.contact(customer) + "/restriction",
                "{\"restricted\":true,\"reason\":\"They dispute it.\"}");

        scene.says(customer, "tell" + customer);

        await().until(() -> scene.sink().texts(customer).contains("Told to nobody"));
        assertThat(scene.sink().texts(customer)).doesNotContain("Told");
    }

    @ParameterizedTest
    @CsvSource({
        "Unsubscribe, START, no more advertising",
        "stop, start, no more advertising",
        "BAJA, Alta, ya no recibirá publicidad",
        "Sair, voltar, não recebe mais publicidade"
    })
    void words_end_advertising_and_others_begin_it_again(String out, String in, String answer) throws Exception {
        scene.says(customer, out);
        assertThat(scene.hears(customer, 1)).last().asString().contains(answer);
        assertThat(uses()).contains("marketing=withdrawn");

        scene.says(customer, in);

        scene.hears(customer, 2);
        await().untilAsserted(() -> assertThat(uses()).contains("marketing=allowed"));
        assertThat(records().get(0).path("events").get(0).path("byKind").asText())
                .isEqualTo("person");
    }

    private void offers(String key) {
        new FlowText(key, key)
                .block("sendTask", "offer", "text", "text", OFFER, "use", "marketing")
                .says("bye", "Bye")
                .ends()
                .exitOf("offer", "qliento.not-allowed", "No offer for you.")
                .publish(scene);
    }

    private String trace() {
        return rest.get("/api/v1/conversations/"
                        + rest.conversationOf(customer).path("id").asText() + "/trace")
                .toString();
    }

    private List<JsonNode> records() {
        return StreamSupport.stream(
                        rest.get("/api/v1/consents?contact=" + rest.contact(customer))
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private List<String> uses() throws IOException {
        var answer = new ObjectMapper()
                .readTree(scene.call("GET", "/api/v1/consents/uses?contact=" + rest.contact(customer), "")
                        .body());
        return StreamSupport.stream(answer.spliterator(), false)
                .map(use ->
                        use.path("purpose").asText() + "=" + use.path("reason").asText())
                .toList();
    }

    private static List<String> events(JsonNode record) {
        return StreamSupport.stream(record.path("events").spliterator(), false)
                .map(one ->
                        one.path("event").asText() + " " + one.path("purpose").asText())
                .toList();
    }
}
