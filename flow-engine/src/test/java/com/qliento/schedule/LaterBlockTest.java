package com.qliento.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A flow that lets another begin later for the same person, on an application whose clock is moved. */
class LaterBlockTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    private static final Scene SCENE = Scene.start(Scene.Setup.usual());

    private final Scene scene = SCENE;
    private final Rest rest = new Rest(scene);
    private final String customer = Scene.newCustomer();
    private final String word = "later" + customer;
    private final String reminder = "reminder" + customer;

    LaterBlockTest() {
        new FlowText(reminder, reminder)
                .says("said", "Remember {{ what }}, {{ count + 1 }}, {{ nothing }}")
                .ends()
                .publish(scene);
    }

    @BeforeAll
    static void madrid() {
        assertThat(SCENE.call("PUT", "/api/v1/policies/send", "{\"zone\": \"Europe/Madrid\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @Test
    void another_flow_begins_for_the_same_person_after_a_while_with_what_it_is_handed() {
        draws("after", "PT20H", "what = answer\ncount = 2 + 1\nday = today\nnothing = null");

        scene.says(customer, word);
        assertThat(scene.hears(customer, 1)).containsExactly("Noted");
        assertThat(wished()).singleElement().satisfies(one -> {
            assertThat(one.path("madeIn").asText()).isEqualTo(word);
            assertThat(one.path("contact").asText()).isEqualTo(rest.contact(customer));
            assertThat(one.path("state").asText()).isEqualTo("on");
        });
        assertThat(rows()).isNotEmpty().noneMatch(row -> row.contains(word + "\""));
        scene.passes(Duration.ofHours(19));
        assertThat(scene.sink().texts(customer)).hasSize(1);

        scene.passes(Duration.ofHours(2));

        assertThat(scene.hears(customer, 2)).endsWith("Remember " + word + ", 4, ");
        await().atMost(LONG).until(() -> wished().get(0).path("state").asText().equals("over"));
        assertThat(wished().get(0).path("last").path("outcome").asText()).isEqualTo("begun");
    }

    @Test
    void tomorrow_is_by_the_clock_of_the_organisation() {
        draws("tomorrow", "7:45", "what = \"tea\"");

        scene.says(customer, word);
        scene.hears(customer, 1);

        var next = next();
        var here = next.atZone(ZoneId.of("Europe/Madrid"));
        assertThat(here.toLocalTime()).isEqualTo(LocalTime.of(7, 45));
        assertThat(here.toLocalDate())
                .isEqualTo(scene.clock()
                        .instant()
                        .atZone(ZoneId.of("Europe/Madrid"))
                        .toLocalDate()
                        .plusDays(1));
    }

    @Test
    void a_time_is_what_feel_works_out() {
        draws("at", "now + duration(\"PT90M\")", "");
        var before = scene.clock().instant();

        scene.says(customer, word);
        scene.hears(customer, 1);

        assertThat(next()).isBetween(before.plus(Duration.ofMinutes(89)), before.plus(Duration.ofMinutes(92)));
    }

    @Test
    void where_it_can_never_begin_then_the_flow_goes_another_way_and_nothing_is_kept() {
        var never = List.of(
                "now - duration(\"PT1H\")",
                "now + duration(\"P40D\")",
                "\"soon\"",
                "today",
                "now + duration(\"PT1S\")");
        for (int i = 0; i < never.size(); i++) {
            draws(word + i, "at", never.get(i), "");

            scene.says(customer, word + i);
        }

        assertThat(scene.hears(customer, 5)).containsOnly("Not then");
        assertThat(wished()).isEmpty();
    }

    @Test
    void it_waits_for_the_flow_that_runs_by_then_and_says_so_when_its_flow_is_not_there() {
        draws("after", "PT1H", "what = \"tea\"");
        scene.says(customer, word);
        scene.hears(customer, 1);
        var form = "form" + customer;
        new FlowText(form, form)
                .asks("name", "question", "Your name?", "name", "name")
                .says("thanks", "Thanks")
                .ends()
                .publish(scene);
        scene.says(customer, form);
        scene.hears(customer, 2);

        scene.passes(Duration.ofHours(2));
        await().atMost(LONG).until(() -> wished().get(0).path("state").asText().equals("over"));
        assertThat(scene.sink().texts(customer)).hasSize(2);
        scene.says(customer, "Ana");
        assertThat(scene.hears(customer, 4)).endsWith("Thanks", "Remember tea, , ");

        scene.says(customer, word);
        scene.hears(customer, 5);
        scene.call("POST", "/api/v1/flows/" + reminder + "/archive", "");
        scene.passes(Duration.ofHours(2));
        await().atMost(LONG).until(() -> wished().get(0).path("state").asText().equals("over"));
        assertThat(wished().get(0).path("last").path("outcome").asText()).isEqualTo("flow-not-live");
    }

    @Test
    void a_flow_about_nobody_lets_another_about_nobody_begin_later() {
        var works = "works" + customer;
        FlowText.begunBy("run", reminder + "-run")
                .block("serviceTask", "answer", "answer-caller", "answer", "{sum: count}")
                .ends()
                .publish(scene);
        FlowText.begunBy("run", works)
                .block(
                        "serviceTask",
                        "later",
                        "later",
                        "flow",
                        reminder + "-run",
                        "after",
                        "PT1H",
                        "values",
                        "count = 3")
                .ends()
                .publish(scene);

        assertThat(scene.call("POST", "/api/v1/flows/" + works + "/start", "{}").statusCode())
                .isEqualTo(202);
        await().atMost(LONG).until(() -> !wished(reminder + "-run").isEmpty());
        scene.passes(Duration.ofHours(2));

        await().atMost(LONG)
                .until(() ->
                        wished(reminder + "-run").get(0).path("state").asText().equals("over"));
        var run = wished(reminder + "-run").get(0).path("last").path("start").asText();
        await().atMost(LONG)
                .until(() -> rest.get("/api/v1/runs/" + run)
                                .path("answer")
                                .path("value")
                                .path("sum")
                                .asInt()
                        == 3);
    }

    @Test
    void a_flow_that_was_wished_for_is_listed_by_pages_paused_and_deleted() {
        draws("after", "PT1H", "");
        for (int i = 0; i < 3; i++) {
            scene.says(customer, word);
        }
        scene.hears(customer, 3);
        var first = rest.get("/api/v1/schedules?made=flow&limit=2");
        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.get("/api/v1/schedules?made=flow&limit=2&cursor="
                                + first.path("next").asText())
                        .path("items"))
                .isNotEmpty();

        var path = "/api/v1/schedules/" + wished().get(0).path("id").asText();
        assertThat(scene.call("POST", path + "/pause", "").statusCode()).isEqualTo(200);
        assertThat(scene.call(
                                "PUT",
                                path,
                                "{\"name\": \"x\", \"flow\": \"" + reminder + "\", \"phone\": \"" + customer
                                        + "\", \"cron\": \"0 9 * * *\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(scene.call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(wished()).hasSize(2);
    }

    private void draws(String when, String what, String values) {
        draws(word, when, what, values);
    }

    private void draws(String key, String when, String what, String values) {
        new FlowText(key, key)
                .block(
                        "serviceTask",
                        "later",
                        "later",
                        "flow",
                        reminder,
                        "when",
                        when,
                        when.equals("after") ? "after" : when.equals("at") ? "at" : "time",
                        what,
                        "values",
                        values)
                .says("noted", "Noted")
                .ends()
                .exitOf("later", "qliento.not-later", "Not then")
                .publish(scene);
    }

    /** This test's, the newest first. */
    private List<JsonNode> wished() {
        return wished(reminder);
    }

    private List<JsonNode> wished(String flow) {
        var all = rest.get("/api/v1/schedules?made=flow&limit=200").path("items");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("flow").asText().equals(flow))
                .toList();
    }

    private Instant next() {
        return Instant.parse(wished().get(0).path("next").asText());
    }

    private List<String> rows() {
        return scene.bean(OrganisationScope.class).in(DEMO, () -> scene.jdbc()
                .sql("SELECT encode(content, 'escape') FROM flow_schedule WHERE content IS NOT NULL")
                .query(String.class)
                .list());
    }
}
