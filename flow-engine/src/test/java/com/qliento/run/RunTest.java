package com.qliento.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows about nobody, begun over REST and by a webhook, on the whole application. */
class RunTest {

    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene = Scene.shared();
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String key = "run" + customer;

    @Test
    void a_run_works_on_what_it_is_given_answers_ends_and_leaves_no_conversation() {
        FlowText.begunBy("run", key)
                .sets("sum", "sum", "items[1] + items[2]")
                .block("serviceTask", "say", "answer-caller", "answer", "{sum: sum, order: order}", "status", "201")
                .ends()
                .publish(scene);

        var run = ended(begins("{\"values\": {\"items\": [2, 3.5], \"order\": \"A-17\"}}"));

        assertThat(run.path("state").asText()).isEqualTo("ended");
        assertThat(run.path("answer").toString())
                .isEqualTo("{\"status\":201,\"value\":{\"sum\":5.5,\"order\":\"A-17\"}}");
        assertThat(run.path("cause").asText()).isEqualTo("program");
        assertThat(rest.get("/api/v1/runs?flow=" + key).path("items")).hasSize(1);
        assertThat(rest.get("/api/v1/runs/" + run.path("id").asText() + "/trace")
                        .toString())
                .contains("sum", "say");
        assertThat(leftOver(run.path("id").asText())).isZero();
        assertThat(clear()).noneMatch(row -> row.contains("A-17"));
    }

    @Test
    void a_webhook_is_answered_with_what_the_run_answers_or_at_once_when_that_takes_longer() {
        FlowText.begunBy("run", key)
                .block("serviceTask", "say", "answer-caller", "answer", "{got: order}")
                .ends()
                .publish(scene);
        var slow = "slow" + customer;
        FlowText.begunBy("run", slow).waits("pause", "PT1H").ends().publish(scene);
        var quick = trigger(key, "\"answers\": \"result\"");
        var late = trigger(slow, "\"answers\": \"result\"");

        var answer = calls(quick, "{\"order\": \"B-2\"}", "wait=9");
        var again = calls(quick, "{\"order\": \"B-2\"}", "wait=9");
        var taken = calls(late, "{\"order\": \"C-3\"}", "respond-async, wait=1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"got\":\"B-2\"}");
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(taken.statusCode()).isEqualTo(202);
        var run = json(taken).path("start").asText();
        await().atMost(LONG).until(() -> !waiting());
        scene.passes(Duration.ofHours(2));
        assertThat(ended(run).path("state").asText()).isEqualTo("ended");
        assertThat(leftOver(run)).isZero();
        assertThat(calls(late, "{\"order\": \"D-4\"}", "wait=0").statusCode()).isEqualTo(202);
    }

    @Test
    void a_run_lets_a_flow_begin_for_somebody_and_takes_its_exit_where_it_can_not() {
        var parcel = "parcel" + customer;
        FlowText.begunBy("called", parcel)
                .says("left", "Order {{ order }} left")
                .ends()
                .publish(scene);
        var hello = "hello" + customer;
        new FlowText(hello, hello).says("hi", "Hi").ends().publish(scene);
        scene.says(customer, hello);
        scene.hears(customer, 1);
        FlowText.begunBy("run", key)
                .block(
                        "serviceTask",
                        "begin",
                        "begin-flow",
                        "flow",
                        parcel,
                        "phone",
                        "+{{ phone }}",
                        "from",
                        "+1 555-078-3881",
                        "values",
                        "{order: order}")
                .block("serviceTask", "say", "answer-caller", "answer", "\"told\"")
                .ends()
                .exitEnds("begin", "qliento.failed")
                .publish(scene);

        var told = ended(begins("{\"values\": {\"phone\": \"" + customer + "\", \"order\": \"A-17\"}}"));
        var nobody = ended(begins("{\"values\": {\"phone\": \"call me\", \"order\": \"A-17\"}}"));

        assertThat(told.path("answer").path("value").asText()).isEqualTo("told");
        assertThat(scene.hears(customer, 2)).endsWith("Order A-17 left");
        assertThat(nobody.path("state").asText()).isEqualTo("ended");
        assertThat(nobody.has("answer")).isFalse();
        assertThat(rest.get("/api/v1/runs/" + nobody.path("id").asText() + "/trace")
                        .toString())
                .contains("begin:failed");
    }

    @Test
    void what_can_not_run_is_refused_in_words() {
        FlowText.begunBy("run", key).sets("one", "one", "1").ends().publish(scene);
        var chat = "chat" + customer;
        new FlowText(chat, chat).says("hi", "Hi").ends().publish(scene);

        assertThat(scene.call("POST", "/api/v1/flows/" + key + "/start", "{\"phone\": \"" + customer + "\"}"))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(409);
                    assertThat(refused.body()).contains("flow-about-nobody");
                });
        assertThat(calls(trigger(chat, "\"answers\": \"at-once\""), "{}", "wait=0"))
                .satisfies(refused -> {
                    assertThat(refused.statusCode()).isEqualTo(409);
                    assertThat(refused.body()).contains("flow-about-somebody");
                });
        assertThat(begins("{\"values\": {\"now\": 1}}").statusCode()).isEqualTo(422);
        assertThat(scene.call("GET", "/api/v1/runs/00000000-0000-7000-8000-000000000000", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(scene.call(
                                "POST",
                                "/api/v1/triggers",
                                "{\"name\": \"x\", \"flow\": \"" + key
                                        + "\", \"phone\": \"/body/phone\", \"answers\": \"result\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> begins(String body) {
        return scene.call("POST", "/api/v1/flows/" + key + "/start", body);
    }

    private JsonNode ended(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return ended(json(begun).path("id").asText());
    }

    private JsonNode ended(String run) {
        return await().atMost(LONG).until(() -> rest.get("/api/v1/runs/" + run), found -> !found.path("state")
                .asText()
                .equals("waiting"));
    }

    private String trigger(String flow, String settings) {
        var made = scene.call(
                "POST",
                "/api/v1/triggers",
                "{\"name\": \"" + flow + "\", \"flow\": \"" + flow + "\", \"proof\": \"none\","
                        + " \"values\": {\"order\": \"/body/order\"}, " + settings + "}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("path").asText();
    }

    private HttpResponse<String> calls(String path, String body, String prefer) {
        return scene.send(HttpRequest.newBuilder(URI.create(scene.url() + path))
                .header("Prefer", prefer)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private boolean waiting() {
        return in("SELECT count(*) FROM inbox_queue WHERE channel_id = contact_id") > 0;
    }

    private long leftOver(String run) {
        return in("SELECT (SELECT count(*) FROM conversation WHERE contact_id = '" + run
                + "') + (SELECT count(*) FROM inbox_queue WHERE contact_id = '" + run + "')");
    }

    private long in(String sql) {
        return scene.bean(OrganisationScope.class)
                .in(DEMO, () -> scene.jdbc().sql(sql).query(Long.class).single());
    }

    private List<String> clear() {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT encode(coalesce(r.answer, ''), 'escape') || r::text FROM flow_run r")
                .query(String.class)
                .list());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
